// Figures as they are read: the newest year first, the whole before its parts. Pure; the annex has the same order.
import type { FigureRow } from '@servanda/contract';

const first = (a: string, b: string) => Number(a !== '') - Number(b !== '') || a.localeCompare(b, 'en', { numeric: true });

export interface FigureYear {
  year: number;
  regions: { region: string; rows: FigureRow[] }[];
}
/** The rows of one series by year and region, in order. */
export const byYear = (rows: readonly FigureRow[]): FigureYear[] =>
  [...Map.groupBy(rows, ({ year }) => year)]
    .sort(([a], [b]) => b - a)
    .map(([year, of]) => ({
      year,
      regions: [...Map.groupBy(of, ({ region }) => region)]
        .sort(([a], [b]) => first(a, b))
        .map(([region, ages]) => ({ region, rows: ages.toSorted((a, b) => first(a.age, b.age)) })),
    }));
