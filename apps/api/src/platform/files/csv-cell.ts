// A spreadsheet runs a cell that begins like a formula, also after spaces or quotes and in full-width forms (ASVS V1.2.10).
const formula = /^[\s"'\u00a0\u200b-\u200f\u2028-\u202f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;
const control = /^[\t\r\n]/;

/** The cell as text that no spreadsheet runs: a leading apostrophe where it could be read as a formula. */
export const safeCell = (text: string): string => (formula.test(text) || control.test(text) ? `'${text}` : text);
