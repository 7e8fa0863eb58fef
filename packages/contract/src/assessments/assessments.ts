import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { ElementState } from '../dossiers/dossiers.ts';
import { EvidenceKind } from '../evidence/evidence.ts';
import { IdentityConfirmed } from '../evidence/identity/identity.ts';
import { Role } from '../people/people.ts';
import { Copied, Day, ElementCode, Id, Line, LookBack, May, Moment, Paging, Prose, Sha256 } from '../shapes.ts';
import { LawVerdict, PracticeVerdict, ReviewStatus, Stance } from './verdicts.ts';

/**
 * A passage in the text that was read from a file: the page (or part, where the file has no pages), its characters `from` (included) to `to` (not),
 * counted in code points from 0 within that page, and the words themselves, which must stand there.
 */
export const Passage = z
  .object({
    file: Id,
    page: z.number().int().min(1).max(1_000_000),
    from: z.number().int().min(0).max(100_000_000),
    to: z.number().int().min(1).max(100_000_000),
    /** Null: as the newest judgement cites this very passage; for a restricted piece that is not open to the writer. */
    quote: Copied(2000).pipe(z.string().min(1, 'Mark at least a word')).nullable(),
  })
  .refine((p) => p.from < p.to, { path: ['to'], message: 'The passage ends before it begins' })
  .meta({ id: 'Passage' });
export type Passage = z.infer<typeof Passage>;

export const Cite = z
  .object({
    evidence: Id,
    /** Article, section, page or table within the piece. */
    pinpoint: Line(200, 0).default(''),
    stance: Stance.default('supports'),
    /** The passage cited, as marked in the text of one of the piece's files. */
    passage: Passage.nullable().default(null),
  })
  .meta({ id: 'Cite' });

/** A judgement on one element. At least one lane; reasons always ("Say how you know"). */
export const RecordAssessment = z
  .object({
    /** The number of the newest judgement that the writer saw; null where there was none. */
    basedOn: z.number().int().min(1).max(1_000_000).nullable(),
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    /** The day as of which it holds. */
    asOf: Day,
    periodFrom: Day.nullable().default(null),
    periodTo: Day.nullable().default(null),
    reasons: Prose(20_000).pipe(z.string().min(1, 'Say how you know')),
    /** What "appropriate", "as far as feasible" and the like were taken to mean here. */
    qualifierNote: Prose(2_000).default(''),
    /** Why the law complies although a column of the criminalisation matrix that the text mandates says no (decision 0042). */
    matrixReason: Prose(2_000).optional(),
    citations: z.array(Cite).max(100, 'At most 100 citations').default([]),
    /** Submit at once for review, or keep as draft. */
    submit: z.boolean().default(false),
  })
  .superRefine((a, ctx) => {
    if (!a.law && !a.practice) ctx.addIssue({ code: 'custom', path: ['law'], message: 'Choose a verdict in law, in practice, or both' });
    if (a.periodFrom && a.periodTo && a.periodFrom > a.periodTo)
      ctx.addIssue({ code: 'custom', path: ['periodTo'], message: 'The period ends before it begins' });
    const seen = new Set<string>();
    for (const [i, c] of a.citations.entries()) {
      const key = `${c.evidence} ${c.pinpoint} ${c.stance} ${c.passage?.file} ${c.passage?.page} ${c.passage?.from}`;
      if (seen.has(key)) ctx.addIssue({ code: 'custom', path: ['citations', i], message: 'This piece is cited twice with the same pinpoint' });
      seen.add(key);
    }
  })
  .meta({ id: 'RecordAssessment' });

export const ReviewAct = z.enum(['submit', 'accept', 'return']);
export type ReviewAct = z.infer<typeof ReviewAct>;
export const Review = z
  .object({ act: ReviewAct, reason: Prose(5_000).default('') })
  .refine((r) => r.act !== 'return' || r.reason !== '', { path: ['reason'], message: 'Say what is missing, so that the author can mend it' })
  .meta({ id: 'Review' });

/** A passage as it was cited. */
export const CitedPassage = z
  .object({
    file: Id,
    page: z.number().int().nullable(),
    from: z.number().int(),
    to: z.number().int(),
    /** The words; null where the piece is restricted today and not open to the asker. */
    quote: z.string().nullable(),
    /** Whether `page` is a printed page; else a part of a text without pages. */
    hasPages: z.boolean(),
    /** Whether its words still stand in the newest revision of the piece; null where that cannot be told, because a text is not read. */
    stands: z.boolean().nullable(),
  })
  .meta({ id: 'CitedPassage' });
export type CitedPassage = z.infer<typeof CitedPassage>;

export const Assessment = z
  .object({
    id: Id,
    /** 1, 2, 3 … for each element; a judgement is never changed, a new one supersedes it. */
    number: z.number().int(),
    element: ElementCode,
    status: ReviewStatus,
    /** True for the judgement that counts in coverage. */
    isStanding: z.boolean(),
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    asOf: Day,
    periodFrom: Day.nullable(),
    periodTo: Day.nullable(),
    reasons: z.string(),
    qualifierNote: z.string(),
    /** Why it is compliant although the criminalisation matrix speaks against it; null where that was not said. */
    matrixReason: z.string().nullable().optional(),
    /** The wording judged, frozen, and its hash. */
    wording: z.string(),
    wordingSha256: Sha256,
    catalogueVersion: z.string(),
    author: z.object({ id: Id, name: z.string(), role: Role, body: z.string().nullable() }),
    recordedAt: Moment,
    citations: z.array(
      z.object({
        evidence: Id,
        title: z.string(),
        kind: EvidenceKind,
        citation: z.string(),
        pinpoint: z.string(),
        stance: z.enum(['supports', 'contradicts']),
        isOutOfDate: z.boolean(),
        isWithdrawn: z.boolean(),
        /** The revision cited, and the newest there is. */
        revision: z.number().int(),
        newestRevision: z.number().int(),
        passage: CitedPassage.nullable(),
      }),
    ),
    reviews: z.array(z.object({ act: ReviewAct, by: z.string(), role: Role, at: Moment, reason: z.string() })),
    /** What differs from the judgement before it. */
    changed: z.array(z.enum(['law', 'practice', 'asOf', 'period', 'reasons', 'qualifierNote', 'citations', 'wording'])),
    may: z.object({ submit: May, accept: May, return: May }),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;

const params = z.object({ id: Id, code: ElementCode });
const door = doorsOf('assessments');
export const assessments = {
  history: door('history', {
    method: 'GET',
    path: '/api/dossiers/{id}/elements/{code}/assessments',
    summary: 'Every judgement on one element, newest first, with citations and reviews',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params, query: Paging.extend(LookBack.shape) },
    output: z.object({ state: ElementState, items: z.array(Assessment), total: z.number().int(), may: z.object({ record: May }) }),
    refusals: ['not_found', 'moment_unusable'],
  }),
  record: door('record', {
    method: 'POST',
    path: '/api/dossiers/{id}/elements/{code}/assessments',
    summary: 'Record a judgement on one element, as draft or submitted',
    repeats: true,
    guests: true,
    access: 'session',
    allows: allow.writers,
    input: { params, body: z.intersection(RecordAssessment, IdentityConfirmed) },
    output: Assessment,
    status: 201,
    refusals: [
      'not_found',
      'forbidden',
      'stale_version',
      'element_not_applicable',
      'purpose_required',
      'evidence_unknown',
      'identity_unconfirmed',
      'matrix_contradicts',
      'cross_site',
      'unsupported_media_type',
    ],
  }),
  review: door('review', {
    method: 'POST',
    path: '/api/dossiers/{id}/elements/{code}/assessments/{number}/reviews',
    summary: 'Submit, accept or return a judgement',
    repeats: true,
    guests: true,
    access: 'session',
    allows: allow.writers,
    input: { params: params.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }), body: z.intersection(Review, IdentityConfirmed) },
    output: Assessment,
    status: 201,
    refusals: ['not_found', 'forbidden', 'own_work', 'wrong_state', 'identity_unconfirmed', 'matrix_contradicts', 'cross_site', 'unsupported_media_type'],
  }),
};
