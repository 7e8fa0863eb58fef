// The fixed words of the statistical annex in the six languages of the United Nations.
import type { DocumentLanguage } from '@servanda/contract';
import { words as arabic } from './words.ar.ts';
import { type AnnexWords, words as english } from './words.en.ts';
import { words as spanish } from './words.es.ts';
import { words as french } from './words.fr.ts';
import { words as russian } from './words.ru.ts';
import { words as chinese } from './words.zh.ts';

export const annexWordsOf: Record<DocumentLanguage, AnnexWords> = { en: english, fr: french, es: spanish, ar: arabic, zh: chinese, ru: russian };
