import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { anyOf, Day, ElementCode, Id, Line, LookBack, May, Moment, Paging, Prose, Version } from '../shapes.ts';
import { figures } from './figures.ts';
import { EvidenceFile, files } from './files.ts';
import { fileIdentity } from './identity/file-identity.ts';
import { IdentityConfirmed } from './identity/identity.ts';
import { nationalProvisions } from './national-provisions.ts';
import { openings } from './opening.ts';

export * from './figures.ts';
export * from './national-provisions.ts';

import { imports } from './import.ts';
import { requests } from './requests.ts';
import { sources } from './sources.ts';

export const EvidenceKind = z.enum(['law', 'judgment', 'policy', 'budget', 'statistics', 'training_record', 'institution', 'agreement', 'report']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
/** Who made a piece. All but `state_body` and `other` are independent of those whose duty is assessed. */
export const OriginatorKind = z.enum(['state_body', 'court', 'national_institution', 'civil_society', 'international_body', 'academic', 'media', 'other']);
export type OriginatorKind = z.infer<typeof OriginatorKind>;
/** How what it says came to be known. */
export const EvidenceMethod = z.enum([
  'text_of_law',
  'official_statistic',
  'administrative_record',
  'judgment',
  'survey',
  'testimony_summary',
  'observation',
  'media',
]);
export type EvidenceMethod = z.infer<typeof EvidenceMethod>;
export const Confidentiality = z.enum(['public', 'internal', 'restricted']);
export type Confidentiality = z.infer<typeof Confidentiality>;

const Link = z
  .string()
  .trim()
  .max(2000)
  .refine((s) => /^https?:\/\//i.test(s) && URL.canParse(s), 'Use a full web address that begins with http:// or https://');

const EvidenceFields = {
  kind: EvidenceKind,
  title: Line(300),
  /** How a lawyer or statistician would cite it: gazette number, case number, table. */
  citation: Line(500, 0).default(''),
  /** Who made it; kept apart from who collected it. */
  originator: Line(200),
  originatorKind: OriginatorKind.nullable().default(null),
  /** Who gathered it, where that is somebody else. */
  collector: Line(200, 0).default(''),
  method: EvidenceMethod.nullable().default(null),
  /** The part of the State it covers, in words, and whether that is the whole; null: not stated. */
  territory: Line(200, 0).default(''),
  coversWholeTerritory: z.boolean().nullable().default(null),
  /** Whom it is about, where that matters: "girls of 12 to 17 in care". */
  population: Line(300, 0).default(''),
  /** The piece of the same dossier that this one translates. */
  translationOf: Id.nullable().default(null),
  /** The day by which somebody should look at it again; after it, it is out of date. */
  reviewBy: Day.nullable().default(null),
  /** BCP 47. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language code such as en, fr or ar')
    .default('en'),
  /** Date of the thing itself. */
  datedOn: Day.nullable().default(null),
  inForceFrom: Day.nullable().default(null),
  inForceTo: Day.nullable().default(null),
  /** Period that figures or findings cover. */
  periodFrom: Day.nullable().default(null),
  periodTo: Day.nullable().default(null),
  confidentiality: Confidentiality.default('internal'),
  link: Link.nullable().default(null),
  summary: Prose(5000).default(''),
};
const inOrder = <T extends z.ZodType<{ inForceFrom: string | null; inForceTo: string | null; periodFrom: string | null; periodTo: string | null }>>(
  schema: T,
) =>
  schema
    .refine((e) => !e.inForceFrom || !e.inForceTo || e.inForceFrom <= e.inForceTo, { path: ['inForceTo'], message: 'It ends before it comes into force' })
    .refine((e) => !e.periodFrom || !e.periodTo || e.periodFrom <= e.periodTo, { path: ['periodTo'], message: 'The period ends before it begins' });

export const AddEvidence = inOrder(z.object(EvidenceFields)).meta({ id: 'AddEvidence' });
export const ReviseEvidence = inOrder(
  z.object({
    ...EvidenceFields,
    version: Version,
    /** Files that no longer belong to the piece from this revision on; they stay readable in the earlier ones. */
    removeFiles: z.array(Id).max(100).default([]),
  }),
).meta({ id: 'ReviseEvidence' });

export const Evidence = z
  .object({
    id: Id,
    version: z.number().int(),
    kind: EvidenceKind,
    title: z.string(),
    citation: z.string(),
    originator: z.string(),
    originatorKind: OriginatorKind.nullable(),
    collector: z.string(),
    method: EvidenceMethod.nullable(),
    territory: z.string(),
    coversWholeTerritory: z.boolean().nullable(),
    population: z.string(),
    translationOf: Id.nullable(),
    reviewBy: Day.nullable(),
    language: z.string(),
    datedOn: Day.nullable(),
    inForceFrom: Day.nullable(),
    inForceTo: Day.nullable(),
    periodFrom: Day.nullable(),
    periodTo: Day.nullable(),
    confidentiality: Confidentiality,
    link: z.string().nullable(),
    summary: z.string(),
    /** First day on which it is out of date: no longer in force, or older than its kind's shelf life; null: never. */
    outOfDateOn: Day.nullable(),
    isOutOfDate: z.boolean(),
    withdrawn: z.object({ at: Moment, reason: z.string() }).nullable(),
    /** When its content was erased for reasons of data protection. */
    erasedAt: Moment.nullable(),
    /** By which a list that was brought in knows it. */
    reference: z.string().nullable(),
    addedBy: z.string(),
    addedAt: Moment,
    changedAt: Moment,
    files: z.array(EvidenceFile),
    /** Elements whose newest or standing judgement cites it. */
    elements: z.array(ElementCode),
    /** `original`: download files with their metadata. */
    may: z.object({ revise: May, withdraw: May, addFile: May, erase: May, original: May }),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

/** What a piece said from one revision to the next. */
export const EvidenceRevision = z
  .object({
    number: z.number().int(),
    content: z.object({ ...EvidenceFields, link: z.string().nullable() }),
    /** Why it was withdrawn by this revision. */
    withdrawn: z.string().nullable(),
    isErased: z.boolean(),
    recordedAt: Moment,
    recordedBy: z.string(),
    /** The files that belonged to it. */
    files: z.array(EvidenceFile),
  })
  .meta({ id: 'EvidenceRevision' });
export type EvidenceRevision = z.infer<typeof EvidenceRevision>;

const params = z.object({ id: Id });
const piece = z.object({ id: Id, evidence: Id });
const door = doorsOf('evidence');
export const evidence = {
  list: door('list', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence',
    summary: 'The evidence library of a dossier',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: {
      params,
      query: Paging.extend({
        q: z.string().max(200).optional(),
        kind: anyOf(EvidenceKind),
        confidentiality: anyOf(Confidentiality),
        language: anyOf(z.string().max(20)),
        element: ElementCode.optional(),
        state: z.enum(['in_date', 'out_of_date', 'withdrawn', 'uncited', 'identity_undecided']).optional(),
        sort: z.enum(['title', 'datedOn', 'addedAt', 'kind']).default('addedAt'),
        direction: z.enum(['asc', 'desc']).default('desc'),
      }).extend(LookBack.shape),
    },
    output: z.object({ items: z.array(Evidence), total: z.number().int() }),
    refusals: ['not_found', 'moment_unusable'],
  }),
  add: door('add', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence',
    summary: 'Add a piece of evidence; files follow',
    repeats: true,
    guests: true,
    access: 'session',
    allows: allow.writers,
    input: { params, body: z.intersection(AddEvidence, IdentityConfirmed) },
    output: Evidence,
    status: 201,
    refusals: ['not_found', 'forbidden', 'identity_unconfirmed', 'cross_site', 'unsupported_media_type'],
  }),
  get: door('get', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/{evidence}',
    summary: 'One piece of evidence',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params: piece, query: LookBack },
    output: Evidence,
    refusals: ['not_found', 'moment_unusable'],
  }),
  revise: door('revise', {
    method: 'PUT',
    path: '/api/dossiers/{id}/evidence/{evidence}',
    summary: 'Revise a piece of evidence; the earlier revision is kept',
    access: 'session',
    allows: allow.writers,
    input: { params: piece, body: z.intersection(ReviseEvidence, IdentityConfirmed) },
    output: Evidence,
    refusals: ['not_found', 'forbidden', 'purpose_required', 'stale_version', 'identity_unconfirmed', 'wrong_state', 'cross_site', 'unsupported_media_type'],
  }),
  withdraw: door('withdraw', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/withdrawal',
    summary: 'Withdraw a piece with a reason; it stays readable in the history',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params: piece, body: z.object({ version: Version, reason: Line(1000) }) },
    output: Evidence,
    refusals: ['not_found', 'forbidden', 'stale_version', 'wrong_state', 'cross_site', 'unsupported_media_type'],
  }),
  revisions: door('revisions', {
    method: 'GET',
    path: '/api/dossiers/{id}/evidence/{evidence}/revisions',
    summary: 'Every revision of a piece, newest first, with the files that belonged to it',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params: piece, query: LookBack },
    output: z.object({ items: z.array(EvidenceRevision), total: z.number().int() }),
    refusals: ['not_found', 'moment_unusable'],
  }),
  erase: door('erase', {
    method: 'POST',
    path: '/api/dossiers/{id}/evidence/{evidence}/erasure',
    summary: 'Erase what a piece says, in every revision, for reasons of data protection; the event is kept',
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { params: piece, body: z.object({ version: Version, reason: Line(1000) }) },
    output: Evidence,
    refusals: ['not_found', 'forbidden', 'confirm_identity', 'stale_version', 'wrong_state', 'cross_site', 'unsupported_media_type'],
  }),
  ...figures,
  ...files,
  ...fileIdentity,
  ...nationalProvisions,
  ...openings,
  ...imports,
  ...requests,
  ...sources,
};
