// What becomes of each row of a workbook, held against the record. Pure: the preview shows it, the import does it.
import { sha256 } from '@servanda/catalogue';
import { ElementCode, RecordAssessment, WorkbookField, type WorkbookRow } from '@servanda/contract';
import type { Draft } from '../../assessments/drafts.ts';
import { faultOfCell } from '../../evidence/list/list.rules.ts';
import { inCell } from '../../platform/tables/cell-text.ts';
import type { Cell } from '../../platform/tables/grid.ts';
import { type Compared, type Content, compare, nothing } from './compare.rules.ts';
import { baseOf } from './row-key.ts';
import { type Checklist, letters, readField, type SheetRow, textOf } from './sheet.rules.ts';

/** An element as it stands. */
export interface Known {
  code: string;
  citation: string;
  title: string;
  applies: boolean;
  latest: WorkbookRow['latest'];
  now: Content | null;
  /** Its judgements that rows are based on, by number. */
  bases: { number: number; content: Content }[];
}
/** A row's outcome and, where it is or may be written, what. */
export interface Planned {
  shown: WorkbookRow;
  write: Omit<Draft, 'id'> | null;
}
interface Held {
  dossier: string;
  today: string;
  known: ReadonlyMap<string, Known>;
}
type Fault = WorkbookRow['faults'][number];

const faults = {
  element: 'Say which element of the checklist this row is',
  unknown: 'There is no such element in the checklist',
  twice: 'Another row is about the same element',
  base: 'This key belongs to another row or another dossier. Take the row from a workbook of this dossier',
  unmet: 'The record has no such judgement. Take the row from a workbook of this dossier',
  notApplicable: 'This element does not apply to the State and is not assessed: leave the row as it was',
  day: 'Write the day as of which it holds',
  future: 'Choose today or a day before: a judgement holds as of a day that has come',
};

/** Letters of a cell that are shown where it is refused. */
const mostShown = 120;

const keyOf = (cell: Cell | undefined): string => textOf(cell).normalize('NFKC').toLowerCase();

/** Which judgement each row says that it was written upon; the first row of an element counts. */
export function basesOf(list: Checklist, dossier: string): { code: string; base: number }[] {
  const asked = new Map<string, number>();
  for (const { cells } of list.rows) {
    const code = keyOf(cells.element);
    const base = baseOf(keyOf(cells.base), dossier, code);
    if (base && ElementCode.safeParse(code).success && !asked.has(code)) asked.set(code, base);
  }
  return [...asked].map(([code, base]) => ({ code, base }));
}

/** The outcome of every row, in the order of the sheet. */
export function planOf(list: Checklist, held: Held): Planned[] {
  const seen = new Set<string>();
  return list.rows.map((row) => {
    const code = keyOf(row.cells.element);
    const isTwice = seen.has(code);
    seen.add(code);
    return planned(row, list, held, isTwice);
  });
}

function planned(row: SheetRow, { places }: Checklist, held: Held, isTwice: boolean): Planned {
  const code = keyOf(row.cells.element);
  const known = held.known.get(code);
  const at = (field: Fault['field']) => (field === null ? `${row.row}` : `${letters(places.get(field) ?? 0)}${row.row}`);
  const base = known ? baseOf(keyOf(row.cells.base), held.dossier, code) : null;
  const head = { row: row.row, element: known?.code ?? textOf(row.cells.element), citation: known?.citation ?? '', title: known?.title ?? '' };
  const shown = { ...head, base, latest: known?.latest ?? null, fields: [], faults: [] };
  const refused = (found: Fault[], fields: WorkbookRow['fields'] = []): Planned => ({
    shown: { ...shown, fields, outcome: 'refused', faults: found },
    write: null,
  });
  const fault = (field: Fault['field'], message: string): Fault => ({
    cell: at(field),
    field,
    said: field === null ? '' : textOf(row.cells[field]).slice(0, mostShown),
    message,
  });

  if (!known) return refused([fault('element', brokenKey(row.cells.element) ?? (code === '' ? faults.element : faults.unknown))]);
  if (isTwice) return refused([fault('element', faults.twice)]);
  if (base === null) return refused([fault('base', brokenKey(row.cells.base) ?? faults.base)]);
  const was = base === 0 ? nothing : known.bases.find(({ number }) => number === base)?.content;
  if (!was) return refused([fault('base', faults.unmet)]);

  const read = cellsOf(row, was);
  if (read.faults.length) return refused(read.faults.map(({ field, message }) => fault(field, message)));
  const now = known.now ?? nothing;
  const compared = compare({ was, now, sheet: read.content });
  const fields = toldOf(compared, now).map((field) => ({ field, cell: at(field), was: was[field], now: now[field], sheet: read.content[field] ?? was[field] }));
  if (compared.outcome === 'unchanged') return { shown: { ...shown, outcome: 'unchanged' }, write: null };
  if (!known.applies) return refused([fault(compared.differing[0] ?? null, faults.notApplicable)], fields);
  const judged = judgementOf(compared, held.today);
  if (judged.faults)
    return refused(
      judged.faults.map(({ field, message }) => fault(field, message)),
      fields,
    );
  const outcome = compared.outcome === 'conflict' ? 'conflict' : known.latest ? 'changed' : 'new';
  const number = (known.latest?.number ?? 0) + 1;
  return { shown: { ...shown, outcome, fields }, write: { code: known.code, number, ...judged.content } };
}

/** The fields that are told of a row: those that differ, and in a conflict the whole judgement, for it is decided as one. */
const toldOf = ({ outcome, differing, merged }: Compared, now: Content): WorkbookField[] =>
  outcome === 'conflict'
    ? WorkbookField.options.filter((field) => differing.includes(field) || (judgement.has(field) && merged[field] + now[field] !== ''))
    : differing;
const judgement: ReadonlySet<WorkbookField> = new Set(['law', 'practice', 'reasons']);

const brokenKey = (cell: Cell | undefined) => (cell !== null && typeof cell === 'object' && 'fault' in cell ? faultOfCell[cell.fault] : undefined);

/** What the cells say; a text that no workbook can hold letter by letter still counts as what it was. */
function cellsOf({ cells }: SheetRow, was: Content) {
  const content: Partial<Content> = {};
  const found: { field: WorkbookField; message: string }[] = [];
  for (const field of WorkbookField.options) {
    const cell = cells[field];
    if (cell === undefined) continue;
    const read = readField(field, cell);
    if ('fault' in read) found.push({ field, message: read.fault });
    else content[field] = read.value === inCell(was[field]) ? was[field] : read.value;
  }
  return { content, faults: found };
}

const isField = (name: unknown): name is WorkbookField => WorkbookField.options.some((field) => field === name);

/** The judgement that a row would be, or what it lacks. */
function judgementOf({ merged }: Compared, today: string) {
  const or = (text: string) => (text === '' ? null : text);
  const { law, practice, asOf, periodFrom, periodTo, reasons, qualifierNote } = merged;
  const read = RecordAssessment.safeParse({
    ...{ basedOn: null, law: or(law), practice: or(practice), asOf, periodFrom: or(periodFrom), periodTo: or(periodTo), reasons, qualifierNote },
  });
  const found: { field: WorkbookField | null; message: string }[] = (read.error?.issues ?? []).map(({ path, message }) => {
    const field = isField(path[0]) ? path[0] : null;
    return { field, message: field === 'asOf' && asOf === '' ? faults.day : message };
  });
  if (asOf > today) found.push({ field: 'asOf', message: faults.future });
  const first = found.filter(({ field }, n) => found.findIndex((other) => other.field === field) === n);
  const placeOf = (field: WorkbookField | null) => (field === null ? -1 : WorkbookField.options.indexOf(field));
  if (found.length || !read.data) return { faults: first.toSorted((a, b) => placeOf(a.field) - placeOf(b.field)) };
  const { basedOn: _, citations: __, submit: ___, ...content } = read.data;
  return { content, faults: null };
}

/** What was seen: the bytes of the workbook, and the newest judgement of every element. */
export const basisOf = (workbook: string, known: ReadonlyMap<string, Known>): string =>
  sha256([workbook, ...[...known.values()].map(({ code, applies, latest }) => `${code} ${applies} ${latest?.number ?? 0}`).sort()].join('\n'));
