import pg from 'pg';
import { tenantNames } from './cast.ts';
import type { World } from './world.ts';

/** What grows or is touched by asking alone: the journal notes refusals, a session its last use. */
const living = ['journal_entry', 'journal_head', 'journal_anchor', 'session'];

/** A hash of everything that each organisation has, but for when its keys were last used; by tenant and table, read as superuser. */
export async function fingerprint(world: World): Promise<Record<string, Record<string, string>>> {
  const db = new pg.Client({ connectionString: world.served.adminUrl });
  await db.connect();
  try {
    const { rows: tables } = await db.query<{ name: string }>(
      "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1) ORDER BY 1",
      [living],
    );
    const found: Record<string, Record<string, string>> = {};
    for (const tenant of tenantNames) {
      const sums: Record<string, string> = {};
      for (const { name } of tables) {
        const { rows } = await db.query<{ sum: string }>(
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(said.row, E'\\n' ORDER BY said.row)), '') AS sum FROM (SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM "${name}" t WHERE organisation_id = $1) said`,
          [world.organisations[tenant]],
        );
        sums[name] = rows[0]?.sum ?? '';
      }
      found[tenant] = sums;
    }
    return found;
  } finally {
    await db.end();
  }
}
