// The brief of a post or a body: what is due, and why each status stands; for whoever takes the work over.
import * as z from 'zod';
import { LawVerdict, PracticeVerdict, Proof, ReviewStatus } from '../assessments/verdicts.ts';
import { allow, doorsOf } from '../door.ts';
import { Deadline } from '../dossiers/dossiers.ts';
import { GapKind, NextStep } from '../gaps/kinds.ts';
import { BodyName } from '../people/bodies.ts';
import { Role } from '../people/roles.ts';
import { Day, ElementCode, Id, Moment } from '../shapes.ts';

/** A judgement in short: what it says and how its author knew. */
const Judged = z.object({ number: z.number().int(), status: ReviewStatus, author: z.string(), recordedAt: Moment, reasons: z.string() });

export const BriefElement = z
  .object({
    dossier: Id,
    code: ElementCode,
    obligation: z.string(),
    article: z.number().int(),
    citation: z.string(),
    title: z.string(),
    /** `post`: given to the person · `body`: to the body, and to nobody in it · `author`: a draft or returned judgement of the person's own. */
    because: z.enum(['post', 'body', 'author']),
    body: BodyName.nullable(),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    /** From whom it was passed on, where somebody left. */
    handedOver: z.object({ from: z.string(), at: Moment }).nullable(),
    law: LawVerdict.nullable(),
    practice: PracticeVerdict.nullable(),
    lawProof: Proof,
    practiceProof: Proof,
    asOf: Day.nullable(),
    /** The judgement that counts. */
    standing: Judged.nullable(),
    /** The newest one, where it is another: a draft, one under review or a returned one. */
    latest: Judged.nullable(),
    /** What the reviewer asked for, where the newest was returned. */
    returned: z.string().nullable(),
    supports: z.number().int(),
    contradicts: z.number().int(),
    outOfDate: z.number().int(),
    gaps: z.array(GapKind),
    next: z.array(NextStep),
  })
  .meta({ id: 'BriefElement' });
export type BriefElement = z.infer<typeof BriefElement>;

export const Brief = z
  .object({
    organisation: z.string(),
    /** Whose post it is; null for the brief of a body. */
    person: z.object({ id: Id, name: z.string(), role: Role, isMember: z.boolean() }).nullable(),
    body: BodyName.nullable(),
    /** The day against which dates of evidence were held. */
    on: Day,
    madeAt: Moment,
    counts: z.object({
      elements: z.number().int(),
      returned: z.number().int(),
      drafts: z.number().int(),
      awaiting: z.number().int(),
      notAssessed: z.number().int(),
    }),
    dossiers: z.array(z.object({ id: Id, title: z.string(), iso3: z.string(), stateName: z.string(), deadlines: z.array(Deadline) })),
    elements: z.array(BriefElement),
  })
  .meta({ id: 'Brief' });
export type Brief = z.infer<typeof Brief>;

/** Of a person or of a body; neither: of myself. */
const query = z.object({ person: Id.optional(), body: Id.optional() });
const door = doorsOf('reports');
export const brief = {
  brief: door('brief', {
    method: 'GET',
    path: '/api/brief',
    summary: 'The brief of a post or a body: what is due and why each status stands',
    access: 'session',
    allows: allow.exporters,
    input: { query },
    output: Brief,
    refusals: ['not_found'],
  }),
  briefJson: door('briefJson', {
    method: 'GET',
    path: '/api/brief.json',
    summary: 'The brief as a JSON file',
    access: 'session',
    allows: allow.exporters,
    input: { query },
    output: Brief,
    media: 'application/json; charset=utf-8',
    refusals: ['not_found'],
  }),
  briefCsv: door('briefCsv', {
    method: 'GET',
    path: '/api/brief.csv',
    summary: 'The brief as CSV, one row for each element; safe to open in a spreadsheet',
    access: 'session',
    allows: allow.exporters,
    input: { query },
    output: z.string(),
    media: 'text/csv; charset=utf-8',
    refusals: ['not_found'],
  }),
};
