import { readXlsx } from 'hucre/xlsx';
import { type Cell, mostRead, type Sheet } from './grid.ts';

const brokenValue = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { fault: 'error' } : { day: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') return brokenValue.test(value) ? { fault: 'error' } : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/**
 * The visible sheets of an Excel workbook. A formula gives the value it had when the workbook was saved; without one it is a fault.
 * Cells that are merged are faults but for the first: what they hold cannot be told row by row.
 */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const book = await readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden, maxRows: mostRead });
  return book.sheets.map(({ name, rows, cells, merges = [] }) => {
    const read = rows.map((row) => row.map(plain));
    const put = (row: number, column: number, cell: Cell) => {
      const line = read[row];
      if (line) line[column] = cell;
    };
    for (const [at, cell] of cells ?? []) {
      const [row = -1, column = -1] = at.split(',').map(Number);
      if (cell.type === 'error') put(row, column, { fault: 'error' });
      else if (cell.formula !== undefined) put(row, column, plain(cell.formulaResult ?? cell.value) ?? { fault: 'formula' });
    }
    for (const { startRow, startCol, endRow, endCol } of merges)
      for (let row = startRow; row <= Math.min(endRow, read.length - 1); row++)
        for (let column = startCol; column <= Math.min(endCol, 200); column++) if (row > startRow || column > startCol) put(row, column, { fault: 'merged' });
    return { name, rows: read };
  });
}
