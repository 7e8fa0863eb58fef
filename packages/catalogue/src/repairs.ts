import { CatalogueError } from './errors.ts';
import { removeFootnotes } from './footnotes.ts';
import type { Line } from './lines.ts';
import { cutLine, isBlank, removeFromLine } from './lines.ts';
import { asLatin } from './look-alikes.ts';
import type { DisplacedLine, Repair } from './types.ts';

/** A point's own indentation is layout and stays unmentioned; a space before anything else is a slip. */
const POINT = /^\s+(?:\([\p{L}\d]{1,5}\)|\p{L}\.)\s/u;

/** Puts the lines right for reading and lists every departure from the source, in the order of the source. */
export function repairLines(lines: Line[], displaced: DisplacedLine[], repairs: Repair[]): Line[] {
  let kept = removeFootnotes(lines, repairs);
  kept = removePageNumbers(kept, repairs);
  for (const one of displaced) kept = moveBack(kept, one, repairs);
  return kept.map((line) => readEnumerator(dropLeadingSpace(line, repairs), repairs));
}

function removePageNumbers(lines: Line[], repairs: Repair[]): Line[] {
  return lines.filter((line, i) => {
    const isPageNumber = /^\s*(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?\s*$/.test(line.text) && isBlank(lines[i - 1]) && isBlank(lines[i + 1]);
    if (isPageNumber) {
      const was = line.text.trim();
      const start = line.at[line.text.indexOf(was)]!;
      repairs.push({
        kind: 'page-number',
        line: line.number,
        span: { start, end: start + was.length },
        was,
        now: '',
        because: 'A number alone between blank lines is a page number.',
      });
    }
    return !isPageNumber;
  });
}

function moveBack(lines: Line[], one: DisplacedLine, repairs: Repair[]): Line[] {
  const from = lines.findIndex((line) => line.number === one.line);
  const to = lines.findIndex((line) => line.number === one.after);
  const column = lines[from]?.text.indexOf(one.was) ?? -1;
  if (from < 0 || to < 0 || column < 0) throw new CatalogueError(one.line, `The displaced words “${one.was}” are not on this line.`);
  const piece = cutLine(lines[from]!, column, column + one.was.length);
  repairs.push({
    kind: 'displaced-line',
    line: one.line,
    span: { start: piece.at[0]!, end: piece.at.at(-1)! + 1 },
    was: one.was,
    now: `${one.was} (after line ${one.after})`,
    because: one.because,
  });
  return lines.flatMap((line, i) => {
    if (i === from) return [removeFromLine(line, column, column + one.was.length)];
    return i === to ? [line, piece] : [line];
  });
}

function dropLeadingSpace(line: Line, repairs: Repair[]): Line {
  const width = line.text.length - line.text.trimStart().length;
  if (width === 0 || isBlank(line) || POINT.test(line.text)) return line;
  repairs.push({
    kind: 'leading-space',
    line: line.number,
    span: { start: line.at[0]!, end: line.at[width - 1]! + 1 },
    was: line.text.slice(0, width),
    now: '',
    because: 'A space before a heading, a paragraph or a continued line carries no meaning.',
  });
  return cutLine(line, width);
}

/** An enumerator such as `(с)` typed with a letter that only looks Latin is read as the Latin one. */
function readEnumerator(line: Line, repairs: Repair[]): Line {
  const found = /^(\s*\(?)([\p{L}\d]{1,5})[).]\s/u.exec(line.text);
  const was = found?.[2] ?? '';
  const now = asLatin(was);
  if (!found || now === was) return line;
  const start = found[1]!.length;
  repairs.push({
    kind: 'enumerator',
    line: line.number,
    span: { start: line.at[start]!, end: line.at[start]! + was.length },
    was,
    now,
    because: 'The letter only looks Latin (another script); the sequence of points needs the Latin one.',
  });
  return { ...line, text: line.text.slice(0, start) + now + line.text.slice(start + was.length) };
}
