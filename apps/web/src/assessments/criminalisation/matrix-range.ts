// A range of cells: where it is held, where the caret is, and what is copied of it. Pure.
import type { MatrixRow, Pending, Place, Shown } from './matrix-draft.ts';
import type { ValueWords } from './matrix-keys.ts';

export interface Range {
  /** Where it was begun. */
  held: Place;
  /** Where the caret is. */
  at: Place;
}
/** First and last row and column, from 0. */
export interface Span {
  rows: readonly [number, number];
  columns: readonly [number, number];
}

const between = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)];
export function spanOf({ held, at }: Range, rows: readonly MatrixRow[], columns: readonly string[]): Span {
  const rowAt = (code: string) => rows.findIndex((row) => row.code === code);
  return { rows: between(rowAt(held.row), rowAt(at.row)), columns: between(columns.indexOf(held.column), columns.indexOf(at.column)) };
}

/** Rows and columns of a span. */
export const within = ({ rows: [top, bottom], columns: [start, end] }: Span, rows: readonly MatrixRow[], columns: readonly string[]) => ({
  rows: rows.slice(top, bottom + 1),
  columns: columns.slice(start, end + 1),
});
export const sizeOf = ({ rows: [top, bottom], columns: [start, end] }: Span): number => (bottom - top + 1) * (end - start + 1);

const nowhere: Place = { row: 'STATE', column: 'C01' };
/** Everything, from the last cell to the first, so that the caret stands at the beginning. */
export const wholeOf = (rows: readonly MatrixRow[], columns: readonly string[]): Range => ({
  held: { row: rows.at(-1)?.code ?? nowhere.row, column: columns.at(-1) ?? nowhere.column },
  at: nowhere,
});

/**
 * One cell as it was changed, carried to all that are chosen with it: a new value to each; a new source to those that say something of their own.
 */
export function carried(
  cell: Pending,
  before: Shown,
  chosen: { rows: readonly MatrixRow[]; columns: readonly string[] },
  read: (row: MatrixRow, column: string) => Shown,
): Pending[] {
  const isValue = (before.own?.value ?? null) !== cell.value;
  return chosen.rows.flatMap((row) =>
    chosen.columns.flatMap((column): Pending[] => {
      const { own } = read(row, column);
      const place = { row: row.code, column };
      if (isValue) return [{ ...place, value: cell.value, source: own !== null && own.value === cell.value ? own.source : null }];
      return own ? [{ ...place, value: own.value, source: cell.source ?? null }] : [];
    }),
  );
}

interface Copied {
  rows: readonly MatrixRow[];
  columns: readonly string[];
  read: (row: MatrixRow, column: string) => Shown;
  known: ValueWords;
}
/**
 * The cells of a span in words, as a spreadsheet takes them: what holds there, set or inherited. The whole matrix goes with its headings, and a range in
 * which rows of groups stand between acts with those of its rows, so that each line finds its row again; `isHeaded` false: that range without them.
 */
export function copiedFrom(span: Span, { rows, columns, read, known }: Copied, isHeaded = true): string {
  const chosen = within(span, rows, columns);
  const isWhole = sizeOf(span) === rows.length * columns.length;
  const hasHeads = isWhole || (isHeaded && new Set(chosen.rows.map(({ kind }) => kind)).size > 1);
  const said = (row: MatrixRow, column: string) => {
    // Of the whole matrix, what is inherited stays out: pasted back, it would be set for every act.
    const { value, own } = read(row, column);
    const shown = isWhole ? (own?.value ?? null) : value;
    return shown === null ? '' : known.words[shown];
  };
  const lines = chosen.rows.map((row) => [...(hasHeads ? [`${row.code} ${row.name}`.trim()] : []), ...chosen.columns.map((column) => said(row, column))]);
  return (isWhole ? [['', ...columns], ...lines] : lines).map((line) => line.join('\t')).join('\n');
}
