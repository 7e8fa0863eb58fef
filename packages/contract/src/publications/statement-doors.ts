import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id } from '../shapes.ts';
import { WithdrawRelease } from './shapes.ts';
import { Contested, PublicStatement, SaidInPublic, SayInPublic, WithdrawnStatement } from './statements.ts';

const params = z.object({ id: Id });
const ofSaying = params.extend({ saying: Id });
const writing = ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'] as const;
const door = doorsOf('publications');
export const statementDoors = {
  contested: door('contested', {
    method: 'GET',
    path: '/api/dossiers/{id}/contested',
    summary: 'Where the published dossiers on the State differ, the replies, and the requests for evidence asked and received',
    access: 'session',
    allows: allow.readers,
    input: { params },
    output: Contested,
    refusals: ['not_found'],
  }),
  say: door('say', {
    method: 'POST',
    path: '/api/dossiers/{id}/statements',
    summary: 'Reply to a release of another organisation, ask it for evidence, or answer: published, or proposed where a second person is asked for',
    repeats: true,
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { params, body: SayInPublic },
    output: SaidInPublic,
    status: 201,
    refusals: [...writing, 'identity_unconfirmed', 'wrong_state', 'withdrawn'],
  }),
  confirmSaying: door('confirmSaying', {
    method: 'POST',
    path: '/api/dossiers/{id}/statements/proposals/{saying}/confirmation',
    summary: 'Publish a statement that another person proposed',
    repeats: true,
    access: 'session',
    allows: { ...allow.reviewers, fresh: true },
    input: { params: ofSaying },
    output: PublicStatement,
    status: 201,
    refusals: ['not_found', 'forbidden', 'cross_site', 'own_work', 'wrong_state', 'identity_unconfirmed', 'withdrawn'],
  }),
  dropSaying: door('dropSaying', {
    method: 'DELETE',
    path: '/api/dossiers/{id}/statements/proposals/{saying}',
    summary: 'Drop a proposed statement; nothing of it is published',
    access: 'session',
    allows: allow.reviewers,
    input: { params: ofSaying },
    output: z.undefined(),
    status: 204,
    refusals: ['not_found', 'forbidden', 'cross_site', 'wrong_state'],
  }),
  withdrawSaying: door('withdrawSaying', {
    method: 'POST',
    path: '/api/dossiers/{id}/statements/{statement}/withdrawal',
    summary: 'Withdraw a reply, request or answer with a reason, which the public sees in its place beside its hash',
    repeats: true,
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { params: params.extend({ statement: Id }), body: WithdrawRelease },
    output: WithdrawnStatement,
    refusals: [...writing, 'wrong_state'],
  }),
  statement: door('statement', {
    method: 'GET',
    path: '/api/public/statements/{statement}.json',
    summary: 'A reply, request or answer: exactly the bytes of which its `sha256` tells; a withdrawn one answers `gone` with its reason and hash',
    access: 'public',
    input: { params: z.object({ statement: Id }) },
    output: z.unknown(),
    media: 'application/json; charset=utf-8',
    refusals: ['not_found', 'withdrawn'],
  }),
};
