import type { Line } from './lines.ts';
import { isBlank, removeFromLine } from './lines.ts';
import type { Repair } from './types.ts';

/** A rule above footnotes: a long line of spaces, underscores or dashes. */
const isRule = (text: string): boolean => /^(?:[^\S\n]{20,}|\s*[_\-–—]{5,}\s*)$/.test(text);

/**
 * Takes footnotes out: a rule line, the lines `1 …`, `2 …` under it, and the numbers glued to the words
 * they annotate. A number is taken from a word only if a footnote of that page bears it.
 */
export function removeFootnotes(lines: Line[], repairs: Repair[]): Line[] {
  const kept: Line[] = [];
  let pageStart = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    const block = isRule(line.text) ? readBlock(lines, i + 1) : [];
    if (block.length === 0) {
      kept.push(line);
      continue;
    }
    if (!isBlank(line)) repairs.push(removed(line, 'The rule above a footnote is no part of the treaty.'));
    for (const note of block) repairs.push(removed(note, 'A footnote of the printed edition is no part of the treaty.'));
    unglue(kept, pageStart, block.length, repairs);
    pageStart = kept.length;
    i = lines.indexOf(block.at(-1)!, i);
  }
  return kept;
}

function readBlock(lines: Line[], from: number): Line[] {
  const block: Line[] = [];
  for (let i = from; new RegExp(`^\\s*${block.length + 1}\\s+\\S`).test(lines[i]?.text ?? ''); i += 1) block.push(lines[i]!);
  return block;
}

function removed(line: Line, because: string): Repair {
  return { kind: 'footnote', line: line.number, span: { start: line.at[0]!, end: line.at.at(-1)! + 1 }, was: line.text.trim(), now: '', because };
}

function unglue(lines: Line[], pageStart: number, count: number, repairs: Repair[]): void {
  let next = 1;
  for (let i = pageStart; i < lines.length && next <= count; i += 1) {
    let found = new RegExp(`(\\p{L}+)${next}(?![\\p{L}\\d])`, 'u').exec(lines[i]!.text);
    while (found && next <= count) {
      const word = found[1]!;
      const from = found.index + word.length;
      const at = lines[i]!.at[from]!;
      repairs.push({
        kind: 'glued-footnote',
        line: lines[i]!.number,
        span: { start: at, end: at + String(next).length },
        was: `${word}${next}`,
        now: word,
        because: `The ${next} is the number of a footnote, not part of the word.`,
      });
      lines[i] = removeFromLine(lines[i]!, from, from + String(next).length);
      next += 1;
      found = new RegExp(`(\\p{L}+)${next}(?![\\p{L}\\d])`, 'u').exec(lines[i]!.text);
    }
  }
}
