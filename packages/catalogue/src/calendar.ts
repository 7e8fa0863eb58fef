import { readCsv } from './data-files.ts';
import type { DueDateExample } from './types.ts';

const orNull = (cell: string | undefined): string | null => (cell === undefined || cell === '' || cell === '-' ? null : cell);

/** Worked cases of the reporting calendar, some with dates printed in UN documents; the words are the table's. */
export const readDueDateExamples = (): DueDateExample[] =>
  readCsv('due-date-examples.csv').map((row) => ({
    iso3: row['iso3']!,
    report: row['report']!,
    deposit: orNull(row['deposit']),
    entryIntoForce: orNull(row['entry_into_force']),
    computedDue: orNull(row['computed_due']),
    printedDue: orNull(row['printed_due']),
    received: orNull(row['received']),
    symbol: orNull(row['symbol']),
    result: row['result']!,
  }));
