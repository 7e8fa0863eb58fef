// The criminalisation matrix as a document: on one wide sheet the acts by the columns, then what the columns ask, what was set, and what it means for the verdicts.
import type { CriminalisationReport, CriminalisationValue, DocumentLanguage, Tone } from '@servanda/contract';
import { type NameKind, nameIn } from '../../assessments/criminalisation/names.ts';
import { cited, entitled } from '../documents/citations.ts';
import { coverOf, frameOf, type Head, type Manner } from '../documents/frame.ts';
import { type Block, type Cell, code, type DocumentModel, denseTable, heading, own, type Run, table, text } from '../documents/model.ts';
import { english, filled, typed } from '../documents/said.ts';
import { wordsOf } from '../documents/words.ts';
import { type MatrixWords, matrixWords } from './words.ts';

export const toneOfValue: Record<CriminalisationValue, Tone> = { yes: 'full', partly: 'part', no: 'least', not_applicable: 'outside', unknown: 'unknown' };

export function criminalisationDocument(report: CriminalisationReport, manner: Manner & { isRestricted: boolean }): DocumentModel {
  const words = wordsOf[manner.lang];
  const w = matrixWords[manner.lang];
  const head: Head = { ...report, dataCutOff: null, classification: manner.isRestricted ? 'restricted' : 'internal' };
  return {
    ...frameOf(words.titles.criminalisation, head, manner),
    isWide: true,
    cover: coverOf(head, manner).filter(({ label }) => label !== words.dataCutOff),
    hasContents: false,
    blocks: [
      heading(1, [own(words.titles.criminalisation)], true),
      text([own(leadOf(report, w))], 'lead'),
      text(keyOf(w)),
      text([own(w.inherited)], 'small'),
      ...(w.asWritten === '' ? [] : [text([own(w.asWritten)], 'small')]),
      grid(report, w, manner),
      ...columnsPart(report, w, manner),
      ...bearingPart(report, w, manner),
      ...sourcesPart(report, w, manner),
      text([own(`${words.hash}${words.colon}`), code(report.sha256)], 'small'),
    ],
  };
}

/** How many cells say what. */
export function leadOf({ acts }: CriminalisationReport, w: MatrixWords): string {
  const cells = acts.flatMap((act) => act.cells);
  const count = (value: CriminalisationValue | null) => cells.filter((cell) => cell.value === value).length;
  const counts = { yes: count('yes'), partly: count('partly'), no: count('no'), not_applicable: count('not_applicable'), unknown: count('unknown') };
  return filled(w.lead, { all: cells.length, ...counts, none: count(null) });
}

const values = ['yes', 'partly', 'no', 'not_applicable', 'unknown'] as const;
const keyOf = (w: MatrixWords) =>
  values.flatMap((value) => [{ ...own(w.letters[value]), tone: toneOfValue[value] }, own(`\u00a0${w.values[value].replaceAll(' ', '\u00a0')}    `)]);

/** A name of the matrix in the language of the document; marked as English where it has none. */
const named = (lang: DocumentLanguage, kind: NameKind, of: string, given: string): Run => {
  const said = nameIn(lang, kind, of, given);
  return said === null ? english(given) : own(said);
};

function grid({ acts, columns, groups }: CriminalisationReport, w: MatrixWords, { lang }: Manner): Block {
  const titles = new Map(groups.map(({ code: group, title }) => [group, named(lang, 'group', group, title)]));
  const rows = acts.map((act): Cell[] => [
    [
      [code(act.code), own(' '), named(lang, 'act', act.code, act.act)],
      entitled({ citation: act.citation, title: act.group }, lang, (group) => titles.get(group) ?? named(lang, 'object', act.code, act.object)),
    ],
    ...act.cells.map(({ value, from }): Cell => (value === null ? [] : [[{ ...own(w.letters[value]), tone: toneOfValue[value], strong: from === act.code }]])),
  ]);
  return denseTable([w.act, ...columns.map(({ code: column, title }) => `${column} ${named(lang, 'column', column, title).text}`)], rows, [
    7.5,
    ...columns.map(() => 1),
  ]);
}

/** Where more than its number is said of an article, or it is none of the treaty, its source stays in English. */
export const sourceIn = (citation: string, lang: DocumentLanguage): Run => (/^Article \S+$/.test(citation) ? cited(citation, lang) : english(citation));

const columnsPart = ({ columns }: CriminalisationReport, w: MatrixWords, { lang }: Manner): Block[] => [
  heading(1, [own(w.columns)], true),
  table(
    [w.column, '', w.citation, w.force],
    columns.map(({ code: column, title, asks, citation, force }) => [
      [[code(column)]],
      [[{ ...named(lang, 'column', column, title), strong: true }], [named(lang, 'asks', column, asks)]],
      [[sourceIn(citation, lang)]],
      [[own(w.forces[force])]],
    ]),
    [0.6, 5, 1.6, 1.8],
  ),
];

/** The elements on which the columns bear, with what speaks against their verdict. */
function bearingPart({ elements, columns }: CriminalisationReport, w: MatrixWords, { lang }: Manner): Block[] {
  const words = wordsOf[lang];
  const titles = new Map(columns.map(({ code: column, title }) => [column, named(lang, 'column', column, title)]));
  return [
    heading(1, [own(w.bearing)]),
    text([own(w.bearingLead)]),
    table(
      [w.element, words.laneOf.law, w.against],
      elements.map(({ citation, title, applies, law, against, matrixReason }) => {
        const told = Map.groupBy(against, ({ column }) => column);
        const lines: Cell = [...told].map(([column, cells]) => [
          code(column),
          own(' '),
          titles.get(column) ?? own(''),
          own(words.colon),
          code(cells.map(({ act }) => act).join(', ')),
        ]);
        const why =
          law !== 'compliant' || against.length === 0
            ? []
            : [[matrixReason ? typed(lang)(filled(w.reason, { reason: matrixReason })) : { ...own(w.contradiction), strong: true }]];
        return [
          [entitled({ citation, title }, lang)],
          [[own(words.law[applies ? (law ?? 'not_assessed') : 'not_applicable'])]],
          lines.length === 0 ? [[own(w.nothing)]] : [...lines, ...why],
        ];
      }),
      [3, 1.4, 4],
    ),
  ];
}

function sourcesPart({ set, columns, restrictedSourcesLeftOut }: CriminalisationReport, w: MatrixWords, { lang }: Manner): Block[] {
  const titles = new Map(columns.map(({ code: column, title }) => [column, named(lang, 'column', column, title)]));
  return [
    heading(1, [own(w.sources)]),
    ...(restrictedSourcesLeftOut > 0 ? [text([own(filled(w.leftOut, { count: restrictedSourcesLeftOut }))], 'small')] : []),
    table(
      [w.setFor, w.column, w.value, w.source],
      set.map(({ row, column, value, source, isWithdrawn }) => [
        [[row === 'STATE' ? own(w.state) : code(row)]],
        [[code(column), own(' '), titles.get(column) ?? own('')]],
        [[{ ...own(w.values[value]), tone: toneOfValue[value] }]],
        [source === '' ? [own(w.noSource)] : [typed(lang)(source), ...(isWithdrawn ? [own(` (${w.withdrawn})`)] : [])]],
      ]),
      [1.2, 3, 1.4, 4],
    ),
  ];
}
