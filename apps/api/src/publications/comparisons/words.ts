// The words of the comparisons in the language of an edition.
import type { Edition, Language } from '../portal/edition.ts';
import { words as ar } from './words.ar.ts';
import { type ComparisonWords, words as en } from './words.en.ts';
import { words as fr } from './words.fr.ts';

const wordsOf: Record<Language, ComparisonWords> = { en, fr, ar };
export const wordsIn = ({ lang }: Pick<Edition, 'lang'>): ComparisonWords => wordsOf[lang];
