// The matrix with what is typed over it and not sent yet. Pure.
import { type Criminalisation, CriminalisationValue, type FillCell, type RecordedCell } from '@servanda/contract';
import type { z } from 'zod';

export type Pending = z.input<typeof FillCell>;

export interface MatrixRow {
  code: string;
  kind: 'state' | 'group' | 'act';
  /** Rows that speak for it where it says nothing of its own, nearest first. */
  above: readonly string[];
  element: string | null;
  /** Empty for the State. */
  name: string;
  /** Of an act, what it is done for; of a group, its article, in English. */
  more: string;
}
export interface Place {
  row: string;
  column: string;
}
export interface Shown {
  value: CriminalisationValue | null;
  /** The row that says it. */
  from: string | null;
  isPending: boolean;
  /** What the row says itself, sent or not. */
  own: { value: CriminalisationValue; source: Pending['source'] } | null;
  recorded: RecordedCell | null;
}

const nameOf = ({ row, column }: Place): string => `${row} ${column}`;

/** The State, then each group with its acts. */
export const rowsOf = ({ groups, acts }: Pick<Criminalisation, 'groups' | 'acts'>): MatrixRow[] => [
  { code: 'STATE', kind: 'state', above: [], element: null, name: '', more: '' },
  ...groups.flatMap(({ code, element, title, citation }): MatrixRow[] => [
    { code, kind: 'group', above: ['STATE'], element, name: title, more: citation },
    ...acts
      .filter(({ group }) => group === code)
      .map((act): MatrixRow => ({ code: act.code, kind: 'act', above: [code, 'STATE'], element, name: act.act, more: act.object })),
  ]),
];

const sent = (source: RecordedCell['source']): Pending['source'] => {
  if (!source) return null;
  if (source.kind === 'provision') return { kind: 'provision', provision: source.provision };
  return source.kind === 'evidence' ? { kind: 'evidence', evidence: source.evidence, pinpoint: source.pinpoint } : { kind: 'words', words: source.words };
};

/** Reads a cell as it would be after sending. */
export function shownIn({ recorded }: Pick<Criminalisation, 'recorded'>, pending: readonly Pending[]): (row: MatrixRow, column: string) => Shown {
  const kept = new Map(recorded.map((cell) => [nameOf(cell), cell]));
  const typed = new Map(pending.map((cell) => [nameOf(cell), cell]));
  const ownOf = (row: string, column: string): Shown['own'] => {
    const name = nameOf({ row, column });
    const cell = typed.get(name);
    if (cell) return cell.value === null ? null : { value: cell.value, source: cell.source ?? null };
    const before = kept.get(name);
    return before ? { value: before.value, source: sent(before.source) } : null;
  };
  return (row, column) => {
    const from = [row.code, ...row.above].find((one) => ownOf(one, column) !== null) ?? null;
    const name = nameOf({ row: row.code, column });
    return {
      value: (from !== null && ownOf(from, column)?.value) || null,
      from,
      isPending: typed.has(name),
      own: ownOf(row.code, column),
      recorded: kept.get(name) ?? null,
    };
  };
}

/** The typed cells with some set anew. A cell that says again what is recorded is typed no longer. */
export function withCells({ recorded }: Pick<Criminalisation, 'recorded'>, pending: readonly Pending[], cells: readonly Pending[]): Pending[] {
  const kept = new Map(recorded.map((cell) => [nameOf(cell), cell]));
  const typed = new Map(pending.map((cell) => [nameOf(cell), cell]));
  for (const cell of cells) {
    const before = kept.get(nameOf(cell));
    const isAsBefore = (before?.value ?? null) === cell.value && JSON.stringify(sent(before?.source ?? null)) === JSON.stringify(cell.source ?? null);
    if (isAsBefore) typed.delete(nameOf(cell));
    else typed.set(nameOf(cell), cell);
  }
  return [...typed.values()];
}
