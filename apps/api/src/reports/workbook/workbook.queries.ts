import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { headSql, knownSql } from './workbook.sql.ts';
import { type Head, type Row, workbookXlsx } from './workbook-xlsx.ts';

/** The checklist as it leaves to be filled in. */
@Injectable()
export class WorkbookQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The workbook of a dossier, of its State and day. Refuses not_found. */
  async workbook(scope: Scope, { params, query }: Received<typeof contract.reports.workbook>): Promise<{ bytes: Buffer; iso3: string; on: string }> {
    const on = this.clock.today();
    const { head, rows } = await this.db.read(scope, async (sql) => {
      const [found] = await sql<Head>(headSql, [scope.organisation, params.id]);
      return { head: found ?? refuse('not_found'), rows: await sql<Row>(knownSql, [scope.organisation, params.id, '[]']) };
    });
    const bytes = await workbookXlsx(head, rows, params.id, query.lang, on);
    return { bytes, iso3: head.iso3, on };
  }
}
