// An organisation takes its data along, asks to be deleted, takes it back, and is deleted: its own rows and files, and nothing of anybody else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { buildWorld } from '../src/demo/build-world.ts';
import { demoPassword } from '../src/demo/people.ts';
import { LeavingJob } from '../src/people/leaving/leaving.job.ts';
import { newId } from '../src/platform/ids.ts';
import { lettersTo } from './letters.ts';
import { signIn } from './people.ts';
import { plantStatement } from './plant-statement.ts';
import { type Served, serve } from './server.ts';
import { addedSource } from './source-walks.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let served: Served;
let admin: pg.Client;
let government: string;
let lead: string;
let said: string;
/** Releases are the public's (decision 0040). */
const releases = [
  'publication',
  'publication_bytes',
  'publication_content',
  'publication_file',
  'publication_positions',
  'publication_statement',
  'publication_statement_content',
  'publication_statement_withdrawal',
  'publication_withdrawal',
];
const kept = ['journal_anchor', 'journal_entry', 'journal_head', 'organisation_leaving', ...releases];

beforeAll(async () => {
  served = await serve();
  await buildWorld(served.app, served.adminUrl);
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  const [row] = (await admin.query<{ id: string }>("SELECT id FROM organisation WHERE kind = 'government' AND iso3 = 'XAA'")).rows;
  government = row?.id ?? '';
  lead = await signIn(served, 'lead@government.example');
  said = await plantStatement(admin, { organisation: government, person: newId(), dossier: newId() });
  for (const cookie of [lead, await signIn(served, 'lead@ngo.example')]) await addedSource(served, cookie, 'Heron');
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await served?.stop();
});

const door = (method: 'get' | 'post' | 'delete', path: string, cookie: string) => served.http()[method](`/api/organisation/${path}`).set('cookie', cookie);
const query = async <Row extends object>(sql: string, values: unknown[] = []) => (await admin.query<Row>(sql, values)).rows;
const tenantTables = async () =>
  (
    await query<{ name: string }>(
      "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1",
    )
  ).map(({ name }) => name);
/** Everything of everybody but one organisation, table by table. */
async function others(without: string): Promise<Record<string, unknown>> {
  const prints: Record<string, unknown> = {};
  for (const name of await tenantTables()) {
    const operators = ['journal_entry', 'journal_head'].includes(name)
      ? "AND organisation_id NOT IN (SELECT id FROM organisation WHERE kind = 'operator')"
      : '';
    const [row] = await query(`SELECT count(*), md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM ${name} t WHERE organisation_id <> $1 ${operators}`, [
      without,
    ]);
    prints[name] = row;
  }
  return prints;
}
const verify = () =>
  spawnSync(process.execPath, [join(root, 'tools/journal-verify.mjs')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: served.adminUrl },
  });

describe('the archive', () => {
  let parts: Record<string, Uint8Array>;
  let manifest: {
    organisation: string;
    tables: { name: string; rows: number; files: { path: string; sha256: string }[] }[];
    files: { path: string; sha256: string; bytes: number }[];
  };
  const text = (path: string) => Buffer.from(parts[path] ?? new Uint8Array()).toString('utf8');

  beforeAll(async () => {
    // A report that was made shortly before: its bytes lie in the database.
    const get = (path: string) => served.http().get(`/api/dossiers${path}`).set('cookie', lead).expect(200);
    await get(`/${(await get('')).body.items[0].id}/reports/gaps.html`);
    const answer = await door('get', 'export', lead)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
      200,
      'application/zip',
      expect.stringMatching(/^attachment; filename="servanda-organisation-\d{4}-\d\d-\d\d\.zip"$/),
    ]);
    parts = unzipSync(answer.body);
    manifest = JSON.parse(text('manifest.json'));
  });

  test('holds what its manifest says, hash by hash, and nothing else', () => {
    const named = [...manifest.tables.flatMap(({ files }) => files), ...manifest.files];
    expect(Object.keys(parts).sort()).toEqual(['manifest.json', ...named.map(({ path }) => path)].sort());
    for (const { path, sha256 } of named)
      expect({
        path,
        sha256: createHash('sha256')
          .update(parts[path] ?? '')
          .digest('hex'),
      }).toEqual({ path, sha256 });
    expect(manifest.files.length).toBeGreaterThan(2);
  });

  test('holds every row of every table that is the organisation’s own, twice: as JSON and as CSV', async () => {
    for (const { name, rows } of manifest.tables) {
      const lines = text(`data/${name}.jsonl`).split('\n').filter(Boolean);
      expect({ name, rows: lines.length }).toEqual({ name, rows });
      expect({ name, rows: parse(text(`data/${name}.csv`), { columns: true }).length }).toEqual({ name, rows });
      if (['organisation', 'person'].includes(name)) continue;
      const [there] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name} WHERE organisation_id = $1`, [government]);
      // Nothing else is written while this suite reads, but the sessions of its own.
      if (!['journal_entry'].includes(name)) expect({ name, rows }).toEqual({ name, rows: there?.n });
    }
    const names = manifest.tables.map(({ name }) => name);
    const notThere = (await tenantTables()).filter((name) => !names.includes(name));
    // Each for its reason: what people follow, which is theirs alone; what is under way, what opens something, sources, which are asked for twice; bytes that are made anew from the record; and what the API’s role may not read (the index of search is derived from what is there).
    expect(
      notThere.filter(
        (name) =>
          ![
            'arriving_file',
            'digest_choice',
            'follow',
            'news',
            'session',
            'repeated_request',
            'journal_head',
            'publication_bytes',
            'publication_positions',
            'report_bytes',
            'search_language',
            'search_text',
            'search_word',
            'source',
            'source_reader',
            'source_revision',
          ].includes(name),
      ),
    ).toEqual([]);
  });

  test('tells of the reports that were made, and holds none of their bytes', async () => {
    const [made] = await query<{ n: number }>('SELECT count(*)::int AS n FROM report_bytes WHERE organisation_id = $1', [government]);
    expect(made?.n).toBeGreaterThan(0);
    expect(JSON.parse(text('data/report_run.jsonl').split('\n')[0] ?? '')).toMatchObject({ state: 'made', format: 'html' });
    expect(Object.keys(parts).filter((path) => path.includes('report_bytes'))).toEqual([]);
  });

  test('holds nobody else’s, and nothing that opens a door', async () => {
    const all = Object.keys(parts).map(text).join('\n');
    // What is said in public to another organisation names it.
    const unsaid = Object.keys(parts).filter((path) => !path.includes('publication_statement'));
    for (const { id } of await query<{ id: string }>('SELECT id FROM organisation WHERE id <> $1', [government])) {
      expect(unsaid.filter((path) => text(path).includes(id))).toEqual([]);
    }
    expect(all).not.toMatch(/password_hash|token_sha256|\$argon2/);
    expect(all).not.toContain('lead@neighbour.example');
    expect(all).toContain('lead@government.example');
  });

  test('is noted in the journal that it carries', () => {
    const last = text('data/journal_entry.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .at(-1);
    expect(last).toMatchObject({ act: 'organisation.exported', organisation_id: government });
  });

  test('leaves nothing behind, also where the reader hangs up', async () => {
    const address = served.app.getHttpServer().address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const hangUp = new AbortController();
    const answer = await fetch(`http://127.0.0.1:${port}/api/organisation/export`, { headers: { cookie: lead }, signal: hangUp.signal });
    expect(answer.status).toBe(200);
    hangUp.abort();
    const incoming = join(served.filesDir, 'incoming');
    for (let i = 0; i < 200 && readdirSync(incoming).length; i++) await new Promise((turn) => setTimeout(turn, 10));
    expect(readdirSync(incoming)).toEqual([]);
    expect(await query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'")).toEqual([]);
  });

  test('is told beforehand in numbers', async () => {
    const { body } = await door('post', 'export', lead).expect(200);
    expect(body.files.count).toBe(manifest.files.length);
    expect(body.tables.map(({ name }: { name: string }) => name)).toEqual(manifest.tables.map(({ name }) => name));
  });

  test('is for leads who have just proven who they are', async () => {
    const reviewer = await signIn(served, 'reviewer@government.example');
    expect((await door('get', 'export', reviewer)).body.code).toBe('forbidden');
    const stale = await signIn(served, 'lead@government.example');
    const token = createHash('sha256')
      .update(stale.split('=')[1] ?? '')
      .digest();
    await query("UPDATE session SET created_at = created_at - interval '2 hours' WHERE token_sha256 = $1", [token]);
    await query('DELETE FROM session_proof WHERE session_id = (SELECT id FROM session WHERE token_sha256 = $1)', [token]);
    for (const path of ['export', 'leaving'] as const)
      expect((await door('post', path, stale).send(path === 'leaving' ? { name: 'x' } : undefined)).body.code).toBe('confirm_identity');
    expect((await door('get', 'export', stale)).body.code).toBe('confirm_identity');
  });
});

/** Letters about the organisation; a sign-in sends others. */
const told = async (address: string) => (await lettersTo(served, address)).filter(({ letter }) => letter.startsWith('organisation'));

describe('the deletion', () => {
  const name = async () => (await query<{ name: string }>('SELECT name FROM organisation WHERE id = $1', [government]))[0]?.name ?? '';

  test('is asked for with the name typed; every active member is told, in his or her language', async () => {
    await query("UPDATE person SET locale = 'ar' WHERE email = 'viewer@government.example'");
    const wrong = await door('post', 'leaving', lead).send({ name: 'Another ministry' });
    expect([wrong.status, wrong.body.fields?.[0]?.path]).toEqual([400, 'name']);
    const { body } = await door('post', 'leaving', lead)
      .send({ name: await name() })
      .expect(201);
    expect(body).toMatchObject({
      graceDays: 30,
      asked: { by: { name: expect.any(String) } },
      may: { ask: { allowed: false, because: 'state' }, takeBack: { allowed: true } },
    });
    expect(Date.parse(body.asked.due) - Date.parse(body.asked.at)).toBe(30 * 86_400_000);
    expect((await door('post', 'leaving', lead).send({ name: await name() })).body.code).toBe('already_exists');
    for (const who of ['lead', 'reviewer', 'contributor'])
      expect(await told(`${who}@government.example`)).toMatchObject([{ letter: 'organisationLeaving', locale: 'en' }]);
    expect(await told('viewer@government.example')).toMatchObject([{ letter: 'organisationLeaving', locale: 'ar' }]);
    expect(await told('lead@ngo.example')).toEqual([]);
  });

  test('is seen by members, and by nobody else; only a lead asks and takes back', async () => {
    const viewer = await signIn(served, 'viewer@government.example');
    expect((await door('get', 'leaving', viewer).expect(200)).body).toMatchObject({
      asked: { at: expect.any(String) },
      may: { takeBack: { allowed: false, because: 'role' } },
    });
    expect((await door('delete', 'leaving', viewer)).body.code).toBe('forbidden');
    const neighbour = await signIn(served, 'lead@neighbour.example');
    expect((await door('get', 'leaving', neighbour).expect(200)).body.asked).toBeNull();
    expect((await door('delete', 'leaving', neighbour)).body.code).toBe('wrong_state');
    expect((await door('get', 'leaving', await signIn(served, 'operator@servanda.example'))).body.code).toBe('forbidden');
  });

  test('is taken back, told again, and does not come back by itself', async () => {
    expect((await door('delete', 'leaving', lead).expect(200)).body.asked).toBeNull();
    expect((await told('viewer@government.example')).map(({ letter }) => letter)).toEqual(['organisationLeaving', 'organisationStaying']);
    expect((await door('delete', 'leaving', lead)).body.code).toBe('wrong_state');
    await query(
      "ALTER TABLE organisation_leaving DISABLE TRIGGER USER; UPDATE organisation_leaving SET asked_at = asked_at - interval '40 days', due_at = due_at - interval '40 days'; ALTER TABLE organisation_leaving ENABLE TRIGGER USER",
    );
    expect(await served.app.get(LeavingJob).carryOut()).toBe(0);
    expect(await name()).not.toBe('Deleted organisation');
  });

  test('cannot be hastened by whoever has the API’s password', async () => {
    const runtime = new pg.Client({ connectionString: served.runtimeUrl });
    await runtime.connect();
    const attempt = (sql: string, values: unknown[] = []) =>
      runtime.query(sql, values).then(
        ({ rows }) => rows,
        (error: pg.DatabaseError) => error.code,
      );
    for (const sql of [
      'UPDATE organisation_leaving SET due_at = now()',
      'UPDATE organisation_leaving SET erased_at = now()',
      'DELETE FROM dossier',
      'DELETE FROM organisation_leaving',
    ])
      expect({ sql, answer: await attempt(sql) }).toEqual({ sql, answer: '42501' });
    await runtime.query(`SET app.erasing = '${government}'`);
    expect(await attempt('SELECT 1 FROM dossier')).toEqual([]);
    expect(await attempt('SELECT app.erase_organisation($1)', [government])).toBe('42501');
    await runtime.end();
    await expect(
      query("INSERT INTO organisation_leaving (organisation_id, id, asked_by, due_at) VALUES ($1, $2, $2, now() + interval '6 days')", [government, newId()]),
    ).rejects.toThrow('organisation_leaving_grace');
  });

  test('is carried out when the period is over: rows, files, accounts; two processes do it once; nobody else loses anything', async () => {
    await door('post', 'leaving', lead)
      .send({ name: await name() })
      .expect(201);
    // One person works for the neighbour, too, and stays.
    const [both] = await query<{ id: string }>("SELECT id FROM person WHERE email = 'reviewer@government.example'");
    await query(
      "INSERT INTO membership (organisation_id, person_id, role, status) SELECT id, $1, 'viewer', 'active' FROM organisation WHERE iso3 = 'XAB' OR name LIKE '%neighbour%' ORDER BY (iso3 = 'XAB') DESC LIMIT 1",
      [both?.id],
    );
    await query("UPDATE organisation_leaving SET asked_at = asked_at - interval '31 days', due_at = due_at - interval '31 days' WHERE taken_back_at IS NULL");
    await query('DELETE FROM outbox');
    const before = await others(government);
    expect(await query('SELECT 1 FROM source_revision WHERE organisation_id = $1', [government])).toHaveLength(1);
    const job = served.app.get(LeavingJob);
    await Promise.all([job.carryOut(), job.carryOut()]);

    const left: Record<string, number> = {};
    for (const table of await tenantTables()) {
      const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE organisation_id = $1`, [government]);
      if (row?.n) left[table] = row.n;
    }
    expect(Object.keys(left).filter((table) => !kept.includes(table))).toEqual([]);
    expect(existsSync(join(served.filesDir, 'blobs', government))).toBe(false);
    expect(await name()).toBe('Deleted organisation');
    expect(await query("SELECT email FROM person WHERE email LIKE '%@government.example'")).toEqual([{ email: 'reviewer@government.example' }]);
    expect(await others(government)).toEqual(before);

    for (const who of ['lead', 'reviewer', 'viewer']) expect(await told(`${who}@government.example`)).toMatchObject([{ letter: 'organisationGone' }]);
    const gone = await served.http().post('/api/session').send({ email: 'lead@government.example', password: demoPassword });
    expect(gone.body.code).toBe('wrong_credentials');
    expect((await served.http().get('/api/session').set('cookie', lead)).status).toBe(401);
    await signIn(served, 'reviewer@government.example');
    await signIn(served, 'lead@ngo.example');
  });

  test('leaves what it published as it was, and whose', async () => {
    const { items } = (await served.http().get(`/api/public/publications?organisation=${government}`).expect(200)).body;
    const as = { organisation: { id: government, name: 'Government of Aruna', kind: 'government' }, withdrawn: null };
    expect(items).toMatchObject([
      { number: 2, ...as },
      { number: 1, ...as },
    ]);
    const { text } = await served.http().get(`/api/public/publications/${items[0].id}.json`).expect(200);
    expect(createHash('sha256').update(text).digest('hex')).toBe(items[0].sha256);
    expect(await query('SELECT 1 FROM publication_act WHERE organisation_id = $1', [government])).toEqual([]);
    expect((await served.http().get(`/api/public/statements/${said}.json`).expect(200)).text).toBe('{}');
    expect(await query('SELECT 1 FROM publication_statement_act WHERE organisation_id = $1', [government])).toEqual([]);
  });

  test('leaves of the journal nothing but a chain that verifies', async () => {
    const rows = await query<{ act: string; data: object; person: string | null }>(
      'SELECT act, data, person_id AS person FROM journal_entry WHERE organisation_id = $1 ORDER BY seq',
      [government],
    );
    expect(new Set(rows.slice(0, -1).map((row) => JSON.stringify(row)))).toEqual(new Set([JSON.stringify({ act: 'redacted', data: {}, person: null })]));
    expect(rows.at(-1)).toMatchObject({ act: 'organisation.erased', data: { rows: { dossier: expect.any(Number), person: expect.any(Number) } } });
    expect(
      await query("SELECT 1 FROM journal_entry WHERE act = 'organisation.erased' AND organisation_id = (SELECT id FROM organisation WHERE kind = 'operator')"),
    ).toHaveLength(1);
    const done = verify();
    expect({ status: done.status, said: done.status ? `${done.stdout}${done.stderr}` : '' }).toEqual({ status: 0, said: '' });
    // Nothing may be redacted where nobody was deleted.
    const [ngo] = await query<{ id: string }>("SELECT id FROM organisation WHERE kind = 'ngo' LIMIT 1");
    const redact =
      "UPDATE journal_entry SET form = 'redacted', told_us = NULL, person_id = NULL, role = NULL, session_id = NULL, key_id = NULL, act = 'redacted', subject = 'redacted', subject_id = NULL, data = '{}', dossier = NULL WHERE organisation_id = $1 AND seq = 3";
    await query('CREATE TABLE kept_entry AS SELECT * FROM journal_entry WHERE organisation_id = $1 AND seq = 3', [ngo?.id]);
    await query('SET session_replication_role = replica');
    await query(redact, [ngo?.id]);
    const found = verify();
    expect({ status: found.status, said: `${found.stdout}${found.stderr}` }).toEqual({
      status: 1,
      said: expect.stringContaining('was redacted, and no entry after it tells that its organisation was deleted'),
    });
    expect(await query('SELECT e.seq::int FROM journal_entry e WHERE organisation_id = $1 AND app.journal_hash(e) IS DISTINCT FROM hash', [ngo?.id])).toEqual([
      { seq: 3 },
    ]);
    await query('DELETE FROM journal_entry WHERE organisation_id = $1 AND seq = 3', [ngo?.id]);
    await query('INSERT INTO journal_entry SELECT * FROM kept_entry');
    await query('DROP TABLE kept_entry');
    await query('SET session_replication_role = origin');
    expect(verify().status).toBe(0);
  });

  test('looks a second time, for what a request on its way had still written', async () => {
    const late =
      "INSERT INTO dossier SELECT (jsonb_populate_record(d, jsonb_build_object('organisation_id', $1::text, 'id', gen_random_uuid()))).* FROM dossier d LIMIT 1";
    await query('SET session_replication_role = replica');
    await query(late, [government]);
    await query('SET session_replication_role = origin');
    const job = served.app.get(LeavingJob);
    expect(await job.carryOut()).toBe(0);
    await query("UPDATE organisation_leaving SET erased_at = erased_at - interval '11 minutes' WHERE taken_back_at IS NULL");
    expect(await job.carryOut()).toBe(1);
    expect(await query('SELECT 1 FROM dossier WHERE organisation_id = $1', [government])).toEqual([]);
    expect(await query('SELECT 1 FROM organisation_leaving WHERE done_at IS NOT NULL')).toHaveLength(1);
    expect(await job.carryOut()).toBe(0);
    expect(verify().status).toBe(0);
  });

  test('is no hindrance for a backup', () => {
    const folder = mkdtempSync(join(tmpdir(), 'servanda-left-'));
    const done = spawnSync(process.execPath, [join(root, 'tools/backup.mjs'), join(folder, 'left.backup')], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: served.adminUrl, FILES_DIR: served.filesDir },
    });
    rmSync(folder, { recursive: true, force: true });
    expect({ status: done.status, said: done.stderr }).toEqual({ status: 0, said: '' });
  });
});

test('every tenant table can be emptied by the function: a table that cannot needs policies like those of organisation_leaving’s migration', async () => {
  const rows = await query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
       -- Releases stay: what was published is the public's (decision 0040).
       AND c.relname <> ALL ($1) AND NOT EXISTS (
       SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND 'servanda_owner'::regrole = ANY (p.polroles) AND p.polcmd IN ('*', 'd') AND pg_get_expr(p.polqual, p.polrelid) ~ '^true$|app.erasing')`,
    [releases],
  );
  expect(rows).toEqual([]);
});
