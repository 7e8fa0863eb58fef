// The load: one transaction in which the tables are open to their owner alone. Nothing of it stays if anything fails.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ArchiveFault } from './container.mjs';
import { brokenChains, chainsOf, copyIn, copyOut, nameOf, settle, tablesOf } from './tables.mjs';

const id = pg.escapeIdentifier;

/** Takes triggers, foreign keys and forced row-level security off; what it returns puts them back, and the keys prove every row anew. */
async function openTables(db, tables) {
  const oids = tables.map(nameOf);
  const { rows: keys } = await db.query(
    "SELECT conrelid::regclass::text AS name, conname AS key, pg_get_constraintdef(oid) AS is FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) ORDER BY 1, 2",
    [oids],
  );
  const { rows: triggers } = await db.query(
    "SELECT tgrelid::regclass::text AS name, tgname AS trigger FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid = ANY ($1::regclass[]) ORDER BY 1, 2",
    [oids],
  );
  const { rows: forced } = await db.query(
    'SELECT oid::regclass::text AS name FROM pg_class WHERE relforcerowsecurity AND oid = ANY ($1::regclass[]) ORDER BY 1',
    [oids],
  );
  for (const { name, key } of keys) await db.query(`ALTER TABLE ${name} DROP CONSTRAINT ${id(key)}`);
  for (const { name, trigger } of triggers) await db.query(`ALTER TABLE ${name} DISABLE TRIGGER ${id(trigger)}`);
  for (const { name } of forced) await db.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  return {
    async keysAndTriggers() {
      for (const { name, key, is } of keys) await db.query(`ALTER TABLE ${name} ADD CONSTRAINT ${id(key)} ${is}`);
      for (const { name, trigger } of triggers) await db.query(`ALTER TABLE ${name} ENABLE TRIGGER ${id(trigger)}`);
    },
    async rowSecurity() {
      for (const { name } of forced) await db.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    },
  };
}

/** Every row that now stands in the table, in the text form of the archive. */
async function hashOf(db, table) {
  const hash = createHash('sha256');
  for await (const chunk of db.query(copyTo(copyOut(table)))) hash.update(chunk);
  return hash.digest('hex');
}

async function prove(db, manifest) {
  for (const table of manifest.tables)
    if ((await hashOf(db, table)) !== table.sha256) throw new ArchiveFault(`The table ${table.table} does not hold what the archive holds; nothing was kept.`);
  const heads = JSON.stringify(await chainsOf(db));
  if (heads !== JSON.stringify(manifest.chains)) throw new ArchiveFault('The heads of the journal are not those of the manifest; nothing was kept.');
  return brokenChains(db);
}

/** Feeds the parts of each table to one COPY, as fast as the server takes them. */
async function fill(db, manifest, parts) {
  let [current, sink, ended] = [null, null, null];
  const finish = async () => {
    sink?.end();
    await ended;
  };
  await parts(async (name, stream) => {
    if (name !== current) {
      await finish();
      const table = manifest.tables.find((t) => `${t.schema}.${t.table}` === name);
      if (!table) throw new ArchiveFault(`The archive has rows of ${name}, which its manifest does not name.`);
      current = name;
      sink = db.query(copyFrom(copyIn(table)));
      ended = once(sink, 'finish');
      ended.catch(() => undefined);
    }
    for await (const chunk of stream) if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), ended]);
  });
  await finish();
}

/**
 * Loads an archive's rows. `parts` calls back with each table part in order; `keep` is awaited before COMMIT, to put the files in place.
 * Returns the broken links of the journal, which were broken in the archive too.
 */
export async function loadTables({ url, manifest, parts, keep }) {
  const db = new pg.Client({ connectionString: url, options: '-c role=servanda_owner', connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    await db.query(settle);
    await db.query('BEGIN');
    const here = (await tablesOf(db)).map((t) => JSON.stringify([t.schema, t.table, t.columns]));
    const there = manifest.tables.map((t) => JSON.stringify([t.schema, t.table, t.columns]));
    const odd = [...here.filter((t) => !there.includes(t)), ...there.filter((t) => !here.includes(t))];
    if (odd.length) throw new ArchiveFault(`The tables of the archive are not those of its migrations: ${odd[0]}`);
    const closing = await openTables(db, manifest.tables);
    for (const table of manifest.tables) await db.query(`DELETE FROM ${nameOf(table)}`);
    await fill(db, manifest, parts);
    for (const { schema, sequence, value } of manifest.sequences) if (value) await db.query('SELECT setval($1, $2)', [`${id(schema)}.${id(sequence)}`, value]);
    await closing.keysAndTriggers();
    const broken = await prove(db, manifest);
    await closing.rowSecurity();
    await keep();
    await db.query('COMMIT');
    await db.query('ANALYZE');
    return broken;
  } catch (error) {
    await db.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await db.end();
  }
}
