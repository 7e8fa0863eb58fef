// Figures as they are typed: text until they are sent. Pure.
import { FigureRow, type FigureSeries, mostFigureRows } from '@servanda/contract';
import { z } from 'zod';

export const figureFields = ['year', 'region', 'age', 'girls', 'boys', 'other', 'all'] as const;
export type FigureField = (typeof figureFields)[number];
const text = z.string();
export const FigureDraft = z.object({
  ...{ element: text, indicator: FigureRow.shape.indicator },
  ...{ year: text, region: text, age: text, girls: text, boys: text, other: text, all: text },
});
export type FigureDraft = z.infer<typeof FigureDraft>;
export const FiguresDraft = z.object({ version: z.number(), rows: z.array(FigureDraft) });

export const emptyRow = ({ element, indicator }: FigureSeries): FigureDraft => ({
  ...{ element, indicator },
  ...{ year: '', region: '', age: '', girls: '', boys: '', other: '', all: '' },
});
export const isOf =
  ({ element, indicator }: FigureSeries) =>
  (row: FigureSeries): boolean =>
    row.element === element && row.indicator === indicator;
const isEmpty = (row: FigureDraft) => figureFields.every((field) => row[field].trim() === '');
const typed = (count: number | null) => (count === null ? '' : String(count));
export const folded = (said: string): string => said.trim().toLocaleLowerCase();

/** `unknown`: what an age that is not known is called in the language of the page. */
export const draftOf = (rows: readonly FigureRow[], unknown: string): FigureDraft[] =>
  rows.map((row) => ({
    ...row,
    ...{ year: String(row.year), age: row.age === 'unknown' ? unknown : row.age },
    ...{ girls: typed(row.girls), boys: typed(row.boys), other: typed(row.other), all: typed(row.all) },
  }));

const eastern = '٠١٢٣٤٥٦٧٨٩';
const persian = '۰۱۲۳۴۵۶۷۸۹';
const western = (said: string) =>
  said.replace(/[٠-٩]/g, (digit) => String(eastern.indexOf(digit))).replace(/[۰-۹]/g, (digit) => String(persian.indexOf(digit)));
/** A whole number as spreadsheets write it: in groups, with digits of another script; nothing, or a sign for nothing, is null. NaN: no number. */
function numberOf(said: string): number | null {
  const plain = western(said).replace(/[\s\u00a0\u202f’']/g, '');
  if (/^(|-|–|—|\.\.|…)$/.test(plain)) return null;
  if (/^\d{1,3}([,.٬]\d{3})+$/.test(plain)) return Number(plain.replace(/[,.٬]/g, ''));
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
}
const ageOf = (said: string, unknown: string) => (folded(said) === folded(unknown) ? 'unknown' : western(said).replace(/\s/g, '').replace(/[–—]/, '-'));

/** The rows as the API takes them, with the place of each in the draft; a row in which nothing stands is left out. Faults by path in the draft. */
export function toRows(drafts: readonly FigureDraft[], unknown: string): { rows: FigureRow[]; places: number[]; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const kept = drafts.map((row, place) => ({ row, place })).filter(({ row }) => !isEmpty(row));
  const rows = kept.flatMap(({ row, place }) => {
    const counts = { girls: numberOf(row.girls), boys: numberOf(row.boys), other: numberOf(row.other), all: numberOf(row.all) };
    const read = FigureRow.safeParse({ ...row, ...counts, age: ageOf(row.age, unknown), year: numberOf(row.year) });
    if (read.success) return [read.data];
    for (const { path, message } of read.error.issues) {
      const isNumber = path[0] !== 'age' && path[0] !== 'region' && /^(Invalid|Too|Expected)/.test(message);
      faults[`rows.${place}.${String(path[0])}`] ??= isNumber ? 'Write a whole number' : message;
    }
    return [];
  });
  if (kept.length > mostFigureRows) faults['rows'] = 'At most 500 rows in one piece';
  return { rows, places: kept.map(({ place }) => place), faults };
}

/** What the API found, by path in the draft: it knows nothing of the rows that were left out. */
export const faultsAt = (faults: Record<string, string>, places: readonly number[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).map(([path, message]) => [path.replace(/^rows\.(\d+)/, (_, at: string) => `rows.${places[Number(at)] ?? at}`), message]),
  );
