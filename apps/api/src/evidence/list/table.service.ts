import { Inject, Injectable } from '@nestjs/common';
import { type contract, documentTypes, ListColumn, type Received } from '@servanda/contract';
import { seeDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { journalAlone } from '../../platform/journal/journal.ts';
import { csvOf } from '../../platform/tables/write-csv.ts';
import { librarySql } from './list.sql.ts';
import { choices, heads, sheetNames } from './list.words.ts';
import type { Content } from './plan.rules.ts';

type Asked = Received<typeof contract.evidence.table>;
type Language = Asked['query']['language'];
/** Pieces of one list. */
const most = 20_000;
const wide: Partial<Record<ListColumn, number>> = { title: 48, citation: 32, originator: 28, summary: 60, link: 32, reference: 20 };

/** The library as a list: the same columns that are brought in, in the words of a language. */
@Injectable()
export class EvidenceTable {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The bytes and name of the list. What leaves is noted in the journal; an empty template is not. */
  async table(scope: Scope, { params, query }: Asked): Promise<{ bytes: Buffer; name: string; mediaType: string }> {
    const pieces = await this.db.read(scope, async (sql) => {
      await seeDossier(sql, scope, params.id);
      return query.of === 'library' ? sql<{ reference: string; content: Content }>(librarySql, [scope.organisation, params.id, most]) : [];
    });
    if (query.of === 'library')
      await journalAlone(this.db, scope, {
        act: 'evidence.list_exported',
        subject: 'dossier',
        subjectId: params.id,
        data: { dossier: params.id, format: query.format, on: this.clock.today(), pieces: pieces.length },
      });
    const rows = pieces.map(({ reference, content }) =>
      ListColumn.options.map((column) => (column === 'reference' ? reference : said(column, content[column], query.language))),
    );
    const name = `servanda-evidence-${query.of === 'library' ? this.clock.today() : 'template'}-${query.language}.${query.format}`;
    if (query.format === 'csv') return { bytes: Buffer.from(csvOf([headIn(query.language), ...rows]), 'utf8'), name, mediaType: 'text/csv; charset=utf-8' };
    return { bytes: await workbook(rows, query.language), name, mediaType: documentTypes.xlsx };
  }
}

/** A value in words: of a choice its word, of all else itself. */
function said(column: ListColumn, value: unknown, language: Language): string {
  const text = value === null || value === undefined ? '' : String(value);
  return choices[column]?.[text]?.[language] ?? text;
}
const headIn = (language: Language) => ListColumn.options.map((column) => heads[column][language]);

/** Text cells only, none that a spreadsheet would run; a choice offers its words, and a second sheet lists them all. */
async function workbook(rows: string[][], language: Language): Promise<Buffer> {
  const chosen = ListColumn.options.filter((column) => choices[column]);
  const wordsOf = (column: ListColumn) => Object.values(choices[column] ?? {}).map((words) => words[language]);
  const longest = Math.max(...chosen.map((column) => wordsOf(column).length));
  const words = Array.from({ length: longest }, (_, n) => chosen.map((column) => wordsOf(column)[n] ?? null));
  const lines = Math.max(rows.length + 1, 1000);
  const letterOf = (place: number) => String.fromCharCode(65 + place);
  const isRtl = language === 'ar';
  const { writeXlsx } = await import('hucre/xlsx');
  return Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: sheetNames.list[language],
          columns: ListColumn.options.map((column) => ({ width: wide[column] ?? 18 })),
          rows: [headIn(language), ...rows.map((row) => row.map((cell) => cell || null))],
          freezePane: { rows: 1 },
          view: { rightToLeft: isRtl },
          dataValidations: chosen.map((column, n) => ({
            type: 'list' as const,
            formula1: `'${sheetNames.words[language].replaceAll("'", "''")}'!$${letterOf(n)}$2:$${letterOf(n)}$${wordsOf(column).length + 1}`,
            range: `${letterOf(ListColumn.options.indexOf(column))}2:${letterOf(ListColumn.options.indexOf(column))}${lines}`,
            allowBlank: true,
            showErrorMessage: true,
          })),
        },
        {
          name: sheetNames.words[language],
          columns: chosen.map(() => ({ width: 32 })),
          rows: [chosen.map((column) => heads[column][language]), ...words],
          view: { rightToLeft: isRtl },
        },
      ],
    }),
  );
}
