// What must hold of a tenant table for the runtime role, tried on a connection of a superuser that has taken the role on
// within a transaction. Each answers with sentences; none means that it holds.
import pg from 'pg';
import { contextOf } from '../server.ts';

const denied = '42501';

interface Acting {
  organisation: string | null;
  person?: string | null;
}

/** One statement in a savepoint: rows seen or changed, or the error's code. */
async function attempt(db: pg.Client, { organisation, person }: Acting, text: string, values: unknown[] = []): Promise<number | string> {
  await db.query('SAVEPOINT here');
  try {
    await db.query("SELECT set_config('app.context', $1, true)", [organisation ? contextOf({ organisation, ...(person ? { person } : {}) }) : '']);
    await db.query('SET LOCAL ROLE servanda_app');
    return (await db.query(text, values)).rowCount ?? 0;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'error') : 'error';
  } finally {
    await db.query('ROLLBACK TO SAVEPOINT here');
  }
}

/** The columns of a table in which the runtime role may write. */
async function writable(db: pg.Client, table: string, how: 'INSERT' | 'UPDATE'): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND has_column_privilege('servanda_app', attrelid, attnum, $2)",
    [table, how],
  );
  return rows.map((row) => row.name);
}
const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

/** Everything that is wrong with a table: foreign rows within reach, or own ones out of it; `person` is who reads what named members alone read. */
export async function wrongWith(db: pg.Client, table: string, ownOrganisation: string, foreign: string, person: string | null = null): Promise<string[]> {
  const wrong: string[] = [];
  const [own, strangers] = [{ organisation: ownOrganisation, person }, [{ organisation: foreign, person }, { organisation: null }]];
  const of = 'WHERE organisation_id = $1';
  const { rows } = await db.query<{ reads: boolean }>("SELECT has_table_privilege('servanda_app', $1, 'SELECT') AS reads", [table]);
  const reads = rows[0]?.reads ?? false;
  for (const stranger of strangers) {
    const seen = await attempt(db, stranger, `SELECT 1 FROM "${table}" ${of}`, [ownOrganisation]);
    if (seen !== 0 && seen !== denied) wrong.push('a stranger reads');
  }
  if (reads && (await attempt(db, own, `SELECT 1 FROM "${table}" ${of}`, [ownOrganisation])) === 0) wrong.push('its own organisation does not read');
  const changes = await writable(db, table, 'UPDATE');
  for (const column of changes) {
    for (const stranger of strangers) {
      const changed = await attempt(db, stranger, `UPDATE "${table}" SET "${column}" = "${column}" ${of}`, [ownOrganisation]);
      if (changed !== 0 && changed !== denied) wrong.push('a stranger changes');
    }
    if ((await attempt(db, own, `UPDATE "${table}" SET "${column}" = "${column}" ${of}`, [ownOrganisation])) === 0)
      wrong.push('its own organisation does not change');
  }
  if (
    changes.includes('organisation_id') &&
    (await attempt(db, own, `UPDATE "${table}" SET organisation_id = $2 ${of}`, [ownOrganisation, foreign])) !== denied
  )
    wrong.push('rows are carried over into another organisation');
  const adds = await writable(db, table, 'INSERT');
  if (adds.length) {
    const copy = `INSERT INTO "${table}" (${quoted(adds)}) SELECT ${quoted(adds)} FROM jsonb_populate_record(NULL::"${table}", $1)`;
    const found = await db.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM "${table}" t ${of} LIMIT 1`, [ownOrganisation]);
    const row = found.rows[0]?.row;
    for (const stranger of strangers) if ((await attempt(db, stranger, copy, [row])) !== denied) wrong.push('a stranger adds');
    if ((await attempt(db, own, copy, [row])) === denied) wrong.push('its own organisation does not add');
  }
  if ((await attempt(db, { organisation: foreign, person }, `TRUNCATE "${table}" CASCADE`)) !== denied) wrong.push('anyone empties');
  return [...new Set(wrong)];
}
