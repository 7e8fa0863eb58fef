// The criminalisation matrix: 22 acts of Article 3(1) by 29 columns, set for the State or a group of acts and overridden for one (decision 0042).
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { ElementCode, Id, Line, LookBack, May, Moment } from '../shapes.ts';
import { LawVerdict } from './verdicts.ts';

/** Order: best first; the last two say that the column does not bear on the act, and that somebody looked and could not tell. */
export const CriminalisationValue = z.enum(['yes', 'partly', 'no', 'not_applicable', 'unknown']);
export type CriminalisationValue = z.infer<typeof CriminalisationValue>;

/** Rows that can be set (the State, six groups, 22 acts) by 29 columns: as many cells as one request may set. */
export const mostCells = 29 * 29;

/** `STATE`: every act; a group (`SA` … `M`): the acts of one element; `R01` to `R22`: one act. The nearest one that says something holds. */
export const CriminalisationRow = z
  .string()
  .regex(/^(STATE|SA|SB|SC|SAD|P|M|R(0[1-9]|1\d|2[0-2]))$/, 'Name the State, a group or an act, such as STATE, SA or R01');
export const CriminalisationColumnCode = z.string().regex(/^C(0[1-9]|1\d|2\d)$/, 'Name a column from C01 to C29');

/** Where a cell was read: one national provision, a piece of evidence with its place, or words. */
export const CellSource = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('provision'), provision: Id }),
    z.object({ kind: z.literal('evidence'), evidence: Id, pinpoint: Line(200, 0).default('') }),
    z.object({ kind: z.literal('words'), words: Line(300) }),
  ])
  .meta({ id: 'CellSource' });
export type CellSource = z.infer<typeof CellSource>;

export const FillCell = z
  .object({
    row: CriminalisationRow,
    column: CriminalisationColumnCode,
    /** Null: nothing is said here any longer; what is set for the group or the State holds again. */
    value: CriminalisationValue.nullable(),
    source: CellSource.nullable().default(null),
  })
  .refine((cell) => cell.value !== null || cell.source === null, { path: ['source'], message: 'A cell that says nothing has no source' })
  .meta({ id: 'FillCell' });
export type FillCell = z.output<typeof FillCell>;

export const FillCriminalisation = z
  .object({
    /** The version of the matrix that was seen; 0: nothing was recorded yet. */
    version: z.number().int().min(0).max(2_147_483_647),
    cells: z
      .array(FillCell)
      .min(1, 'Set at least one cell')
      .max(mostCells, `At most ${mostCells} cells at once: the matrix has 29 rows and 29 columns. Nothing was changed; copy the part that belongs here.`),
  })
  .superRefine(({ cells }, ctx) => {
    const seen = new Set<string>();
    for (const [at, { row, column }] of cells.entries()) {
      if (seen.has(`${row} ${column}`)) ctx.addIssue({ code: 'custom', path: ['cells', at, 'column'], message: `The cell ${row} ${column} is set twice` });
      seen.add(`${row} ${column}`);
    }
  })
  .meta({ id: 'FillCriminalisation' });

/** What is recorded for a row and column. */
export const RecordedCell = z
  .object({
    row: z.string(),
    column: z.string(),
    value: CriminalisationValue,
    source: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('provision'), provision: Id, article: z.string(), law: z.string(), isWithdrawn: z.boolean() }),
        z.object({ kind: z.literal('evidence'), evidence: Id, title: z.string(), pinpoint: z.string(), isWithdrawn: z.boolean() }),
        z.object({ kind: z.literal('words'), words: z.string() }),
      ])
      .nullable(),
    /** The version of the matrix with which it came. */
    version: z.number().int(),
    recordedBy: z.string(),
    recordedAt: Moment,
  })
  .meta({ id: 'RecordedCell' });
export type RecordedCell = z.infer<typeof RecordedCell>;

export const CriminalisationForce = z.enum(['mandatory', 'qualified', 'conditional', 'optional', 'evidence']);

export const Criminalisation = z
  .object({
    dossier: Id,
    version: z.number().int(),
    columns: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        asks: z.string(),
        /** Article of the treaty, or section of the Committee's guidelines. */
        citation: z.string(),
        /** `mandatory`: the text mandates it without a condition of national law. */
        force: CriminalisationForce,
        note: z.string().nullable(),
        /** Elements whose verdict in law it bears on; `act`: that of the act itself. */
        feeds: z.array(z.string()),
      }),
    ),
    groups: z.array(z.object({ code: z.string(), element: ElementCode, citation: z.string(), title: z.string() })),
    acts: z.array(
      z.object({
        code: z.string(),
        group: z.string(),
        element: ElementCode,
        citation: z.string(),
        act: z.string(),
        object: z.string(),
        /** In the order of the columns: what holds, and the row that it comes from; both null where nobody has said anything. */
        cells: z.array(z.object({ value: CriminalisationValue.nullable(), from: z.string().nullable() })),
      }),
    ),
    /** Row by row as it was set, without what is inherited. */
    recorded: z.array(RecordedCell),
    /** The elements that the columns bear on, with the verdict in law that counts. */
    elements: z.array(
      z.object({
        code: ElementCode,
        citation: z.string(),
        title: z.string(),
        obligation: z.string(),
        applies: z.boolean(),
        law: LawVerdict.nullable(),
        /** Cells of mandated columns that say no: what speaks against `compliant`. */
        against: z.array(z.object({ act: z.string(), column: z.string() })),
        /** Why it counts as compliant although the matrix speaks against it; empty where nobody said why. */
        matrixReason: z.string(),
      }),
    ),
    may: z.object({ fill: May }),
  })
  .meta({ id: 'Criminalisation' });
export type Criminalisation = z.infer<typeof Criminalisation>;

const params = z.object({ id: Id });
const path = '/api/dossiers/{id}/criminalisation';
const door = doorsOf('assessments');
export const criminalisation = {
  criminalisation: door('criminalisation', {
    method: 'GET',
    path,
    summary: 'The criminalisation matrix: acts by columns, what holds and where it comes from, beside the verdicts in law',
    access: 'session',
    allows: allow.readers,
    input: { params, query: LookBack },
    output: Criminalisation,
    refusals: ['not_found', 'moment_unusable'],
  }),
  fillCriminalisation: door('fillCriminalisation', {
    method: 'PUT',
    path,
    summary: 'Set cells of the criminalisation matrix, all or none; what a cell said before is kept',
    access: 'session',
    allows: allow.writers,
    input: { params, body: FillCriminalisation },
    output: Criminalisation,
    refusals: ['not_found', 'forbidden', 'stale_version', 'evidence_unknown', 'cross_site', 'unsupported_media_type'],
  }),
};
