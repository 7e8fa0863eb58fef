// A range copied from a spreadsheet: what of it can be set, and each cell that cannot, with the reason. Pure.
import type { MatrixRow, Pending, Place, Shown } from './matrix-draft.ts';
import type { ValueWords } from './matrix-keys.ts';
import type { Span } from './matrix-range.ts';
import { valueOfWord } from './matrix-words.ts';
import { type Way, wayOf, waysOf, wentDown } from './paste-way.ts';

/** With a line and a column of headings, the grid has so many cells on screen; what is more was copied from elsewhere. */
export const mostPasted = 30 * 30;

export interface RefusedCell {
  /** As a spreadsheet counts: from 1, within what was copied. */
  line: number;
  field: number;
  word: string;
  why: 'unread' | 'outside';
  place: Place | null;
}
/** Where the lines of a range without headings went: first and last row, and the rows of groups between them that were passed over. */
export interface Went {
  first: string;
  last: string;
  lines: number;
  over: string[];
}
/** `ask`: nothing is set before it is said which way the lines go, and to which rows that leads. */
export type Pasted = { cells: Pending[]; refused: RefusedCell[]; went: Went | null } | { tooMany: number } | { ask: { way: Way; to: string[] }[] };

interface Target {
  rows: readonly MatrixRow[];
  columns: readonly string[];
  read: (row: MatrixRow, column: string) => Shown;
  known: ValueWords;
}

/** Lines and fields as a spreadsheet copies them: a field with a line break, a tab or a quote stands in quotes, its quotes doubled. */
export function linesOf(text: string): string[][] {
  const lines: string[][] = [[]];
  const field = /(?:^|(?<=[\t\n]))"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at <= plain.length; ) {
    field.lastIndex = at;
    const [said = '', quoted] = field.exec(plain) ?? [];
    lines.at(-1)?.push((quoted === undefined ? said : quoted.replaceAll('""', '"')).trim());
    at += said.length;
    if (plain[at] === '\n') lines.push([]);
    at += 1;
  }
  return lines;
}

/** How many fields were copied, counted without taking them apart: a range of millions is refused at once. */
function countIn(text: string): number {
  let count = 1;
  for (let at = 0; at < text.length; at++) if (text[at] === '\t' || (text[at] === '\n' && at < text.length - 1)) count += 1;
  return count;
}

/** The name with which a heading begins, such as `R01` in “R01 offering”. A single letter alone is a value: “P” says partly. */
const headOf = (said: string, names: readonly string[]): string | null =>
  names.find((name) => (said === name && name.length > 1) || said.startsWith(`${name} `)) ?? null;
/** The names that head what was copied; null where one of them is none, for then it holds values. */
function headsIn(said: readonly string[], names: readonly string[]): string[] | null {
  const heads = said.flatMap((one) => headOf(one, names) ?? []);
  return heads.length > 0 && heads.length === said.length ? heads : null;
}

/** The values of a range, and the columns and rows that its own headings name. */
function bodyOf(lines: readonly string[][], names: readonly string[], columns: readonly string[]) {
  const first = lines[0] ?? [];
  const whole = headsIn(first, columns);
  const across = whole ?? headsIn(first.slice(1), columns);
  const rest = lines.slice(across ? 1 : 0);
  const down = whole
    ? null
    : headsIn(
        rest.map(([said = '']) => said),
        names,
      );
  return { across, down, body: rest.map((line) => line.slice(down ? 1 : 0)), skipped: [across ? 1 : 0, down ? 1 : 0] as const };
}

/**
 * What a copied range sets, from one cell on, or where its own headings say. Lines without headings go the way that is given, or the only one that they
 * can mean; where they can mean two, that is asked. An empty cell of the range leaves the one under it as it is; the source of a cell stays while its
 * value does. A cell that is no value, or has no place, is refused alone; a range that cannot fit is refused whole, unread.
 */
export function pastedAt(text: string, from: Place, { rows, columns, read, known }: Target, given: Way | null = null): Pasted {
  const count = countIn(text);
  if (count > mostPasted) return { tooMany: count };
  const names = rows.map(({ code }) => code);
  const { across, down, body, skipped } = bodyOf(linesOf(text), names, columns);
  const [top, start] = [names.indexOf(from.row), columns.indexOf(from.column)];
  const way = given ?? wayOf(rows, top, body.length);
  const toOf = (one: Way) => wentDown(rows, top, one).slice(0, body.length);
  if (!down && !way) return { ask: waysOf(rows, body.length).map((one) => ({ way: one, to: toOf(one) })) };
  const to = down ?? toOf(way ?? 'grid');
  const cells: Pending[] = [];
  const refused: RefusedCell[] = [];
  for (const [i, fields] of body.entries())
    for (const [j, word] of fields.entries()) {
      if (word === '') continue;
      const row = rows.find(({ code }) => code === to[i]);
      const column = across ? across[j] : columns[start + j];
      const value = valueOfWord(word, known);
      if (row && column && value) {
        const own = read(row, column).own;
        cells.push({ row: row.code, column, value, source: own?.value === value ? own.source : null });
      } else {
        const place = row && column ? { row: row.code, column } : null;
        refused.push({ line: i + skipped[0] + 1, field: j + skipped[1] + 1, word: word.slice(0, 40), why: place ? 'unread' : 'outside', place });
      }
    }
  return { cells, refused, went: down ? null : wentOf(names, to) };
}

function wentOf(names: readonly string[], to: readonly string[]): Went | null {
  const [first, last] = [to[0], to.at(-1)];
  if (first === undefined || last === undefined || to.length < 2) return null;
  const over = names.slice(names.indexOf(first), names.indexOf(last)).filter((name) => !to.includes(name));
  return { first, last, lines: to.length, over };
}

/** One copied value fills the whole range that is chosen, as in a spreadsheet; null for more than one. */
export function filled(text: string, { rows: [top, bottom], columns: [start, end] }: Span): string | null {
  const value = text.replace(/\r?\n$/, '');
  if (/[\t\n]/.test(value)) return null;
  const line = Array.from({ length: end - start + 1 }, () => value).join('\t');
  return Array.from({ length: bottom - top + 1 }, () => line).join('\n');
}
