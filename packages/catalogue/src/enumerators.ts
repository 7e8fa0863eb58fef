import { readRoman } from './headings.ts';
import type { ProvisionKind } from './types.ts';

/** How an enumerator is printed: `1.`, `(a)`, `(i)`, `a.`; each form opens its own level. */
export type EnumeratorForm = 'number' | 'letter' | 'roman' | 'dotted';

export interface Enumerator {
  /** As printed, after repair: `(a)`. */
  label: string;
  /** `a`. */
  name: string;
  /** Length up to the first word after it. */
  width: number;
}

export const KIND_OF: Record<EnumeratorForm, ProvisionKind> = { number: 'paragraph', letter: 'point', roman: 'subpoint', dotted: 'item' };

/** The enumerator that begins a line, if any. */
export function readEnumerator(line: string): Enumerator | null {
  const found = /^\s*(\((\p{L}{1,5}|\d{1,3})\)|(\d{1,3})\.|([a-z])\.)\s+(?=\S)/u.exec(line);
  return found ? { label: found[1]!, name: (found[2] ?? found[3] ?? found[4])!, width: found[0].length } : null;
}

/** The forms in which this enumerator can be read; `(i)` is both a letter and a Roman numeral. */
export function formsOf({ label, name }: Enumerator): EnumeratorForm[] {
  if (/^\d+$/.test(name)) return ['number'];
  if (label.endsWith('.') && !label.startsWith('(')) return ['dotted'];
  const forms: EnumeratorForm[] = name.length === 1 ? ['letter'] : [];
  return readRoman(name.toUpperCase()) === null ? forms : [...forms, 'roman'];
}

/** Its place in the list: 1 for `1.`, `(a)`, `(i)`, `a.`. */
export function placeOf(name: string, form: EnumeratorForm): number {
  if (form === 'number') return Number(name);
  if (form === 'roman') return readRoman(name.toUpperCase()) ?? 0;
  return name.toLowerCase().charCodeAt(0) - 96;
}
