import { parse } from 'csv-parse/sync';
import { actsAsCell } from '../files/csv.ts';
import { readPlain } from '../text/readers/plain.ts';
import { type Cell, mostRead, type Sheet } from './grid.ts';

const separators = [';', ',', '\t', '|'];

/** What separates the cells: said by Excel's first line `sep=;`, else the sign that stands most often in the first line that says anything. */
function separatorOf(text: string): { separator: string; from: number } {
  const said = /^sep=(.)\r?\n/i.exec(text);
  if (said?.[1]) return { separator: said[1], from: said[0].length };
  const line = (/^.*\S.*$/m.exec(text.slice(0, 65_536))?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const times = (sign: string) => line.split(sign).length;
  const [separator = ','] = separators.toSorted((a, b) => times(b) - times(a));
  return { separator, from: 0 };
}

/** The rows of a CSV file in UTF-8, UTF-16 with its mark or Windows-1252; a cell that a spreadsheet would run is a fault. Throws where a quote is never closed. */
export function readCsv(bytes: Buffer): Sheet[] {
  const text = readPlain(bytes).replace(/^\ufeff/, '');
  const { separator, from } = separatorOf(text);
  const rows: string[][] = parse(text.slice(from), {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: mostRead,
  });
  const read = rows.map((row) => row.map((cell): Cell => (actsAsCell(cell) ? { fault: 'acting', said: cell } : cell)));
  // The line of the separator is a row of the spreadsheet too.
  return [{ name: '', rows: from > 0 ? [[], ...read] : read }];
}
