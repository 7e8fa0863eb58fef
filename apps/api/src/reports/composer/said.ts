// Words and citations in the language of a report.
import type { ReportLanguage } from '@servanda/contract';
import { words as ar } from './words.ar.ts';
import { words as en, type Words } from './words.en.ts';
import { words as es } from './words.es.ts';
import { words as fr } from './words.fr.ts';
import { words as ru } from './words.ru.ts';
import { words as zh } from './words.zh.ts';

const all: Record<ReportLanguage, Words> = { en, fr, es, ar, zh, ru };
export const wordsOf = (language: ReportLanguage): Words => all[language];

const commas: Partial<Record<ReportLanguage, string>> = { ar: '، ', zh: '，' };

function toldIn(citation: string, language: ReportLanguage, article: (number: string) => string): string {
  const [, place = citation, part] = /^Article (\S+?)(?:, (.+))?$/.exec(citation) ?? [];
  const kept = Object.entries(wordsOf(language).parts).find(([english]) => english === part)?.[1];
  const number = language === 'ar' ? `\u200e${place}\u200e` : place;
  return `${article(number)}${part === undefined ? '' : `${commas[language] ?? ', '}${kept ?? part}`}`;
}

/** "Article 5(1), first limb" in the language; its number stays left to right in Arabic. */
export const citationIn = (citation: string, language: ReportLanguage): string =>
  toldIn(citation, language, (number) => (language === 'zh' ? `第 ${number} 条` : `${wordsOf(language).article} ${number}`));

/** The same without the word for an article: "5(1), first limb". */
export const placeIn = (citation: string, language: ReportLanguage): string => toldIn(citation, language, (number) => number);
