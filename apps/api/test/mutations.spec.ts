// Holes are cut into the database one after the other, each in a transaction that is rolled back: a check must turn red
// for every one of them. Only so do the green checks mean something.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Database } from '../src/platform/db/database.ts';
import { lintSql } from './isolation.sql.ts';
import { addressOf } from './matrix/cast.ts';
import { wrongWith } from './matrix/table-checks.ts';
import { makeWorld, type World } from './matrix/world.ts';
import { scopeFor, signIn } from './people.ts';
import { plantJournal } from './plant-journal.ts';
import { plantPublication } from './plant-publication.ts';
import { contextOf, type Served, serve } from './server.ts';

let served: Served;
let world: World;
let db: pg.Client;
let own: string;
let foreign: string;
interface Policy {
  table: string;
  name: string;
  command: 'r' | 'a' | 'w' | 'd' | '*';
}
let policies: Policy[];
let empty: string[];
/** Who was named to read the planted source. */
let reader: string | null;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served);
  db = new pg.Client({ connectionString: served.adminUrl });
  await db.connect();
  [own, foreign] = [world.organisations.aruna, world.organisations.belmora];
  const lead = await scopeFor(served, addressOf('aruna', 'lead'));
  reader = lead.person;
  await plantJournal(db, lead);
  await plantPublication(served, db, lead, world.ids.aruna?.['id'] ?? '');
  policies = (
    await db.query<Policy>(
      `SELECT c.relname AS table, p.polname AS name, p.polcmd AS command FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
       WHERE 'servanda_app'::regrole = ANY (p.polroles) AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id') ORDER BY 1, 2`,
    )
  ).rows;
  empty = [];
  for (const table of tables()) if (!(await db.query(`SELECT 1 FROM "${table}" WHERE organisation_id = $1 LIMIT 1`, [own])).rowCount) empty.push(table);
});
afterAll(async () => {
  await db?.end();
  await served.stop();
});
const tables = () => [...new Set(policies.map((p) => p.table))];

/** What the checks say while this hole is open: of one table, and of the catalogue. */
async function whileOpen(hole: string, table: string): Promise<{ behaviour: string[]; catalogue: string[] }> {
  await db.query('BEGIN');
  try {
    await db.query(hole);
    const catalogue = (await db.query<{ problem: string }>(lintSql)).rows.map((row) => row.problem);
    return { behaviour: empty.includes(table) ? [] : await wrongWith(db, table, own, foreign, reader), catalogue };
  } finally {
    await db.query('ROLLBACK');
  }
}
/** The holes that stayed unseen; and how many were seen in what the role can do, not in the catalogue only. */
async function cut(holes: { hole: string; table: string }[]) {
  const unseen: string[] = [];
  let behaved = 0;
  for (const { hole, table } of holes) {
    const { behaviour, catalogue } = await whileOpen(hole, table);
    if (behaviour.length) behaved++;
    if (!behaviour.length && !catalogue.length) unseen.push(hole);
  }
  return { unseen, behaved };
}

describe('row-level security', () => {
  test('is whole: every table keeps strangers out and its own organisation in', async () => {
    expect(policies.length).toBeGreaterThan(30);
    const { behaviour, catalogue } = await whileOpen('SELECT 1', 'dossier');
    expect([behaviour, catalogue]).toEqual([[], []]);
    await db.query('BEGIN');
    for (const table of tables().filter((name) => !empty.includes(name)))
      expect([table, await wrongWith(db, table, own, foreign, reader)]).toEqual([table, []]);
    await db.query('ROLLBACK');
  });

  test('misses no policy that is dropped', async () => {
    const { unseen, behaved } = await cut(policies.map(({ name, table }) => ({ table, hole: `DROP POLICY "${name}" ON "${table}"` })));
    expect(unseen).toEqual([]);
    console.log(`${policies.length} policies dropped, ${behaved} seen in what the role can do, all in the catalogue or there`);
  });

  test('misses no condition that is widened', async () => {
    const using = policies.filter((p) => p.command !== 'a').map(({ name, table }) => ({ table, hole: `ALTER POLICY "${name}" ON "${table}" USING (true)` }));
    const checks = policies.filter((p) => p.command === 'a' || p.command === 'w' || p.command === '*');
    const widened = checks.map(({ name, table }) => ({ table, hole: `ALTER POLICY "${name}" ON "${table}" WITH CHECK (true)` }));
    const loosened = checks.map(({ name, table }) => ({ table, hole: `ALTER POLICY "${name}" ON "${table}" WITH CHECK (organisation_id IS NOT NULL)` }));
    const { unseen, behaved } = await cut([...using, ...widened, ...loosened]);
    expect(unseen).toEqual([]);
    console.log(`${using.length + widened.length + loosened.length} conditions widened, ${behaved} seen in what the role can do`);
  });

  test('misses no table on which it is switched off, or that anyone may empty', async () => {
    const holes = tables().flatMap((table) => [
      { table, hole: `ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY` },
      { table, hole: `ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY` },
      { table, hole: `GRANT TRUNCATE ON "${table}" TO servanda_app` },
    ]);
    expect((await cut(holes)).unseen).toEqual([]);
  });

  test('was tried on rows: few tables stood empty', () => expect(empty.length).toBeLessThan(tables().length / 3));
});

describe('the signed scope', () => {
  /** Which forged scopes the database takes. */
  async function taken(): Promise<string[]> {
    const good = contextOf({ organisation: foreign });
    const old = contextOf({ organisation: own }).replace(/\|\d+\|([0-9a-f]{64})$/, '|1|$1');
    const forged = { 'another organisation': good.replace(foreign, own), 'past its end': old, 'a plain setting': '' };
    const found: string[] = [];
    for (const [how, context] of Object.entries(forged)) {
      await db.query('SAVEPOINT here');
      await db.query("SELECT set_config('app.context', $1, true), set_config('app.organisation', $2, true)", [context, own]);
      await db.query('SET LOCAL ROLE servanda_app');
      const seen = await db.query('SELECT 1 FROM dossier WHERE organisation_id = $1', [own]).then(
        (answer) => answer.rowCount ?? 0,
        () => 0,
      );
      if (seen) found.push(how);
      await db.query('ROLLBACK TO SAVEPOINT here');
    }
    return found;
  }
  const context = async () => (await db.query<{ text: string }>("SELECT pg_get_functiondef('app.context'::regproc) AS text")).rows[0]?.text ?? '';
  const without = async (from: string, to: string) => {
    const text = await context();
    if (!text.includes(from)) throw new Error(`app.context() says no longer: ${from}`);
    return text.replace(from, to);
  };

  test.each([
    ['nothing', async () => 'SELECT 1', []],
    ['the comparison of the signature', () => without('signed <> part[cardinality(part)]', 'false'), ['another organisation']],
    [
      'both comparisons',
      async () => (await without('signed <> part[cardinality(part)]', 'false')).replace(/part\[7\]::bigint < /, 'false AND part[7]::bigint < '),
      ['another organisation', 'past its end'],
    ],
    [
      'the signature, for a plain setting',
      async () =>
        "CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$",
      ['another organisation', 'past its end', 'a plain setting'],
    ],
  ])('without %s', async (_, hole, expected) => {
    await db.query('BEGIN');
    await db.query(await hole());
    const found = await taken();
    await db.query('ROLLBACK');
    expect(found).toEqual(expected);
  });
});

describe('the transaction', () => {
  /** Whether the pool's connections still know a scope after its transaction. */
  async function leftBehind(): Promise<boolean> {
    const api = served.app.get(Database);
    const scope = await scopeFor(served, addressOf('aruna', 'lead'));
    for (let i = 0; i < 12; i++) await api.read(scope, (sql) => sql('SELECT 1 FROM dossier'));
    for (let i = 0; i < 12; i++) {
      const [row] = (await api.pool.query<{ seen: number }>('SELECT count(*)::int AS seen FROM dossier')).rows;
      if (row?.seen) return true;
    }
    return false;
  }

  test('ends its scope with it; set for the connection instead (true made false), it is seen', async () => {
    expect(await leftBehind()).toBe(false);
    const parse = pg.Connection.prototype.parse;
    let changed = 0;
    pg.Connection.prototype.parse = function mutated(this: pg.Connection, ...[query, ...more]: Parameters<typeof parse>) {
      const text = query.text.replace("set_config('app.context', $1, true)", "set_config('app.context', $1, false)");
      if (text !== query.text) changed++;
      return parse.call(this, { ...query, text }, ...more);
    };
    try {
      expect(await leftBehind()).toBe(true);
    } finally {
      pg.Connection.prototype.parse = parse;
    }
    expect(changed).toBeGreaterThan(0);
  });
});

describe('the session', () => {
  /** The functions that find a session, as they are and without their looks at the membership: more than one looks. */
  const finders = async () =>
    (
      await db.query<{ text: string }>(
        "SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname ~ 'session' AND p.prosrc ~ 'm\\.status = ''active'''",
      )
    ).rows.map(({ text }) => ({ whole: text, holed: text.replaceAll(/AND m\.status = 'active'/g, '') }));

  test('of a suspended member is none; without the look at the membership it is seen to be one', async () => {
    const email = addressOf('aruna', 'viewer');
    const cookie = await signIn(served, email);
    // Past the triggers, which end the sessions of whoever is suspended: here the gate's own look is meant.
    const status = async (to: string) => {
      await db.query('SET session_replication_role = replica');
      await db.query('UPDATE membership m SET status = $1 FROM person p WHERE p.id = m.person_id AND p.email = $2', [to, email]);
      await db.query('SET session_replication_role = DEFAULT');
    };
    const asks = async () => (await fetch(`${world.origin}/api/dossiers`, { headers: { cookie } })).status;
    expect(await asks()).toBe(200);
    await status('suspended');
    expect(await asks()).toBe(401);
    const found = await finders();
    expect(found.length).toBeGreaterThan(0);
    for (const { holed } of found) await db.query(holed);
    expect(await asks()).toBe(200);
    for (const { whole } of found) await db.query(whole);
    expect(await asks()).toBe(401);
    await status('active');
  });
});
