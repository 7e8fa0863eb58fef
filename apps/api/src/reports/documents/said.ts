// Text with its direction and language: what a person wrote may be of another one than the document.
import type { DocumentLanguage } from '@servanda/contract';
import type { Run } from './model.ts';

const strong = /\p{L}/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const scripts: [RegExp, DocumentLanguage][] = [
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];
const isLatin = (lang: DocumentLanguage) => lang === 'en' || lang === 'fr' || lang === 'es';

/** The catalogue's own English. */
export const english = (text: string): Run => ({ as: 'said', text, rtl: false, lang: 'en' });

/** What a person typed: its direction by its first letter; its language that of the document where the script agrees. */
export const typed =
  (lang: DocumentLanguage) =>
  (text: string): Run => {
    const first = strong.exec(text)?.[0];
    if (first === undefined) return { as: 'said', text, rtl: lang === 'ar', lang };
    if (rightToLeft.test(first)) return { as: 'said', text, rtl: true, lang: 'ar' };
    const script = scripts.find(([of]) => of.test(first))?.[1];
    return { as: 'said', text, rtl: false, lang: script ?? (isLatin(lang) ? lang : 'en') };
  };
export type Typed = ReturnType<typeof typed>;

/** A sentence with its places filled; what is put in is put in as it is, once. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
