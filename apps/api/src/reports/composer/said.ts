// Words, citations and days in the language of a report.
import type { ReportLanguage } from '@servanda/contract';
import { Temporal } from 'temporal-polyfill';
import { words as ar } from './words.ar.ts';
import { words as en, type Words } from './words.en.ts';
import { words as es } from './words.es.ts';
import { words as fr } from './words.fr.ts';
import { words as ru } from './words.ru.ts';
import { words as zh } from './words.zh.ts';

const all: Record<ReportLanguage, Words> = { en, fr, es, ar, zh, ru };
export const wordsOf = (language: ReportLanguage): Words => all[language];

/** A sentence with its places filled, each once and as it is. */
export const said = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** "Article 5(1), first limb" in the language; its number stays left to right in Arabic. */
export function citationIn(citation: string, language: ReportLanguage): string {
  const words = wordsOf(language);
  const [, place = citation, part] = /^Article (\S+?)(?:, (.+))?$/.exec(citation) ?? [];
  const number = language === 'ar' ? `\u200e${place}\u200e` : place;
  const kept = Object.entries(words.parts).find(([english]) => english === part)?.[1];
  return `${words.article} ${number}${part === undefined ? '' : `${language === 'ar' ? '،' : ','} ${kept ?? part}`}`;
}

/** A calendar day in words; Western digits in Arabic too, as legal dates are read beside English sources. */
export const dayIn = (day: string, language: ReportLanguage): string =>
  Temporal.PlainDate.from(day).toLocaleString(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', calendar: 'gregory', numberingSystem: 'latn' });
