// Text with its direction and language: what a person wrote may be of another one than the document.
import type { DocumentLanguage } from '@servanda/contract';

export interface Said {
  text: string;
  rtl: boolean;
  lang: string;
}

const strong = /\p{L}/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** The catalogue's own English. */
export const english = (text: string): Said => ({ text, rtl: false, lang: 'en' });

/** What a person typed: its direction by its first letter; its language that of the document where the script agrees. */
export const typed =
  (lang: DocumentLanguage) =>
  (text: string): Said => {
    const first = strong.exec(text)?.[0];
    const rtl = first === undefined ? lang === 'ar' : rightToLeft.test(first);
    return { text, rtl, lang: rtl ? 'ar' : lang === 'ar' ? 'en' : lang };
  };

/** A sentence with its places filled; what is put in is put in as it is, once. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
