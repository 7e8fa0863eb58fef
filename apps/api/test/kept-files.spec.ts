// Store and rows stay together: a process killed at each step of storing, a sweep and an erasure beside uploads of the same bytes. Both stores.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { SweepJob } from '../src/evidence/sweep.job.ts';
import { Sweep, type Sweeping } from '../src/evidence/sweep.ts';
import { FileStore } from '../src/platform/files/file-store.ts';
import { openForm, partHead } from './corpus/raw-form.ts';
import { another, type Library, libraryOf, sha256Of } from './library-of.ts';
import { scopeFor, seat } from './people.ts';
import { startProcess } from './process.ts';
import { type S3Server, startS3 } from './s3-server.ts';
import { type Served, serve } from './server.ts';

const hour = 3_600_000;
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await setTimeout(15);
};

describe.each(['folder', 's3'])('files kept in %s', (kind) => {
  const settings = () => (kind === 's3' ? s3.settings : {});
  let served: Served;
  let library: Library;
  let organisation: string;
  let admin: pg.Client;
  let locker: pg.Client;
  beforeAll(async () => {
    served = await serve(settings());
    await seat(served);
    library = await libraryOf(served);
    organisation = (await scopeFor(served, 'lead@government.example')).organisation;
    [admin, locker] = [new pg.Client({ connectionString: served.adminUrl }), new pg.Client({ connectionString: served.adminUrl })];
    await Promise.all([admin.connect(), locker.connect()]);
  });
  afterAll(async () => {
    s3.gate = null;
    await Promise.all([admin.end(), locker.end()]);
    await served.app.get(FileStore).forget(organisation);
    await served.stop();
  });

  /** Everything is read and hashed; `aged`: as if all that is there had been there for long. */
  const sweep = (aged: boolean, how: Partial<Sweeping> = {}) =>
    served.app.get(Sweep).run({ olderThan: new Date(Date.now() + (aged ? hour : -24 * hour)), hashes: () => true, removes: true, ...how });
  const there = (sha256: string) => served.app.get(FileStore).sizeOf(organisation, sha256);
  const waiting = async (connections: number) => {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'servanda_app' AND wait_event_type = 'Lock'",
    );
    return rowCount === connections;
  };
  const idOf = (piece: string) => piece.split('/').at(-1);
  const hold = (...texts: [string, unknown[]][]) =>
    texts.reduce((before, [text, values]) => before.then(() => locker.query(text, values)), locker.query('BEGIN'));
  const release = () => locker.query('ROLLBACK');
  const holdPiece = (piece: string): [string, unknown[]] => ['SELECT 1 FROM evidence WHERE id = $1 FOR UPDATE', [idOf(piece)]];

  test('a process killed at each step of storing leaves no row without its file, and the sweep takes what it left', async () => {
    const files = Array.from({ length: 7 }, another);
    const [half, beforeAny, beforeKept, afterKept, beforeRow, inTransaction, done] = files;
    if (!half || !beforeAny || !beforeKept || !afterKept || !beforeRow || !inTransaction || !done) throw new Error('seven');
    const [piece, heldPiece, otherPiece] = [await library.piece(), await library.piece(), await library.piece()];
    let reached = 0;
    s3.gate = (request, response) => {
      if (request.method !== 'PUT') return false;
      if (request.url?.includes(sha256Of(beforeKept))) return Boolean(++reached); // Not even read.
      // Stored, but not answered.
      if (request.url?.includes(sha256Of(afterKept)))
        response.end = () => {
          reached++;
          return response;
        };
      return false;
    };
    const running = await startProcess(served, {
      ...settings(),
      NODE_OPTIONS: `--import ${fileURLToPath(new URL('hang.mjs', import.meta.url))}`,
      HANG_BEFORE: sha256Of(beforeKept),
      HANG_AFTER: sha256Of(afterKept),
    });
    const form = (bytes: Buffer) => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(bytes)]), 'law.pdf');
      return { method: 'POST', headers: { cookie: library.cookie }, body };
    };
    const send = (to: string, bytes: Buffer) => fetch(`${running.at}${to}/files`, form(bytes)).catch(() => null);
    expect((await send(otherPiece, done))?.status).toBe(201);
    await hold(
      ["SELECT pg_advisory_xact_lock(hashtextextended('kept file ' || $1::text || $2::text, 0))", [organisation, sha256Of(beforeAny)]],
      holdPiece(heldPiece),
      ['SELECT 1 FROM journal_head WHERE organisation_id = $1 FOR UPDATE', [organisation]],
    );
    const socket = await openForm({ port: running.port, path: `${piece}/files`, cookie: library.cookie, length: 900_000 });
    socket.write(partHead('name="file"; filename="law.pdf"'));
    socket.write(half);
    const sent = [send(piece, beforeAny), send(piece, beforeKept), send(piece, afterKept), send(heldPiece, beforeRow), send(otherPiece, inTransaction)];
    await until(() => waiting(3));
    await until(async () => (await admin.query('SELECT 1 FROM arriving_file')).rowCount === 4);
    if (kind === 's3') await until(() => reached === 2);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await Promise.all(sent)).toEqual([null, null, null, null, null]);
    await release();
    s3.gate = null;
    // What the killed server was receiving stays for a day, in case that another server of the same folder receives it.
    expect(readdirSync(join(served.filesDir, 'incoming')).length).toBeGreaterThan(0);

    const young = await sweep(false);
    expect(young).toMatchObject({ missing: [], damaged: [], named: 1, orphans: { removed: 0, left: 3 } });
    const reported = await sweep(true, { removes: false });
    expect(reported.orphans.removed).toBe(3);
    const swept = await sweep(true);
    expect(swept).toMatchObject({ missing: [], damaged: [], named: 1, hashed: 1, strange: [], orphans: { removed: 3, left: 0 } });
    expect(await sweep(true)).toMatchObject({ files: 1, orphans: { removed: 0, left: 0 } });
    for (const bytes of files) await library.send(piece, bytes).expect(201);
    expect(await sweep(true)).toMatchObject({ missing: [], damaged: [], named: 7, files: 7 });
  });

  test('a sweep beside an upload of the same bytes waits for it, however old the orphan is, and takes nothing of it', async () => {
    const bytes = another();
    const piece = await library.piece();
    const received = await served.app.get(FileStore).receive(Readable.from([bytes]), 1e6);
    await served.app.get(FileStore).keep(organisation, received);
    await hold(holdPiece(piece));
    const sent = library.send(piece, bytes).then((answer) => answer.status);
    await until(() => waiting(1));
    expect(await sweep(false)).toMatchObject({ orphans: { removed: 0, left: 1 } });
    const swept = sweep(true);
    await until(() => waiting(2));
    await release();
    expect([await sent, (await swept).orphans]).toEqual([201, { removed: 0, bytes: 0, left: 1 }]);
    expect(await there(sha256Of(bytes))).toBe(bytes.length);
  });

  test('erasing a piece beside an upload of the same bytes to another leaves them', async () => {
    const bytes = another();
    const [old, fresh] = [await library.piece(), await library.piece()];
    await library.send(old, bytes).expect(201);
    await hold(holdPiece(fresh));
    const sent = library.send(fresh, bytes).then((answer) => answer.status);
    await until(() => waiting(1));
    const erased = served.http().post(`${old}/erasure`).set('cookie', library.cookie).send({ version: 1, reason: 'Named a person' });
    expect((await erased).status).toBe(200);
    await release();
    expect(await sent).toBe(201);
    expect(await there(sha256Of(bytes))).toBe(bytes.length);
    await served.http().post(`${fresh}/erasure`).set('cookie', library.cookie).send({ version: 1, reason: 'Named a person' }).expect(200);
    expect(await there(sha256Of(bytes))).toBeNull();
  });

  test('an upload whose row cannot be written leaves nothing', async () => {
    const bytes = another();
    const piece = await library.piece();
    await hold(holdPiece(piece), ["UPDATE evidence SET withdrawn_at = now(), withdrawn_reason = 'x' WHERE id = $1", [idOf(piece)]]);
    const sent = library.send(piece, bytes).then((answer) => answer.body.code);
    await until(() => waiting(1));
    await locker.query('COMMIT');
    expect(await sent).toBe('wrong_state');
    expect([await there(sha256Of(bytes)), (await admin.query('SELECT 1 FROM arriving_file')).rowCount]).toEqual([null, 0]);
  });

  test('the sweep names what is lost and what was changed, and leaves what is not ours; once a day by itself', async () => {
    const store = served.app.get(FileStore);
    const [lostFile, changed] = [another(), another()];
    const piece = await library.piece();
    for (const bytes of [lostFile, changed]) await library.send(piece, bytes).expect(201);
    await store.remove(organisation, sha256Of(lostFile));
    const path = join(tmpdir(), `changed-${process.pid}`);
    writeFileSync(path, Buffer.alloc(changed.length, 'x'));
    if (kind === 'folder') {
      writeFileSync(join(served.filesDir, 'blobs', 'a stranger.txt'), 'x');
      writeFileSync(join(served.filesDir, 'blobs', organisation, sha256Of(changed).slice(0, 2), sha256Of(changed)), Buffer.alloc(changed.length, 'x'));
    } else await store.keep(organisation, { path, size: changed.length, sha256: sha256Of(changed) });
    rmSync(path, { force: true });
    const swept = await sweep(true);
    expect(swept.missing).toEqual([{ organisation, sha256: sha256Of(lostFile) }]);
    expect(swept.damaged).toEqual([{ organisation, sha256: sha256Of(changed) }]);
    if (kind === 'folder') expect([swept.strange, existsSync(join(served.filesDir, swept.strange[0] ?? ''))]).toEqual([['blobs/a stranger.txt'], true]);
    const job = served.app.get(SweepJob);
    await job.serve();
    await job.serve();
    const { rows } = await admin.query("SELECT state::text, start_after > now() + interval '23 hours' AS tomorrow FROM jobs.job WHERE name = 'files.sweep'");
    expect(rows).toEqual([{ state: 'created', tomorrow: true }]);
    await job.run();
  });
});
