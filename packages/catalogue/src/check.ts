import { flowOf } from './flow.ts';
import { sentenceStarts } from './register.ts';
import { readTreaty } from './treaty-text.ts';

/** What a first look at a treaty's plain text shows: its articles and every "shall" in them. */
export interface TreatyCheck {
  title: string;
  articles: { number: number; title: string | null; line: number; paragraphs: number; shall: number; firstWords: string }[];
  shall: { code: string; citation: string; article: number; line: number; quote: string }[];
  repairs: { kind: string; line: number; was: string; now: string }[];
}

const WORDS_QUOTED = 12;
const firstWords = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ');

/** Reads another treaty with the same compiler. Throws CatalogueError with the line that could not be read. */
export function checkTreaty(text: string): TreatyCheck {
  const treaty = readTreaty(text);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const shall = treaty.articles.flatMap(({ number }) => {
    const flow = flowOf(treaty.drafts.filter(({ article }) => article === number));
    return flow.pieces.flatMap((piece) => {
      const words = flow.text.slice(piece.start, piece.end);
      const found = [...words.matchAll(/\bshall\b/gi)];
      const quotes = quoteStarts(
        words,
        found.map((match) => match.index),
      );
      return found.map((match, i) => ({
        code: found.length > 1 ? `${piece.draft.code}-${i + 1}` : piece.draft.code,
        citation: piece.draft.citation,
        article: number,
        line: lineOf(flow.at[piece.start + match.index]!),
        quote: firstWords(sentenceFrom(flow.text.slice(piece.start + quotes[i]!)), WORDS_QUOTED),
      }));
    });
  });
  const articles = treaty.articles.map(({ number, title, line }) => {
    const own = treaty.provisions.filter(({ article }) => article === number);
    const paragraphs = own.filter(({ kind, parent }) => kind === 'paragraph' && parent === String(number)).length;
    const words = own.find((provision) => provision.text !== '')!.text;
    return {
      number,
      title,
      line,
      paragraphs: own[0]!.text === '' ? paragraphs : paragraphs + 1,
      shall: shall.filter(({ article }) => article === number).length,
      firstWords: firstWords(words, 8),
    };
  });
  return { title: treaty.title, articles, shall, repairs: treaty.repairs.map(({ kind, line, was, now }) => ({ kind, line, was, now })) };
}

const sentenceFrom = (text: string): string => /^.*?[.;](?=\s)/.exec(text)?.[0] ?? text;

/** A quote begins with its sentence; a second "shall" of the same sentence is quoted from itself on. */
function quoteStarts(words: string, at: number[]): number[] {
  const sentences = sentenceStarts(words);
  const sentenceOf = (offset: number) => sentences.findLast((start) => start <= offset) ?? 0;
  return at.map((offset, i) => (i > 0 && sentenceOf(at[i - 1]!) === sentenceOf(offset) ? offset : sentenceOf(offset)));
}
