// The three-way rule: what a row said then, what is recorded now, what the sheet says. Pure.
import { WorkbookField } from '@servanda/contract';

/** A judgement's content as text; what it does not say is empty. */
export type Content = Record<WorkbookField, string>;
interface Sides {
  was: Content;
  now: Content;
  /** What the sheet says; a field whose column is missing is absent. */
  sheet: Partial<Content>;
}
export interface Compared {
  outcome: 'unchanged' | 'changed' | 'conflict';
  /** What is written where the sheet is taken: what the sheet changed, over what is recorded now. */
  merged: Content;
  /** Fields that the row changes, and in a conflict those too that changed meanwhile. */
  differing: WorkbookField[];
}

export const nothing: Content = { law: '', practice: '', asOf: '', periodFrom: '', periodTo: '', reasons: '', qualifierNote: '' };
const same = (a: Content, b: Content) => WorkbookField.options.every((field) => a[field] === b[field]);

/**
 * A field counts as said where the sheet differs from what it said then. A verdict and its reasons are one judgement, so that
 * the whole row is a conflict as soon as somebody recorded another one meanwhile, even in other fields; taking the sheet then still
 * keeps what the sheet did not touch. A row that would change nothing is unchanged, so that bringing a workbook in again does nothing.
 */
export function compare({ was, now, sheet }: Sides): Compared {
  const isSaid = (field: WorkbookField) => sheet[field] !== undefined && sheet[field] !== was[field];
  const merged = { ...now };
  for (const field of WorkbookField.options) if (isSaid(field)) merged[field] = sheet[field] ?? '';
  if (same(merged, now)) return { outcome: 'unchanged', merged, differing: [] };
  const outcome = same(was, now) ? 'changed' : 'conflict';
  const differing = WorkbookField.options.filter((field) => merged[field] !== now[field] || (outcome === 'conflict' && was[field] !== now[field]));
  return { outcome, merged, differing };
}
