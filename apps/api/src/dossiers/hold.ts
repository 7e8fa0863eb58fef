import type { Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';

const seenSql = 'SELECT 1 AS seen FROM dossier WHERE organisation_id = $1::uuid AND id = $2::uuid';

/** Refuses not_found where there is no such dossier. */
export async function seeDossier(sql: Sql, { organisation }: Scope, dossier: string): Promise<void> {
  if (!(await sql(seenSql, [organisation, dossier])).length) refuse('not_found');
}

/** The same, and holds the dossier until the transaction ends, so that two who write to it at once take turns. */
export async function holdDossier(sql: Sql, { organisation }: Scope, dossier: string): Promise<void> {
  if (!(await sql(`${seenSql} FOR NO KEY UPDATE`, [organisation, dossier])).length) refuse('not_found');
}
