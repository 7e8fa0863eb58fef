/** A cell as it was written; `day` is a calendar day (YYYY-MM-DD), `fault` says why it has no value that can be trusted. */
export type Cell = string | number | boolean | null | { day: string } | FaultyCell;
/** `said`: what stands in it, where that can be shown. */
export type FaultyCell = { fault: 'formula' | 'error' | 'merged' | 'acting'; said?: string };
export const isFaulty = (cell: Cell | undefined): cell is FaultyCell => typeof cell === 'object' && cell !== null && 'fault' in cell;

/** One sheet; the first row is row 1 of the spreadsheet. */
export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** Rows of a sheet that are read at all; who wants fewer says so. */
export const mostRead = 20_000;
