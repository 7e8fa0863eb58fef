// What figures can be true together. Pure; the same sums decide what may be shown.
import { type FigureRow, type FigureSex, figureSeries, figureSexes } from '@servanda/contract';
import type { Sum } from '../../platform/figures/small-counts.rules.ts';

export interface FigureFault {
  row: number;
  field: keyof FigureRow;
  message: string;
}
type Counted = Pick<FigureRow, 'region' | 'age' | FigureSex>;

/** The name of one cell of a table of one series and year. */
export const cellOf = ({ region, age }: Pick<FigureRow, 'region' | 'age'>, sex: FigureSex): string => JSON.stringify([region, age, sex]);
/** The table of a series and year to which a row belongs. */
export const tableOf = ({ element, indicator, year }: FigureRow): string => `${element} ${indicator} ${year}`;

/** The counts of one series and year that are recorded. */
export const cellsOf = (rows: readonly Counted[]): Map<string, number> =>
  new Map(rows.flatMap((row) => [...figureSexes, 'all' as const].flatMap((sex) => (row[sex] === null ? [] : [[cellOf(row, sex), row[sex]] as const]))));

/** How they add up: sexes in each row, ages in each region, regions in each age group. */
export function sumsOf(rows: readonly Counted[]): Sum[] {
  const regions = [...new Set(rows.map(({ region }) => region))];
  const ages = [...new Set(rows.map(({ age }) => age))];
  const sexes = [...figureSexes, 'all' as const];
  const parts = (of: string[]) => of.filter((one) => one !== '');
  return [
    ...rows.map((row) => ({ total: cellOf(row, 'all'), parts: figureSexes.map((sex) => cellOf(row, sex)) })),
    ...regions.flatMap((region) =>
      sexes.map((sex) => ({ total: cellOf({ region, age: '' }, sex), parts: parts(ages).map((age) => cellOf({ region, age }, sex)) })),
    ),
    ...ages.flatMap((age) =>
      sexes.map((sex) => ({ total: cellOf({ region: '', age }, sex), parts: parts(regions).map((region) => cellOf({ region, age }, sex)) })),
    ),
  ];
}

const span = (age: string): [number, number] | null => {
  const [from, to] = age.split('-').map(Number);
  return from === undefined || to === undefined ? null : [from, to];
};
const isKnown = ({ element, indicator }: FigureRow) => figureSeries.some((one) => one.element === element && one.indicator === indicator);
const hasCount = (row: FigureRow) => [...figureSexes, 'all' as const].some((sex) => row[sex] !== null);
const same = (a: FigureRow, b: FigureRow) => tableOf(a) === tableOf(b) && a.region === b.region && a.age === b.age;
const overlap = (a: FigureRow, b: FigureRow) => {
  const [one, two] = [span(a.age), span(b.age)];
  return tableOf(a) === tableOf(b) && a.region === b.region && one !== null && two !== null && one[0] <= two[1] && two[0] <= one[1];
};

/** What cannot stand: an unknown series, an empty row, the same cell twice, age groups that overlap, parts that are more than their whole. */
export function faultsOf(rows: readonly FigureRow[]): FigureFault[] {
  const ofRows = rows.flatMap((row, at): FigureFault[] => {
    const before = rows.slice(0, at);
    const years = span(row.age);
    if (!isKnown(row)) return [{ row: at, field: 'indicator', message: 'Choose a series of the list' }];
    if (years && years[0] > years[1]) return [{ row: at, field: 'age', message: 'The age group ends before it begins' }];
    if (!hasCount(row)) return [{ row: at, field: 'all', message: 'Give at least one count, or leave the row out' }];
    if (before.some((one) => same(one, row))) return [{ row: at, field: 'year', message: 'This year, region and age group stand in the table already' }];
    if (before.some((one) => overlap(one, row))) return [{ row: at, field: 'age', message: 'This age group overlaps another one of the same year and region' }];
    return [];
  });
  return ofRows.length > 0 ? ofRows : tooMuch(rows);
}

function tooMuch(rows: readonly FigureRow[]): FigureFault[] {
  return [...Map.groupBy(rows, tableOf).values()].flatMap((table) => {
    const cells = cellsOf(table);
    const over = sumsOf(table).filter(
      ({ total, parts }) => parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0) > (cells.get(total) ?? Number.POSITIVE_INFINITY),
    );
    return over.map(({ total }) => {
      const [region, age, sex]: [string, string, FigureSex] = JSON.parse(total);
      const row = rows.findIndex((one) => table.includes(one) && one.region === region && one.age === age);
      return { row, field: sex, message: 'The parts add up to more than this total' };
    });
  });
}
