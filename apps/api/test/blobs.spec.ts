// The stores of kept files, one suite for both: a folder, and objects of an S3-compatible server.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/platform/config.ts';
import { type Blobs, type Kept, StoreFault } from '../src/platform/files/blobs.ts';
import { openBlobs } from '../src/platform/files/open-blobs.ts';
import { type S3Server, startS3 } from './s3-server.ts';

const one = '019ab000-0000-7000-8000-000000000001';
const other = '019ab000-0000-7000-8000-000000000002';
const needed = { APP_DATABASE_URL: 'postgresql://a@127.0.0.1/b', CONTEXT_KEY: 'x'.repeat(32), FILES_DIR: '/nowhere' };
const folder = mkdtempSync(join(tmpdir(), 'servanda-blobs-'));
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const received = (bytes: Buffer) => {
  const path = join(folder, randomBytes(8).toString('hex'));
  writeFileSync(path, bytes);
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
};
const listed = async (blobs: Blobs) => {
  const found: (Kept | string)[] = [];
  for await (const file of blobs.all()) found.push(file);
  return found;
};
const bytesOf = async (blobs: Blobs, organisation: string, sha256: string, span?: { first: number; last: number }) => {
  const stream = await blobs.read(organisation, sha256, span);
  return stream && (await buffer(stream)).toString();
};

describe.each(['folder', 's3'])('files kept in %s', (kind) => {
  let blobs: Blobs;
  beforeAll(async () => {
    blobs = await openBlobs(join(folder, 'store'), kind === 's3' ? readConfig({ ...needed, ...s3.settings }).s3 : null);
    await openBlobs(join(folder, 'store'), null).then((made) => made.state());
  });

  test('are there whole, in parts, with their size, until they are removed', async () => {
    const file = received(Buffer.from('Article 3. Each State Party'));
    await blobs.keep(one, file);
    expect(await bytesOf(blobs, one, file.sha256)).toBe('Article 3. Each State Party');
    expect(await bytesOf(blobs, one, file.sha256, { first: 0, last: 6 })).toBe('Article');
    expect(await bytesOf(blobs, one, file.sha256, { first: 22, last: 26 })).toBe('Party');
    expect(await blobs.sizeOf(one, file.sha256)).toBe(27);
    await blobs.remove(one, file.sha256);
    expect(await blobs.sizeOf(one, file.sha256)).toBeNull();
    expect(await blobs.read(one, file.sha256)).toBeNull();
    await blobs.remove(one, file.sha256);
  });

  test('may be kept again and at the same time, and are renewed by that', async () => {
    const bytes = randomBytes(200_000);
    await Promise.all(Array.from({ length: 5 }, () => blobs.keep(one, received(bytes))));
    const [first] = await listed(blobs);
    await new Promise((done) => setTimeout(done, kind === 's3' ? 1010 : 20)); // S3 tells the time in whole seconds.
    await blobs.keep(one, received(bytes));
    const [again, ...more] = await listed(blobs);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ organisation: one, size: 200_000 });
    expect(typeof again === 'object' && typeof first === 'object' && again.since > first.since).toBe(true);
    await blobs.forget(one);
    expect(await listed(blobs)).toEqual([]);
  });

  test('are the organisation’s own: the same bytes twice, one forgotten whole, the other left', async () => {
    const files = [received(Buffer.from('a')), received(Buffer.from('b')), received(Buffer.from('c'))];
    for (const file of files) await blobs.keep(one, file);
    const shared = received(Buffer.from('a'));
    await blobs.keep(other, shared);
    expect(await listed(blobs)).toHaveLength(4);
    await blobs.forget(one);
    expect(await listed(blobs)).toMatchObject([{ organisation: other, sha256: shared.sha256, size: 1 }]);
    await blobs.forget(other);
    await blobs.forget(other);
  });

  test('have no other names than ids and hashes', async () => {
    const { sha256 } = received(Buffer.from('x'));
    for (const [organisation, name] of [
      ['..', sha256],
      [one, '../../secret'],
      [`${one}/..`, sha256],
      [one, sha256.toUpperCase().replace(/\d/g, 'A')],
    ]) {
      await expect((async () => blobs.read(organisation ?? '', name ?? ''))()).rejects.toThrow(/is named by/);
      await expect((async () => blobs.forget(`${organisation}/x`))()).rejects.toThrow(/is named by/);
    }
  });

  test('a store that answers says so', async () => expect(await blobs.state()).toBe('ok'));
});

describe('an S3 store', () => {
  const opened = (settings: Record<string, string> = {}) => openBlobs(folder, readConfig({ ...needed, ...s3.settings, ...settings }).s3);

  test('tries again after a passing fault, says what is full and what is away, and believes no foreign key', async () => {
    const blobs = await opened();
    let refusals = 2;
    s3.gate = (request, response) => {
      if (request.method !== 'PUT' || refusals-- <= 0) return false;
      request.resume();
      response.writeHead(503, { 'content-type': 'application/xml' }).end('<Error><Code>SlowDown</Code></Error>');
      return true;
    };
    await blobs.keep(one, received(Buffer.from('again')));
    expect(refusals).toBe(-1);
    s3.gate = (request, response) => {
      request.resume();
      response.writeHead(507, { 'content-type': 'application/xml' }).end('<Error><Code>XMinioStorageFull</Code></Error>');
      return true;
    };
    await expect(blobs.keep(one, received(Buffer.from('full')))).rejects.toMatchObject({ why: 'full' });
    s3.gate = (request) => Boolean(request.socket.destroy());
    await expect(blobs.keep(one, received(Buffer.from('away')))).rejects.toBeInstanceOf(StoreFault);
    await expect(blobs.sizeOf(one, 'a'.repeat(64))).rejects.toMatchObject({ why: 'unreachable' });
    expect(await blobs.state()).toBe('unreachable');
    s3.gate = null;
    const stranger = await opened({ FILES_S3_SECRET: 'another' });
    await expect(stranger.keep(one, received(Buffer.from('stranger')))).rejects.toMatchObject({ why: 'unreachable' });
    await blobs.forget(one);
  });

  test.each([
    ['s3://evidence?endpoint=http://10.0.0.1:9000', /in the clear/],
    ['s3://evidence?endpoint=http://10.0.0.1:9000&tls=off', /in the clear/],
    ['s3://key:secret@evidence', /never in the address/],
    ['https://evidence.s3.example', /write s3:/],
    ['s3://Evi_dence!', /write s3:/],
    ['s3://evidence?acl=public', /"acl" is not known/],
    ['s3://evidence?style=other', /style is/],
    ['s3://evidence?endpoint=ftp://x', /https:\/\/ address/],
  ])('%s is not taken, and no secret is printed', (FILES_URL, why) => {
    const given = () => readConfig({ ...needed, FILES_URL, FILES_S3_KEY_ID: 'an-id', FILES_S3_SECRET: 'a-secret' });
    expect(given).toThrow(why);
    expect(given).not.toThrow(/a-secret|key:secret/);
    expect(() => readConfig({ ...needed, FILES_URL: 's3://evidence' })).toThrow(/FILES_S3_KEY_ID/);
  });

  test('settings that are handed on empty are not set', () => {
    const empty = { FILES_URL: '', FILES_S3_KEY_ID: '', FILES_S3_SECRET: '', CLAMD_URL: '', JOBS: '', SMTP_URL: '', MAIL_FROM: '' };
    expect(readConfig({ ...needed, ...empty })).toMatchObject({ s3: null, clamdUrl: null, doesJobs: true });
    expect(() => readConfig({ ...needed, CONTEXT_KEY: '' })).toThrow(/CONTEXT_KEY/);
  });

  test('stands at Amazon’s own address, by its host, where none is named; secrets may stand in files', () => {
    writeFileSync(join(folder, 'secret'), 'from-a-file\n');
    const place = readConfig({
      ...needed,
      FILES_URL: 's3://evidence/a/b/?region=eu-west-3',
      FILES_S3_KEY_ID: 'id',
      FILES_S3_SECRET_FILE: join(folder, 'secret'),
    }).s3;
    expect(place).toEqual({
      ...{ bucket: 'evidence', prefix: 'a/b/', region: 'eu-west-3', endpoint: null, isPathStyle: false },
      ...{ accessKeyId: 'id', secretAccessKey: 'from-a-file' },
    });
  });
});
