// The statistical annex as a document: what is recorded article by article, then what is not.
import { type AnnexCell, type AnnexSeries, figureSexes, type StatisticalAnnex } from '@servanda/contract';
import { coverOf, frameOf, type Manner } from '../documents/frame.ts';
import { type Block, type Cell, code, type DocumentModel, heading, type Line, own, table, text } from '../documents/model.ts';
import { english, filled, type Typed, typed } from '../documents/said.ts';
import { wordsOf } from '../documents/words.ts';
import type { AnnexWords } from './words.en.ts';
import { annexWordsOf } from './words.ts';

export function annexDocument(annex: StatisticalAnnex, manner: Manner): DocumentModel {
  const common = wordsOf[manner.lang];
  const words = annexWordsOf[manner.lang];
  const said = typed(manner.lang);
  const { counts, series, sources } = annex;
  const recorded = series.filter(({ rows }) => rows.length > 0);
  const holes = series.filter(({ rows }) => rows.length === 0);
  const numberOf = (source: string) => sources.findIndex(({ id }) => id === source) + 1;
  return {
    ...frameOf(common.titles.statistics, annex, manner),
    cover: coverOf(annex, manner),
    hasContents: true,
    blocks: [
      ...[heading(1, [own(common.summary)], true), text([own(filled(words.lead, counts))], 'lead')],
      text([own(filled(words.withheldNote, { withheld: counts.withheld, all: counts.given + counts.withheld }))]),
      ...[text([own(words.holeNote)]), text([own(words.termsNote)], 'small')],
      text([own(`${common.restricted}: `), code(annex.restrictedEvidenceLeftOut), own(` · ${common.hash}: `), code(annex.sha256)], 'small'),
      ...[heading(1, [own(words.figures)]), ...(recorded.length === 0 ? [text([own(words.noFigures)])] : [])],
      ...recorded.flatMap((one) => seriesOf(one, words, said, numberOf)),
      ...[heading(1, [own(words.holes)]), ...(holes.length === 0 ? [text([own(words.noHoles)])] : [holesOf(holes, words, common.element)])],
      ...(sources.length === 0 ? [] : [heading(1, [own(words.sources)]), sourcesOf(annex, words, common, said)]),
    ],
  };
}

const nameOf = ({ citation, title, indicator }: AnnexSeries, words: AnnexWords): Line => [
  own(`${words.indicator[indicator]} – `),
  code(citation),
  own(' '),
  english(title),
];

function seriesOf(series: AnnexSeries, words: AnnexWords, said: Typed, numberOf: (source: string) => number): Block[] {
  const { rows, lacks, otherSources } = series;
  const sexes = figureSexes.filter((sex) => rows.some((row) => row[sex].state !== 'not_recorded'));
  const columns = [...sexes, 'all' as const];
  const body = rows.map((row): Cell[] => [
    [[code(row.year)]],
    [[row.region === '' ? own(words.wholeState) : said(row.region)]],
    [[row.age === '' ? own(words.allAges) : row.age === 'unknown' ? own(words.unknownAge) : code(row.age.replace('-', '–'))]],
    ...columns.map((sex): Cell => [countOf(row[sex], words)]),
    [[code(numberOf(row.source))]],
  ]);
  const head = [words.year, words.region, words.age, ...columns.map((sex) => words[sex]), words.source];
  const shares = [1.1, 2.4, 1.6, ...columns.map(() => 1.6), 1];
  return [
    heading(2, nameOf(series, words)),
    ...(lacks.length === 0 ? [] : [text([own(filled(words.lacks, { breakdowns: lacks.map((by) => words.breakdown[by]).join(', ') }))], 'small')]),
    table(
      head,
      body,
      shares,
      columns.map((_, at) => at + 3),
    ),
    ...(otherSources === 0 ? [] : [text([own(filled(words.otherSources, { count: otherSources }))], 'small')]),
  ];
}

const countOf = ({ state, value }: AnnexCell, words: AnnexWords): Line =>
  state === 'given' && value !== null ? [code(value)] : [{ ...own(state === 'withheld' ? words.withheld : words.notRecorded), slanted: true }];

/** One row for each element: which of its series nobody has recorded. */
const holesOf = (holes: AnnexSeries[], words: AnnexWords, element: string): Block =>
  table(
    [element, words.series],
    [...Map.groupBy(holes, ({ element }) => element).values()].flatMap(([first, ...more]): Cell[][] =>
      first ? [[[[code(first.citation), own(' '), english(first.title)]], [first, ...more].map(({ indicator }) => [own(words.indicator[indicator])])]] : [],
    ),
    [5, 4],
  );

const sourcesOf = ({ sources }: StatisticalAnnex, words: AnnexWords, common: (typeof wordsOf)['en'], said: Typed): Block =>
  table(
    [common.number, words.source, common.date],
    sources.map(({ title, citation, originator, datedOn }, at) => [
      [[code(at + 1)]],
      [[said(title)], ...(citation === '' ? [] : [[said(citation)]]), [said(originator)]],
      [datedOn === null ? [] : [code(datedOn)]],
    ]),
    [0.8, 7, 1.6],
  );
