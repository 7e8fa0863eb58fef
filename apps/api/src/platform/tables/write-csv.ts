import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../files/csv-cell.ts';

export type CsvValue = string | number | boolean | null | undefined;
const textOf = (value: CsvValue): string => (typeof value === 'string' ? safeCell(value) : String(value ?? ''));

/** Rows as CSV: UTF-8 with its mark, CRLF, every cell quoted, none that a spreadsheet would run; what is null or undefined is an empty cell. */
export const csvOf = (rows: readonly (readonly CsvValue[])[]): string =>
  stringify(
    rows.map((row) => row.map(textOf)),
    { bom: true, quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );
