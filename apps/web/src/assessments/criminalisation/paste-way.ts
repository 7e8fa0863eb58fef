// Which rows the lines of a copied range go to where no heading says it. A spreadsheet has a line for each act; the grid has rows of groups between. Pure.
import type { MatrixRow } from './matrix-draft.ts';

/** Down every row as the grid shows them · down the acts, past the rows of groups · over the whole grid from its first row. */
export type Way = 'grid' | 'acts' | 'whole';

const isAct = ({ kind }: MatrixRow): boolean => kind === 'act';

/** The way that so many lines from one row on can only mean; null where they can mean two. */
export function wayOf(rows: readonly MatrixRow[], top: number, lines: number): Way | null {
  if (lines < 2) return 'grid';
  if (lines === rows.length) return top === 0 ? 'whole' : null;
  const below = rows.slice(top).filter(isAct).length;
  if (rows[top]?.kind === 'act' || (lines === below && below === rows.filter(isAct).length)) return 'acts';
  return null;
}

/** The ways between which is asked. */
export const waysOf = (rows: readonly MatrixRow[], lines: number): Way[] => [lines === rows.length ? 'whole' : 'grid', 'acts'];

/** The rows that a way leads to, from one row on. */
export const wentDown = (rows: readonly MatrixRow[], top: number, way: Way): string[] =>
  rows
    .slice(way === 'whole' ? 0 : top)
    .filter((row) => way !== 'acts' || isAct(row))
    .map(({ code }) => code);
