// What becomes of each row of a list, held against the pieces it names. Pure: the preview shows it, the import does it.
import { createHash } from 'node:crypto';
import { AddEvidence, type ImportRow, ListColumn, Name, newlyIdentifying } from '@servanda/contract';
import type * as z from 'zod';
import { type Cell, isFaulty } from '../../platform/tables/grid.ts';
import { faultOfCell, type List, type ListRow, readCell, textOf } from './list.rules.ts';

export type Content = z.output<typeof AddEvidence>;
/** A piece that a reference names. */
export interface Known {
  id: string;
  version: number;
  isWithdrawn: boolean;
  isErased: boolean;
  /** Provisions of the transposition table hang on it. */
  hasProvisions: boolean;
  content: Content;
}
/** A row's outcome and, where it is to be written, what. */
export interface Planned {
  shown: Omit<ImportRow, 'alike'>;
  write: { reference: string; known: Known | null; content: Content } | null;
}
type Fault = ImportRow['faults'][number];

const Reference = Name(200);
const faults = {
  reference: 'Give each piece a reference of its own',
  twice: 'Another row names the same piece',
  withdrawn: 'This piece was withdrawn; it takes no more revisions',
  law: 'Provisions of the transposition table hang on it: it stays a law until they are withdrawn',
  identifying: 'This may identify a child or a suspect: take it out, set it to internal, or enter the piece by hand and confirm it',
  erased: 'This piece was erased; a list does not bring it back',
  restricted: 'This piece is restricted: open it with a purpose and take the restriction off by hand',
};
/** Left as they are where the cell is empty: nobody opens a restricted piece by forgetting a word. */
const kept: readonly ListColumn[] = ['confidentiality', 'language'];
const isColumn = (name: unknown): name is ListColumn => ListColumn.options.some((column) => column === name);
/** A schema's own sentences in the words of a list. */
const inWords = (message: string): string => {
  if (/^Invalid ISO date/.test(message)) return 'Write the day as 2026-03-31';
  return /^Invalid (option|input)/.test(message) ? 'Use one of the allowed values' : message;
};
/** Letters of a faulty cell that are shown. */
const mostLetters = 80;

/** The reference of each row as it is kept: normalised; empty where there is none that can be used. */
export const referencesOf = ({ rows }: List): string[] => rows.map(({ cells }) => Reference.safeParse(textOf(cells.reference)).data ?? '');

/** The beginning of what stands in a faulty cell. */
const shownOf = (cell: Cell | undefined) => (isFaulty(cell) ? (cell.said ?? '') : textOf(cell)).slice(0, mostLetters);

/** What the row says, over what is known of the piece. */
function contentOf({ cells }: ListRow, known: Content | null): { content: Content } | { faults: Fault[] } {
  const found: Fault[] = [];
  const fault = (column: ListColumn | null, message: string) => found.push({ column, value: column ? shownOf(cells[column]) : '', message });
  const said: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(cells)) {
    if (!isColumn(name) || name === 'reference') continue;
    const read = readCell(name, cell);
    if ('fault' in read) fault(name, read.fault);
    else if (!kept.includes(name) || (read.value !== null && read.value !== '')) said[name] = read.value;
  }
  const parsed = AddEvidence.safeParse({ title: '', originator: '', ...known, ...said });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = isColumn(path[0]) ? path[0] : null;
    if (!found.some((one) => one.column === column)) fault(column, inWords(message));
  }
  return parsed.data && !found.length ? { content: parsed.data } : { faults: found };
}

const worded = (value: unknown) => (value === null || value === undefined ? '' : String(value));
const differing = (before: Content | null, after: Content): ImportRow['changes'] =>
  ListColumn.options.flatMap((column) => {
    if (column === 'reference') return [];
    const change = { column, before: worded(before?.[column]), after: worded(after[column]) };
    return change.before === change.after ? [] : [change];
  });

function planned(row: ListRow, reference: string, known: Known | null, isTwice: boolean): Planned {
  const shown = {
    row: row.row,
    reference: reference || textOf(row.cells.reference),
    title: textOf(row.cells.title) || (known?.content.title ?? ''),
    evidence: known?.id ?? null,
  };
  const refused = (column: ListColumn | null, message: string, value = ''): Planned => ({
    shown: { ...shown, outcome: 'refused', changes: [], faults: [{ column, value, message }] },
    write: null,
  });
  const own = row.cells.reference;
  if (isFaulty(own)) return refused('reference', faultOfCell[own.fault], shownOf(own));
  if (!reference) return refused('reference', faults.reference);
  if (isTwice) return refused('reference', faults.twice);
  if (known?.isErased) return refused(null, faults.erased);
  if (known?.isWithdrawn) return refused(null, faults.withdrawn);
  const read = contentOf(row, known?.content ?? null);
  if ('faults' in read) return { shown: { ...shown, outcome: 'refused', changes: [], faults: read.faults }, write: null };
  if (known?.hasProvisions && known.content.kind === 'law' && read.content.kind !== 'law') return refused('kind', faults.law);
  if (known?.content.confidentiality === 'restricted' && read.content.confidentiality !== 'restricted')
    return refused('confidentiality', faults.restricted, textOf(row.cells.confidentiality).slice(0, mostLetters));
  const [identifying] = newlyIdentifying(known?.content ?? null, read.content);
  if (identifying) return refused(isColumn(identifying.field) ? identifying.field : null, faults.identifying);
  const changes = differing(known?.content ?? null, read.content);
  if (known && !changes.length) return { shown: { ...shown, outcome: 'unchanged', changes, faults: [] }, write: null };
  return { shown: { ...shown, outcome: known ? 'changed' : 'new', changes, faults: [] }, write: { reference, known, content: read.content } };
}

/** The outcome of every row, in the order of the list. `known`: the pieces by reference. */
export function planOf(list: List, known: ReadonlyMap<string, Known>): Planned[] {
  const references = referencesOf(list);
  const named = new Set<string>();
  return list.rows.map((row, n) => {
    const reference = references[n] ?? '';
    const piece = known.get(reference) ?? null;
    // A piece may be named by its reference or by its id: both name it once.
    const name = piece?.id ?? reference;
    const isTwice = named.has(name);
    named.add(name);
    return planned(row, reference, piece, isTwice);
  });
}

/** What was seen: the bytes of the list, and the revisions of the pieces that it names. */
export const basisOf = (sha256: string, known: ReadonlyMap<string, Known>): string =>
  createHash('sha256')
    .update([sha256, ...[...known].map(([reference, k]) => `${reference} ${k.id} ${k.version}`).sort()].join('\n'))
    .digest('hex');
