// The correlation table: each element beside the provisions of national law that serve it; a hole stands as a hole.
import type { CorrelationReport, DocumentLanguage } from '@servanda/contract';
import { asWritten } from './back-matter.ts';
import { cited, entitled } from './citations.ts';
import { dayInWords, spanOf } from './days.ts';
import { coverOf, frameOf, type Head, type Manner } from './frame.ts';
import { type Block, type Cell, code, type DocumentModel, heading, own, table, text } from './model.ts';
import { penaltyIn } from './penalties.ts';
import { english, filled, typed } from './said.ts';
import type { Words } from './words.en.ts';
import { wordsOf } from './words.ts';

type Item = CorrelationReport['items'][number];

export function correlationDocument(report: CorrelationReport, manner: Manner & { isRestricted: boolean }): DocumentModel {
  const words = wordsOf[manner.lang];
  const head: Head = { ...report, dataCutOff: null, classification: manner.isRestricted ? 'restricted' : 'internal' };
  const { counts, articles, on } = report;
  const lead = filled(words.correlationLead, { ...counts, ...articles, on: dayInWords(on, manner.lang) });
  const byArticle = [...Map.groupBy(report.items, ({ article }) => article)];
  return {
    ...frameOf(words.titles.correlation, head, manner),
    cover: coverOf(head, manner).filter(({ label }) => label !== words.dataCutOff),
    hasContents: true,
    blocks: [
      ...[heading(1, [own(words.summary)], true), text([own(lead)], 'lead')],
      text(
        [own(`${words.restricted}${words.colon}`), code(report.restrictedProvisionsLeftOut), own(` · ${words.hash}${words.colon}`), code(report.sha256)],
        'small',
      ),
      ...asWritten(words),
      ...byArticle.flatMap(([article, items]) => [heading(1, [own(filled(words.articleOf, { article }))]), articleTable(items, words, manner.lang)]),
    ],
  };
}

const articleTable = (items: Item[], words: Words, lang: DocumentLanguage): Block => {
  const said = typed(lang);
  return table(
    [words.words, words.provision, words.inForce, words.penalty],
    items.flatMap((item) => {
      const first: Cell = [entitled(item, lang), [english(item.wording)]];
      if (item.provisions.length === 0)
        return [[first, [[{ ...own(item.applies ? words.hole : words.notApplicable), strong: item.applies }], ...elsewhere(item, words)], [], []]];
      return item.provisions.map((provision, at) => [
        at === 0 ? first : [[cited(item.citation, lang)]],
        [[said(`${provision.article} ${provision.title}`.trim())], [said(provision.law.title)], ...(provision.text === '' ? [] : [[said(provision.text)]])],
        [[own(spanOf(provision.inForceFrom, provision.inForceTo, words, lang, 'short'))]],
        provision.penalties.map((penalty) => penaltyIn(penalty, words, lang)),
      ]);
    }),
    [3.4, 3.8, 1.8, 2],
  );
};
const elsewhere = ({ notInForce }: Item, words: Words): Cell => (notInForce > 0 ? [[own(filled(words.notInForce, { count: notInForce }))]] : []);
