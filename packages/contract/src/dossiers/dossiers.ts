import * as z from 'zod';
import { LawVerdict, PracticeVerdict, Proof, ReviewStatus } from '../assessments/verdicts.ts';
import { allow, doorsOf } from '../door.ts';
import { GapKind, Lack } from '../gaps/kinds.ts';
import { Day, ElementCode, Id, Iso3, Line, LookBack, May, Moment, Paging, Prose, Version } from '../shapes.ts';
import { Assigned, assignments } from './assignments.ts';
import { coalition } from './coalition.ts';
import { handOver } from './hand-over.ts';

export * from './assignments.ts';
export * from './coalition.ts';
export * from './hand-over.ts';

export const DossierKind = z.enum(['own', 'independent']);
export type DossierKind = z.infer<typeof DossierKind>;
/** A dossier as reports name it. */
export const NamedDossier = z.object({ id: Id, title: z.string(), kind: DossierKind, iso3: z.string(), stateName: z.string(), organisation: z.string() });

/** Legal grounds on which an element does not apply: a closed list. */
export const Ground = z.enum([
  'extradition_conditional_on_treaty', // 5.3
  'no_later_extradition_treaty', // 5.1-2
  'party_to_the_crc', // 12.2-2
  'not_party_to_the_crc', // 12.2-1
  'not_in_a_position_to_assist', // 10.4
]);
export type Ground = z.infer<typeof Ground>;

/** A fact of the State that decides whether an element applies. `null`: not known, so the element stays in. */
const Fact = z.object({ answer: z.boolean().nullable(), basis: Prose(1000).default('') });
export const DossierFacts = z
  .object({
    /** Does the State make extradition conditional on a treaty? `true` takes 5.3 out. */
    extraditionConditionalOnTreaty: Fact,
    /** Has it concluded an extradition treaty since entry into force? `false` takes 5.1-2 out. */
    laterExtraditionTreaty: Fact,
    /** Is it in a position to provide assistance? `false` takes 10.4 out. */
    inPositionToAssist: Fact,
  })
  .superRefine((facts, ctx) => {
    for (const [name, fact] of Object.entries(facts))
      if (fact.answer !== null && fact.basis === '')
        ctx.addIssue({ code: 'custom', path: [name, 'basis'], message: 'Say how you know: the law, treaty or decision that shows it' });
  })
  .meta({ id: 'DossierFacts' });
export type DossierFacts = z.infer<typeof DossierFacts>;

/** Years after which a piece of a kind no longer shows how things are; what is not named follows the house rule (decision 0006). */
export const ShelfLife = z
  .partialRecord(
    z.enum(['law', 'judgment', 'policy', 'budget', 'statistics', 'training_record', 'institution', 'agreement', 'report']),
    z.number().int().min(1).max(50).nullable(),
  )
  .meta({ id: 'ShelfLife' });
export type ShelfLife = z.infer<typeof ShelfLife>;
/** The years of the house rule (decision 0006), as `app.out_of_date_on` counts them; a kind that is not named never ages. */
export const houseShelfLife: ShelfLife = { statistics: 3, budget: 2, training_record: 3, report: 5, institution: 5 };
export const ReviseShelfLife = z.object({ version: Version, shelfLife: ShelfLife }).meta({ id: 'ReviseShelfLife' });

export const OpenDossier = z
  .object({
    iso3: Iso3,
    treaty: z.literal('opsc').optional(),
    title: Line(200),
    periodFrom: Day.nullable().default(null),
    periodTo: Day.nullable().default(null),
    facts: DossierFacts.optional(),
    /** Members among whom the elements that apply are dealt at once, obligation by obligation; each can be given to somebody else later. */
    team: z.array(Id).max(20, 'At most twenty people at the start').optional(),
  })
  .refine((d) => !d.periodFrom || !d.periodTo || d.periodFrom <= d.periodTo, { path: ['periodTo'], message: 'The period ends before it begins' })
  .meta({ id: 'OpenDossier' });

export const ReviseFacts = z.object({ version: Version, facts: DossierFacts }).meta({ id: 'ReviseFacts' });

/** Of the elements that apply, how many are assessed at all, and how many met, by strength of proof. */
export const Tally = z
  .object({
    applicable: z.number().int(),
    assessed: z.number().int(),
    claimed: z.number().int(),
    evidenced: z.number().int(),
    verified: z.number().int(),
  })
  .meta({ id: 'Tally' });
export type Tally = z.infer<typeof Tally>;
export const Lanes = z.object({ law: Tally, practice: Tally }).meta({ id: 'Lanes' });

const DossierHead = {
  id: Id,
  version: z.number().int(),
  title: z.string(),
  kind: DossierKind,
  iso3: z.string(),
  stateName: z.string(),
  organisation: z.object({ id: Id, name: z.string(), kind: z.enum(['government', 'ngo', 'nhri', 'operator']) }),
  catalogueVersion: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  openedAt: Moment,
};
export const DossierSummary = z
  .object({
    ...DossierHead,
    coverage: Lanes,
    lastChangedAt: Moment.nullable(),
    awaitingReview: z.number().int(),
    /** Requests for evidence that wait for the reader. */
    requestsForMe: z.number().int(),
  })
  .meta({ id: 'DossierSummary' });
export type DossierSummary = z.infer<typeof DossierSummary>;

export const Deadline = z
  .object({
    kind: z.enum(['entry-into-force', 'initial-report', 'next-report']),
    on: z.string().nullable(),
    rule: z.string(),
    source: z.string().nullable(),
    isOverride: z.boolean(),
  })
  .meta({ id: 'Deadline' });

export const Dossier = z
  .object({
    ...DossierHead,
    openedBy: z.string(),
    facts: DossierFacts,
    /** Years of shelf life by kind of evidence that this dossier sets for itself; null: never out of date by age. */
    shelfLife: ShelfLife,
    deadlines: z.array(Deadline),
    applicability: z.array(z.object({ element: ElementCode, applies: z.boolean(), ground: Ground.nullable(), reason: z.string().nullable() })),
    may: z.object({ reviseFacts: May, recordAssessment: May, addEvidence: May, review: May, export: May, assign: May }),
  })
  .meta({ id: 'Dossier' });
export type Dossier = z.infer<typeof Dossier>;

/** The current state of one element in a dossier. Verdicts are those of the standing judgement. */
export const ElementState = z
  .object({
    code: ElementCode,
    obligation: z.string(),
    article: z.number().int(),
    ordinal: z.number().int(),
    citation: z.string(),
    title: z.string(),
    section: z.string(),
    applies: z.boolean(),
    ground: Ground.nullable(),
    groundReason: z.string().nullable(),
    /** The judgement that counts: the last accepted one, else the last submitted one; drafts never count. */
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    lawProof: Proof,
    practiceProof: Proof,
    asOf: Day.nullable(),
    standingNumber: z.number().int().nullable(),
    /** Where the newest judgement stands in its review; null where nothing was ever recorded. */
    reviewStatus: ReviewStatus.nullable(),
    latestNumber: z.number().int().nullable(),
    recordedAt: Moment.nullable(),
    author: z.string().nullable(),
    supports: z.number().int(),
    contradicts: z.number().int(),
    outOfDate: z.number().int(),
    /** What the supporting pieces of the standing judgement lack, for each lane. */
    lacks: z.object({ law: z.array(Lack), practice: z.array(Lack) }),
    gaps: z.array(GapKind),
    ...Assigned,
  })
  .meta({ id: 'ElementState' });
export type ElementState = z.infer<typeof ElementState>;

/** One line of the checklist. The weakest element decides; one not assessed leaves the whole not assessed, unless one is already at the bottom. */
export const ObligationState = z
  .object({
    code: z.string(),
    article: z.number().int(),
    ordinal: z.number().int(),
    citation: z.string(),
    title: z.string(),
    section: z.string(),
    applies: z.boolean(),
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    lawProof: Proof,
    practiceProof: Proof,
    elements: z.array(ElementState),
  })
  .meta({ id: 'ObligationState' });
export type ObligationState = z.infer<typeof ObligationState>;

const params = z.object({ id: Id });
const door = doorsOf('dossiers');
export const dossiers = {
  ...assignments,
  ...coalition,
  ...handOver,
  list: door('list', {
    method: 'GET',
    path: '/api/dossiers',
    summary: 'The dossiers of my organisation',
    access: 'session',
    allows: allow.readers,
    input: { query: Paging.extend({ iso3: Iso3.optional(), q: z.string().max(200).optional() }) },
    output: z.object({ items: z.array(DossierSummary), total: z.number().int() }),
  }),
  open: door('open', {
    method: 'POST',
    path: '/api/dossiers',
    summary: 'Open a dossier on a State: which elements apply follows from its dates and facts',
    repeats: true,
    access: 'session',
    allows: allow.leads,
    input: { body: OpenDossier },
    output: Dossier,
    status: 201,
    refusals: ['forbidden', 'state_unknown', 'not_a_party', 'already_exists', 'cross_site', 'unsupported_media_type'],
  }),
  get: door('get', {
    method: 'GET',
    path: '/api/dossiers/{id}',
    summary: 'One dossier: facts, deadlines, applicability',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params, query: LookBack },
    output: Dossier,
    refusals: ['not_found', 'moment_unusable'],
  }),
  reviseFacts: door('reviseFacts', {
    method: 'PUT',
    path: '/api/dossiers/{id}/facts',
    summary: 'Revise the facts that decide which elements apply',
    access: 'session',
    allows: allow.leads,
    input: { params, body: ReviseFacts },
    output: Dossier,
    refusals: ['not_found', 'forbidden', 'stale_version', 'cross_site', 'unsupported_media_type'],
  }),
  reviseShelfLife: door('reviseShelfLife', {
    method: 'PUT',
    path: '/api/dossiers/{id}/shelf-life',
    summary: 'Set after how many years evidence of each kind is out of date in this dossier',
    access: 'session',
    allows: allow.leads,
    input: { params, body: ReviseShelfLife },
    output: Dossier,
    refusals: ['not_found', 'forbidden', 'stale_version', 'cross_site', 'unsupported_media_type'],
  }),
  obligations: door('obligations', {
    method: 'GET',
    path: '/api/dossiers/{id}/obligations',
    summary: 'The checklist: 37 obligations and the current state of their elements',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params, query: LookBack },
    output: z.object({ dossier: Id, items: z.array(ObligationState), total: z.number().int() }),
    refusals: ['not_found', 'moment_unusable'],
  }),
};
