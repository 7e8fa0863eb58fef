// Where a long document may be cut: into units, each a block or a row of a table, and into pieces of so many of them.
import type { Block, Line } from './model.ts';

/** `row`: of a table whose rows may lie on several pages. */
export interface Unit {
  block: number;
  row: number | null;
  /** How many lines it takes, about. */
  lines: number;
}
/** A block, or some rows of a table, with the number of its first unit among those of the part. */
export type Piece = Block & { unit: number; isShort?: boolean; digits?: number[] };

/** Of text across the page. */
const signsOfLine = 95;
export const linesOfPage = 62;
const lengthOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0);
const linesOf = (line: Line, share = 1): number => Math.max(1, Math.ceil(lengthOf(line) / (signsOfLine * share)));
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

/** As the layout has it: a table of a few short rows stays on one page. */
const isShort = (rows: Line[][][]): boolean => rows.length <= 8 && sum(rows.flat(2).map(lengthOf)) < 800;

function sizeOf(block: Block): number {
  if (block.is === 'heading') return 2.5;
  if (block.is === 'text') return linesOf(block.line) + 0.6;
  if (block.is === 'list') return sum(block.items.map((item) => linesOf(item) + 0.5));
  if (block.is === 'chart') return block.lanes.length * 3 + 3;
  if (block.is === 'verdicts') return 3;
  return sum(block.rows.map((row) => sizeOfRow(row, block.shares))) + 2;
}
const sizeOfRow = (row: Line[][], shares: number[]): number =>
  0.6 + 0.9 * Math.max(1, ...row.map((cell, at) => sum(cell.map((line) => linesOf(line, (shares[at] ?? 1) / sum(shares))))));

export const unitsOf = (blocks: Block[]): Unit[] =>
  blocks.flatMap((block, at): Unit[] =>
    block.is === 'table' && !isShort(block.rows)
      ? block.rows.map((row, number) => ({ block: at, row: number, lines: sizeOfRow(row, block.shares) }))
      : [{ block: at, row: null, lines: sizeOf(block) }],
  );

/** The blocks of the units `from` until before `to`. */
export function piecesOf(blocks: Block[], units: Unit[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = from; at < to; ) {
    const first = units[at];
    const block = first && blocks[first.block];
    if (!first || !block) break;
    const end = units.findIndex((unit, n) => n > at && (n >= to || unit.block !== first.block));
    const next = end < 0 ? to : end;
    const unit = at - from;
    if (block.is === 'table' && first.row !== null)
      pieces.push({ ...block, rows: block.rows.slice(first.row, first.row + next - at), unit, isShort: false, digits: digitsOf(block.rows) });
    // A part begins on a page of its own.
    else pieces.push(block.is === 'heading' && at === from ? { ...block, isNewPage: false, unit } : { ...block, unit });
    at = next;
  }
  return pieces;
}
/** Of each column the most signs that a cell of the whole table has: figures of its pieces stand under each other. */
const digitsOf = (rows: Line[][][]): number[] =>
  rows.reduce<number[]>(
    (most, row) => row.map((cell, at) => Math.max(most[at] ?? 1, sum(cell.map((line) => sum(line.map(({ text }) => [...text].length)))))),
    [],
  );

type Heading = Extract<Block, { is: 'heading' }>;
/** What came before the unit: the headings that it stands under, and how many footnotes and charts. */
export function before(blocks: Block[], units: Unit[], at: number): { above: Heading[]; notes: number; figures: number } {
  const unit = units[at];
  const earlier = blocks.slice(0, unit?.block ?? 0);
  const block = unit && blocks[unit.block];
  let above: Heading[] = [];
  const rise = (heading: Heading) => above.filter(({ level }) => level < heading.level);
  for (const one of earlier) if (one.is === 'heading') above = [...rise(one), one];
  if (block?.is === 'heading') above = rise(block);
  const rows = block?.is === 'table' ? block.rows.slice(0, unit?.row ?? 0).flat(2) : [];
  const notes = [...earlier.flatMap(linesIn), ...rows].flat().filter(({ note }) => note !== undefined).length;
  return { above: above.map(withoutNotes), notes, figures: earlier.filter(({ is }) => is === 'chart').length };
}

export const withoutNotes = (heading: Heading): Heading => ({ ...heading, line: heading.line.map(({ note: _, ...run }) => run) });

/** The lines of a block that may have footnotes. */
function linesIn(block: Block): Line[] {
  if (block.is === 'heading' || block.is === 'text') return [block.line];
  if (block.is === 'list') return block.items;
  return block.is === 'table' ? block.rows.flat(2) : [];
}
