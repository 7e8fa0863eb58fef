// What is counted: the summary's sentence, its chart and the table of coverage.
import type { StatusReport, StatusRow } from '@servanda/contract';
import { filled } from './said.ts';
import type { Words } from './words.en.ts';

/** One colour for each verdict, from met to not met; words stand beside it wherever it is used. */
export const colours = {
  compliant: '#1f6f54',
  effective: '#1f6f54',
  largely_compliant: '#7db59a',
  substantial: '#7db59a',
  partially_compliant: '#e0b24f',
  limited: '#e0b24f',
  non_compliant: '#a63d40',
  none: '#a63d40',
  no_data: '#8c7aa9',
  not_assessed: '#dfe4ea',
  not_applicable: '#f4f6f8',
};
const isDark: ReadonlySet<string> = new Set(['#1f6f54', '#a63d40']);

const law = ['compliant', 'largely_compliant', 'partially_compliant', 'non_compliant', 'not_assessed', 'not_applicable'] as const;
const practice = ['effective', 'substantial', 'limited', 'none', 'no_data', 'not_assessed', 'not_applicable'] as const;

export function chartOf(rows: StatusRow[], words: Words) {
  const stands = (row: StatusRow, verdict: string | null) => (row.applies ? (verdict ?? 'not_assessed') : 'not_applicable');
  const part = (label: string, colour: string, count: number) => ({ label, colour, ink: isDark.has(colour) ? '#ffffff' : '#1c2733', count });
  const counted = <T extends { count: number }>(parts: T[]) => parts.filter(({ count }) => count > 0);
  return [
    {
      label: words.laneOf.law,
      parts: counted(law.map((key) => part(words.law[key], colours[key], rows.filter((row) => stands(row, row.law) === key).length))),
    },
    {
      label: words.laneOf.practice,
      parts: counted(practice.map((key) => part(words.practice[key], colours[key], rows.filter((row) => stands(row, row.practice) === key).length))),
    },
  ];
}

export function coverageOf({ coverage }: StatusReport, words: Words) {
  const rows = [...coverage.byArticle.map((of) => ({ head: `${words.article} ${of.article}`, of })), { head: words.all, of: coverage.overall }];
  return rows.flatMap(({ head, of }) =>
    (['law', 'practice'] as const).map((lane) => {
      const { applicable, assessed, claimed, evidenced, verified } = of[lane];
      return { head, lane: words.laneOf[lane], counts: [applicable, assessed, claimed, evidenced, verified] };
    }),
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
