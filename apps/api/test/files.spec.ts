import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pdf } from './corpus/documents.ts';
import { bad, good } from './corpus/kept-or-refused.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let ngo: string;
let base: string;
let piece: string;
const send = (bytes: Buffer, name: string, as = cookie, to = piece) =>
  served.http().post(`${base}/evidence/${to}/files`).set('cookie', as).attach('file', bytes, { filename: name });
const incoming = () => {
  try {
    return readdirSync(join(served.filesDir, 'incoming'));
  } catch {
    return [];
  }
};
const addPiece = async () =>
  (await served.http().post(`${base}/evidence`).set('cookie', cookie).send({ kind: 'law', title: 'Penal Code', originator: 'Parliament' }).expect(201)).body.id;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  [cookie, ngo] = await Promise.all([signIn(served, 'lead@government.example'), signIn(served, 'lead@ngo.example')]);
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Files' }).expect(201);
  base = `/api/dossiers/${opened.body.id}`;
  piece = await addPiece();
});
afterAll(() => served.stop());

describe('files do', () => {
  test.each(good)('%s is kept with its hash and comes back byte for byte as an attachment', async (name, bytes, mediaType) => {
    const kept = await send(bytes, name).expect(201);
    expect(kept.body).toMatchObject({ name, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const back = await served
      .http()
      .get(`${base}/evidence/${piece}/files/${kept.body.id}?copy=original`)
      .set('cookie', cookie)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    expect(Buffer.compare(back.body, bytes)).toBe(0);
    expect(back.headers['content-type']).toMatch(mediaType);
    expect(back.headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect(back.headers['x-content-type-options']).toBe('nosniff');
    expect(back.headers['content-security-policy']).toContain('sandbox');
    expect(back.headers['cache-control']).toBe('no-store');
    // The length and the digest are of the bytes that were kept: nothing compresses them on the way.
    expect([back.headers['content-encoding'], back.headers['content-length']]).toEqual([undefined, String(bytes.length)]);
  });

  test.each([
    ['..\\..\\evil\u202Efdp.pdf', 'evilfdp.pdf'],
    ['/etc/Gazette 71.pdf', 'Gazette 71.pdf'],
    ["a'b(c)%.pdf", "a'b(c)%.pdf"],
    [`${'é'.repeat(200)}.pdf`, `${'é'.repeat(125)}.pdf`],
  ])('the name %j is kept as %j', async (given, kept) => {
    // Bytes of its own: the same ones would be answered with the file that is there.
    const answer = await send(pdf(`/Lang (${encodeURI(kept)})`), given);
    expect(answer.body.name).toBe(kept);
  });
});

describe('files of a withdrawn piece', () => {
  test('stay readable', async () => {
    const old = await addPiece();
    const kept = await send(pdf('/Lang (es)'), 'old.pdf', cookie, old).expect(201);
    await served.http().post(`${base}/evidence/${old}/withdrawal`).set('cookie', cookie).send({ version: 1, reason: 'Superseded' }).expect(200);
    await served.http().get(`${base}/evidence/${old}/files/${kept.body.id}?copy=original`).set('cookie', cookie).expect(200);
    await served.http().get(`${base}/evidence/${piece}/files/${kept.body.id}?copy=original`).set('cookie', cookie).expect(404);
  });
});

describe('files refuse', () => {
  test.each(bad)('%s', async (name, bytes, code) => {
    const refused = await send(bytes, name);
    expect(refused.body.code).toBe(code);
    expect(refused.body.detail.length).toBeGreaterThan(15);
    expect(incoming()).toEqual([]);
  });

  test('one byte over 25 MB, and exactly 25 MB is kept', async () => {
    const over = await send(Buffer.alloc(25 * 1024 * 1024 + 1, 'a'), 'long.txt');
    expect(over.body.code).toBe('file_too_large');
    expect(incoming()).toEqual([]);
    await send(Buffer.alloc(25 * 1024 * 1024, 'a'), 'long.txt').expect(201);
  });

  test('no file, a body that is no form, a withdrawn piece', async () => {
    const none = await served.http().post(`${base}/evidence/${piece}/files`).set('cookie', cookie).field('other', 'x');
    expect(none.status).toBe(400);
    const json = await served.http().post(`${base}/evidence/${piece}/files`).set('cookie', cookie).send({});
    expect(json.body.code).toBe('unsupported_media_type');
    const withdrawn = await addPiece();
    await served.http().post(`${base}/evidence/${withdrawn}/withdrawal`).set('cookie', cookie).send({ version: 1, reason: 'Superseded' }).expect(200);
    const late = await send(pdf(), 'late.pdf', cookie, withdrawn);
    expect(late.body.code).toBe('wrong_state');
  });
});

describe('files keep apart', () => {
  test('another organisation neither adds nor reads; a viewer reads only', async () => {
    const kept = await send(pdf('/Lang (en)'), 'law.pdf').expect(201);
    const viewer = await signIn(served, 'viewer@government.example');
    expect((await send(pdf(), 'x.pdf', ngo)).status).toBe(404);
    expect((await send(pdf(), 'x.pdf', viewer)).body.code).toBe('forbidden');
    const at = `${base}/evidence/${piece}/files/${kept.body.id}`;
    await served.http().get(at).set('cookie', ngo).expect(404);
    expect((await served.http().get(at).set('cookie', viewer)).body.code).toBe('copy_waiting');
    await served.http().get(`${at}?copy=original`).set('cookie', viewer).expect(403);
    await served.http().get(at).expect(401);
  });
});
