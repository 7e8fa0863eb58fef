// The words of a text as search compares them: what app.search_plain, app.search_spread and app.search_bare do in the database.

/** Scripts written without spaces between words. */
const joined =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff\\u3100-\\u31bf\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
const marks = '\\u00ad\\u0300-\\u036f\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
const pieces = new RegExp(`(?<row>[${joined}]+)|(?:(?![${joined}])[\\p{L}\\p{M}\\p{N}${marks}])+`, 'gu');
const silent = new RegExp(`[${marks}]`, 'gu');
const letters: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ة: 'ه', ک: 'ك', ؤ: 'و', ئ: 'ي' };
const bases: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', þ: 'th', ŋ: 'ng', ё: 'е' };

/** Lower case, one form of each letter, Arabic letters without their variants and marks. */
export const plainWord = (said: string): string =>
  said
    .normalize('NFKC')
    .toLowerCase()
    .replace(silent, '')
    .replace(/[أإآٱىیېةکؤئ]/g, (letter) => letters[letter] ?? letter);
/** A plain word without the accents of Latin and Greek letters. */
export const bareWord = (plain: string): string =>
  plain
    .normalize('NFD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðħıłþŋё]/g, (letter) => bases[letter] ?? letter);

/** A word, or a row of signs written without spaces. `start`, `end`: UTF-16 places in the text. */
export interface PlainPiece {
  plain: string;
  isRow: boolean;
  start: number;
  end: number;
}
/** The words of a text in their order. */
export const plainPieces = (text: string): PlainPiece[] =>
  [...text.matchAll(pieces)]
    .map((found) => ({ plain: plainWord(found[0]), isRow: found.groups?.['row'] !== undefined, start: found.index, end: found.index + found[0].length }))
    .filter(({ plain }) => plain !== '');
