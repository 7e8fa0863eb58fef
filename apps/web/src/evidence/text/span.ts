// Places in a text. The address and the service count code points; the browser counts halves of them.

/** A stretch of a text in the browser's own count: `from` (included) to `to` (not). */
export interface Span {
  from: number;
  to: number;
}

/** How many code points stand before the place `at`. */
export const pointsBefore = (text: string, at: number): number => [...text.slice(0, at)].length;

/** The place of the code point `point`; the end where there are fewer. */
export function placeOf(text: string, point: number): number {
  let place = 0;
  for (let left = point; left > 0 && place < text.length; left--) place += (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
  return place;
}

/** A stretch counted in code points, in the browser's count; null where it does not lie in the text. */
export function spanAt(text: string, from: number, to: number): Span | null {
  const span = { from: placeOf(text, from), to: placeOf(text, to) };
  return span.from < span.to && pointsBefore(text, span.to) === to ? span : null;
}

/** Without the white space at either end; null where nothing else is there. */
export function trimmed(text: string, { from, to }: Span): Span | null {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return start < end ? { from: start, to: end } : null;
}
