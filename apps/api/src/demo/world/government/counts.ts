// What the government's statistics count: whole and small numbers, corrections, and much that nobody counted.
import { type FigureIndicator, FigureRow } from '@servanda/contract';

type Pair = readonly [girls: number, boys: number];
type Region = Readonly<Record<'0-11' | '12-14' | '15-17', Pair>>;

/** Totals by year, without the sex, age or region of anybody. */
const totals = (element: string, indicator: FigureIndicator, byYear: Readonly<Record<number, number>>, region = ''): FigureRow[] =>
  Object.entries(byYear).map(([year, all]) => FigureRow.parse({ element, indicator, year: Number(year), region, all }));

/** One year by region, age group and sex, with every total. */
function broken(element: string, indicator: FigureIndicator, year: number, regions: Readonly<Record<string, Region>>): FigureRow[] {
  const sum = (pairs: readonly Pair[]) => pairs.reduce<Pair>(([girls, boys], pair) => [girls + pair[0], boys + pair[1]], [0, 0]);
  const row = (region: string, age: string, pairs: readonly Pair[]) => {
    const [girls, boys] = sum(pairs);
    return FigureRow.parse({ element, indicator, year, region, age, girls, boys, all: girls + boys });
  };
  const ages = ['0-11', '12-14', '15-17'] as const;
  const rowsOf = (name: string, of: readonly Region[]) => [
    row(
      name,
      '',
      of.flatMap((one) => ages.map((age) => one[age])),
    ),
    ...ages.map((age) =>
      row(
        name,
        age,
        of.map((one) => one[age]),
      ),
    ),
  ];
  return [...rowsOf('', Object.values(regions)), ...Object.entries(regions).flatMap(([name, one]) => rowsOf(name, [one]))];
}

/** The tables print “under 5” for what is small: such a cell is not known, and so is not entered. */
export const prosecuted: readonly FigureRow[] = [
  ...totals('3.1.a.i.c', 'investigated', { 2024: 9, 2025: 16 }),
  ...totals('3.1.a.i.c', 'prosecuted', { 2025: 7 }),
  ...totals('3.1.b', 'investigated', { 2023: 41, 2024: 47, 2025: 58 }),
  ...totals('3.1.b', 'prosecuted', { 2023: 22, 2024: 29, 2025: 35 }),
  ...totals('3.1.b', 'convicted', { 2023: 14, 2024: 17, 2025: 21 }),
  ...totals('3.1.b', 'convicted', { 2025: 11 }, 'Capital Region'),
  ...totals('3.1.b', 'convicted', { 2025: 6 }, 'Coral Coast'),
  ...totals('3.1.c', 'investigated', { 2023: 96, 2024: 121, 2025: 149 }),
  ...totals('3.1.c', 'prosecuted', { 2023: 51, 2024: 66, 2025: 83 }),
  ...totals('3.1.c', 'convicted', { 2023: 38, 2024: 44, 2025: 57 }),
];

/** Of a restricted piece: left out of every annex that is not asked for it twice. */
export const identified: readonly FigureRow[] = broken('3.1.c', 'victims', 2025, {
  'Capital Region': { '0-11': [13, 9], '12-14': [22, 8], '15-17': [19, 6] },
  'Coral Coast': { '0-11': [5, 2], '12-14': [11, 3], '15-17': [9, 1] },
});

export const requests: readonly FigureRow[] = [
  ...totals('5.1-1', 'extradition', { 2022: 1, 2023: 2, 2024: 0, 2025: 3 }),
  ...totals('6.1', 'legal_assistance', { 2022: 9, 2023: 12, 2024: 15, 2025: 18 }),
];

const capital2025: Region = { '0-11': [27, 18], '12-14': [50, 20], '15-17': [62, 19] };
const hills2025: Region = { '0-11': [11, 7], '12-14': [20, 8], '15-17': [25, 8] };
const border2025: Region = { '0-11': [7, 4], '12-14': [12, 1], '15-17': [14, 4] };
const in2025 = (coast: Region) =>
  broken('8.1.d', 'assisted', 2025, {
    ...{ 'Capital Region': capital2025, 'Coral Coast': coast },
    ...{ 'Northern Hills': hills2025, 'Southern Border Region': border2025 },
  });
const in2024 = broken('8.1.d', 'assisted', 2024, {
  'Capital Region': { '0-11': [24, 17], '12-14': [46, 19], '15-17': [58, 17] },
  'Coral Coast': { '0-11': [14, 9], '12-14': [31, 12], '15-17': [42, 11] },
  'Northern Hills': { '0-11': [10, 6], '12-14': [19, 7], '15-17': [25, 7] },
  'Southern Border Region': { '0-11': [6, 3], '12-14': [11, 2], '15-17': [12, 4] },
});
/** As the service first stated it, and without the cases that one district of the coast had counted twice. */
export const supported: readonly FigureRow[] = [...in2025({ '0-11': [17, 10], '12-14': [37, 13], '15-17': [48, 13] }), ...in2024];
export const supportedCorrected: readonly FigureRow[] = [...in2025({ '0-11': [15, 9], '12-14': [33, 12], '15-17': [43, 12] }), ...in2024];
