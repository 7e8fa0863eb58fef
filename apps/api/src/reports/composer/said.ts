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

/** "Article 5(1), first limb" in the language; its number stays left to right in Arabic. */
export function citationIn(citation: string, language: ReportLanguage): string {
  const words = wordsOf(language);
  const [, place = citation, part] = /^Article (\S+?)(?:, (.+))?$/.exec(citation) ?? [];
  const number = language === 'ar' ? `\u200e${place}\u200e` : place;
  const kept = Object.entries(words.parts).find(([english]) => english === part)?.[1];
  return `${words.article} ${number}${part === undefined ? '' : `${language === 'ar' ? '،' : ','} ${kept ?? part}`}`;
}
