// The statistical annex as a document: what is recorded, element by element of the treaty, then what is not.
import type { AnnexSeries, StatisticalAnnex } from '@servanda/contract';
import { asWritten } from '../documents/back-matter.ts';
import { entitled } from '../documents/citations.ts';
import { dayIn } from '../documents/days.ts';
import { coverOf, frameOf, type Manner } from '../documents/frame.ts';
import { type Block, type Cell, code, type DocumentModel, heading, own, table, text } from '../documents/model.ts';
import { filled, type Typed, typed } from '../documents/said.ts';
import { tagOf, wordsOf } from '../documents/words.ts';
import { brokenDown, type Telling, totals } from './annex-tables.ts';
import { annexWordsOf } from './words.ts';

export function annexDocument(annex: StatisticalAnnex, manner: Manner): DocumentModel {
  const common = wordsOf[manner.lang];
  const words = annexWordsOf[manner.lang];
  const said = typed(manner.lang);
  const { counts, series, sources } = annex;
  const numberOf = (source: string) => sources.findIndex(({ id }) => id === source) + 1;
  const list = new Intl.ListFormat(tagOf[manner.lang], { type: 'conjunction' });
  const telling: Telling = {
    lang: manner.lang,
    words,
    said,
    numberOf,
    listed: (names) => list.format(names),
    hasSlant: manner.lang !== 'ar' && manner.lang !== 'zh',
  };
  const recorded = [...Map.groupBy(series, ({ element }) => element).values()].filter((of) => of.some(({ rows }) => rows.length > 0));
  const holes = series.filter(({ rows }) => rows.length === 0);
  return {
    ...frameOf(common.titles.statistics, annex, manner),
    cover: coverOf(annex, manner),
    hasContents: true,
    blocks: [
      ...[heading(1, [own(common.summary)], true), text([own(filled(words.lead, counts))], 'lead')],
      text([own(filled(words.withheldNote, { withheld: counts.withheld, all: counts.given + counts.withheld }))]),
      ...[text([own(words.holeNote)]), text([own(words.termsNote)], 'small')],
      text(
        [own(`${common.restricted}${common.colon}`), code(annex.restrictedEvidenceLeftOut), own(` · ${common.hash}${common.colon}`), code(annex.sha256)],
        'small',
      ),
      ...asWritten(common),
      ...[heading(1, [own(words.figures)]), ...(recorded.length === 0 ? [text([own(words.noFigures)])] : [])],
      ...recorded.flatMap((of) => elementOf(of, telling)),
      ...[heading(1, [own(words.holes)]), ...(holes.length === 0 ? [text([own(words.noHoles)])] : [holesOf(holes, telling, common.element)])],
      ...(sources.length === 0 ? [] : [heading(1, [own(words.sources)]), sourcesOf(annex, telling, common, said)]),
    ],
  };
}

/** The series of one element: their totals side by side, what they are not broken down by, and their breakdowns. */
function elementOf(of: AnnexSeries[], telling: Telling): Block[] {
  const { words, listed } = telling;
  const notes = of.flatMap(({ indicator, lacks, otherSources }) => [
    ...(lacks.length === 0 ? [] : [{ indicator, said: filled(words.lacks, { breakdowns: listed(lacks.map((by) => words.breakdown[by])) }) }]),
    ...(otherSources === 0 ? [] : [{ indicator, said: filled(words.otherSources, { count: otherSources }) }]),
  ]);
  const told = [...Map.groupBy(notes, ({ said }) => said)].map(([said, all]) =>
    text([own(`${all.map(({ indicator }) => words.indicator[indicator]).join(' · ')} – ${said}`)], 'small'),
  );
  return [
    ...of.slice(0, 1).map((first) => heading(2, entitled(first, telling.lang))),
    ...totals(of, telling),
    ...told,
    ...of.flatMap((one) => brokenDown(one, telling)),
  ];
}

/** One row for each element: which of its series nobody has recorded. */
const holesOf = (holes: AnnexSeries[], { words, lang }: Telling, element: string): Block =>
  table(
    [element, words.series],
    [...Map.groupBy(holes, ({ element: of }) => of).values()].flatMap((of): Cell[][] =>
      of.slice(0, 1).map((first) => [[entitled(first, lang)], [[own(of.map(({ indicator }) => words.indicator[indicator]).join(' · '))]]]),
    ),
    [1, 1],
  );

const sourcesOf = ({ sources }: StatisticalAnnex, { words, lang }: Telling, common: (typeof wordsOf)['en'], said: Typed): Block =>
  table(
    [common.number, words.source, common.date],
    sources.map(({ title, citation, originator, datedOn }, at) => [
      [[code(at + 1)]],
      [[said(title)], ...(citation === '' ? [] : [[said(citation)]]), [said(originator)]],
      [[dayIn(datedOn, lang)]],
    ]),
    [0.8, 7, 1.6],
  );
