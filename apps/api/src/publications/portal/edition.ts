// The portal in one language: its words, its direction, its dates and its links.
import { words as ar } from './words.ar.ts';
import { words as en, type Words } from './words.en.ts';
import { words as fr } from './words.fr.ts';

export const editions = ['en', 'fr', 'ar'] as const;
export type Language = (typeof editions)[number];
export const ownNames: Record<Language, string> = { en: 'English', fr: 'Français', ar: 'العربية' };
const wordsOf: Record<Language, Words> = { en, fr, ar };
/** Western digits and the Gregorian calendar in Arabic too: legal dates are read beside English sources. */
const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-latn-ca-gregory' };

export type Query = Record<string, string | number | null | undefined>;

export interface Edition {
  lang: Language;
  dir: 'ltr' | 'rtl';
  words: Words;
  /** A sentence with its places filled; what is put in is put in as it is, once. */
  fill: (sentence: string, values: Record<string, string | number>) => string;
  /** A day as its source prints it (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), or a moment as its day in UTC. */
  day: (day: string) => string;
  /** Numbers one after another, kept whole beside words of another direction. */
  numbers: (all: readonly number[]) => string;
  /** A number of bytes, in the unit that fits. */
  size: (bytes: number) => string;
  /** An address of the portal in this language; what is empty is left out. */
  to: (path: string, query?: Query) => string;
}

const fill: Edition['fill'] = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** An address with its query; what is empty is left out. */
export function addressOf(path: string, query: Query): string {
  const [bare = '', anchor] = path.split('#');
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') asked.set(name, String(value));
  return `${bare}${asked.size ? `?${asked}` : ''}${anchor ? `#${anchor}` : ''}`;
}

function dayIn(lang: Language, given: string): string {
  const day = given.slice(0, 10);
  const parts = day.split('-').length;
  if (parts === 1) return day;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'long', ...(parts === 3 ? { day: 'numeric' } : {}) };
  const told = new Intl.DateTimeFormat(locales[lang], options).format(new Date(`${parts === 2 ? `${day}-01` : day}T00:00:00Z`));
  if (lang === 'fr') return told.replace(/^1 (?=\p{L})/u, '1er ');
  // In Arabic a date is kept whole beside a name in Latin letters, which would pull its figures apart.
  return lang === 'ar' ? `\u2068${told}\u2069` : told;
}

function sizeIn(lang: Language, bytes: number): string {
  const { unit, of } = bytes < 1000 ? { unit: 'byte', of: 1 } : bytes < 1_000_000 ? { unit: 'kilobyte', of: 1000 } : { unit: 'megabyte', of: 1_000_000 };
  return new Intl.NumberFormat(locales[lang], { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / of);
}

/** The edition in a language. */
export const editionOf = (lang: Language): Edition => ({
  lang,
  dir: lang === 'ar' ? 'rtl' : 'ltr',
  words: wordsOf[lang],
  fill,
  day: (day) => dayIn(lang, day),
  numbers: (all) => `\u2068${new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(all.map(String))}\u2069`,
  size: (bytes) => sizeIn(lang, bytes),
  to: (path, query = {}) => addressOf(path, { ...query, lang: lang === 'en' ? null : lang }),
});
