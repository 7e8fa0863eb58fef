// The fixed words in the six languages of the United Nations.
import type { DocumentLanguage } from '@servanda/contract';
import { words as arabic } from './words.ar.ts';
import { words as english, type Words } from './words.en.ts';
import { words as spanish } from './words.es.ts';
import { words as french } from './words.fr.ts';
import { words as russian } from './words.ru.ts';
import { words as chinese } from './words.zh.ts';

export const wordsOf: Record<DocumentLanguage, Words> = { en: english, fr: french, es: spanish, ar: arabic, zh: chinese, ru: russian };
/** The language as formats name it: with the country whose usage the dates follow. */
export const tagOf: Record<DocumentLanguage, string> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA', zh: 'zh-CN', ru: 'ru-RU' };
