// Reads the sheets of a workbook as rows of the checklist: the head in any language and order, each cell with its address. Pure.
import { LawVerdict, PracticeVerdict, Prose, WorkbookField } from '@servanda/contract';
import { dayOf, faultOfCell, folded } from '../../evidence/list/list.rules.ts';
import type { Cell, Sheet } from '../../platform/tables/grid.ts';
import { type Column, heads, verdicts } from './workbook.words.ts';

/** A row as it stands; `cells` holds the columns that the sheet has. */
export interface SheetRow {
  row: number;
  cells: Partial<Record<Column, Cell>>;
}
export interface Checklist {
  rows: SheetRow[];
  /** Where each column stands, from 0. */
  places: ReadonlyMap<Column, number>;
  unread: string[];
  missing: WorkbookField[];
}
export type Read = { value: string } | { fault: string };

const columnByHead = new Map(Object.entries(heads).flatMap(([column, words]) => Object.values(words).map((head) => [folded(head), column])));
const isColumn = (name: string | undefined): name is Column => name !== undefined && name in heads;
const headIsWithin = 20;

/** The words of a cell; none where it is a fault. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : '';
  return String(cell).trim();
}

const isHead = (row: Cell[]) => {
  const found = new Set(row.map((cell) => columnByHead.get(folded(textOf(cell)))));
  return found.has('element') && found.has('base');
};

/** Every sheet that has the head of a checklist, with what stands below it. */
export function checklistsOf(sheets: readonly Sheet[]): Checklist[] {
  return sheets.flatMap(({ rows }) => {
    const at = rows.slice(0, headIsWithin).findIndex(isHead);
    const head = rows[at];
    if (!head) return [];
    const places = new Map<Column, number>();
    const unread: string[] = [];
    head.forEach((cell, place) => {
      const column = columnByHead.get(folded(textOf(cell)));
      if (isColumn(column) && !places.has(column)) places.set(column, place);
      else if (textOf(cell)) unread.push(textOf(cell));
    });
    const read = rows.slice(at + 1).map((cells, n) => ({
      row: at + n + 2,
      cells: Object.fromEntries([...places].map(([column, place]) => [column, cells[place] ?? null])),
    }));
    const missing = WorkbookField.options.filter((field) => !places.has(field));
    return [{ rows: read.filter(({ cells }) => Object.values(cells).some((cell) => cell !== null && cell !== '')), places, unread, missing }];
  });
}

/** The letters of a column: 0 is A, 26 is AA. */
export const letters = (place: number): string => (place < 26 ? '' : letters(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

const valueByWord = (words: Record<string, Record<string, string>>) =>
  new Map(
    Object.entries(words).flatMap(([value, said]) => [value, value.replaceAll('_', ' '), ...Object.values(said)].map((word) => [folded(word), value] as const)),
  );
const verdictByWord = { law: valueByWord(verdicts.law), practice: valueByWord(verdicts.practice) };
const chosen = 'Use one of the allowed values';

function verdictOf(lane: 'law' | 'practice', text: string): Read {
  if (text === '') return { value: '' };
  const value = verdictByWord[lane].get(folded(text));
  const isKnown = (lane === 'law' ? LawVerdict : PracticeVerdict).safeParse(value).success;
  return value !== undefined && isKnown ? { value } : { fault: chosen };
}

const prose = { reasons: Prose(20_000), qualifierNote: Prose(2_000) };

/** One cell as the record keeps it: a verdict by its value, a day as YYYY-MM-DD, text normalised as everything typed is. */
export function readField(field: WorkbookField, cell: Cell): Read {
  if (cell !== null && typeof cell === 'object' && 'fault' in cell) return { fault: faultOfCell[cell.fault] };
  if (field === 'law' || field === 'practice') return verdictOf(field, textOf(cell));
  if (field === 'reasons' || field === 'qualifierNote') {
    const read = prose[field].safeParse(textOf(cell));
    return read.success ? { value: read.data } : { fault: read.error.issues[0]?.message ?? chosen };
  }
  const day = dayOf(cell);
  return 'fault' in day ? day : { value: typeof day.value === 'string' ? day.value : '' };
}
