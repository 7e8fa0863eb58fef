// The status report: the whole record of a dossier, for a reader who wants to check every word.
import type { StatusReport } from '@servanda/contract';
import { actionsOf } from './actions.ts';
import { annexOf } from './annex.ts';
import { aboutOf, methodOf } from './back-matter.ts';
import { chartOf, chartsByArticle, coverageOf, leadOf } from './figures.ts';
import { coverOf, frameOf, type Manner } from './frame.ts';
import { type DocumentModel, heading, own, text } from './model.ts';
import { obligationsOf } from './obligations.ts';
import { typed } from './said.ts';
import { wordsOf } from './words.ts';

export function statusDocument(report: StatusReport, manner: Manner): DocumentModel {
  const words = wordsOf[manner.lang];
  const said = typed(manner.lang);
  const annex = annexOf(report, words, said, manner.lang);
  const part = (title: string) => heading(1, [own(title)], true);
  return {
    ...frameOf(words.titles.status, report, manner),
    cover: coverOf(report, manner),
    hasContents: true,
    blocks: [
      ...[part(words.summary), text([own(leadOf(report, words))], 'lead'), text([own(words.lanes)]), ...chartOf(report.rows, words)],
      ...[part(words.coverage), coverageOf(report, words), ...chartsByArticle(report.rows, words)],
      ...[part(words.obligations), ...obligationsOf(report.rows, { words, said, lang: manner.lang, numbers: annex.numbers })],
      ...[part(words.next), ...actionsOf(report, manner.lang)],
      ...[part(words.annex), ...annex.blocks],
      ...[part(words.method), ...methodOf(report, words)],
      ...[heading(1, [own(words.about)]), ...aboutOf(report, words, said, manner.lang)],
    ],
  };
}
