// Backup and restore where files are kept in an S3-compatible store, and the sweep as a command; and an organisation's archive from there.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { type Kept } from '../src/platform/files/blobs.ts';
import { FileStore } from '../src/platform/files/file-store.ts';
import { another, type Library, libraryOf, sha256Of } from './library-of.ts';
import { seat } from './people.ts';
import { type S3Server, startS3 } from './s3-server.ts';
import { type Served, serve, serveOn, testKey } from './server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const admin = process.env['TEST_ADMIN_URL'] ?? '';
const restored = `t_restored_s3_${process.pid}`;
const bytes = another();
let s3: S3Server;
let served: Served;
let library: Library;
let folder: string;
const at = (database: string, user?: string) => {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  if (user) Object.assign(url, { username: user, password: 'test' });
  return url.href;
};
const run = (args: string[], env: Record<string, string>) =>
  new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '', BACKUP_KEY: 'x'.repeat(32), ...s3.settings, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('exit', (code) => done({ code, said }));
  });
const elsewhere = () => ({ ...s3.settings, FILES_URL: (s3.settings['FILES_URL'] ?? '').replace('/kept?', '/restored?') });
const listed = async (store: FileStore) => {
  const found: Pick<Kept, 'organisation' | 'sha256' | 'size'>[] = [];
  for await (const file of store.all()) if (typeof file === 'object') found.push({ organisation: file.organisation, sha256: file.sha256, size: file.size });
  return found;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-s3-drill-'));
  s3 = await startS3();
  served = await serve(s3.settings);
  await seat(served);
  library = await libraryOf(served);
  await library.send(await library.piece(), bytes).expect(201);
});
afterAll(async () => {
  await served.stop();
  await s3.stop();
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${restored}" WITH (FORCE)`).finally(() => client.end());
  rmSync(folder, { recursive: true, force: true });
});

test('what is backed up from one bucket is restored into another place, and served from there', async () => {
  const archive = join(folder, 'a.backup');
  const env = { DATABASE_URL: served.adminUrl, FILES_DIR: join(folder, 'here') };
  expect(await run(['tools/backup.mjs', archive], env)).toMatchObject({ code: 0, said: expect.stringContaining(', 1 files, ') });
  const there = { ...elsewhere(), DATABASE_URL: at(restored), FILES_DIR: join(folder, 'there') };
  expect(await run(['tools/restore.mjs', archive], there)).toMatchObject({ code: 0, said: expect.stringContaining('every file') });
  const again = await serveOn({ adminUrl: at(restored), runtimeUrl: at(restored, 'servanda_app') }, join(folder, 'there'), elsewhere());
  try {
    expect(await listed(again.app.get(FileStore))).toEqual(await listed(served.app.get(FileStore)));
    expect(await listed(served.app.get(FileStore))).toMatchObject([{ sha256: sha256Of(bytes), size: bytes.length }]);
  } finally {
    await again.stop();
  }
}, 60_000);

test('an organisation takes its files along from there', async () => {
  const archive = await served
    .http()
    .get('/api/organisation/export')
    .set('cookie', library.cookie)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    });
  const entries = Object.entries(unzipSync(archive.body)).filter(([name]) => name.startsWith('files/'));
  expect(entries.map(([, content]) => sha256Of(Buffer.from(content)))).toEqual([sha256Of(bytes)]);
});

test('the sweep as a command names the file that a row has lost, and ends with 1', async () => {
  const command = ['-C', 'development', '--import', '@oxc-node/core/register', 'apps/api/src/evidence/sweep.command.ts'];
  const env = { APP_DATABASE_URL: served.runtimeUrl, CONTEXT_KEY: testKey, FILES_DIR: join(folder, 'here') };
  const [kept] = await listed(served.app.get(FileStore));
  await served.app.get(FileStore).remove(kept?.organisation ?? '', kept?.sha256 ?? '');
  const lost = await run(command, env);
  expect(lost).toMatchObject({ code: 1, said: expect.stringContaining(`MISSING: organisation ${kept?.organisation}, file ${sha256Of(bytes)}`) });
}, 60_000);
