// Text in the forms that OSCAL knows: CommonMark in titles and descriptions, plain lines in properties. What a person typed never becomes markup.
import { v5 } from 'uuid';
import { cleanText } from '../documents/printable.ts';

/** The namespace of our properties. */
export const ns = 'urn:servanda:ns:oscal';
const namespace = v5(ns, v5.URL);

/** The same id for the same thing in every export: a UUID of version 5 over what it is called here, for OSCAL takes only versions 4 and 5. */
export const idOf = (...parts: string[]): string => v5(parts.join(' '), namespace);

/** Signs that mean something in CommonMark wherever they stand, and what means something at the beginning of a line. */
const signs = /[\\`*_{}[\]<>&#|~!$^]/g;
const aroundLines = /(?<=^|\n)[ \t]+|[ \t]+(?=\n|$)/g;
const starts = /^([-+=])|^(\d{1,9})([.)])/gm;

/** Several lines as CommonMark that shows them as they were typed: each line end stays one, empty lines part paragraphs. */
export const prose = (text: string): string =>
  cleanText(text)
    .replace(aroundLines, '')
    .replace(/\n{2,}/g, '\n\n')
    .trim()
    .replace(signs, '\\$&')
    .replace(starts, (found, sign: string | undefined, number: string | undefined, point: string | undefined) =>
      sign ? `\\${sign}` : number ? `${number}\\${point}` : found,
    );

/** The same on one line; never empty. */
export const line = (text: string, otherwise = '—'): string => prose(plain(text, otherwise));

/** One line that is no markup: of a property, of a name; never empty. */
export const plain = (text: string, otherwise = '—'): string => cleanText(text).replace(/\s+/gu, ' ').trim() || otherwise;

/** A property of ours. */
export const prop = (name: string, value: string, remarks?: string) => ({ name, ns, value: plain(value), ...(remarks ? { remarks: prose(remarks) } : {}) });
