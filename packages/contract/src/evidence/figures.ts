// Figures of a piece of statistics: counts by year, sex, age group and region, for a closed list of series (decision 0038).
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { ElementCode, Id, Line, LookBack, May, Moment } from '../shapes.ts';

/** What is counted. Offences by the acts of Article 3(1); victims are children, `trained` are professionals, the last three are requests and cases. */
export const FigureIndicator = z.enum([
  ...(['reported', 'investigated', 'prosecuted', 'convicted', 'victims'] as const),
  ...(['assisted', 'recovered', 'compensated', 'trained', 'extradition', 'legal_assistance', 'seized'] as const),
]);
export type FigureIndicator = z.infer<typeof FigureIndicator>;
export const FigureBreakdown = z.enum(['sex', 'age', 'region']);
export type FigureBreakdown = z.infer<typeof FigureBreakdown>;

const acts = ['3.1.a.i.a', '3.1.a.i.b', '3.1.a.i.c', '3.1.a.ii', '3.1.b', '3.1.c'];
const ofActs = FigureIndicator.options.slice(0, 5);
export interface FigureSeries {
  element: string;
  indicator: FigureIndicator;
}
/** The series that an annex is made of, in the order of the treaty: one without a figure is a hole and shown as one. */
export const figureSeries: readonly FigureSeries[] = [
  ...acts.flatMap((element) => ofActs.map((indicator) => ({ element, indicator }))),
  { element: '5.1-1', indicator: 'extradition' },
  { element: '6.1', indicator: 'legal_assistance' },
  { element: '7.a.ii', indicator: 'seized' },
  { element: '8.1.d', indicator: 'assisted' },
  { element: '8.4', indicator: 'trained' },
  { element: '9.3', indicator: 'recovered' },
  { element: '9.4', indicator: 'compensated' },
];
/** By what the Committee's guidelines ask a series to be broken down; professionals, requests and cases have neither the age nor the sex of a victim. */
export const figureBreakdowns: Record<FigureIndicator, readonly FigureBreakdown[]> = {
  ...{ reported: ['sex', 'age', 'region'], investigated: ['sex', 'age', 'region'], prosecuted: ['sex', 'age', 'region'], convicted: ['sex', 'age', 'region'] },
  ...{ victims: ['sex', 'age', 'region'], assisted: ['sex', 'age', 'region'], recovered: ['sex', 'age', 'region'], compensated: ['sex', 'age', 'region'] },
  ...{ trained: ['region'], extradition: [], legal_assistance: [], seized: ['region'] },
};
export const figureSexes = ['girls', 'boys', 'other'] as const;
export type FigureSex = (typeof figureSexes)[number] | 'all';

/** Null: not recorded, which is not nought. */
const Count = z.number().int('Write a whole number').min(0, 'A count is never below nought').max(1_000_000_000).nullable().default(null);
const FigureFields = {
  element: ElementCode,
  indicator: FigureIndicator,
  year: z.number().int('Write a year such as 2025').min(1990, 'Write a year from 1990 onwards').max(2100, 'Write a year such as 2025'),
  /** Empty: the whole of the State. */
  region: Line(100, 0).default(''),
  /** Empty: all ages; else whole years, both included, such as `12-14`, or `unknown`. */
  age: z
    .string()
    .trim()
    .regex(/^(|unknown|\d{1,2}-\d{1,2})$/, 'Write an age group such as 12-14, or leave it empty for all ages')
    .default(''),
  girls: Count,
  boys: Count,
  other: Count,
  all: Count,
};
export const FigureRow = z.object(FigureFields).meta({ id: 'FigureRow' });
export type FigureRow = z.output<typeof FigureRow>;

/** As many rows as one piece may have. */
export const mostFigureRows = 500;
export const RecordFigures = z
  .object({
    /** The number of the table that was seen; 0: there was none. */
    version: z.number().int().min(0).max(2_147_483_647),
    rows: z.array(FigureRow).max(mostFigureRows, 'At most 500 rows in one piece'),
  })
  .meta({ id: 'RecordFigures' });

export const Figures = z
  .object({
    version: z.number().int(),
    rows: z.array(FigureRow),
    recordedAt: Moment.nullable(),
    recordedBy: z.string().nullable(),
    may: z.object({ record: May }),
  })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof Figures>;

const params = z.object({ id: Id, evidence: Id });
const path = '/api/dossiers/{id}/evidence/{evidence}/figures';
const door = doorsOf('evidence');
export const figures = {
  figures: door('figures', {
    method: 'GET',
    path,
    summary: 'The figures that are recorded of a piece of statistics, as they were entered',
    access: 'session',
    allows: allow.readers,
    input: { params, query: LookBack },
    output: Figures,
    refusals: ['not_found', 'moment_unusable'],
  }),
  recordFigures: door('recordFigures', {
    method: 'PUT',
    path,
    summary: 'Record the figures of a piece of statistics as a whole; the table before is kept',
    access: 'session',
    allows: allow.writers,
    input: { params, body: RecordFigures },
    output: Figures,
    refusals: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'cross_site', 'unsupported_media_type'],
  }),
};
