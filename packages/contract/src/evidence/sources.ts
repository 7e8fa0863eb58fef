// Who told, behind a piece of evidence: sealed, and read by named members only (decision 0030).
import * as z from 'zod';
import { type Allowance, allow, doorsOf } from '../door.ts';
import { Id, May, Moment, Name, Prose, Version } from '../shapes.ts';

/** What the source allowed, each for itself. */
export const SourceConsent = z.enum(['use', 'quote', 'name', 'pass_on', 'contact']);
export type SourceConsent = z.infer<typeof SourceConsent>;
/** What may happen to the source if it becomes known. */
export const SourceRisk = z.enum(['none_known', 'some', 'grave']);
export type SourceRisk = z.infer<typeof SourceRisk>;
/** Why a source is erased: a closed list, so that nothing of the source is told with it. */
export const SourceErasure = z.enum(['asked', 'danger', 'not_needed', 'mistake']);
export type SourceErasure = z.infer<typeof SourceErasure>;

/** What is known of a source; it stands nowhere but sealed, and leaves by an opening alone. */
export const SourceContent = z
  .object({
    name: Name(200),
    reach: Prose(1000).default(''),
    note: Prose(5000).default(''),
    consent: z.array(SourceConsent).max(SourceConsent.options.length).default([]),
    risk: SourceRisk,
  })
  .meta({ id: 'SourceContent' });
export type SourceContent = z.infer<typeof SourceContent>;

const Person = z.object({ id: Id, name: z.string() });
/** What its readers see of a source before it is opened: nothing of what is known of it. */
export const Source = z
  .object({
    id: Id,
    addedBy: Person,
    addedAt: Moment,
    /** The number of the newest revision. */
    version: z.number().int(),
    revisedBy: Person,
    revisedAt: Moment,
    readers: z.array(z.object({ person: Person, since: Moment, isWriter: z.boolean(), isActive: z.boolean(), may: z.object({ unname: May }) })),
    /** The asker alone, of those who are active, may read it. */
    isMineAlone: z.boolean(),
    erased: z.object({ by: Person, at: Moment, because: SourceErasure }).nullable(),
    may: z.object({ open: May, revise: May, name: May, erase: May }),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;
export const OpenedSource = z.object({ id: Id, version: z.number().int(), by: Person, at: Moment, content: SourceContent }).meta({ id: 'OpenedSource' });
export type OpenedSource = z.infer<typeof OpenedSource>;

/** People only, in whatever role: who reads is said by name. */
const named: Allowance = { ...allow.members, kinds: allow.leads.kinds };
const writers: Allowance = { ...allow.writers, key: null };
const piece = z.object({ id: Id, evidence: Id });
const one = piece.extend({ source: Id });
const refused = ['not_found', 'forbidden', 'wrong_state', 'cross_site', 'unsupported_media_type'] as const;
const door = doorsOf('evidence');
export const sources = {
  sources: door('sources', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources',
    summary: 'The sources behind a piece of which the asker is a named reader, without what is known of them',
    access: 'session',
    allows: named,
    input: { params: piece },
    output: z.object({ items: z.array(Source), may: z.object({ add: May }) }),
    refusals: ['not_found'],
  }),
  addSource: door('addSource', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources',
    summary: 'Write a source down, sealed; who writes it is its first reader',
    repeats: true,
    access: 'session',
    allows: writers,
    input: { params: piece, body: SourceContent },
    output: Source,
    status: 201,
    refusals: refused,
  }),
  openSource: door('openSource', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources/{source}/openings',
    summary: 'Open one revision of a source, the newest by default; the journal keeps that it was opened, and by whom',
    access: 'session',
    allows: { ...named, fresh: true },
    input: { params: one, body: z.object({ version: Version.nullable() }) },
    output: OpenedSource,
    refusals: refused,
  }),
  reviseSource: door('reviseSource', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources/{source}/revisions',
    summary: 'Write down anew what is known of a source; what was known before stays, sealed',
    access: 'session',
    allows: writers,
    input: { params: one, body: z.object({ version: Version, content: SourceContent }) },
    output: Source,
    status: 201,
    refusals: [...refused, 'stale_version'],
  }),
  nameSourceReader: door('nameSourceReader', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources/{source}/readers',
    summary: 'Name one more member who may read a source',
    access: 'session',
    allows: { ...named, fresh: true },
    input: { params: one, body: z.object({ person: Id }) },
    output: Source,
    refusals: refused,
  }),
  unnameSourceReader: door('unnameSourceReader', {
    method: 'DELETE',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources/{source}/readers/{person}',
    summary: 'Take a reader of a source back, oneself or another, but not who wrote it down, nor the last one',
    access: 'session',
    allows: { ...named, fresh: true },
    input: { params: one.extend({ person: Id }) },
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'forbidden', 'wrong_state', 'source_needs_reader', 'cross_site'],
  }),
  eraseSource: door('eraseSource', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/sources/{source}/erasure',
    summary: 'Erase what is known of a source, in every revision; that there was one is kept, for its readers',
    access: 'session',
    allows: { ...named, fresh: true },
    input: { params: one, body: z.object({ because: SourceErasure }) },
    output: Source,
    refusals: refused,
  }),
  unreadSources: door('unreadSources', {
    method: 'GET',
    path: '/api/organisation/unread-sources',
    summary: 'How many sources have no reader left, as after somebody was removed: they can only be erased',
    access: 'session',
    allows: allow.leads,
    output: z.object({ count: z.number().int() }),
  }),
  eraseUnreadSources: door('eraseUnreadSources', {
    method: 'POST',
    path: '/api/organisation/unread-sources/erasure',
    summary: 'Erase the sources that have no reader left',
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    output: z.object({ erased: z.number().int() }),
    refusals: ['forbidden', 'cross_site'],
  }),
};
