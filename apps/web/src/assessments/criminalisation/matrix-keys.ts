// What the keys of a spreadsheet do in the grid. Pure.
import { CriminalisationValue } from '@servanda/contract';

/** The words of the values in the reader's language, and the letters that stand for them. */
export interface ValueWords {
  words: Record<CriminalisationValue, string>;
  letters: Record<CriminalisationValue, string>;
}
const english: Record<string, CriminalisationValue> = { y: 'yes', p: 'partly', n: 'no', a: 'not_applicable', u: 'unknown' };

/** The value for which a key stands: a letter of the reader's language, one of English, or a figure from 1 to 5. */
export function valueOfKey(key: string, { letters }: ValueWords): CriminalisationValue | null {
  const said = key.toLocaleLowerCase();
  const local = CriminalisationValue.options.find((value) => letters[value] === said);
  return local ?? english[said] ?? (/^[1-5]$/.test(said) ? (CriminalisationValue.options[Number(said) - 1] ?? null) : null);
}

/** Where a key of a spreadsheet leads from a place in a grid of so many rows and columns; null for another key. */
export function movedBy(
  key: string,
  isFar: boolean,
  isRtl: boolean,
  [row, column]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): [number, number] | null {
  const clamp = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);
  const forth = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowDown') return [isFar ? rows - 1 : clamp(row + 1, rows), column];
  if (key === 'ArrowUp') return [isFar ? 0 : clamp(row - 1, rows), column];
  if (key === forth) return [row, isFar ? columns - 1 : clamp(column + 1, columns)];
  if (key === back) return [row, isFar ? 0 : clamp(column - 1, columns)];
  if (key === 'Home') return [isFar ? 0 : row, 0];
  if (key === 'End') return [isFar ? rows - 1 : row, columns - 1];
  if (key === 'PageDown') return [clamp(row + 10, rows), column];
  if (key === 'PageUp') return [clamp(row - 10, rows), column];
  return null;
}

/** What a key with Ctrl or Cmd does: everything chosen, one step back, one forth; null for another. */
export function stepOf(key: string, isShifted: boolean): 'all' | 'back' | 'forth' | null {
  const said = key.toLowerCase();
  if (said === 'a') return 'all';
  if (said === 'z') return isShifted ? 'forth' : 'back';
  return said === 'y' ? 'forth' : null;
}
