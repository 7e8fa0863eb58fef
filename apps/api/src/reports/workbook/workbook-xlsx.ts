// The checklist as a workbook to fill in: instructions, the checklist itself, and the words of its lists.
import type { DocumentLanguage } from '@servanda/contract';
import type { DataValidation } from 'hucre/xlsx';
import { filled } from '../documents/said.ts';
import { bookOf, dayCell, type Put, put, sheetOf } from './book.ts';
import { nothing } from './compare.rules.ts';
import type { Known } from './plan.rules.ts';
import { baseKey } from './row-key.ts';
import { letters } from './sheet.rules.ts';
import { type Column, columns, heads, hints, instructions, sheetNames, verdicts, wordsOf } from './workbook.words.ts';

/** An element with what is told beside it. */
export interface Row extends Known {
  wording: string;
  /** Titles of the pieces cited that may leave. */
  evidence: string[];
}
export interface Head {
  title: string;
  organisation: string;
  iso3: string;
}

const widths: Record<Column, number> = {
  ...{ element: 10, citation: 14, title: 32, wording: 46, state: 13, law: 20, practice: 16, asOf: 13, periodFrom: 13, periodTo: 13 },
  ...{ reasons: 60, qualifierNote: 34, evidence: 40, base: 14 },
};
const days: readonly Column[] = ['asOf', 'periodFrom', 'periodTo'];

function cellOf(column: Column, row: Row, dossier: string, lang: DocumentLanguage): Put {
  const words = wordsOf[lang];
  const now = row.now ?? nothing;
  const open = row.applies ? 'open' : 'told';
  switch (column) {
    case 'element':
      return put(row.code, 'key');
    case 'base':
      return put(baseKey(dossier, row.code, row.latest?.number ?? 0), 'key');
    case 'citation':
    case 'title':
    case 'wording':
      return put(row[column], 'told');
    case 'state':
      return put(row.applies ? (row.latest ? words.review[row.latest.status] : words.law.not_assessed) : words.law.not_applicable, 'told');
    case 'evidence':
      return put(row.evidence.join('\n'), 'told');
    case 'law':
      return put(Object.entries(verdicts.law).find(([value]) => value === now.law)?.[1][lang] ?? '', open);
    case 'practice':
      return put(Object.entries(verdicts.practice).find(([value]) => value === now.practice)?.[1][lang] ?? '', open);
    case 'reasons':
    case 'qualifierNote':
      return put(now[column], open);
    default:
      return row.applies ? dayCell(now[column]) : put(now[column], 'told');
  }
}

const listOf = (lane: 'law' | 'practice', lang: DocumentLanguage) => Object.values(verdicts[lane]).map((words) => words[lang]);

function validations(rows: number, lang: DocumentLanguage): DataValidation[] {
  const rangeOf = (column: Column) => {
    const letter = letters(columns.indexOf(column));
    return `${letter}2:${letter}${rows + 1}`;
  };
  const told = (message: string) => ({ allowBlank: true, showErrorMessage: true, errorMessage: message, showInputMessage: true, inputMessage: message });
  const sheet = `'${sheetNames.words[lang]}'`;
  return [
    ...(['law', 'practice'] as const).map(
      (lane, n): DataValidation => ({
        type: 'list',
        range: rangeOf(lane),
        formula1: `${sheet}!$${letters(n)}$1:$${letters(n)}$${listOf(lane, lang).length}`,
        ...told(hints.verdict[lang]),
      }),
    ),
    // A day before 1900 is text to a spreadsheet: it is warned of, not refused.
    ...days.map(
      (column): DataValidation => ({
        ...{ type: 'date', operator: 'greaterThan', formula1: '1', errorStyle: 'warning', range: rangeOf(column) },
        ...told(hints.day[lang]),
      }),
    ),
  ];
}

/** The workbook of a dossier as it stands on a day. */
export function workbookXlsx(head: Head, rows: Row[], dossier: string, lang: DocumentLanguage, on: string): Promise<Buffer> {
  const isRtl = lang === 'ar';
  const last = letters(columns.length - 1);
  const [first = '', ...lines] = instructions[lang].map((said) => filled(said, { title: head.title, organisation: head.organisation, day: on }));
  const law = listOf('law', lang);
  const practice = listOf('practice', lang);
  const words = Array.from({ length: Math.max(law.length, practice.length) }, (_, n) => [put(law[n] ?? null), put(practice[n] ?? null)]);
  const grid = [columns.map((column) => put(heads[column][lang], 'head')), ...rows.map((row) => columns.map((column) => cellOf(column, row, dossier, lang)))];
  return bookOf(head.title, on, [
    sheetOf(sheetNames.instructions[lang], isRtl, [110], [[put(first, 'strong')], ...lines.map((said) => [put(said, 'words')])], {
      protection: { sheet: true, formatColumns: true, formatRows: true },
    }),
    sheetOf(
      sheetNames.checklist[lang],
      isRtl,
      columns.map((column) => widths[column]),
      grid,
      {
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${last}${grid.length}` },
        protection: { sheet: true, autoFilter: true, formatCells: true, formatColumns: true, formatRows: true, insertColumns: true },
        dataValidations: validations(rows.length, lang),
        pageSetup: { paperSize: 'a3', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
        a11y: { headerRow: 0 },
      },
    ),
    sheetOf(sheetNames.words[lang], isRtl, [30, 30], words, { veryHidden: true }),
  ]);
}
