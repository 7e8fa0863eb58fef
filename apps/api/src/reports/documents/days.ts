// Days and moments as a language says them, with the digits that codes have too.
import type { DocumentLanguage } from '@servanda/contract';
import { Temporal } from 'temporal-polyfill';
import { code, type Line, own, type Run } from './model.ts';
import { filled } from './said.ts';
import type { Words } from './words.en.ts';
import { tagOf } from './words.ts';

// Making one takes longer than a hundred days by it, and a composed report says some hundred.
const formats = new Map<string, Intl.DateTimeFormat>();
const ways = { long: { dateStyle: 'long' }, short: { day: 'numeric', month: 'short', year: 'numeric' } } as const;

function formatOf(lang: DocumentLanguage, way: keyof typeof ways): Intl.DateTimeFormat {
  const key = `${lang} ${way}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tagOf[lang], { ...ways[way], calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}

function said(day: string, lang: DocumentLanguage, way: keyof typeof ways): string {
  const told = formatOf(lang, way).format(Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds);
  // The first of a month is the only ordinal that French has in its dates.
  return lang === 'fr' ? told.replace(/^1 /, '1er ') : told;
}

/** A calendar day in words of a language. */
export const dayInWords = (day: string, lang: DocumentLanguage): string => said(day, lang, 'long');

/** The same for a cell of a table; a dash where none is known. */
export const dayIn = (day: string | null, lang: DocumentLanguage): Run => own(day === null ? '—' : said(day, lang, 'short'));

/** A moment of the record. */
export const momentIn = (moment: string, lang: DocumentLanguage): Line => [
  own(`${dayInWords(moment.slice(0, 10), lang)} `),
  code(`${moment.slice(11, 16)} UTC`),
];

/** From a day to a day, either of which may be open. */
export function spanOf(from: string | null, to: string | null, words: Words, lang: DocumentLanguage, way: keyof typeof ways = 'long'): string {
  const day = (of: string) => said(of, lang, way);
  if (from && to) return `${day(from)} – ${day(to)}`;
  if (from) return filled(words.sinceDay, { day: day(from) });
  return to ? filled(words.untilDay, { day: day(to) }) : '';
}
