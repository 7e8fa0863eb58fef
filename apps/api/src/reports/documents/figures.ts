// What is counted: the summary's sentence, its chart and the table of coverage.
import { LawVerdict, PracticeVerdict, type StatusReport, type StatusRow, toneOfLaw, toneOfPractice } from '@servanda/contract';
import { lawOf, practiceOf } from '../../assessments/verdicts.ts';
import { type Block, code, type Lane, own, table, text } from './model.ts';
import { filled } from './said.ts';
import type { Words } from './words.en.ts';

const law = [...LawVerdict.options, 'not_assessed', 'not_applicable'] as const;
const practice = [...PracticeVerdict.options, 'not_assessed', 'not_applicable'] as const;
const without = { not_assessed: 'unassessed', not_applicable: 'outside' } as const;
/** The look of each verdict; words stand beside it wherever it is used. */
export const lawTones = { ...toneOfLaw, ...without };
export const practiceTones = { ...toneOfPractice, ...without };

const counted = <T extends { count: number }>(parts: T[]) => parts.filter(({ count }) => count > 0);
const partsInLaw = (rows: StatusRow[], words: Words) =>
  counted(law.map((key) => ({ label: words.law[key], tone: lawTones[key], count: rows.filter((row) => lawOf(row) === key).length })));
const partsInPractice = (rows: StatusRow[], words: Words) =>
  counted(practice.map((key) => ({ label: words.practice[key], tone: practiceTones[key], count: rows.filter((row) => practiceOf(row) === key).length })));

const lanesOf = (rows: StatusRow[], words: Words): Lane[] => [
  { label: words.laneOf.law, parts: partsInLaw(rows, words) },
  { label: words.laneOf.practice, parts: partsInPractice(rows, words) },
];
const saidOf = (lanes: Lane[], words: Words): string =>
  lanes.map((lane) => `${lane.label}${words.colon}${lane.parts.map(({ label, count }) => `${label} ${count}`).join(', ')}`).join('; ');

/** The chart, and the same figures as tables or (`isAlone`) beneath the bars: no figure is carried by colour alone. */
export function chartOf(rows: StatusRow[], words: Words, isAlone = false): Block[] {
  const lanes = lanesOf(rows, words);
  return [
    { is: 'chart', caption: words.chart, alt: saidOf(lanes, words), lanes, hasKey: isAlone },
    ...(isAlone ? [] : lanes).map(({ label, parts }) =>
      table(
        [label, words.elements],
        parts.map((part) => [[[{ ...own(part.label), tone: part.tone }]], [[code(part.count)]]]),
        [5, 1.4],
        [1],
      ),
    ),
  ];
}

/** A bar for each article, in law and then in practice; what the patterns mean stands beneath each. */
export function chartsByArticle(rows: StatusRow[], words: Words): Block[] {
  const byArticle = [...Map.groupBy(rows, ({ article }) => article)];
  return ([words.laneOf.law, words.laneOf.practice] as const).flatMap((lane): Block[] => {
    const partsOf = lane === words.laneOf.law ? partsInLaw : partsInPractice;
    const lanes = byArticle.map(([article, under]) => ({ label: filled(words.articleOf, { article }), parts: partsOf(under, words) }));
    const key = partsOf(rows, words).flatMap(({ label, tone }, at) => [...(at === 0 ? [] : [own('   ')]), { ...own(label.replaceAll(' ', '\u00a0')), tone }]);
    return [{ is: 'chart', caption: `${words.coverage}${words.colon}${lane}`, alt: saidOf(lanes, words), lanes, hasKey: false }, text(key, 'small')];
  });
}

/** Coverage by article and in all, or in all alone. */
export function coverageOf({ coverage }: StatusReport, words: Words, isInAll = false): Block {
  const articles = coverage.byArticle.map((of) => ({ head: filled(words.articleOf, { article: of.article }), of }));
  const rows = [...(isInAll ? [] : articles), { head: words.all, of: coverage.overall }];
  return table(
    [words.article, words.lane, words.applicable, words.count.assessed, words.count.claimed, words.count.evidenced, words.count.verified],
    rows.flatMap(({ head, of }) =>
      (['law', 'practice'] as const).map((lane) => {
        const { applicable, assessed, claimed, evidenced, verified } = of[lane];
        return [[[own(head)]], [[own(words.laneOf[lane])]], ...[applicable, assessed, claimed, evidenced, verified].map((count) => [[code(count)]])];
      }),
    ),
    [1.8, 2, 1.6, 1.5, 1.5, 1.7, 1.5],
    [2, 3, 4, 5, 6],
  );
}

export function leadOf({ coverage: { overall }, rows, dossier }: StatusReport, words: Words): string {
  return filled(words.lead, {
    all: rows.length,
    applicable: overall.law.applicable,
    state: dossier.stateName,
    lawAssessed: overall.law.assessed,
    lawClaimed: overall.law.claimed,
    lawVerified: overall.law.verified,
    practiceAssessed: overall.practice.assessed,
    practiceClaimed: overall.practice.claimed,
    practiceVerified: overall.practice.verified,
  });
}
