// A coalition: organisations that work in one dossier by invitation of its lead (decision 0043).
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Id, Line, May, Moment } from '../shapes.ts';

const Organisation = z.object({ id: Id, name: z.string(), kind: z.enum(['government', 'ngo', 'nhri', 'operator']) });

export const CoalitionStanding = z.enum(['invited', 'joined', 'declined', 'taken_back', 'left', 'removed']);
export type CoalitionStanding = z.infer<typeof CoalitionStanding>;

/** An organisation that was asked into a dossier, and what it gave; who left keeps its place in the list. */
export const CoalitionMember = z
  .object({
    organisation: z.object({ id: Id, name: z.string() }),
    standing: CoalitionStanding,
    invitedAt: Moment,
    answeredAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    /** Who of its people gave something, by name as it was then. */
    people: z.array(z.string()),
    judgements: z.number().int(),
    evidence: z.number().int(),
    may: z.object({ end: May }),
  })
  .meta({ id: 'CoalitionMember' });
export type CoalitionMember = z.infer<typeof CoalitionMember>;

export const Coalition = z
  .object({ lead: Organisation, items: z.array(CoalitionMember), total: z.number().int(), may: z.object({ invite: May }) })
  .meta({ id: 'Coalition' });
export type Coalition = z.infer<typeof Coalition>;

/** `organisation`: its name as it stands on its publications, in full. */
export const InviteToCoalition = z.object({ organisation: Line(200) }).meta({ id: 'InviteToCoalition' });
export const AnswerCoalition = z.object({ answer: z.enum(['accept', 'decline', 'leave']) }).meta({ id: 'AnswerCoalition' });

/** A dossier into which my organisation was asked, or in which it works. */
export const SharedDossier = z
  .object({
    dossier: Id,
    title: z.string(),
    iso3: z.string(),
    stateName: z.string(),
    host: Organisation,
    standing: z.enum(['invited', 'joined']),
    invitedAt: Moment,
    may: z.object({ answer: May }),
  })
  .meta({ id: 'SharedDossier' });
export type SharedDossier = z.infer<typeof SharedDossier>;

const auditors = ['ngo', 'nhri'] as const;
const params = z.object({ id: Id });
const writing = ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'] as const;
const door = doorsOf('dossiers');
export const coalition = {
  coalition: door('coalition', {
    method: 'GET',
    path: '/api/dossiers/{id}/coalition',
    summary: 'The organisations of the coalition of a dossier, with what each gave',
    guests: true,
    access: 'session',
    allows: { ...allow.readers, key: null },
    input: { params },
    output: Coalition,
    refusals: ['not_found'],
  }),
  inviteToCoalition: door('inviteToCoalition', {
    method: 'POST',
    path: '/api/dossiers/{id}/coalition',
    summary: 'Ask an organisation into a dossier, by its name; its lead accepts or declines',
    repeats: true,
    access: 'session',
    allows: { ...allow.leads, kinds: auditors },
    input: { params, body: InviteToCoalition },
    output: Coalition,
    status: 201,
    refusals: [...writing, 'already_exists'],
  }),
  endInCoalition: door('endInCoalition', {
    method: 'DELETE',
    path: '/api/dossiers/{id}/coalition/{organisation}',
    summary: 'Take an invitation into a dossier back, or end the membership; what was given stays, attributed',
    access: 'session',
    allows: { ...allow.leads, kinds: auditors },
    input: { params: z.object({ id: Id, organisation: Id }) },
    output: Coalition,
    refusals: ['not_found', 'forbidden', 'cross_site'],
  }),
  coalitions: door('coalitions', {
    method: 'GET',
    path: '/api/coalitions',
    summary: 'Dossiers of other organisations into which mine was asked, or in which it works',
    access: 'session',
    allows: { ...allow.readers, key: null },
    output: z.object({ items: z.array(SharedDossier), total: z.number().int() }),
  }),
  answerCoalition: door('answerCoalition', {
    method: 'POST',
    path: '/api/coalitions/{id}/answer',
    summary: 'Accept or decline an invitation into a dossier, or leave its coalition',
    access: 'session',
    allows: { ...allow.leads, kinds: auditors },
    input: { params, body: AnswerCoalition },
    output: z.object({ dossier: Id, standing: CoalitionStanding }),
    refusals: writing,
  }),
};
