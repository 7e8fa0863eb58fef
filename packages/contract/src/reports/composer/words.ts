// How many words a report has: counted alike in the browser, while somebody writes, and by the service.
import { plainOf, type RichText } from './rich-text.ts';

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
};

/** Words of a plain text in a language: what its readers take for one, not what stands between blanks. */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of segmenterOf(language).segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Words of a rich text, its footnotes and tables among them. */
export const wordsIn = (text: RichText, language: string): number => countWords(plainOf(text), language);
