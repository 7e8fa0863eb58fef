/** A cell as it was written; `day` is a calendar day (YYYY-MM-DD), `fault` says why it has no value that can be trusted. */
export type Cell = string | number | boolean | null | { day: string } | { fault: 'formula' | 'error' | 'merged' };

/** One sheet; the first row is row 1 of the spreadsheet. */
export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** Rows of a sheet that are read at all; who wants fewer says so. */
export const mostRead = 20_000;
