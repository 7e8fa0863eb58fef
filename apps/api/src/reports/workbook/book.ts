// How our workbooks look: one head, one grid, one way of writing text; shared by all that leave as XLSX.
import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { forCell } from '../../platform/tables/cell-text.ts';
import { typed } from '../documents/said.ts';

const line = { style: 'thin', color: { rgb: 'C9D1DA' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: 'Calibri', size: 11 };

/** `key`: locked and grey; `open`: white and to be filled in; `told`: locked. */
const styles = (isRtl: boolean, readingOrder: 'rtl' | 'ltr') => {
  const alignment = { vertical: 'top', wrapText: true, horizontal: isRtl ? 'right' : 'left', readingOrder } as const;
  const coded = { ...alignment, readingOrder: 'ltr' } as const;
  const base: CellStyle = { font, alignment, border, numFmt: '@' };
  return {
    head: {
      ...base,
      font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1C2733' } },
      protection: { locked: true },
    },
    key: {
      ...base,
      alignment: coded,
      font: { ...font, color: { rgb: '5B6672' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDF0F3' } },
      protection: { locked: true },
    },
    told: { ...base, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F6F7F9' } }, protection: { locked: true } },
    open: { ...base, protection: { locked: false } },
    day: { ...base, alignment: coded, numFmt: 'yyyy-mm-dd', protection: { locked: false } },
    plain: base,
    code: { ...base, alignment: coded },
    number: { ...base, alignment: { ...coded, horizontal: isRtl ? 'left' : 'right' }, numFmt: '0' },
    strong: { font: { ...font, size: 16, bold: true }, alignment },
    words: { font, alignment },
    label: { font: { ...font, bold: true }, alignment },
  } satisfies Record<string, CellStyle>;
};
type Style = keyof ReturnType<typeof styles>;

/** A cell with its style; text is written as text, whatever it begins with. */
export interface Put {
  value: CellValue;
  style: Style;
  /** Columns that it stretches over, where that is more than one. */
  span?: number;
}
export const put = (value: CellValue, style: Style = 'plain'): Put => ({ value: typeof value === 'string' ? forCell(value) : value, style });

/** The same over several columns: for sheets that are read, never for those that are filled in. */
export const over = (span: number, value: string, style: Style): Put[] => [
  { ...put(value, style), span },
  ...Array.from({ length: span - 1 }, () => put(null, style)),
];

/** A day as a cell of a date; before 1 March 1900 spreadsheets disagree how days are counted, so that it stays text. */
export const dayCell = (day: string | null): Put => put(day === null || day === '' ? null : day < '1900-03-01' ? day : new Date(`${day}T00:00:00Z`), 'day');

/** Signs of East Asian writing are as wide as two others. */
const widthOf = (text: string) => text.length + (text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g)?.length ?? 0);

/** Points that a row needs so that its text is seen whole, as far as a row may grow: not every program measures it on opening. */
function heightOf(row: Put[], widths: number[]): number {
  const lines = row.map(({ value, style, span = 1 }, place) => {
    const width = widths.slice(place, place + span).reduce((sum, one) => sum + one, 0);
    const fits = (width || 10) * (style === 'strong' ? 0.65 : 0.95);
    return typeof value === 'string'
      ? value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / fits)), 0) * (style === 'strong' ? 1.5 : 1)
      : 1;
  });
  return Math.min(400, 3 + 15 * Math.max(1, ...lines));
}

type Rest = Omit<WriteSheet, 'rows' | 'cells' | 'columns' | 'rowDefs' | 'merges' | 'name' | 'view'>;

/** A sheet of styled cells, from right to left where the language is. */
export function sheetOf(name: string, isRtl: boolean, widths: number[], rows: Put[][], rest: Rest = {}): WriteSheet {
  // A text reads by its own first letter, whatever the language of the sheet: not every program looks for itself.
  const known = { rtl: styles(isRtl, 'rtl'), ltr: styles(isRtl, 'ltr') };
  const order = (value: CellValue) => (typed(isRtl ? 'ar' : 'en')(typeof value === 'string' ? value : '').rtl ? 'rtl' : 'ltr');
  return {
    ...rest,
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(({ value }) => (value === '' ? null : value))),
    cells: new Map(rows.flatMap((row, at) => row.map(({ value, style }, place) => [`${at},${place}`, { style: known[order(value)][style] }] as const))),
    merges: rows.flatMap((row, at) =>
      row.flatMap(({ span = 1 }, place) => (span > 1 ? [{ startRow: at, endRow: at, startCol: place, endCol: place + span - 1 }] : [])),
    ),
    rowDefs: new Map(rows.map((row, at) => [at, { height: heightOf(row, widths) }])),
    view: { rightToLeft: isRtl, showGridLines: false },
  };
}

/** The bytes of a workbook; the same sheets on the same day give the same. */
export const bookOf = async (title: string, on: string, sheets: WriteSheet[], activeSheet = 0): Promise<Buffer> => {
  const moment = new Date(`${on}T00:00:00Z`);
  const { writeXlsx } = await import('hucre/xlsx');
  return Buffer.from(
    await writeXlsx({ sheets, activeSheet, defaultFont: font, properties: { title: forCell(title), creator: 'Servanda', created: moment, modified: moment } }),
  );
};
