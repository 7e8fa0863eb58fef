import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { journalAlone } from '../../platform/journal/journal.ts';
import { headSql, knownSql } from './workbook.sql.ts';
import { type Head, type Row, workbookXlsx } from './workbook-xlsx.ts';

/** The checklist as it leaves to be filled in. */
@Injectable()
export class WorkbookQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The bytes and the name of the workbook; it is in the journal before the first byte goes. Refuses not_found. */
  async workbook(scope: Scope, { params, query }: Received<typeof contract.reports.workbook>): Promise<{ bytes: Buffer; name: string }> {
    const on = this.clock.today();
    const { head, rows } = await this.db.read(scope, async (sql) => {
      const [found] = await sql<Head>(headSql, [scope.organisation, params.id]);
      return { head: found ?? refuse('not_found'), rows: await sql<Row>(knownSql, [scope.organisation, params.id, '[]']) };
    });
    const bytes = await workbookXlsx(head, rows, params.id, query.lang, on);
    const data = { dossier: params.id, report: 'workbook', format: 'xlsx', on };
    await journalAlone(this.db, scope, { act: 'report.exported', subject: 'dossier', subjectId: params.id, data });
    return { bytes, name: `servanda-${head.iso3}-workbook-${on}-${query.lang}.xlsx` };
  }
}
