// The criminalisation matrix as a workbook: the matrix as it is filled in, the columns with what they ask, and what was set with its sources.
import type { CriminalisationReport, DocumentLanguage } from '@servanda/contract';
import { type NameKind, nameIn } from '../../assessments/criminalisation/names.ts';
import { citationIn } from '../composer/said.ts';
import { wordsOf } from '../documents/words.ts';
import { bookOf, over, type Put, put, sheetOf } from '../workbook/book.ts';
import { leadOf, sourceIn } from './criminalisation-document.ts';
import { matrixWords } from './words.ts';

const page = { paperSize: 'a3', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' } as const;
const listed = { freezePane: { rows: 1, columns: 2 }, pageSetup: page, a11y: { headerRow: 0 } };

/** The first sheet can be copied as it stands into the matrix on the screen: its heads are those of the screen. */
export function criminalisationXlsx(report: CriminalisationReport, lang: DocumentLanguage): Promise<Buffer> {
  const { acts, columns, groups, set, elements } = report;
  const isRtl = lang === 'ar';
  const w = matrixWords[lang];
  const words = wordsOf[lang];
  const own = new Map(set.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  const named = (kind: NameKind, of: string, given: string) => nameIn(lang, kind, of, given) ?? given;
  const titles = columns.map(({ code, title }) => `${code} ${named('column', code, title)}`);
  const heads = (of: string[]): Put[] => of.map((head) => put(head, 'head'));
  const setRow = (row: string, name: string): Put[] => [
    put(`${row} ${name}`.trim(), 'label'),
    ...columns.map(({ code }) => {
      const value = own.get(`${row} ${code}`);
      return put(value ? w.values[value] : '');
    }),
  ];
  const filledIn = [
    heads(['', ...titles]),
    setRow('STATE', ''),
    ...groups.flatMap(({ code, title }) => [
      setRow(code, named('group', code, title)),
      ...acts.filter(({ group }) => group === code).map((act) => setRow(act.code, named('act', act.code, act.act))),
    ]),
  ];
  const holds = [
    heads([w.act, w.citation, ...titles]),
    ...acts.map(({ code, act, citation, cells }) => [
      put(`${code} ${named('act', code, act)}`, 'label'),
      put(citationIn(citation, lang), 'code'),
      ...cells.map(({ value }) => put(value === null ? '' : w.values[value])),
    ]),
  ];
  const asked = [
    heads([w.column, '', '', w.citation, w.force]),
    ...columns.map(({ code, title, asks, citation, force }) => [
      ...[put(code, 'code'), put(named('column', code, title)), put(named('asks', code, asks))],
      ...[put(sourceIn(citation, lang).text), put(w.forces[force])],
    ]),
  ];
  const sources = [
    heads([w.setFor, w.column, w.value, w.source]),
    ...set.map(({ row, column, value, source }) => [put(row === 'STATE' ? w.state : row, 'code'), put(column, 'code'), put(w.values[value]), put(source)]),
  ];
  const bearing = [
    heads([w.element, '', words.laneOf.law, w.against]),
    ...elements.map(({ citation, title, applies, law, against, matrixReason }) => [
      put(citationIn(citation, lang), 'code'),
      put(title),
      put(words.law[applies ? (law ?? 'not_assessed') : 'not_applicable']),
      put([against.map(({ act, column }) => `${column} ${act}`).join(', '), matrixReason].filter(Boolean).join('\n')),
    ]),
    [],
    over(4, w.bearingLead, 'words'),
    over(4, leadOf(report, w), 'words'),
    over(4, `${words.hash}: ${report.sha256}`, 'words'),
  ];
  const widths = columns.map(() => 13);
  return bookOf(`${words.titles.criminalisation}: ${report.dossier.title}`, report.on, [
    sheetOf(words.titles.criminalisation.slice(0, 31), isRtl, [40, ...widths], filledIn, { ...listed, freezePane: { rows: 1, columns: 1 } }),
    sheetOf(words.titles.criminalisation.slice(0, 27).concat(' (2)'), isRtl, [40, 20, ...widths], holds, listed),
    sheetOf(w.columns.slice(0, 31), isRtl, [8, 34, 80, 22, 26], asked, listed),
    sheetOf(w.source.slice(0, 31), isRtl, [18, 10, 18, 90], sources, listed),
    sheetOf(w.element.slice(0, 31), isRtl, [18, 46, 22, 80], bearing, listed),
  ]);
}
