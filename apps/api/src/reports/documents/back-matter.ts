// What stands at the end: the scales with their meaning, and what this document is.
import { type DocumentLanguage, LawVerdict, PracticeVerdict, type StatusReport } from '@servanda/contract';
import { dayInWords, momentIn } from './days.ts';
import { type Block, type Cell, code, heading, own, table, text } from './model.ts';
import { filled, type Typed } from './said.ts';
import type { Words } from './words.en.ts';

export const scalesOf = (words: Words) => [
  {
    head: words.scaleLaw,
    rows: LawVerdict.options.map((key) => ({ label: words.law[key], meaning: words.lawMeaning[key] })),
  },
  {
    head: words.scalePractice,
    rows: PracticeVerdict.options.map((key) => ({ label: words.practice[key], meaning: words.practiceMeaning[key] })),
  },
  {
    head: words.proofWords,
    rows: (['claimed', 'evidenced', 'verified'] as const).map((key) => ({ label: words.proof[key], meaning: words.proofMeaning[key] })),
  },
];

/** Where a document is not in English: what in it is. */
export const asWritten = (words: Words): Block[] => (words.asWritten === '' ? [] : [text([own(words.asWritten)], 'small')]);

/** Method and definitions: the two scales, the degrees of proof, and what there is not. */
export const methodOf = (report: StatusReport, words: Words): Block[] => [
  text([own(words.lanes)]),
  ...scalesOf(words).flatMap(({ head, rows }) => [
    heading(2, [own(head)]),
    table(
      [words.verdict, words.meaning],
      rows.map(({ label, meaning }) => [[[own(label)]], [[own(meaning)]]]),
      [1, 3],
    ),
  ]),
  text([own(`${filled(words.grades, { organisation: report.dossier.organisation })} ${words.unranked}`)]),
  ...asWritten(words),
  text([own(words.boxes)], 'small'),
];

/** What this document is, by which it can be found and compared. */
export function aboutOf(report: StatusReport, words: Words, said: Typed, lang: DocumentLanguage): Block[] {
  const isIncluded = report.restrictedEvidenceIncluded > 0;
  const facts: [string, Cell][] = [
    [words.state, [[said(report.dossier.stateName)]]],
    [words.dossier, [[said(report.dossier.title)]]],
    [words.organisation, [[said(report.dossier.organisation)]]],
    [words.asOf, [[own(dayInWords(report.on, lang))]]],
    [words.dataCutOff, [report.dataCutOff ? momentIn(report.dataCutOff, lang) : [own(words.noData)]]],
    [isIncluded ? words.included : words.restricted, [[code(isIncluded ? report.restrictedEvidenceIncluded : report.restrictedEvidenceLeftOut)]]],
    [words.version, [[code(report.catalogueVersion)]]],
    [words.catalogueHash, [[code(report.catalogueSha256)]]],
    [words.hash, [[code(report.sha256)]]],
  ];
  const rows = facts.map(([label, cell]) => [[[own(label)]], cell]);
  return [table([words.entry, words.content], rows, [1, 2.4]), text([own(words.hashHint)], 'small')];
}
