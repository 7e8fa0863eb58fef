import { partLength } from './limits.ts';

/** A text as PostgreSQL and people can hold it: composed, without NUL, control characters and halves of characters. */
export const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[ \t]+\n/g, '\n');

/** Cuts a text without pages into parts, at the end of a line where one is near. */
export function inParts(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + partLength, text.length);
    if (to < text.length) {
      const line = text.lastIndexOf('\n', to);
      const word = text.lastIndexOf(' ', to);
      if (line > from + partLength / 2) to = line + 1;
      else if (word > from + partLength / 2) to = word + 1;
      // A character of two halves is not cut.
      else if (/[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to++;
    }
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
