// The tables of the statistical annex: the totals of an element side by side, and a series by sex, age and region.
import { type AnnexCell, type AnnexSeries, type DocumentLanguage, figureSexes } from '@servanda/contract';
import { type Block, type Cell, code, heading, type Line, own, table, text } from '../documents/model.ts';
import type { Typed } from '../documents/said.ts';
import { wordsOf } from '../documents/words.ts';
import type { AnnexWords } from './words.en.ts';

export interface Telling {
  lang: DocumentLanguage;
  words: AnnexWords;
  said: Typed;
  numberOf: (source: string) => number;
  /** Several names as the language strings them together. */
  listed: (names: string[]) => string;
  /** Whether the script has a slanted form; where it has none, emphasis is heavy, and a hole would outweigh the figures. */
  hasSlant: boolean;
}
type Row = AnnexSeries['rows'][number];

const isWhole = ({ region, age }: Row) => region === '' && age === '';
const countOf = ({ state, value }: AnnexCell, { words, hasSlant }: Telling): Line =>
  state === 'given' && value !== null ? [code(value)] : [{ ...own(state === 'withheld' ? words.withheld : words.notRecorded), slanted: hasSlant }];

/** Whole State and all ages, by year: a column for each series of the element, so that what nobody recorded stands beside what somebody did. */
export function totals(of: AnnexSeries[], telling: Telling): Block[] {
  const { words, numberOf } = telling;
  const years = [...new Set(of.flatMap(({ rows }) => rows.filter(isWhole).map(({ year }) => year)))].sort((a, b) => b - a);
  if (years.length === 0) return [];
  const body = years.map((year): Cell[] => {
    const rows = of.map(({ rows }) => rows.find((row) => isWhole(row) && row.year === year));
    const sources = [...new Set(rows.flatMap((row) => (row ? [numberOf(row.source)] : [])))].sort((a, b) => a - b);
    const counts = rows.map((row): Cell => [countOf(row?.all ?? { state: 'not_recorded', value: null }, telling)]);
    return [[[code(year)]], ...counts, [[code(sources.join(', '))]]];
  });
  const head = [words.year, ...of.map(({ indicator }) => words.indicator[indicator]), words.source];
  const shares = [1, ...of.map(() => (of.length === 1 ? 4 : 1.5)), 1];
  return [
    table(
      head,
      body,
      shares,
      head.map((_, at) => at).filter((at) => at > 0),
    ),
  ];
}

/** A series by sex, age and region, year by year; nothing where it has totals alone. */
export function brokenDown(series: AnnexSeries, telling: Telling): Block[] {
  const { rows, indicator } = series;
  const isBroken = (row: Row) => !isWhole(row) || figureSexes.some((sex) => row[sex].state !== 'not_recorded');
  const years = [...Map.groupBy(rows, ({ year }) => year).values()].filter((of) => of.some(isBroken));
  return years.length === 0 ? [] : [heading(3, [own(telling.words.indicator[indicator])]), ...years.flatMap((of) => yearOf(of, telling))];
}

function yearOf(rows: Row[], telling: Telling): Block[] {
  const { words, said, numberOf } = telling;
  const sexes = figureSexes.filter((sex) => rows.some((row) => row[sex].state !== 'not_recorded'));
  const hasRegions = rows.some(({ region }) => region !== '');
  const hasAges = rows.some(({ age }) => age !== '');
  const columns = [...sexes, 'all' as const];
  const body = rows.map((row): Cell[] => {
    const isTotal = hasAges ? row.age === '' : hasRegions && row.region === '';
    const weighed = (line: Line): Cell => [isTotal ? line.map((run) => ({ ...run, strong: true })) : line];
    return [
      ...(hasRegions ? [weighed([row.region === '' ? own(words.wholeState) : said(row.region)])] : []),
      ...(hasAges ? [weighed([row.age === '' ? own(words.allAges) : row.age === 'unknown' ? own(words.unknownAge) : code(row.age.replace('-', '–'))])] : []),
      ...columns.map((sex) => weighed(countOf(row[sex], telling))),
    ];
  });
  const by = [...(hasRegions ? [words.region] : []), ...(hasAges ? [words.age] : [])];
  const shares = [...(hasRegions ? [3] : []), ...(hasAges ? [1.6] : []), ...columns.map(() => 1.6)];
  return rows.slice(0, 1).flatMap(({ year, source }) => [
    heading(4, [code(year)]),
    table(
      [...by, ...columns.map((sex) => words[sex])],
      body,
      shares,
      columns.map((_, at) => at + by.length),
    ),
    text([own(`${words.source}${wordsOf[telling.lang].colon}`), code(numberOf(source))], 'small'),
  ]);
}
