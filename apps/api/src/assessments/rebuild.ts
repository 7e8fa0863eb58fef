import type { Sql } from '../platform/db/database.ts';
import { differencesSql, rebuildSql } from './rebuild-current.sql.ts';

interface Difference {
  dossier: string;
  element: string;
}

/**
 * Rebuilds one organisation's current rows from the log, inside a transaction scoped to it, and compares again.
 * `repaired`: rows that differed before; `left`: rows that still differ, which is a row without any judgement behind it.
 */
export async function rebuildCurrent(sql: Sql, organisation: string): Promise<{ repaired: Difference[]; left: Difference[] }> {
  // Writers wait, so that the log and the rows are read as one state.
  await sql('LOCK TABLE current_assessment IN SHARE ROW EXCLUSIVE MODE');
  const repaired = await sql<Difference>(differencesSql, [organisation]);
  if (!repaired.length) return { repaired, left: [] };
  await sql(rebuildSql, [organisation]);
  const left = await sql<Difference>(differencesSql, [organisation]);
  const data = JSON.stringify({ after: { repaired: repaired.length, left: left.length } });
  await sql("INSERT INTO journal_entry (organisation_id, act, subject, subject_id, data) VALUES ($1, 'current.rebuilt', 'organisation', $1::uuid::text, $2)", [
    organisation,
    data,
  ]);
  return { repaired, left };
}
