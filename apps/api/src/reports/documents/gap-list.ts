// The gap list, and the two pages for a minister that are made of its beginning.
import type { DocumentLanguage, GapKind, StatusReport, StatusRow } from '@servanda/contract';
import { GapKind as Kinds } from '@servanda/contract';
import { kinds } from '../../gaps/gaps.rules.ts';
import { datesLine, datesOf, leadOfActions, requestsOf, whoIn, whoseOf } from './actions.ts';
import { actionWords } from './actions.words.ts';
import { asWritten } from './back-matter.ts';
import { entitled } from './citations.ts';
import { chartOf, coverageOf, leadOf } from './figures.ts';
import { coverOf, frameOf, type Manner } from './frame.ts';
import { type Block, type Cell, code, type DocumentModel, heading, own, table, text } from './model.ts';
import { verdictsOf } from './obligations.ts';
import { filled, typed } from './said.ts';
import type { Words } from './words.en.ts';
import { wordsOf } from './words.ts';

interface Open {
  gap: GapKind;
  row: StatusRow;
}
/** What a minister can hold: the most pressing gaps, who has what to do and what stands firm, on two pages. */
const most = { pressing: 12, firm: 8, bodies: 6 };

/** Open gaps, the most pressing kind first, each in the order of the treaty. */
const openIn = (rows: StatusRow[]): Open[] => Kinds.options.flatMap((gap) => rows.filter(({ gaps }) => gaps.includes(gap)).map((row) => ({ gap, row })));

const standing = (row: StatusRow, words: Words): Cell => verdictsOf(row, words).map(({ lane, label }) => [own(`${lane}${words.colon}${label}`)]);

/** Of one kind, as the heading over it says: with who answers for each. */
function gapsOfKind(open: Open[], lang: DocumentLanguage): Block {
  const words = wordsOf[lang];
  const rows = open.map(({ row }): Cell[] => [[entitled(row, lang)], standing(row, words), [[whoIn(row.responsible, actionWords[lang], typed(lang))]]]);
  return table([words.element, words.since, actionWords[lang].who], rows, [4.4, 3, 3]);
}
const pressing = (open: Open[], words: Words, lang: DocumentLanguage): Block =>
  table(
    [words.element, words.gaps, words.since, words.next],
    open.map(({ gap, row }) => [[entitled(row, lang)], [[own(words.gap[gap])]], standing(row, words), [[own(words.step[kinds[gap].next])]]]),
    [4, 2.2, 2.6, 2.2],
  );

export function gapDocument(report: StatusReport, manner: Manner): DocumentModel {
  const words = wordsOf[manner.lang];
  const open = openIn(report.rows);
  const byKind = [...Map.groupBy(open, ({ gap }) => gap)];
  const counts = byKind.map(([gap, of]) => [[[own(words.gap[gap])]], [[own(words.step[kinds[gap].next])]], [[code(of.length)]]]);
  return {
    ...frameOf(words.titles.gaps, report, manner),
    cover: coverOf(report, manner),
    hasContents: true,
    blocks: [
      ...[heading(1, [own(words.summary)], true), text([own(leadOfActions(report, manner.lang))], 'lead')],
      ...(counts.length > 0 ? [table([words.gaps, words.next, words.elements], counts, [3, 3, 1.4], [2])] : []),
      ...asWritten(words),
      ...byKind.flatMap(([gap, of]) => [
        heading(1, [own(words.gap[gap])]),
        text([own(`${words.next}${words.colon}`), own(words.step[kinds[gap].next])], 'strong'),
        gapsOfKind(of, manner.lang),
      ]),
      ...[heading(1, [own(actionWords[manner.lang].requests)]), ...requestsOf(report, manner.lang)],
      ...[heading(1, [own(actionWords[manner.lang].dates)]), ...datesOf(report, manner.lang)],
    ],
  };
}

export function briefingDocument(report: StatusReport, manner: Manner): DocumentModel {
  const words = wordsOf[manner.lang];
  const open = openIn(report.rows);
  const firm = report.rows.filter(({ lawProof, practiceProof }) => lawProof === 'verified' && practiceProof === 'verified');
  const left = open.length - most.pressing;
  return {
    ...frameOf(words.titles.briefing, report, manner),
    cover: null,
    hasContents: false,
    blocks: [
      ...[text([own(leadOf(report, words))], 'lead'), ...chartOf(report.rows, words, true)],
      ...[heading(1, [own(words.keyFigures)]), coverageOf(report, words, true)],
      ...[heading(1, [own(words.pressing)]), text([own(leadOfActions(report, manner.lang))], 'lead')],
      ...(open.length > 0 ? [pressing(open.slice(0, most.pressing), words, manner.lang)] : []),
      ...(left > 0 ? [text([own(filled(words.more, { count: left }))], 'small')] : []),
      ...[heading(1, [own(words.next)]), ...whoseOf(report, manner.lang, most.bodies), text(datesLine(report, manner.lang))],
      heading(1, [own(words.firm)]),
      ...(firm.length === 0
        ? [text([own(words.firmNone)])]
        : [{ is: 'list' as const, isOrdered: false, items: firm.slice(0, most.firm).map((row) => entitled(row, manner.lang)) }]),
      text([own(`${words.lanes} ${filled(words.grades, { organisation: report.dossier.organisation })}`)], 'small'),
      ...asWritten(words),
    ],
  };
}
