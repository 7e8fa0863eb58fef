// What a word of a spreadsheet says in the matrix. Pure.
import { CriminalisationValue } from '@servanda/contract';
import { type ValueWords, valueOfKey } from './matrix-keys.ts';

/** Ways to write that a cell does not apply, in English, French and Arabic, without spaces and full stops. */
const notApplicable: ReadonlySet<string> = new Set(['n/a', 'na', 'nonapplicable', 's/o', 'so', 'sansobjet', 'غ/م', 'غيرمنطبق', 'لاينطبق', 'لاتنطبق']);
/** Lower case, one space between words, and Arabic without its vowel signs, which are written or not. */
const plainOf = (said: string): string =>
  said
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The value that a word stands for: its name, its word in the reader's language, a common short form, a letter, a figure or a question mark. */
export function valueOfWord(said: string, known: ValueWords): CriminalisationValue | null {
  const plain = plainOf(said);
  const found = CriminalisationValue.options.find((value) => value === plain || value.replace('_', ' ') === plain || plainOf(known.words[value]) === plain);
  if (found) return found;
  if (notApplicable.has(plain.replace(/[\s.]/g, ''))) return 'not_applicable';
  return plain === '?' ? 'unknown' : plain.length === 1 ? valueOfKey(plain, known) : null;
}
