// The transposition table: provisions of national laws and the elements of the treaty that each serves (decision 0021).
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Ground, NamedDossier } from '../dossiers/dossiers.ts';
import { Copied, Day, ElementCode, Id, Line, LookBack, May, Moment, Paging, pageOf } from '../shapes.ts';
import { IdentityConfirmed } from './identity/identity.ts';
import { KeptPenalty, Penalty } from './penalties.ts';

export * from './penalties.ts';

/** What a revision did: a correction mends the record of the same wording, an amendment tells that the law itself changed. */
export const ProvisionChange = z.enum(['added', 'corrected', 'amended', 'withdrawn']);
export type ProvisionChange = z.infer<typeof ProvisionChange>;
/** Where a wording stands on a day. A provision without a first day is held to be in force. */
export const ForceState = z.enum(['in_force', 'not_yet', 'ended']);
export type ForceState = z.infer<typeof ForceState>;

const ContentFields = {
  /** Article, section or paragraph as the law numbers it: "s. 181B(1)". */
  article: Line(80),
  title: Line(300, 0).default(''),
  inForceFrom: Day.nullable().default(null),
  inForceTo: Day.nullable().default(null),
  penalties: z.array(Penalty).max(10).default([]),
  /** The words of the provision, or the part of them that matters. */
  text: Copied(10_000).default(''),
  /** Elements of the treaty that it serves. */
  elements: z
    .array(ElementCode)
    .min(1, 'Tick at least one element')
    .max(51)
    .refine((codes) => new Set(codes).size === codes.length, 'Name each element once'),
};
const inOrder = <T extends z.ZodType<{ inForceFrom: string | null; inForceTo: string | null }>>(schema: T) =>
  schema.refine((p) => !p.inForceFrom || !p.inForceTo || p.inForceFrom <= p.inForceTo, {
    path: ['inForceTo'],
    message: 'It ends before it comes into force',
  });

export const AddNationalProvision = inOrder(z.object({ law: Id, ...ContentFields })).meta({ id: 'AddNationalProvision' });
export const ReviseNationalProvision = inOrder(z.object({ version: z.number().int().min(1), change: z.enum(['corrected', 'amended']), ...ContentFields }))
  .refine((p) => p.change !== 'amended' || p.inForceFrom !== null, { path: ['inForceFrom'], message: 'Say from which day the amended wording is in force' })
  .meta({ id: 'ReviseNationalProvision' });
export type NationalProvisionContent = Omit<z.output<typeof AddNationalProvision>, 'law'>;

const kept = {
  article: z.string(),
  title: z.string(),
  inForceFrom: Day.nullable(),
  inForceTo: Day.nullable(),
  penalties: z.array(KeptPenalty),
  text: z.string(),
  elements: z.array(ElementCode),
};

/** A provision in the wording of the day asked for; where none is in force then, the one before it, else the first. */
export const NationalProvision = z
  .object({
    id: Id,
    version: z.number().int(),
    law: z.object({ id: Id, title: z.string(), citation: z.string(), language: z.string(), isRestricted: z.boolean(), isWithdrawn: z.boolean() }),
    ...kept,
    force: ForceState,
    /** Which of its wordings this is, from 1, and how many there are. */
    wording: z.number().int(),
    wordings: z.number().int(),
    /** First day of the wording that follows this one. */
    amendedFrom: Day.nullable(),
    withdrawn: z.object({ at: Moment, reason: z.string() }).nullable(),
    addedBy: z.string(),
    addedAt: Moment,
    changedAt: Moment,
    may: z.object({ revise: May, withdraw: May }),
  })
  .meta({ id: 'NationalProvision' });
export type NationalProvision = z.infer<typeof NationalProvision>;

export const NationalProvisionRevision = z
  .object({
    number: z.number().int(),
    change: ProvisionChange,
    wording: z.number().int(),
    ...kept,
    /** Why it was withdrawn by this revision. */
    reason: z.string().nullable(),
    recordedAt: Moment,
    recordedBy: z.string(),
  })
  .meta({ id: 'NationalProvisionRevision' });
export type NationalProvisionRevision = z.infer<typeof NationalProvisionRevision>;

/** A provision as the correlation table shows it. */
const Correlated = NationalProvision.omit({ may: true, withdrawn: true, addedBy: true, addedAt: true, changedAt: true, elements: true });
/** One element and what of the national law serves it: none in force is a hole and shown as such. */
export const CorrelationRow = z
  .object({
    element: ElementCode,
    obligation: z.string(),
    article: z.number().int(),
    citation: z.string(),
    title: z.string(),
    wording: z.string().meta({ description: 'The words of the treaty' }),
    applies: z.boolean(),
    ground: Ground.nullable(),
    /** In force on the day, in the order of the laws and their articles. */
    provisions: z.array(Correlated),
    /** Provisions that are recorded for it but not in force on the day. */
    notInForce: z.number().int(),
  })
  .meta({ id: 'CorrelationRow' });
export type CorrelationRow = z.infer<typeof CorrelationRow>;

export const Correlation = z
  .object({
    dossier: NamedDossier,
    on: Day,
    articles: z.object({ from: z.number().int(), to: z.number().int() }),
    items: z.array(CorrelationRow),
    counts: z.object({
      /** Elements that apply. */
      elements: z.number().int(),
      /** Of these, with at least one provision in force. */
      served: z.number().int(),
      holes: z.number().int(),
      /** Different provisions in the table. */
      provisions: z.number().int(),
    }),
  })
  .meta({ id: 'Correlation' });
export type Correlation = z.infer<typeof Correlation>;

/** The day on which force is looked at (by default the day viewed), and the articles of the treaty. */
export const CorrelationQuery = LookBack.extend({
  on: Day.optional(),
  from: z.coerce.number().int().min(1).max(12).default(3),
  to: z.coerce.number().int().min(1).max(12).default(7),
}).refine((q) => q.from <= q.to, { path: ['to'], message: 'It ends before it begins' });

const params = z.object({ id: Id });
const one = z.object({ id: Id, provision: Id });
const writing = ['not_found', 'forbidden', 'wrong_state', 'already_exists', 'cross_site', 'unsupported_media_type'] as const;
const door = doorsOf('evidence');
export const nationalProvisions = {
  nationalProvisions: door('nationalProvisions', {
    method: 'GET',
    path: '/api/dossiers/{id}/national-provisions',
    summary: 'Provisions of national laws, each with the elements that it serves',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: {
      params,
      query: Paging.extend({
        /** Words in its article, title or text, or in the title of its law. */
        q: z.string().max(200).optional(),
        element: ElementCode.optional(),
        /** Article of the treaty. */
        article: z.coerce.number().int().min(1).max(12).optional(),
        law: Id.optional(),
        /** The day on which force is looked at; by default the day viewed. */
        on: Day.optional(),
        force: ForceState.optional(),
        /** `withdrawn`: withdrawn ones and those of withdrawn laws. */
        state: z.enum(['standing', 'withdrawn']).default('standing'),
      }).extend(LookBack.shape),
    },
    output: pageOf(NationalProvision),
    refusals: ['not_found', 'moment_unusable'],
  }),
  addNationalProvision: door('addNationalProvision', {
    method: 'POST',
    path: '/api/dossiers/{id}/national-provisions',
    summary: 'Enter a provision of a law for every element that it serves',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params, body: z.intersection(AddNationalProvision, IdentityConfirmed) },
    output: NationalProvision,
    status: 201,
    refusals: [...writing.filter((code) => code !== 'wrong_state'), 'identity_unconfirmed'],
  }),
  reviseNationalProvision: door('reviseNationalProvision', {
    method: 'PUT',
    path: '/api/dossiers/{id}/national-provisions/{provision}',
    summary: 'Correct what is recorded of a provision, or enter its amended wording; the earlier revision is kept',
    access: 'session',
    allows: allow.writers,
    input: { params: one, body: z.intersection(ReviseNationalProvision, IdentityConfirmed) },
    output: NationalProvision,
    refusals: [...writing, 'stale_version', 'identity_unconfirmed'],
  }),
  withdrawNationalProvision: door('withdrawNationalProvision', {
    method: 'POST',
    path: '/api/dossiers/{id}/national-provisions/{provision}/withdrawal',
    summary: 'Withdraw a provision with a reason; it stays readable in the history',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params: one, body: z.object({ version: z.number().int().min(1), reason: Line(1000) }) },
    output: NationalProvision,
    refusals: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'cross_site', 'unsupported_media_type'],
  }),
  nationalProvisionRevisions: door('nationalProvisionRevisions', {
    method: 'GET',
    path: '/api/dossiers/{id}/national-provisions/{provision}/revisions',
    summary: 'Every revision of a provision, newest first',
    access: 'session',
    allows: allow.readers,
    input: { params: one, query: LookBack },
    output: z.object({ law: Id, items: z.array(NationalProvisionRevision), total: z.number().int() }),
    refusals: ['not_found', 'moment_unusable'],
  }),
  correlation: door('correlation', {
    method: 'GET',
    path: '/api/dossiers/{id}/correlation',
    summary: 'Correlation table: for every element of the articles asked for, the provisions in force on a day; holes are shown',
    access: 'session',
    allows: allow.readers,
    input: { params, query: CorrelationQuery },
    output: Correlation,
    refusals: ['not_found', 'moment_unusable'],
  }),
};
