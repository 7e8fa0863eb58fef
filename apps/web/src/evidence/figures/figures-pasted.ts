// What was copied from a spreadsheet, or from a table of the product itself, laid into the fields. Pure.
import type { FigureSeries } from '@servanda/contract';
import { emptyRow, FigureDraft, type FigureField, figureFields, folded, isOf } from './figures-draft.ts';

/** The words of the page, as they may be found in what was copied. */
export interface GridWords {
  columns: Record<FigureField, string>;
  /** That a row is not of one region or age group, or that nobody counted: an empty field says the same. */
  nothing: readonly string[];
}
type Line = Partial<Record<FigureField, string>>;

/** Cell by cell; null for one cell alone, which is text like any other. */
export function cellsOf(pasted: string): string[][] | null {
  const lines = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.length === 1 && !pasted.includes('\t') ? null : lines.map((line) => line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
}

/** The lines by field: from one field on, or as their first line names them. A first line without a single digit is a head, and no figures. */
export function linesOf(cells: readonly string[][], from: FigureField, { columns, nothing }: GridWords): Line[] {
  const head = cells[0] ?? [];
  const named = head.map((cell) => figureFields.find((field) => folded(cell) === field || folded(cell) === folded(columns[field])));
  const isNamed = named.length > 1 && named.every((field, along) => field !== undefined || head[along] === '');
  const fields = isNamed ? named : figureFields.slice(figureFields.indexOf(from));
  const isHead = isNamed || (from === 'year' && !/\p{Nd}/u.test(head.join('')));
  const blank = new Set(nothing.map(folded));
  return cells.slice(isHead ? 1 : 0).map((line) =>
    Object.fromEntries(
      line.flatMap((cell, along) => {
        const field = fields[along];
        return field === undefined ? [] : [[field, blank.has(folded(cell)) ? '' : cell]];
      }),
    ),
  );
}

/** The drafts with the lines laid into the series from one row on; rows that are wanting are added. */
export function pastedInto(drafts: readonly FigureDraft[], series: FigureSeries, from: number, lines: readonly Line[]): FigureDraft[] {
  const all = [...drafts];
  const places = all.flatMap((row, place) => (isOf(series)(row) && place >= from ? [place] : []));
  for (const [down, line] of lines.entries()) {
    const place = places[down] ?? all.push(emptyRow(series)) - 1;
    all[place] = FigureDraft.parse({ ...all[place], ...line });
  }
  return all;
}
