// The correlation table: each element beside the provisions of national law that serve it; a hole stands as a hole.
import type { CorrelationReport, KeptPenalty } from '@servanda/contract';
import { coverOf, frameOf, type Head, type Manner } from './frame.ts';
import { type Block, type Cell, code, type DocumentModel, heading, type Line, own, table, text } from './model.ts';
import { english, filled, type Typed, typed } from './said.ts';
import type { Words } from './words.en.ts';
import { wordsOf } from './words.ts';

type Item = CorrelationReport['items'][number];

export function correlationDocument(report: CorrelationReport, manner: Manner & { isRestricted: boolean }): DocumentModel {
  const words = wordsOf[manner.lang];
  const head: Head = { ...report, dataCutOff: null, classification: manner.isRestricted ? 'restricted' : 'internal' };
  const { counts, articles, on } = report;
  const lead = filled(words.correlationLead, { ...counts, ...articles, on });
  const byArticle = [...Map.groupBy(report.items, ({ article }) => article)];
  return {
    ...frameOf(words.titles.correlation, head, manner),
    cover: coverOf(head, manner).filter(({ label }) => label !== words.dataCutOff),
    hasContents: true,
    blocks: [
      ...[heading(1, [own(words.summary)], true), text([own(lead)], 'lead')],
      text([own(`${words.restricted}: `), code(report.restrictedProvisionsLeftOut), own(` · ${words.hash}: `), code(report.sha256)], 'small'),
      ...byArticle.flatMap(([article, items]) => [heading(1, [own(filled(words.articleOf, { article }))]), articleTable(items, words, typed(manner.lang))]),
    ],
  };
}

const articleTable = (items: Item[], words: Words, said: Typed): Block =>
  table(
    [words.words, words.provision, words.inForce, words.penalty],
    items.flatMap((item) => {
      const first: Cell = [[code(item.citation), own(' '), english(item.title)], [english(item.wording)]];
      if (item.provisions.length === 0)
        return [[first, [[{ ...own(item.applies ? words.hole : words.notApplicable), strong: item.applies }], ...elsewhere(item, words)], [], []]];
      return item.provisions.map((provision, at) => [
        at === 0 ? first : [[code(item.citation)]],
        [[said(`${provision.article} ${provision.title}`.trim())], [said(provision.law.title)], ...(provision.text === '' ? [] : [[said(provision.text)]])],
        [[code(`${provision.inForceFrom ?? '…'} – ${provision.inForceTo ?? ''}`.trim())]],
        provision.penalties.map((penalty) => penaltyOf(penalty, words, said)),
      ]);
    }),
    [3.4, 4, 1.6, 2],
  );
const elsewhere = ({ notInForce }: Item, words: Words): Cell => (notInForce > 0 ? [[own(filled(words.notInForce, { count: notInForce }))]] : []);

function penaltyOf({ unit, minimum, maximum, currency, toLife, note }: KeptPenalty, words: Words, said: Typed): Line {
  const upper = toLife ? '' : (maximum ?? '…');
  const range = minimum === null && maximum === null && !toLife ? '' : minimum === maximum && !toLife ? String(minimum) : `${minimum ?? 0} – ${upper}`;
  return [
    ...(range === '' ? [] : [code(range.trim()), own(' ')]),
    own(toLife ? `${words.unit[unit]} – ${words.unit.life}` : words.unit[unit]),
    ...(currency ? [own(' '), code(currency)] : []),
    ...(note === '' ? [] : [own(' '), said(note)]),
  ];
}
