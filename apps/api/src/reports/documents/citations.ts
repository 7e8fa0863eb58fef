// The words of the treaty as they are pointed to in the language of a document; the titles of its elements stay in English.
import type { DocumentLanguage } from '@servanda/contract';
import { citationIn, placeIn } from '../composer/said.ts';
import { type Line, own, type Run } from './model.ts';
import { english } from './said.ts';

/** "Article 5(1), first limb". */
export const cited = (citation: string, lang: DocumentLanguage): Run => own(citationIn(citation, lang));
const between: Partial<Record<DocumentLanguage, string>> = { ar: '؛ ', zh: '；' };
/** Several, as the language parts them. */
export const parted = (told: string[], lang: DocumentLanguage): string => told.join(between[lang] ?? '; ');
/** Several, without the word that the head of the column stands for. */
export const places = (citations: string[], lang: DocumentLanguage): Run =>
  own(
    parted(
      citations.map((of) => placeIn(of, lang)),
      lang,
    ),
  );
/** With the title, which is English unless it is said to be otherwise. */
export const entitled = ({ citation, title }: { citation: string; title: string }, lang: DocumentLanguage, titled = english): Line => [
  cited(citation, lang),
  // In Arabic the number stays beside its word, and the dash between the two.
  own(lang === 'ar' ? '\u200f – \u200f' : ' – '),
  titled(title),
];
