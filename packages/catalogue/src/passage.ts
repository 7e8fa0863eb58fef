import type { Line } from './lines.ts';
import type { Repair, Span } from './types.ts';

/** Clean words with the source offset of every character, so that any part of them can be found again. */
export interface Passage {
  text: string;
  at: number[];
}

export const emptyPassage = (): Passage => ({ text: '', at: [] });

/** Joins clean passages with one space. */
export function joinPassages(parts: Passage[]): Passage {
  const joined = emptyPassage();
  for (const part of parts) {
    if (part.text === '') continue;
    if (joined.text !== '') {
      joined.text += ' ';
      joined.at.push(part.at[0] ?? 0);
    }
    joined.text += part.text;
    joined.at.push(...part.at);
  }
  return joined;
}

/** Half-open range of one found stretch [from, to) of a passage, in the source. */
export function spanOf(passage: Passage, from: number, to: number): Span {
  return { start: passage.at[from] ?? 0, end: (passage.at[to - 1] ?? 0) + 1 };
}

/** The stretches of the source that the passage consists of; a removed or displaced stretch begins a new one. */
export function spansOf(passage: Passage, source: string): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < passage.text.length; i += 1) {
    if (passage.text[i] === ' ') continue;
    const offset = passage.at[i] ?? 0;
    const last = spans.at(-1);
    if (last && (offset === last.end || (offset > last.end && source.slice(last.end, offset).trim() === ''))) last.end = offset + 1;
    else spans.push({ start: offset, end: offset + 1 });
  }
  return spans;
}

/**
 * Adds a line to a passage: whitespace collapsed, line end read as a space. A word split at a hyphen is
 * joined; the hyphen is dropped only where the same text prints the word without it elsewhere.
 */
export function addLine(passage: Passage, line: Line, source: string, repairs: Repair[]): void {
  const words = collapse(line);
  if (words.text === '') return;
  const before = /\p{L}+-$/u.exec(passage.text);
  const after = /^\p{L}+/u.exec(words.text);
  if (before && after) {
    const hyphen = passage.at.at(-1) ?? 0;
    const whole = before[0].slice(0, -1) + after[0];
    const isOneWord = /^\p{Ll}/u.test(after[0]) && new RegExp(`\\b${whole}\\b`, 'i').test(source);
    if (isOneWord) {
      passage.text = passage.text.slice(0, -1);
      passage.at.pop();
    }
    repairs.push({
      kind: 'split-word',
      line: line.number - 1,
      span: isOneWord ? { start: hyphen, end: hyphen + 1 } : { start: hyphen + 1, end: words.at[0] ?? hyphen + 1 },
      was: `${before[0]}\n${after[0]}`,
      now: isOneWord ? whole : before[0] + after[0],
      because: 'The line end splits one word.',
    });
  } else if (passage.text !== '') {
    passage.text += ' ';
    passage.at.push(words.at[0] ?? 0);
  }
  passage.text += words.text;
  passage.at.push(...words.at);
}

function collapse(line: Line): Passage {
  const kept = emptyPassage();
  for (const { 0: word, index } of line.text.matchAll(/\S+/g)) {
    if (kept.text !== '') {
      kept.text += ' ';
      kept.at.push(line.at[index - 1] ?? 0);
    }
    kept.text += word;
    kept.at.push(...line.at.slice(index, index + word.length));
  }
  return kept;
}
