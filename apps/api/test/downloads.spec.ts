// Downloads, from either store: whole, in parts, and never through more memory than a few chunks.

import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { EvidenceText } from '../src/evidence/text.service.ts';
import { FileStore } from '../src/platform/files/file-store.ts';
import { another, type Library, libraryOf, sha256Of } from './library-of.ts';
import { scopeFor, seat } from './people.ts';
import { type S3Server, startS3 } from './s3-server.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
/** Bytes of buffers still held. What is let go of is given back a moment after the collection, and later on a busy machine: looked at again where it is `enough` or more. */
async function held(enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look === 0 || (look < 8 && least >= enough); look++) {
    collect();
    await new Promise((done) => setTimeout(done, 20));
    least = Math.min(least, process.memoryUsage().arrayBuffers);
  }
  return least;
}
const mebi16 = 16 * 1024 * 1024;
const long = 4 * mebi16;
const few = 16 * 1024 * 1024;

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

describe.each(['folder', 's3'])('a document kept in %s', (kind) => {
  let served: Served;
  let library: Library;
  let piece: string;
  const bytes = another();
  let at: string;
  const get = (headers: Record<string, string> = {}, from = at) =>
    whole(
      served
        .http()
        .get(from)
        .set({ cookie: library.cookie, ...headers }),
    );

  beforeAll(async () => {
    served = await serve(kind === 's3' ? s3.settings : {});
    await seat(served);
    library = await libraryOf(served);
    piece = await library.piece();
    const kept = await library.send(piece, bytes).expect(201);
    at = `${piece}/files/${kept.body.id}?copy=original`;
  });
  afterAll(() => served.stop());

  test('comes whole, with its ETag, and says that parts may be asked for', async () => {
    const whole = await get().expect(200);
    expect(whole.body.equals(bytes)).toBe(true);
    expect(whole.headers).toMatchObject({ etag: `"${sha256Of(bytes)}"`, 'accept-ranges': 'bytes', 'content-length': String(bytes.length) });
    const head = await served.http().head(at).set('cookie', library.cookie).expect(200);
    expect(head.headers).toMatchObject({ 'content-length': String(bytes.length), etag: whole.headers['etag'] });
  });

  test.each([
    ['the first bytes', 'bytes=0-9', 0, 9],
    ['one byte', 'bytes=5-5', 5, 5],
    ['the rest', `bytes=${bytes.length - 7}-`, bytes.length - 7, bytes.length - 1],
    ['the last ones', 'bytes=-12', bytes.length - 12, bytes.length - 1],
    ['more than there is', `bytes=10-${bytes.length + 100}`, 10, bytes.length - 1],
  ])('gives %s', async (_why, range, first, last) => {
    const part = await get({ range }).expect(206);
    expect(part.body.equals(bytes.subarray(first, last + 1))).toBe(true);
    expect(part.headers).toMatchObject({ 'content-range': `bytes ${first}-${last}/${bytes.length}`, 'content-length': String(last - first + 1) });
    expect(part.headers['content-disposition']).toMatch(/^attachment/);
  });

  test('gives the whole for several parts, for what is no range, and where it is no longer what it was; a part where it still is', async () => {
    const all: Record<string, string>[] = [
      { range: 'bytes=0-3, 8-9' },
      { range: 'lines=1-2' },
      { range: 'bytes=9-3' },
      { range: 'bytes=3-', 'if-range': '"other"' },
    ];
    for (const headers of all) expect((await get(headers).expect(200)).body.equals(bytes)).toBe(true);
    const rest = await get({ range: 'bytes=3-', 'if-range': `"${sha256Of(bytes)}"` }).expect(206);
    expect(rest.body.equals(bytes.subarray(3))).toBe(true);
  });

  test('comes not again to one who holds it, whatever part is asked for; to nobody who may not have it', async () => {
    const etag = `"${sha256Of(bytes)}"`;
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const same = await get({ 'if-none-match': held, range: 'bytes=0-3', 'if-range': '"other"' }).expect(304);
      expect([same.body.length, same.headers['etag'], same.headers['cache-control']]).toEqual([0, etag, 'no-store']);
      expect(same.headers['content-type']).toBeUndefined();
    }
    expect((await get({ 'if-none-match': '"other"' }).expect(200)).body.equals(bytes)).toBe(true);
    await get({ 'if-none-match': '"other"', range: 'bytes=0-3' }).expect(206);
    await served.http().get(at).set('if-none-match', etag).expect(401);
  });

  test('refuses a part that it has not, with its size', async () => {
    for (const range of [`bytes=${bytes.length}-`, 'bytes=-0', `bytes=${bytes.length}-, ${bytes.length + 5}-`]) {
      const none = await served.http().get(at).set({ cookie: library.cookie, range }).expect(416);
      expect([none.body.code, none.headers['content-range']]).toEqual(['range_unusable', `bytes */${bytes.length}`]);
    }
  });

  test('its text is read', async () => {
    const { organisation } = await scopeFor(served, 'lead@government.example');
    const kept = await library.send(piece, Buffer.from('Article 181 of the Penal Code'), 'law.txt').expect(201);
    await served.app.get(EvidenceText).read({ organisation, file: kept.body.id });
    const text = await get({}, `${piece}/files/${kept.body.id}/text`).expect(200);
    expect(JSON.parse(String(text.body)).items).toMatchObject([{ text: 'Article 181 of the Penal Code' }]);
  });

  test('of 64 MB passes through a few chunks of memory, at the speed of the reader', async () => {
    const { organisation } = await scopeFor(served, 'lead@government.example');
    const folder = mkdtempSync(join(tmpdir(), 'servanda-long-'));
    const path = join(folder, 'long');
    // Sparse: a beginning and then zeros, of which the disk holds none.
    writeFileSync(path, 'The beginning.');
    truncateSync(path, long);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
    const sha256 = hash.digest('hex');
    await served.app.get(FileStore).keep(organisation, { path, size: long, sha256 });
    rmSync(folder, { recursive: true, force: true });
    const admin = new pg.Client({ connectionString: served.adminUrl });
    await admin.connect();
    await admin.query('ALTER TABLE evidence_file DROP CONSTRAINT evidence_file_size');
    const file = '019ab000-0000-7000-8000-0000000000aa';
    await admin
      .query(
        "INSERT INTO evidence_file SELECT organisation_id, $1, evidence_id, 'long.txt', 'text/plain', $2, $3, stored_by, now() FROM evidence_file LIMIT 1",
        [...[file, long, sha256]],
      )
      .finally(() => admin.end());
    const address = new URL(`${piece}/files/${file}?copy=original`, await served.app.getUrl());
    const response = await new Promise<IncomingMessage>((done, failed) => {
      http.get(address, { headers: { cookie: library.cookie } }, done).on('error', failed);
    });
    const back = createHash('sha256');
    let [size, most] = [0, 0];
    const before = await held(0);
    for await (const chunk of response) {
      back.update(chunk);
      const past = size;
      size += chunk.length;
      if (Math.trunc(past / mebi16) === Math.trunc(size / mebi16)) continue;
      // A slow reader: what is not read must not pile up here.
      await new Promise((done) => setTimeout(done, 20));
      most = Math.max(most, (await held(before + few)) - before);
    }
    expect([size, back.digest('hex')]).toEqual([long, sha256]);
    expect(most).toBeLessThan(few);
  }, 120_000);

  test('is let go when the reader hangs up', async () => {
    const address = new URL(`${piece}/files/019ab000-0000-7000-8000-0000000000aa`, await served.app.getUrl());
    const hangUp = () =>
      new Promise<void>((done, failed) => {
        http
          .get(address, { headers: { cookie: library.cookie } }, (response) => response.once('data', () => done(void response.destroy())))
          .on('error', failed);
      });
    await Promise.all(Array.from({ length: 66 }, hangUp));
    // 64 connections at most go to the store: one that was not given back would stop here.
    await get().expect(200);
  });
});
