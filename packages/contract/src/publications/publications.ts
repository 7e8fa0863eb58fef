import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Iso3, Paging, pageOf, Sha256 } from '../shapes.ts';
import { comparisons } from './comparisons.ts';
import {
  DossierRelease,
  DossierReleases,
  PublicRelease,
  PublicReleasesQuery,
  PublicState,
  PublishingRule,
  PublishRelease,
  ReleaseChoice,
  ReleasePreview,
  ReleaseProposal,
  RevisePublishingRule,
  WithdrawRelease,
} from './shapes.ts';
import { statementDoors } from './statement-doors.ts';

export * from './comparisons.ts';
export * from './release.ts';
export * from './release-matrix.ts';
export * from './shapes.ts';
export * from './statements.ts';

const params = z.object({ id: Id });
const ofProposal = params.extend({ proposal: Id });
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
    refusals: [...writing, 'stale_version', 'wrong_state', 'identity_unconfirmed', 'second_person_required'],
  }),
  propose: door('propose', {
    method: 'POST',
    path: '/api/dossiers/{id}/publications/proposals',
    summary: 'Propose what a preview showed for publication by a second person',
    repeats: true,
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { params, body: PublishRelease },
    output: ReleaseProposal,
    status: 201,
    refusals: [...writing, 'stale_version', 'wrong_state', 'identity_unconfirmed'],
  }),
  proposal: door('proposal', {
    method: 'GET',
    path: '/api/dossiers/{id}/publications/proposals/{proposal}',
    summary: 'What the public would see of a proposal, by the record of now',
    access: 'session',
    allows: allow.reviewers,
    input: { params: ofProposal },
    output: ReleasePreview,
    refusals: ['not_found'],
  }),
  confirm: door('confirm', {
    method: 'POST',
    path: '/api/dossiers/{id}/publications/proposals/{proposal}/confirmation',
    summary: 'Publish what another person proposed; `preview` is the hash of what was read',
    repeats: true,
    access: 'session',
    allows: { ...allow.reviewers, fresh: true },
    input: { params: ofProposal, body: z.object({ preview: Sha256 }) },
    output: DossierRelease,
    status: 201,
    refusals: [...writing, 'own_work', 'stale_version', 'wrong_state', 'identity_unconfirmed'],
  }),
  drop: door('drop', {
    method: 'DELETE',
    path: '/api/dossiers/{id}/publications/proposals/{proposal}',
    summary: 'Drop a proposal; nothing of it is published',
    access: 'session',
    allows: allow.reviewers,
    input: { params: ofProposal },
    output: z.undefined(),
    status: 204,
    refusals: ['not_found', 'forbidden', 'cross_site', 'wrong_state'],
  }),
  rule: door('rule', {
    method: 'GET',
    path: '/api/organisation/publishing',
    summary: 'Whether the organisation asks for a second person to publish',
    access: 'session',
    allows: allow.readers,
    output: PublishingRule,
  }),
  reviseRule: door('reviseRule', {
    method: 'PUT',
    path: '/api/organisation/publishing',
    summary: 'Ask for a second person to publish, or no longer',
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { body: RevisePublishingRule },
    output: PublishingRule,
    refusals: ['forbidden', 'stale_version', 'cross_site', 'unsupported_media_type'],
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
  releaseFile: door('releaseFile', {
    method: 'GET',
    path: '/api/public/publications/{publication}/files/{file}',
    summary: 'A file of a release, a copy without metadata: whole, or the part that `Range` names',
    access: 'public',
    input: { params: z.object({ publication: Id, file: Id }) },
    output: z.unknown(),
    media: 'application/octet-stream',
    refusals: ['not_found', 'withdrawn', 'range_unusable'],
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
  ...statementDoors,
  ...comparisons,
};
