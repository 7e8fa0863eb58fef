import type { Stretch } from '@servanda/contract';
import { bareWord, type PlainPiece, plainPieces } from '../platform/text/plain-words.ts';

/** One word of a term: how it may be written, how it begins, or the row of signs that it is. */
export interface Wanted {
  written: ReadonlySet<string>;
  prefix: string | null;
  row: string | null;
}
interface Mark {
  start: number;
  end: number;
  term: number;
}

const answers = (piece: PlainPiece, wanted: Wanted, isFirst: boolean, isLast: boolean): boolean => {
  if (wanted.row !== null) {
    if (!piece.isRow) return false;
    if (isFirst && isLast) return piece.plain.includes(wanted.row);
    if (isFirst) return piece.plain.endsWith(wanted.row);
    return isLast ? piece.plain.startsWith(wanted.row) : piece.plain === wanted.row;
  }
  const bare = bareWord(piece.plain);
  return wanted.written.has(bare) || wanted.written.has(piece.plain) || (wanted.prefix !== null && bare.startsWith(wanted.prefix));
};

/** Where a row of signs stands within a longer one; at all its places where it stands alone. */
function placesOf(text: string, from: PlainPiece, to: PlainPiece, term: readonly Wanted[]): { start: number; end: number }[] {
  const [first, last] = [term[0], term[term.length - 1]];
  if (term.length === 1 && first?.row) {
    const [row, inside] = [first.row, text.slice(from.start, from.end)];
    const places = [];
    for (let at = inside.indexOf(row); at >= 0; at = inside.indexOf(row, at + row.length))
      places.push({ start: from.start + at, end: from.start + at + row.length });
    // The text is written in another form of the same signs.
    return places.length ? places : [{ start: from.start, end: from.end }];
  }
  return [{ start: first?.row ? from.end - first.row.length : from.start, end: last?.row ? to.start + last.row.length : to.end }];
}

/** What in a text answers the terms; UTF-16 places, in order, not overlapping. */
export function marksIn(text: string, terms: readonly (readonly Wanted[])[]): Mark[] {
  const pieces = plainPieces(text);
  const marks = terms.flatMap((term, number) =>
    pieces.flatMap((piece, i) => {
      const last = pieces[i + term.length - 1];
      if (!last || !term.every((wanted, k) => answersAt(pieces, i + k, wanted, k === 0, k === term.length - 1))) return [];
      return placesOf(text, piece, last, term).map((place) => ({ ...place, term: number }));
    }),
  );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return marks.filter((mark, i) => i === 0 || mark.start >= Math.max(...marks.slice(Math.max(0, i - 8), i).map(({ end }) => end)));
}
const answersAt = (pieces: readonly PlainPiece[], i: number, wanted: Wanted, isFirst: boolean, isLast: boolean) => {
  const piece = pieces[i];
  return piece !== undefined && answers(piece, wanted, isFirst, isLast);
};

const points = (text: string, unit: number) => [...text.slice(0, unit)].length;
/** The same places counted in characters (code points). */
const inPoints = (text: string, { start, end }: Stretch): Stretch => ({ start: points(text, start), end: points(text, end) });

export interface Passage {
  passage: string;
  marks: Stretch[];
  at: Stretch | null;
}
const [before, after] = [90, 210];

/** The words around the place where most of what was asked stands together, with its marks; places in code points. */
export function passageOf(text: string, terms: readonly (readonly Wanted[])[]): Passage {
  const marks = marksIn(text, terms);
  const worth = (from: Mark) => new Set(marks.filter(({ start, end }) => start >= from.start && end <= from.start + after).map(({ term }) => term)).size;
  const first = marks.reduce<Mark | undefined>((best, mark) => (best && worth(best) >= worth(mark) ? best : mark), undefined);
  let start = Math.max(0, (first?.start ?? 0) - before);
  let end = Math.min(text.length, Math.max((first?.start ?? 0) + after, first?.end ?? 0));
  // Not within a word, where one ends nearby; never within a character.
  if (start > 0) start += Math.max(0, text.slice(start, first?.start).search(/\s/) + 1);
  if (end < text.length) end -= /\S*$/.exec(text.slice(Math.max(end - 30, first?.end ?? 0, start), end))?.[0].length ?? 0;
  if (/[\udc00-\udfff]/.test(text.charAt(start))) start++;
  if (/[\udc00-\udfff]/.test(text.charAt(end))) end--;
  const passage = text.slice(start, end).replace(/\s/g, ' ');
  const shown = marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => inPoints(passage, { start: mark.start - start, end: mark.end - start }));
  return { passage, marks: shown, at: first ? inPoints(text, first) : null };
}
