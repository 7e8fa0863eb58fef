// The drill: back up while people write, restore into an empty instance, compare every row and every file, verify the journal, sign in.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { buildWorld } from '../src/demo/build-world.ts';
import { demoPassword } from '../src/demo/people.ts';
import { readConfig } from '../src/platform/config.ts';
import { Database } from '../src/platform/db/database.ts';
import { queueMail } from '../src/platform/mail/queue-mail.ts';
import { SourceSeal } from '../src/platform/source-seal.ts';
import { admin, atDatabase, command, type Ended, filesIn, fingerprint, query, root, type Target, targets } from './drill.ts';
import { signIn } from './people.ts';
import { type Served, serve, testKey } from './server.ts';
import { addedSource } from './source-walks.ts';

let served: Served;
let folder: string;
const { target, drop } = targets(() => folder);
let archive: string;
let source: string;
const acknowledged = new Set<string>();
let before: Set<string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-drill-'));
  archive = join(folder, 'drill.backup');
  served = await serve();
  await buildWorld(served.app, served.adminUrl);
  source = await addedSource(served, await signIn(served, 'lead@ngo.example'), 'Heron by the ferry');
  const db = served.app.get(Database);
  const facts = { organisation: 'O', inviter: 'I', role: 'lead', link: 'https://servanda.example/#t0ken', until: '2027-01-01T00:00:00Z' };
  await queueMail(db.unscoped.bind(db), { to: 'a@b.example', locale: 'en', letter: 'invitation', facts });
}, 120_000);
afterAll(async () => {
  await served?.stop();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a backup while eight writers go on', async () => {
  const cookie = await signIn(served, 'lead@ngo.example');
  const address = served.app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : 0;
  let going = true;
  const write = async (writer: number) => {
    for (let n = 0; going; n++) {
      const title = `Writer ${writer}, number ${n}`;
      const answer = await fetch(`http://127.0.0.1:${port}/api/dossiers`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ iso3: 'XAA', title }),
      });
      expect(answer.status).toBe(201);
      acknowledged.add(title);
    }
  };
  const writers = Array.from({ length: 8 }, (_, i) => write(i));
  while (acknowledged.size < 20) await new Promise((turn) => setImmediate(turn));
  before = new Set(acknowledged);
  const done = await command('backup', [archive], { url: served.adminUrl, filesDir: served.filesDir });
  going = false;
  await Promise.all(writers);
  expect(done).toEqual({ code: 0, said: expect.stringMatching(/\d+ rows of \d+ tables, \d+ files.*\nEncrypted with AES-256-GCM/) });
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  expect(acknowledged.size).toBeGreaterThan(before.size);
}, 120_000);

describe('restored into an empty instance', () => {
  let place: Target;
  let restored: Ended;
  beforeAll(async () => {
    place = target('whole');
    restored = await command('restore', [archive], place);
  }, 120_000);

  test('it says what it did', () =>
    expect(restored).toEqual({
      code: 0,
      said: expect.stringMatching(/every row, every file, every journal verified\. \d+ open sessions and \d+ mailed links were ended/),
    }));

  test('it holds the one moment: all that was acknowledged before, each dossier whole, each in the journal once', async () => {
    const rows = await query<{ title: string; elements: number; entries: number }>(
      place.url,
      `SELECT d.title, (SELECT count(*)::int FROM dossier_element e WHERE e.dossier_id = d.id) AS elements,
         (SELECT count(*)::int FROM journal_entry j WHERE j.subject_id = d.id::text AND j.act = 'dossier.opened') AS entries FROM dossier d WHERE d.title LIKE 'Writer %'`,
    );
    const titles = new Set(rows.map(({ title }) => title));
    expect([...before].filter((title) => !titles.has(title))).toEqual([]);
    expect(rows.filter(({ elements, entries }) => elements !== 51 || entries !== 1)).toEqual([]);
    expect(titles.size).toBeLessThan(acknowledged.size + 8);
  });

  test('every file is there, under its own hash', () => {
    const there = filesIn(place.filesDir);
    expect(there).toEqual(filesIn(served.filesDir));
    expect(there.size).toBeGreaterThan(3);
    for (const [path, sha256] of there) expect(path.endsWith(sha256)).toBe(true);
  });

  test('letters and keys of the old instance are not in it; its sessions are over', async () => {
    expect(await query(place.url, 'SELECT 1 FROM outbox')).toEqual([]);
    expect(await query(place.url, 'SELECT 1 FROM app.context_key')).toEqual([]);
    expect(await query(place.url, 'SELECT 1 FROM session WHERE ended_at IS NULL')).toEqual([]);
  });

  test('triggers, keys, policies and grants are those of a migrated instance', async () => {
    const shape = (url: string) =>
      query<{ is: string }>(
        url,
        `SELECT 'trigger' AS kind, tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text AS is FROM pg_trigger WHERE NOT tgisinternal
         UNION ALL SELECT 'constraint', conrelid::regclass::text || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         UNION ALL SELECT 'table', relname || relrowsecurity::text || relforcerowsecurity::text || array_to_string(array(SELECT a::text FROM unnest(relacl) a ORDER BY 1), ' ') FROM pg_class
           WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND relkind = 'r' AND relname <> '_prisma_migrations'
         UNION ALL SELECT 'policy', polrelid::regclass::text || polname || polcmd::text FROM pg_policy ORDER BY 1, 2`,
      );
    // The role that backs up is granted when a backup is made; naming a right of the owner's is no difference.
    const bare = (rows: { is: string }[]) => rows.map(({ is }) => is.replace(/ ?servanda_(backup=r|owner=\w+)\/servanda_owner| /g, ''));
    const [there, here] = [bare(await shape(place.url)), bare(await shape(served.adminUrl))];
    expect([there.filter((is) => !here.includes(is)), here.filter((is) => !there.includes(is))]).toEqual([[], []]);
    expect(there.length).toBeGreaterThan(300);
  });

  test('people sign in to it, read what they wrote, and fetch their files', async () => {
    await query(place.url, `GRANT CONNECT ON DATABASE "${new URL(place.url).pathname.slice(1)}" TO servanda_app`);
    const keys = await query<{ id: string; inner_block: Buffer; outer_block: Buffer }>(
      served.adminUrl,
      'SELECT id, inner_block, outer_block FROM app.context_key',
    );
    for (const k of keys)
      await query(place.url, 'INSERT INTO app.context_key (id, inner_block, outer_block) VALUES ($1, $2, $3)', [k.id, k.inner_block, k.outer_block]);
    const runtime = atDatabase(new URL(place.url).pathname.slice(1), ['servanda_app', 'test']);
    const app = await createApp(
      readConfig({ APP_DATABASE_URL: runtime, CONTEXT_KEY: testKey, FILES_DIR: place.filesDir, LOG_LEVEL: 'error', DATABASE_POOL: '3' }),
    );
    try {
      const server = app.getHttpAdapter().getInstance();
      const answer = await server.inject({ method: 'POST', url: '/api/session', payload: { email: 'lead@government.example', password: demoPassword } });
      expect(answer.statusCode).toBe(200);
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
      const get = async (url: string) => server.inject({ url, headers: { cookie } });
      const { items } = (await get('/api/dossiers')).json<{ items: { id: string }[] }>();
      const checklist = await get(`/api/dossiers/${items[0]?.id}/obligations`);
      expect(checklist.statusCode).toBe(200);
      const old = served.app.getHttpAdapter().getInstance();
      const there = await old.inject({
        url: `/api/dossiers/${items[0]?.id}/obligations`,
        headers: { cookie: await signIn(served, 'lead@government.example') },
      });
      expect(checklist.json()).toEqual(there.json());
      const [file] = await query<{ id: string; evidence_id: string; sha256: string }>(
        place.url,
        "SELECT f.id, f.evidence_id, f.sha256 FROM evidence_file f JOIN organisation o ON o.id = f.organisation_id WHERE o.kind = 'government' AND o.iso3 = 'XAA' ORDER BY f.id LIMIT 1",
      );
      const bytes = await get(`/api/dossiers/${items[0]?.id}/evidence/${file?.evidence_id}/files/${file?.id}?copy=original`);
      expect([bytes.statusCode, createHash('sha256').update(bytes.rawPayload).digest('hex')]).toEqual([200, file?.sha256]);
    } finally {
      await app.close();
    }
  });

  test('it is not restored into again: it is not empty any more', async () => {
    const again = await command('restore', [archive], { ...place, filesDir: join(folder, 'elsewhere') });
    expect(again).toEqual({ code: 1, said: expect.stringContaining('The instance is not empty') });
    const files = await command('restore', [archive], { url: target('files').url, filesDir: place.filesDir });
    expect(files).toEqual({ code: 1, said: expect.stringContaining('is not empty. Restore goes only into an empty instance') });
  });
});

test('of a quiet instance every row of every table is the same, but for the sessions that were ended', async () => {
  const file = join(folder, 'quiet.backup');
  await query(served.adminUrl, 'UPDATE session SET ended_at = now() WHERE ended_at IS NULL');
  const print = await fingerprint(served.adminUrl);
  expect(await command('backup', [file], { url: served.adminUrl, filesDir: served.filesDir }, { BACKUP_KEY: '' })).toEqual({
    code: 0,
    said: expect.stringContaining('NOT encrypted'),
  });
  const place = target('quiet');
  expect(await command('restore', [file], place, { BACKUP_KEY: '' })).toMatchObject({ code: 0 });
  expect(await fingerprint(place.url)).toEqual(print);
  expect(Object.keys(print).length).toBeGreaterThan(20);
  // Of sources it has the sealed bytes: with the key, kept elsewhere, they open in their place.
  const [row] = await query<{ organisation: string; sealed: Buffer }>(place.url, 'SELECT organisation_id AS organisation, sealed FROM source_revision');
  const [sealed, at] = [row?.sealed ?? Buffer.alloc(0), { organisation: row?.organisation ?? '', source, number: 1 }];
  expect(sealed.includes('Heron')).toBe(false);
  expect(new SourceSeal({ sourceKeys: [Buffer.from('y'.repeat(43), 'base64url')] }).open(at, sealed)).toContain('Heron by the ferry');
}, 120_000);

describe('an archive that is not as it was written is refused before anything is touched', () => {
  const spoilt = (name: string, spoil: (path: string) => void) => {
    const path = join(folder, name);
    copyFileSync(archive, path);
    spoil(path);
    return path;
  };
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };
  test.each<[string, (path: string) => void, RegExp]>([
    ['cut off in the middle', (path) => truncateSync(path, statSync(path).size >> 1), /cut off after \d+ bytes/],
    ['cut off by its last byte', (path) => truncateSync(path, statSync(path).size - 1), /cut off after/],
    ['with one changed byte', (path) => flip(path, statSync(path).size >> 1), /changed or damaged near byte \d+/],
    ['with something after its end', (path) => appendFileSync(path, 'x'), /added after the end/],
    ['that is another file', (path) => writeFileSync(path, 'a picture'), /no Servanda backup/],
  ])('%s', async (name, spoil, sentence) => {
    const place = target('spoilt');
    const done = await command('restore', [spoilt(name, spoil)], place);
    expect(done).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    expect(done.said).not.toMatch(/at .*\.mjs/);
    expect(existsSync(place.filesDir)).toBe(false);
  });

  test('with a wrong key, a short one, or none', async () => {
    for (const [given, sentence] of [
      ['another key, also long enough to be one', /This key does not open the archive/],
      ['short', /32 characters or more/],
      ['', /is encrypted: give its key/],
    ] as const)
      expect(await command('restore', [archive], target('spoilt'), { BACKUP_KEY: given })).toEqual({ code: 1, said: expect.stringMatching(sentence) });
  });

  test('from a newer version', async () => {
    const file = join(folder, 'newer.backup');
    await query(
      served.adminUrl,
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at) VALUES ('x', 'x', '20991231000000_tomorrow', now(), now())",
    );
    await command('backup', [file], { url: served.adminUrl, filesDir: served.filesDir });
    await query(served.adminUrl, "DELETE FROM _prisma_migrations WHERE id = 'x'");
    const done = await command('restore', [file], target('spoilt'));
    expect(done).toEqual({ code: 1, said: expect.stringContaining('comes from a newer version of Servanda (0.1.0, 20991231000000_tomorrow)') });
  });

  test('over a running API', async () => {
    const done = await command('restore', [archive], { url: served.adminUrl, filesDir: join(folder, 'elsewhere') });
    expect(done).toEqual({ code: 1, said: expect.stringContaining('The API is running on this database. Stop it first.') });
  });
});

test('an archive of an older version is loaded into its own tables and migrated on', async () => {
  const old = target('older');
  const database = new URL(old.url).pathname.slice(1);
  const names = readdirSync(join(root, 'prisma/migrations'))
    .filter((name) => /^\d/.test(name))
    .sort();
  const newest = names.pop();
  const making = `import { migrate, prepareDatabase } from './tools/database.mjs';
    await prepareDatabase('${admin}', '${database}'); await migrate('${admin}', '${database}', ${JSON.stringify(names)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', making], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  await query(old.url, "INSERT INTO organisation (id, kind, name) VALUES (gen_random_uuid(), 'ngo', 'An old one')");
  const file = join(folder, 'older.backup');
  expect(await command('backup', [file], old)).toMatchObject({ code: 0 });
  expect(await command('restore', ['--check', file], target('newer'))).toEqual({ code: 0, said: expect.stringMatching(/^The archive is whole.*\n$/) });
  const now = target('newer');
  expect(await command('restore', [file], now)).toEqual({ code: 0, said: expect.stringContaining(`Migrated on from there: ${newest}`) });
  expect(await query(now.url, 'SELECT name FROM organisation')).toEqual([{ name: 'An old one' }]);
}, 60_000);

describe('a backup', () => {
  test('is not made over another, nor where a file is missing or damaged', async () => {
    const place = { url: served.adminUrl, filesDir: served.filesDir };
    expect(await command('backup', [archive], place)).toEqual({ code: 1, said: expect.stringContaining('exists already') });
    const [path] = [...filesIn(served.filesDir).keys()];
    const damaged = join(folder, 'damaged');
    cpSync(served.filesDir, damaged, { recursive: true });
    appendFileSync(`${damaged}${path}`, 'x');
    const file = join(folder, 'never.backup');
    expect(await command('backup', [file], { ...place, filesDir: damaged })).toEqual({ code: 1, said: expect.stringContaining('its SHA-256 differs') });
    rmSync(`${damaged}${path}`);
    expect(await command('backup', [file], { ...place, filesDir: damaged })).toEqual({ code: 1, said: expect.stringContaining('is not there') });
    expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([]);
  }, 60_000);

  test('tells when the journal is broken, and so does the restore', async () => {
    const client = new pg.Client({ connectionString: served.adminUrl });
    await client.connect();
    await client.query(
      "SET session_replication_role = replica; UPDATE journal_entry SET act = 'other' WHERE seq = 2 AND organisation_id = (SELECT id FROM organisation WHERE kind = 'ngo' LIMIT 1)",
    );
    await client.end();
    const file = join(folder, 'broken.backup');
    const place = { url: served.adminUrl, filesDir: served.filesDir };
    expect(await command('backup', [file], place)).toEqual({ code: 2, said: expect.stringContaining('is broken at entry 2') });
    expect(await command('restore', [file], target('broken'))).toEqual({ code: 2, said: expect.stringContaining('is broken at entry 2, as it was') });
  }, 60_000);

  test('is made by a role that reads and does nothing else, and sees neither letters nor keys', async () => {
    const asBackup = async (sql: string) => {
      const client = new pg.Client({ connectionString: served.adminUrl, options: '-c role=servanda_backup' });
      await client.connect();
      try {
        await client.query('BEGIN READ WRITE');
        return (await client.query(sql)).rowCount;
      } catch (error) {
        return error instanceof pg.DatabaseError ? error.code : 'error';
      } finally {
        await client.end();
      }
    };
    expect(await asBackup('SELECT 1 FROM dossier LIMIT 1')).toBe(1);
    for (const sql of [
      'SELECT 1 FROM outbox',
      'SELECT 1 FROM app.context_key',
      "UPDATE dossier SET title = 'x'",
      'DELETE FROM evidence',
      'CREATE TABLE x ()',
      'INSERT INTO setup_code DEFAULT VALUES',
    ])
      expect({ sql, answer: await asBackup(sql) }).toEqual({ sql, answer: '42501' });
  });
});
