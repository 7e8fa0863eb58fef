import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { headSql, knownSql } from './workbook.sql.ts';
import type { Head, Row } from './workbook-xlsx.ts';

/** The checklist as it leaves to be filled in. */
@Injectable()
export class WorkbookQueries {
  /** What the workbook of a dossier holds; within a transaction of a person or of background work. Refuses not_found. */
  async contentIn(sql: Sql, organisation: string, dossier: string): Promise<{ head: Head; rows: Row[] }> {
    const [head] = await sql<Head>(headSql, [organisation, dossier]);
    return { head: head ?? refuse('not_found'), rows: await sql<Row>(knownSql, [organisation, dossier, '[]']) };
  }
}
