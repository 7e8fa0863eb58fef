// The gap list, and the two pages for a minister that are made of its beginning.
import type { GapKind, StatusReport, StatusRow } from '@servanda/contract';
import { GapKind as Kinds } from '@servanda/contract';
import { kinds } from '../../gaps/gaps.rules.ts';
import { chartOf, coverageOf, leadOf } from './figures.ts';
import { coverOf, frameOf, type Manner } from './frame.ts';
import { type Block, type Cell, code, type DocumentModel, heading, own, table, text } from './model.ts';
import { verdictsOf } from './obligations.ts';
import { english, filled } from './said.ts';
import type { Words } from './words.en.ts';
import { wordsOf } from './words.ts';

interface Open {
  gap: GapKind;
  row: StatusRow;
}
/** What a minister can hold: the most pressing gaps and what stands firm, on two pages. */
const most = { pressing: 12, firm: 8 };

/** Open gaps, the most pressing kind first, each in the order of the treaty. */
const openIn = (rows: StatusRow[]): Open[] => Kinds.options.flatMap((gap) => rows.filter(({ gaps }) => gaps.includes(gap)).map((row) => ({ gap, row })));

const elementCell = ({ citation, title }: StatusRow): Cell => [[code(citation), own(' '), english(title)]];
const standing = (row: StatusRow, words: Words): Cell => verdictsOf(row, words).map(({ lane, label }) => [own(`${lane}: ${label}`)]);

const gapTable = (open: Open[], words: Words): Block =>
  table(
    [words.element, words.gaps, words.since, words.next],
    open.map(({ gap, row }) => [elementCell(row), [[own(words.gap[gap])]], standing(row, words), [[own(words.step[kinds[gap].next])]]]),
    [4, 2.2, 2.6, 2.2],
  );
const leadOfGaps = (open: Open[], all: number, words: Words): Block =>
  text(
    [own(open.length === 0 ? words.noGaps : filled(words.gapLead, { gaps: open.length, elements: new Set(open.map(({ row }) => row.element)).size, all }))],
    'lead',
  );

export function gapDocument(report: StatusReport, manner: Manner): DocumentModel {
  const words = wordsOf[manner.lang];
  const open = openIn(report.rows);
  const byKind = [...Map.groupBy(open, ({ gap }) => gap)];
  const counts = byKind.map(([gap, of]) => [[[own(words.gap[gap])]], [[own(words.step[kinds[gap].next])]], [[code(of.length)]]]);
  return {
    ...frameOf(words.titles.gaps, report, manner),
    cover: coverOf(report, manner),
    hasContents: byKind.length > 0,
    blocks: [
      ...[heading(1, [own(words.summary)], true), leadOfGaps(open, report.rows.length, words)],
      ...(counts.length > 0 ? [table([words.gaps, words.next, words.elements], counts, [3, 3, 1.4], [2])] : []),
      ...byKind.flatMap(([gap, of]) => [heading(1, [own(words.gap[gap])]), gapTable(of, words)]),
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
      ...[heading(1, [own(words.pressing)]), leadOfGaps(open, report.rows.length, words)],
      ...(open.length > 0 ? [gapTable(open.slice(0, most.pressing), words)] : []),
      ...(left > 0 ? [text([own(filled(words.more, { count: left }))], 'small')] : []),
      heading(1, [own(words.firm)]),
      ...(firm.length === 0
        ? [text([own(words.firmNone)])]
        : [{ is: 'list' as const, isOrdered: false, items: firm.slice(0, most.firm).map((row) => elementCell(row)[0] ?? []) }]),
      text([own(`${words.lanes} ${filled(words.grades, { organisation: report.dossier.organisation })}`)], 'small'),
    ],
  };
}
