// What holds in a cell of the criminalisation matrix, and what speaks against a verdict (decision 0042). Pure.
import { type CriminalisationAct, criminalisationActs, criminalisationColumns, groupCodeOf } from '@servanda/catalogue';
import type { CriminalisationValue, FillCell, RecordedCell } from '@servanda/contract';

type Act = Pick<CriminalisationAct, 'code' | 'group' | 'element'>;
export interface Said {
  row: string;
  column: string;
  value: CriminalisationValue;
}
export interface Held {
  value: CriminalisationValue | null;
  /** The row that says it; null where nobody has said anything. */
  from: string | null;
}
/** A cell of the matrix that says no. */
export interface Against {
  act: string;
  column: string;
}

/** The rows that may speak for an act, nearest first. */
const rowsFor = (act: CriminalisationAct): string[] => [act.code, groupCodeOf(act), 'STATE'];
const cellName = (row: string, column: string): string => `${row} ${column}`;

/** What holds for an act in a column: what the act says itself, else its group, else the State. A missing cell says nothing, and never no. */
export function resolver(said: readonly Said[]): (act: CriminalisationAct, column: string) => Held {
  const values = new Map(said.map(({ row, column, value }) => [cellName(row, column), value]));
  return (act, column) => {
    const from = rowsFor(act).find((row) => values.has(cellName(row, column))) ?? null;
    return { from, value: (from !== null && values.get(cellName(from, column))) || null };
  };
}

/** The elements on which a column bears for an act. */
const fedBy = (feeds: readonly string[], act: Act): string[] => feeds.map((element) => (element === 'act' ? act.element : element));
const mandated = criminalisationColumns.filter(({ force }) => force === 'mandatory');
const feeding = (element: string) =>
  mandated.flatMap(({ code, feeds }) => criminalisationActs.filter((act) => fedBy(feeds, act).includes(element)).map((act) => ({ act, column: code })));

/** The columns that the text mandates and that bear on an element. */
export const mandatedFor = (element: string): string[] => [...new Set(feeding(element).map(({ column }) => column))];

/** Every element on which a column bears, mandated or not. */
export const fedElements: string[] = [...new Set(criminalisationColumns.flatMap(({ feeds }) => criminalisationActs.flatMap((act) => fedBy(feeds, act))))];

/** What speaks against calling an element compliant in law: mandated columns that say no for an act on which they bear. */
export function against(element: string, said: readonly Said[]): Against[] {
  const held = resolver(said);
  return feeding(element).flatMap(({ act, column }) => (held(act, column).value === 'no' ? [{ act: act.code, column }] : []));
}

const sourceOf = (source: FillCell['source'] | RecordedCell['source']): string => {
  if (!source) return '';
  if (source.kind === 'provision') return `provision ${source.provision}`;
  return source.kind === 'evidence' ? `evidence ${source.evidence} ${source.pinpoint}` : `words ${source.words}`;
};
/** The cells that say something else than what is recorded: setting a cell to what it says already is nothing to record. */
export function changed(cells: readonly FillCell[], recorded: readonly RecordedCell[]): { cell: FillCell; at: number }[] {
  const now = new Map(recorded.map((one) => [cellName(one.row, one.column), one]));
  return cells
    .map((cell, at) => ({ cell, at }))
    .filter(({ cell }) => {
      const before = now.get(cellName(cell.row, cell.column));
      return (before?.value ?? null) !== cell.value || sourceOf(before?.source ?? null) !== sourceOf(cell.source);
    });
}
