import { expect, test } from '@jest/globals';
import { safeCell } from './csv-cell.ts';

test.each([
  '=1+1',
  '=HYPERLINK("http://x")',
  "=cmd|'/c calc'!A0",
  '+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '|x',
  '%x',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  '"=1',
  "'=1",
  ' =1',
  '\u200b=1',
  '\ufeff=1',
])('%j is text', (cell) => expect(safeCell(cell)).toBe(`'${cell}`));
test.each(['Article 3', '8.1.e', '2026-03-31', 'a=b', '5 + 3', 'نص', '«=»'])('%j stays as it is', (cell) => expect(safeCell(cell)).toBe(cell));
