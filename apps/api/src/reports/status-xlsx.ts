// The status report as a workbook: the same words as the document, in sheets that can be filtered.
import type { DocumentLanguage, StatusReport, StatusRow } from '@servanda/contract';
import { lawOf, practiceOf } from '../assessments/verdicts.ts';
import { kinds } from '../gaps/gaps.rules.ts';
import { citationIn } from './composer/said.ts';
import { datesOf, requestsOf, whoIn } from './documents/actions.ts';
import { actionWords } from './documents/actions.words.ts';
import { piecesOf } from './documents/annex.ts';
import { aboutOf, scalesOf } from './documents/back-matter.ts';
import { places } from './documents/citations.ts';
import { coverageOf, leadOf } from './documents/figures.ts';
import type { Block, Cell } from './documents/model.ts';
import { filled, typed } from './documents/said.ts';
import { bookOf, dayCell, over, type Put, put, sheetOf } from './workbook/book.ts';
import { letters } from './workbook/sheet.rules.ts';
import { heads, sheetNames, wordsOf } from './workbook/workbook.words.ts';

type Words = (typeof wordsOf)[DocumentLanguage];
const scalesName = { en: 'Scales', fr: 'Échelles', es: 'Escalas', ar: 'المقاييس', zh: '等级', ru: 'Шкалы' };

const page = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

const listed = (rows: Put[][]) => ({
  freezePane: { rows: 1, columns: 1 },
  autoFilter: { range: `A1:${letters((rows[0]?.length ?? 1) - 1)}${Math.max(rows.length, 2)}` },
  pageSetup: { ...page, paperSize: 'a3', printTitlesRow: '$1:$1' } as const,
  a11y: { headerRow: 0 },
});

const plain = (cell: Cell): string => cell.map((line) => line.map(({ text }) => text).join('')).join(' · ');
/** The rows of the tables among blocks, as plain text. */
const rowsOf = (blocks: Block[]): string[][] => blocks.flatMap((block) => (block.is === 'table' ? block.rows.map((row) => row.map(plain)) : []));

type Column = [head: string, width: number, value: (row: StatusRow) => Put];
const elementColumns = (words: Words, lang: DocumentLanguage, numbers: ReadonlyMap<string, string>): Column[] => {
  return [
    [heads.element[lang], 10, (r) => put(r.element, 'code')],
    [heads.citation[lang], 14, (r) => put(citationIn(r.citation, lang), 'code')],
    [heads.title[lang], 34, (r) => put(r.title)],
    [words.laneOf.law, 20, (r) => put(words.law[lawOf(r)])],
    [`${words.laneOf.law}${words.colon}${words.proofWords}`, 16, (r) => put(r.applies && r.law ? words.proof[r.lawProof] : '')],
    [words.laneOf.practice, 16, (r) => put(words.practice[practiceOf(r)])],
    [`${words.laneOf.practice}${words.colon}${words.proofWords}`, 16, (r) => put(r.applies && r.practice ? words.proof[r.practiceProof] : '')],
    [words.reviewState, 13, (r) => put(r.reviewStatus ? words.review[r.reviewStatus] : '')],
    [words.asOf, 13, (r) => dayCell(r.asOf)],
    [heads.periodFrom[lang], 13, (r) => dayCell(r.periodFrom)],
    [heads.periodTo[lang], 13, (r) => dayCell(r.periodTo)],
    [words.reasons, 60, (r) => put(r.applies ? r.reasons : r.groundReason || (r.ground ? words.ground[r.ground] : ''))],
    [heads.qualifierNote[lang], 34, (r) => put(r.qualifierNote)],
    [words.evidence, 16, (r) => put([...new Set(r.evidence.map(({ id }) => numbers.get(id) ?? ''))].join(', '), 'code')],
    [words.gaps, 34, (r) => put(r.gaps.map((gap) => words.gap[gap]).join('\n'))],
    [words.next, 34, (r) => put([...new Set(r.gaps.map((gap) => words.step[kinds[gap].next]))].join('\n'))],
    [actionWords[lang].who, 30, (r) => put(r.applies ? whoIn(r.responsible, actionWords[lang], typed(lang)).text : '')],
  ];
};

/** What is asked and outstanding, then the dates of the treaty: the same words as in the document. */
function ahead(report: StatusReport, lang: DocumentLanguage): Put[][] {
  const told = [requestsOf(report, lang), datesOf(report, lang)];
  return told.flatMap((blocks) =>
    blocks.flatMap((block): Put[][] => {
      if (block.is === 'text') return [over(5, plain([block.line]), 'words'), []];
      return block.is === 'table' ? [block.head.map((head) => put(head, 'head')), ...block.rows.map((row) => row.map((cell) => put(plain(cell)))), []] : [];
    }),
  );
}

/** Summary, elements, what is ahead, evidence and scales. */
export function statusXlsx(report: StatusReport, lang: DocumentLanguage): Promise<Buffer> {
  const isRtl = lang === 'ar';
  const words = wordsOf[lang];
  const pieces = piecesOf(report);
  const numbers = new Map(pieces.map(({ number, piece }) => [piece.id, number]));
  const columns = elementColumns(words, lang, numbers);
  const elements = [columns.map(([head]) => put(head, 'head')), ...report.rows.map((row) => columns.map(([, , value]) => value(row)))];
  const counted = [words.lane, words.applicable, ...(['assessed', 'claimed', 'evidenced', 'verified'] as const).map((count) => words.count[count])];
  const all = counted.length + 1;
  const summary = [
    over(all, words.titles.status, 'strong'),
    over(all, words.treatyName, 'words'),
    over(all, leadOf(report, words), 'words'),
    [],
    ...rowsOf(aboutOf(report, words, typed(lang), lang)).map(([label, value]) => [put(label ?? '', 'label'), ...over(all - 1, value ?? '', 'words')]),
    [],
    [put(words.coverage, 'head'), ...counted.map((head) => put(head, 'head'))],
    ...rowsOf([coverageOf(report, words)]).map(([head, lane, ...counts]) => [
      put(head ?? ''),
      put(lane ?? ''),
      ...counts.map((count) => put(Number(count), 'number')),
    ]),
    [],
    over(all, filled(words.grades, { organisation: report.dossier.organisation }), 'words'),
    over(all, words.unranked, 'words'),
  ];
  const evidence = [
    [words.number, words.piece, words.kind, words.date, heads.citation[lang], words.citedUnder].map((head) => put(head, 'head')),
    ...pieces.map(({ number, piece, under }) => [
      put(number, 'code'),
      put(piece.originator === '' ? piece.title : `${piece.title} · ${piece.originator}`),
      put(words.evidenceKind[piece.kind]),
      dayCell(piece.datedOn),
      put(piece.citation),
      put(places(under, lang).text, 'code'),
    ]),
  ];
  const scales = scalesOf(words).flatMap(({ head, rows }) => [
    [put(head, 'head'), put(words.meaning, 'head')],
    ...rows.map(({ label, meaning }) => [put(label), put(meaning)]),
    [],
  ]);
  return bookOf(`${words.titles.status}: ${report.dossier.title}`, report.on, [
    sheetOf(words.summary, isRtl, [30, 18, 14, 14, 14, 14, 14], summary, { pageSetup: page }),
    sheetOf(
      sheetNames.checklist[lang],
      isRtl,
      columns.map(([, width]) => width),
      elements,
      listed(elements),
    ),
    sheetOf(words.next, isRtl, [22, 40, 60, 34, 34], ahead(report, lang), { pageSetup: page }),
    sheetOf(words.evidence, isRtl, [8, 60, 18, 14, 40, 30], evidence, listed(evidence)),
    sheetOf(scalesName[lang], isRtl, [30, 90], [...scales, over(2, words.lanes, 'words')], { pageSetup: page }),
  ]);
}
