// What any text needs so that it stands in a cell of a workbook as itself.

/** Characters that XML cannot hold, and those that it may not. */
const unwritable = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;
/** Spreadsheets read `_x0041_` as an escaped A: the underscore itself is escaped then. */
const escaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const mostLetters = 32_767;

/** The text as a reader of the cell has it: whole up to what a cell holds, � for what no workbook can hold. */
export const inCell = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwritable, '\ufffd').slice(0, mostLetters).toWellFormed();

/** The same as it is written. A text cell is never run, whatever it begins with. */
export const forCell = (text: string): string => inCell(text).replace(escaped, '_x005F_');
