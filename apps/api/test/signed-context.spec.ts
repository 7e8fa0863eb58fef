// The scope of a transaction cannot be forged by SQL that was smuggled into the runtime role's connection.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config.ts';
import { checkContext } from '../src/platform/db/boot-check.ts';
import { ContextSigner } from '../src/platform/db/context.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { contextOf, type Served, serve, testKey } from './server.ts';

let served: Served;
let runtime: pg.Client;
let superuser: pg.Client;
let government: Scope;
let neighbour: Scope;
let dossier: string;
const refused = '28000';
const denied = '42501';

beforeAll(async () => {
  served = await serve();
  await seat(served);
  government = await scopeFor(served, 'lead@government.example');
  neighbour = await scopeFor(served, 'lead@neighbour.example');
  dossier = await openedDossier(served, government);
  [runtime, superuser] = [new pg.Client({ connectionString: served.runtimeUrl }), new pg.Client({ connectionString: served.adminUrl })];
  await Promise.all([runtime.connect(), superuser.connect()]);
});
afterAll(async () => {
  await Promise.all([runtime?.end(), superuser?.end()]);
  await served.stop();
});

/** What a bare connection of the runtime role sees of dossiers under this setting: their number, or the error's code. */
async function seen(context: string, more: string[] = []): Promise<number | string> {
  await runtime.query('BEGIN');
  try {
    await runtime.query("SELECT set_config('app.context', $1, true)", [context]);
    for (const sql of more) await runtime.query(sql);
    return (await runtime.query('SELECT 1 FROM dossier')).rowCount ?? 0;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'error') : 'error';
  } finally {
    await runtime.query('ROLLBACK');
  }
}
const replaced = (context: string, place: number, by: string) =>
  context
    .split('|')
    .map((part, i) => (i === place ? by : part))
    .join('|');

describe('a scope signed by the API', () => {
  test('opens its own organisation', async () => {
    expect(await seen(contextOf(government))).toBe(1);
    expect(await seen(contextOf(neighbour))).toBe(0);
    expect(await seen('')).toBe(0);
  });

  test('says to the database who acts, in which role, through what', async () => {
    const key = '01890a5d-ac96-774b-bcce-b302099a8057';
    await runtime.query('BEGIN');
    await runtime.query("SELECT set_config('app.context', $1, true)", [contextOf({ ...government, session: null, key })]);
    const { rows } = await runtime.query('SELECT app.organisation() o, app.person() p, app.role() r, app.session() s, app.key() k');
    await runtime.query('ROLLBACK');
    expect(rows).toEqual([{ o: government.organisation, p: government.person, r: 'lead', s: null, k: key }]);
    expect((await served.app.get(Database).read(government, (sql) => sql('SELECT app.session() AS s, app.key() AS k')))[0]).toEqual({
      s: government.session,
      k: null,
    });
  });

  test('holds in no field and in no order that was changed afterwards', async () => {
    const context = contextOf(neighbour);
    const forged = {
      'another organisation': replaced(context, 1, government.organisation),
      'another person': replaced(context, 2, government.person),
      'another role': replaced(context, 3, 'reviewer'),
      'another session': replaced(context, 4, '01890a5d-ac96-774b-bcce-b302099a8057'),
      'another key': replaced(context, 5, '01890a5d-ac96-774b-bcce-b302099a8057'),
      'a longer life': replaced(context, 6, '9999999999'),
      'no signature': replaced(context, 7, ''),
      'a signature of nothing': replaced(context, 7, '0'.repeat(64)),
      'an unknown key': replaced(context, 0, '0000000000000000'),
      'no key': replaced(context, 0, ''),
      'a field too few': context.split('|').slice(1).join('|'),
      'a field too many': `${context}|`,
      'a signature in capitals': replaced(context, 7, context.split('|')[7]?.toUpperCase() ?? ''),
      'an organisation alone': government.organisation,
      'another signer': new ContextSigner('a key that somebody made up for himself').sign(government),
      'bars only': '|||||||',
    };
    for (const [how, context] of Object.entries(forged)) expect([how, await seen(context)]).toEqual([how, refused]);
  });

  test('is not replaced by the settings that an unsigned one would use', async () => {
    const tries = ['organisation', 'person', 'role', 'tenant'].map((name) => `SELECT set_config('app.${name}', '${government.organisation}', true)`);
    expect(await seen(contextOf(neighbour), tries)).toBe(0);
    expect(await seen('', tries)).toBe(0);
  });

  test('ends after a minute', async () => {
    const signer = new ContextSigner(testKey);
    signer.meet(Date.now() - 59_000);
    expect(await seen(signer.sign(government))).toBe(1);
    signer.meet(Date.now() - 62_000);
    expect(await seen(signer.sign(government))).toBe(refused);
  });

  test('ends with its transaction: the connection goes back without it', async () => {
    const db = served.app.get(Database);
    for (let i = 0; i < 12; i++) {
      await db.read(government, (sql) => sql('SELECT 1 FROM dossier'));
      await db.hotWrite(government, (sql) => sql('SELECT 1 FROM dossier'));
      await db.write(government, (tx) => tx.dossier.count());
      await db.read(government, () => Promise.reject(new Error('broken off'))).catch(() => undefined);
    }
    for (let i = 0; i < 12; i++)
      expect(
        (await db.pool.query("SELECT coalesce(current_setting('app.context', true), '') AS left, (SELECT count(*)::int FROM dossier) AS seen")).rows,
      ).toEqual([{ left: '', seen: 0 }]);
  });
});

describe('what stands before a scope', () => {
  interface Guarded {
    name: string;
    call: string;
  }
  /** Every definer function within reach that is for the outside, with a call of nulls. */
  const guarded = async (guard: string) =>
    (
      await superuser.query<Guarded>(
        `SELECT p.proname AS name, format('SELECT app.%I(%s)', p.proname, (SELECT string_agg(CASE WHEN p.proisstrict THEN '''{}''::' ELSE 'NULL::' END || format_type(t, NULL), ', ' ORDER BY n) FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (t, n))) AS call
         FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND position($1 IN p.prosrc) > 0 AND has_function_privilege('servanda_app', p.oid, 'EXECUTE') ORDER BY 1`,
        [guard],
      )
    ).rows;
  const called = async (sql: string, ...before: string[]) => {
    await runtime.query('BEGIN');
    try {
      await runtime.query("SELECT set_config('app.context', $1, true)", [contextOf(government)]);
      for (const statement of before) await runtime.query(statement);
      await runtime.query(sql);
      return 'done';
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? 'error') : 'error';
    } finally {
      await runtime.query('ROLLBACK');
    }
  };

  test('is refused in the transaction of an organisation, also where the scope was taken away or forged', async () => {
    const functions = await guarded('app.outside_only()');
    expect(functions.length).toBeGreaterThan(40);
    for (const { name, call } of functions) {
      expect([name, await called(call)]).toEqual([name, denied]);
      expect([name, await called(call, "SELECT set_config('app.context', '', true)")]).toEqual([name, denied]);
      expect([
        name,
        await called(call, `SELECT set_config('app.context', '${contextOf(government).replace(government.organisation, 'outside')}', true)`),
      ]).toEqual([name, refused]);
    }
  });

  test('lets nobody open a session, or prove or change one, for somebody else', async () => {
    const victim = neighbour.person;
    const of = "now(), now() + interval '1 hour'";
    expect(await called(`SELECT app.open_session(gen_random_uuid(), sha256('mine'), '${victim}', ${of}, NULL)`)).toBe(denied);
    expect(await called(`SELECT app.prove_session('${neighbour.session}', ARRAY['totp'], now())`)).toBe(denied);
    expect(await called(`SELECT app.end_other_sessions('${victim}', '${neighbour.session}', now())`)).toBe(denied);
    expect(await called(`SELECT app.add_totp(gen_random_uuid(), '${victim}', 'x', 1, now())`)).toBe(denied);
    expect(await called(`SELECT * FROM app.password_hash_of('${victim}')`)).toBe(denied);
    expect(await called(`SELECT app.erase_organisation('${neighbour.organisation}')`)).toBe(denied);
    // One's own is within the scope.
    expect(await called(`SELECT app.end_other_sessions('${government.person}', '${government.session}', now())`)).toBe('done');
  });

  test('and works for the API outside of any scope', async () => {
    const [row] = await served.app
      .get(Database)
      .unscoped<{ outside: boolean; organisation: string | null }>('SELECT app.outside() AS outside, app.organisation() AS organisation');
    expect(row).toEqual({ outside: true, organisation: null });
    expect(await served.app.get(Database).read(government, (sql) => sql('SELECT app.outside() AS outside'))).toEqual([{ outside: false }]);
  });
});

describe('the key', () => {
  test('is out of the runtime role’s reach', async () => {
    const tries = [
      'SELECT * FROM app.context_key',
      'SELECT count(*) FROM app.context_key',
      'INSERT INTO app.context_key (id, inner_block, outer_block) VALUES (1, sha256(1::text::bytea), sha256(1::text::bytea))',
      'UPDATE app.context_key SET id = id',
      'DELETE FROM app.context_key',
      'TRUNCATE app.context_key',
      'CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql AS $$ SELECT NULL::uuid $$',
      'CREATE FUNCTION pg_temp.organisation() RETURNS uuid LANGUAGE sql AS $$ SELECT NULL::uuid $$',
      'CREATE TEMP TABLE context_key (id text)',
      'SET ROLE servanda_owner',
      'COPY app.context_key TO STDOUT',
    ];
    for (const sql of tries) {
      const code = await runtime.query(sql).then(
        () => 'done',
        (error: unknown) => (error instanceof pg.DatabaseError ? error.code : 'error'),
      );
      expect([sql, code]).toEqual([sql, denied]);
    }
  });

  test('is named by a hash that tells nothing of it, and stands nowhere in clear', async () => {
    const { rows } = await superuser.query<{ all: string }>(`SELECT string_agg(k::text, ' ') AS all FROM app.context_key k`);
    expect(rows[0]?.all).not.toContain(testKey);
    expect(rows[0]?.all).not.toContain(Buffer.from(testKey).toString('hex'));
  });

  test('changes while both hold, and the old one ends when it is taken away', async () => {
    const next = 'the key that follows upon the key of the tests';
    const signedNext = new ContextSigner(next);
    const give = (keys: string[]) => {
      const code = `import { provideContextKeys } from './tools/database.mjs'; await provideContextKeys(...JSON.parse(process.env.GIVEN))`;
      const url = new URL(served.adminUrl);
      const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
        cwd: fileURLToPath(new URL('../../..', import.meta.url)),
        env: { ...process.env, NODE_OPTIONS: '', GIVEN: JSON.stringify([served.adminUrl, url.pathname.slice(1), keys]) },
        encoding: 'utf8',
      });
      return done.status === 0 ? 'given' : done.stderr;
    };
    expect(await seen(signedNext.sign(government))).toBe(refused);
    expect(give([next, testKey])).toBe('given');
    expect([await seen(signedNext.sign(government)), await seen(contextOf(government))]).toEqual([1, 1]);
    expect(give([next])).toBe('given');
    expect([await seen(signedNext.sign(government)), await seen(contextOf(government))]).toEqual([1, refused]);
    expect(give(['short'])).toMatch(/32 characters/);
    expect(give([testKey])).toBe('given');
    expect([await seen(signedNext.sign(government)), await seen(contextOf(government))]).toEqual([refused, 1]);
  });

  test('must be the one that the database knows, else the API does not start; and is asked for', async () => {
    const settings = { APP_DATABASE_URL: served.runtimeUrl, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent' };
    const stranger = await createApp(readConfig({ ...settings, CONTEXT_KEY: 'a key that this database was never given' }));
    await expect(checkContext(stranger.get(Database))).rejects.toThrow(/^The API will not run: the database does not know the key/);
    await stranger.close();
    await expect(checkContext(served.app.get(Database))).resolves.toBeUndefined();
    for (const CONTEXT_KEY of [undefined, '', 'short']) expect(() => readConfig({ ...settings, CONTEXT_KEY })).toThrow(/CONTEXT_KEY/);
  });
});

describe('what another connection can learn', () => {
  test('is no scope: it is never in the text of a statement', async () => {
    const db = served.app.get(Database);
    const texts: string[] = [];
    const look = async () => {
      const { rows } = await runtime.query<{ query: string }>('SELECT query FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()');
      texts.push(...rows.map((row) => row.query));
      return rows.length;
    };
    // In the middle of each kind of transaction, before any other statement has taken the place of the opening one.
    await db.read(government, look);
    await db.hotWrite(government, look);
    await db.write(government, look);
    expect(texts.filter((text) => text.includes('app.context')).length).toBeGreaterThanOrEqual(3);
    for (const text of texts) expect([text, text.includes(government.organisation) || /[0-9a-f]{64}/.test(text)]).toEqual([text, false]);
  });
});

describe('clocks that have parted', () => {
  test('cost one request: the next is signed by the database’s time', async () => {
    const cookie = await signIn(served, 'lead@government.example');
    const get = () => served.http().get(`/api/dossiers/${dossier}`).set('cookie', cookie);
    await get().expect(200);
    const now = performance.now.bind(performance);
    const late = jest.spyOn(performance, 'now').mockImplementation(() => now() - 3_600_000);
    try {
      expect((await get().expect(503)).body.code).toBe('unavailable');
      await get().expect(200);
    } finally {
      late.mockRestore();
    }
    // Ahead of the database is no error: such a scope only lives longer.
    await get().expect(200);
    await checkContext(served.app.get(Database));
  });

  test('do not matter where the machine’s clock is set while the API runs', async () => {
    const wall = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000);
    try {
      expect(await served.app.get(Database).read(government, (sql) => sql('SELECT 1 FROM dossier'))).toHaveLength(1);
    } finally {
      wall.mockRestore();
    }
  });
});
