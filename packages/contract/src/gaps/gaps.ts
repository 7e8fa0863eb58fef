import * as z from 'zod';
import { Lane, LawVerdict, PracticeVerdict } from '../assessments/verdicts.ts';
import { allow, doorsOf } from '../door.ts';
import { Assigned } from '../dossiers/assignments.ts';
import { Lanes } from '../dossiers/dossiers.ts';
import { anyOf, Day, ElementCode, Id, LookBack, Moment, Paging } from '../shapes.ts';
import { ContestFact, GapKind, Lack, NextStep } from './kinds.ts';

export const Coverage = z
  .object({
    dossier: Id,
    /** The day on which evidence was held against its dates. */
    on: Day,
    overall: Lanes,
    byArticle: z.array(Lanes.extend({ article: z.number().int() })),
    bySection: z.array(Lanes.extend({ section: z.string() })),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

export const Gap = z
  .object({
    kind: GapKind,
    /** The lane it lies in; null where it concerns the judgement as a whole. */
    lane: Lane.nullable(),
    element: ElementCode,
    obligation: z.string(),
    article: z.number().int(),
    ordinal: z.number().int(),
    section: z.string(),
    citation: z.string(),
    title: z.string(),
    /** Why, in one English sentence; the parts are in `facts`, for other languages. */
    why: z.string(),
    facts: z.object({
      law: LawVerdict.nullable(),
      practice: PracticeVerdict.nullable(),
      reason: z.string().nullable(),
      evidence: z.number().int(),
      lacks: z.array(Lack),
      /** Cited passages whose words no longer stand in the newest revision of their piece. */
      passagesGone: z.number().int(),
      /** Of a contested point: with whom, and how far apart; null for every other kind. */
      contest: ContestFact.nullable(),
    }),
    since: Moment.nullable(),
    next: NextStep,
    /** Requests for evidence on the element that are not finished: how many, of which overdue, and of which waiting for the reader. */
    requests: z.object({ unfinished: z.number().int(), overdue: z.number().int(), mine: z.number().int() }),
    ...Assigned,
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof Gap>;

export const GapQuery = Paging.extend({
  kind: anyOf(GapKind),
  lane: Lane.optional(),
  article: anyOf(z.coerce.number().int().min(1).max(12)),
  section: anyOf(z.string().max(8)),
  next: anyOf(NextStep),
  /** Ids of bodies or of persons; `none`: given to nobody. */
  body: anyOf(z.union([Id, z.literal('none')])),
  owner: anyOf(z.union([Id, z.literal('none')])),
  /** Given to me, or to my body and to nobody in it. */
  mine: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  sort: z.enum(['priority', 'element', 'kind', 'since', 'section']).default('priority'),
  direction: z.enum(['asc', 'desc']).default('asc'),
}).extend(LookBack.shape);

const params = z.object({ id: Id });
const door = doorsOf('gaps');
export const gaps = {
  coverage: door('coverage', {
    method: 'GET',
    path: '/api/dossiers/{id}/coverage',
    summary: 'Claimed, evidenced and verified, in law and in practice: by article, by section and in all',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params, query: LookBack },
    output: Coverage,
    refusals: ['not_found', 'moment_unusable'],
  }),
  list: door('list', {
    method: 'GET',
    path: '/api/dossiers/{id}/gaps',
    summary: 'The gap list: why, since when, and the next sensible step',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params, query: GapQuery },
    output: z.object({ items: z.array(Gap), total: z.number().int(), byKind: z.record(GapKind, z.number().int()) }),
    refusals: ['not_found', 'moment_unusable'],
  }),
};
