import { CatalogueError } from './errors.ts';

/** One line of the source, or a piece of one, with the source offset of every character that is kept. */
export interface Line {
  /** 1-based line of the source. */
  number: number;
  text: string;
  at: number[];
}

/** A line of `text` from `start`, every character at its own place. */
export function lineAt(number: number, text: string, start: number): Line {
  return { number, text, at: Array.from({ length: text.length }, (_, i) => start + i) };
}

/**
 * Reads a plain text into lines. Line feeds, carriage returns and form feeds end a line or are blank;
 * anything that is not text is refused, with its line.
 */
export function readLines(source: string): Line[] {
  if (source.trim() === '') throw new CatalogueError(0, 'The text is empty. Give the plain text of a treaty.');
  const lines: Line[] = [];
  let start = 0;
  for (const text of source.split('\n')) {
    const number = lines.length + 1;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text)) {
      throw new CatalogueError(number, 'This is not plain text in UTF-8 (it holds bytes that are no letters). Save the treaty as plain text first.');
    }
    lines.push(lineAt(number, text, start));
    start += text.length + 1;
  }
  return lines;
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';

/** The part [from, to) of a line. */
export function cutLine(line: Line, from: number, to = line.text.length): Line {
  return { number: line.number, text: line.text.slice(from, to), at: line.at.slice(from, to) };
}

/** The line without its characters [from, to). */
export function removeFromLine(line: Line, from: number, to: number): Line {
  return { number: line.number, text: line.text.slice(0, from) + line.text.slice(to), at: [...line.at.slice(0, from), ...line.at.slice(to)] };
}
