// Reads a sheet as a list of evidence: its head in any language of the interface, its cells as the contract wants them. Pure.
import { ListColumn } from '@servanda/contract';
import { safeCell } from '../../platform/files/csv-cell.ts';
import { type Cell, isFaulty, type Sheet } from '../../platform/tables/grid.ts';
import { choices, heads } from './list.words.ts';

/** A row of the list; `row` counts as the spreadsheet does. */
export interface ListRow {
  row: number;
  cells: Partial<Record<ListColumn, Cell>>;
}
export interface List {
  rows: ListRow[];
  columns: ListColumn[];
  unread: string[];
}
/** A cell's value for the contract, or why it has none. */
export type Read = { value: string | boolean | null } | { fault: string };

/** Words without what people write differently: case, accents, punctuation, spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const columnByHead = new Map(ListColumn.options.flatMap((column) => Object.values(heads[column]).map((head) => [folded(head), column] as const)));
const headIsWithin = 10;

/** The words of a cell; what an export put before them against formulas is taken off again. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : '';
  const text = String(cell);
  return text.startsWith("'") && safeCell(text.slice(1)) === text ? text.slice(1) : text.trim();
}

/** Finds the head within the first rows of a sheet and reads what stands below it; null where no sheet has one that names the reference. */
export function listOf(sheets: readonly Sheet[]): List | null {
  for (const { rows } of sheets) {
    const at = rows.slice(0, headIsWithin).findIndex((row) => row.some((cell) => columnByHead.get(folded(textOf(cell))) === 'reference'));
    const head = rows[at];
    if (!head) continue;
    const places = new Map<ListColumn, number>();
    const unread: string[] = [];
    head.forEach((cell, place) => {
      const column = columnByHead.get(folded(textOf(cell)));
      if (column && !places.has(column)) places.set(column, place);
      else if (textOf(cell)) unread.push(textOf(cell));
    });
    const read = rows.slice(at + 1).map((cells, n) => ({
      row: at + n + 2,
      cells: Object.fromEntries([...places].map(([column, place]) => [column, cells[place] ?? null])),
    }));
    return { rows: read.filter(({ cells }) => Object.values(cells).some((cell) => cell !== null && cell !== '')), columns: [...places.keys()], unread };
  }
  return null;
}

const days: readonly ListColumn[] = ['datedOn', 'inForceFrom', 'inForceTo', 'periodFrom', 'periodTo', 'reviewBy'];
/** Excel counts days from 30 December 1899. Below ten thousand (the year 1927) it is rather a year that somebody wrote. */
const serial = { zero: Date.UTC(1899, 11, 30), least: 10_000, most: 2_958_465, day: 86_400_000 };
const writeDay = { fault: 'Write the day as 2026-03-31' };

/** A calendar day as text, as a cell of a date, or as the number by which a spreadsheet counts it. */
export function dayOf(cell: Cell): Read {
  const text = textOf(cell);
  if (text === '') return { value: null };
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)?.[1];
  if (iso) return { value: iso };
  const count = Number(text);
  if (!/^\d{5,7}(\.\d+)?$/.test(text) || count < serial.least || count >= serial.most + 1) return writeDay;
  return { value: new Date(serial.zero + Math.floor(count) * serial.day).toISOString().slice(0, 10) };
}

const valueByWord = new Map(
  Object.entries(choices).map(([column, values]) => [
    column,
    new Map(
      Object.entries(values).flatMap(([value, words]) => [value, value.replaceAll('_', ' '), ...Object.values(words)].map((word) => [folded(word), value])),
    ),
  ]),
);

function choiceOf(column: ListColumn, text: string): Read {
  if (text === '') return { value: null };
  const value = valueByWord.get(column)?.get(folded(text));
  if (value === undefined) return { fault: 'Use one of the allowed values' };
  return { value: column === 'coversWholeTerritory' ? value === 'true' : value };
}

/** Why a cell has no value that can be trusted. */
export const faultOfCell = {
  formula: 'The formula has no saved value. Open the list, save it, and send it again',
  error: 'The cell shows an error instead of a value',
  acting: 'The cell is a formula that starts a program or fetches something. Write its value instead',
  merged: 'The cell is merged with another. Unmerge it and fill each row',
};

/** One cell as the contract wants it. Empty: null where the field may be, else an empty text. */
export function readCell(column: ListColumn, cell: Cell): Read {
  if (isFaulty(cell)) return { fault: faultOfCell[cell.fault] };
  if (days.includes(column)) return dayOf(cell);
  const text = textOf(cell);
  if (choices[column]) return choiceOf(column, text);
  return { value: column === 'link' && text === '' ? null : text };
}
