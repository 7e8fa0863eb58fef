import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Iso3, Paging, pageOf } from '../shapes.ts';
import {
  DossierRelease,
  DossierReleases,
  PublicRelease,
  PublicReleasesQuery,
  PublicState,
  PublishRelease,
  ReleaseChoice,
  ReleasePreview,
  WithdrawRelease,
} from './shapes.ts';

export * from './release.ts';
export * from './shapes.ts';

const params = z.object({ id: Id });
const ofRelease = params.extend({ publication: Id });
const writing = ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'] as const;
const door = doorsOf('publications');
export const publications = {
  list: door('list', {
    method: 'GET',
    path: '/api/dossiers/{id}/publications',
    summary: 'Releases of a dossier, the newest first, with who published and withdrew them',
    access: 'session',
    allows: allow.readers,
    input: { params, query: Paging },
    output: DossierReleases,
    refusals: ['not_found'],
  }),
  preview: door('preview', {
    method: 'POST',
    path: '/api/dossiers/{id}/publications/preview',
    summary: 'What the public would see of the dossier, word for word, with what may identify somebody and awaits a decision; nothing is kept',
    access: 'session',
    allows: allow.leads,
    input: { params, body: ReleaseChoice },
    output: ReleasePreview,
    refusals: [...writing],
  }),
  publish: door('publish', {
    method: 'POST',
    path: '/api/dossiers/{id}/publications',
    summary: 'Publish what a preview showed, as a frozen, numbered release; a stale preview is refused with the new one',
    repeats: true,
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { params, body: PublishRelease },
    output: DossierRelease,
    status: 201,
    refusals: [...writing, 'stale_version', 'wrong_state', 'identity_unconfirmed'],
  }),
  withdraw: door('withdraw', {
    method: 'POST',
    path: '/api/dossiers/{id}/publications/{publication}/withdrawal',
    summary: 'Withdraw a release with a reason, which the public sees in its place beside its hash',
    repeats: true,
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { params: ofRelease, body: WithdrawRelease },
    output: DossierRelease,
    refusals: [...writing, 'wrong_state'],
  }),
  releases: door('releases', {
    method: 'GET',
    path: '/api/public/publications',
    summary: 'Every release by anyone, the newest first; withdrawn ones with their reason',
    access: 'public',
    input: { query: PublicReleasesQuery },
    output: pageOf(PublicRelease),
  }),
  release: door('release', {
    method: 'GET',
    path: '/api/public/publications/{publication}.json',
    summary: 'A release: exactly the bytes of which `sha256` tells; a withdrawn one answers `gone` with its reason and hash',
    access: 'public',
    input: { params: z.object({ publication: Id }) },
    output: z.unknown(),
    media: 'application/json; charset=utf-8',
    refusals: ['not_found', 'withdrawn'],
  }),
  publicState: door('publicState', {
    method: 'GET',
    path: '/api/public/states/{iso3}',
    summary: 'A State: dates, calendar, reservations, and every release about it',
    access: 'public',
    input: { params: z.object({ iso3: Iso3 }) },
    output: PublicState,
    refusals: ['not_found'],
  }),
};
