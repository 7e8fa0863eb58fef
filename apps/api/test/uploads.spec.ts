// How an upload may go wrong on its way, and what must be left behind then: nothing.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UnfitReason, unfits } from '@servanda/contract';
import { asOwner } from '../src/reference/owner.ts';
import { docx, pdf } from './corpus/documents.ts';
import { acting, hostile, unusual } from './corpus/hostile.ts';
import { answerOf, boundary, formEnd, openForm, partHead, sendForm } from './corpus/raw-form.ts';
import { judgesTimes } from './faults/figures.ts';
import { another } from './library-of.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

/** Somebody with a dossier and a piece of evidence to which files are added. */
async function somebody(served: Served, email: string) {
  const cookie = await signIn(served, email);
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Uploads' }).expect(201);
  const law = { kind: 'law', title: 'Penal Code', originator: 'Parliament' };
  const piece = await served.http().post(`/api/dossiers/${opened.body.id}/evidence`).set('cookie', cookie).send(law).expect(201);
  const at = `/api/dossiers/${opened.body.id}/evidence/${piece.body.id}`;
  const port = Number(new URL(await served.app.getUrl()).port);
  return {
    cookie,
    at,
    raw: { port, path: `${at}/files`, cookie },
    send: (bytes: Buffer, filename: string) => served.http().post(`${at}/files`).set('cookie', cookie).attach('file', bytes, { filename }),
    files: async () => (await served.http().get(at).set('cookie', cookie).expect(200)).body.files,
  };
}
const listed = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
};
const incoming = (served: Served) => listed(join(served.filesDir, 'incoming'));
/** Collects what is no longer used, so that memory shows what is held. */
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const until = async (isSo: () => boolean) => {
  while (!isSo()) await setImmediate();
};

let served: Served;
let us: Awaited<ReturnType<typeof somebody>>;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  us = await somebody(served, 'lead@government.example');
});
afterAll(() => served.stop());

describe('uploads do', () => {
  test.each(unusual)('keep %s', async (_why, name, bytes) => {
    expect((await us.send(bytes, name)).status).toBe(201);
  });

  test.each([
    ['قانون العقوبات.pdf', 'قانون العقوبات.pdf'],
    ['e\u0301tude.pdf', 'étude.pdf'],
    [`${'a'.repeat(251)}.pdf`, `${'a'.repeat(251)}.pdf`],
    [`${'a'.repeat(252)}.pdf`, `${'a'.repeat(251)}.pdf`],
    ['invoice\u202excod.pdf', 'invoicexcod.pdf'],
    ['CON.pdf', 'CON.pdf'],
  ])('keep the name %j as %j, also in the download', async (sent, kept) => {
    const answer = await sendForm(us.raw, `${partHead(`name="file"; filename="${sent}"`)}${another()}${formEnd}`);
    expect(answer).toMatchObject({ status: 201, body: { name: kept } });
    const back = await served.http().get(`${us.at}/files/${answer.body.id}?copy=original`).set('cookie', us.cookie).expect(200);
    expect(decodeURIComponent(String(back.headers['content-disposition']).split("UTF-8''")[1] ?? '')).toBe(kept);
    expect(back.headers['content-disposition']).toMatch(/^[\x20-\x7e]+$/);
  });

  test('the same file many times at once, and once more under another name, is one file of the piece: each is answered with it', async () => {
    const bytes = pdf('/Lang (fr)');
    const before = (await us.files()).length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => us.send(bytes, 'same.pdf')));
    answers.push(await us.send(bytes, 'otherwise.pdf'));
    expect(answers.map((a) => a.status)).toEqual(Array(9).fill(201));
    const { id, sha256 } = answers[0]?.body ?? {};
    expect(answers.map(({ body }) => [body.id, body.name])).toEqual(Array(9).fill([id, 'same.pdf']));
    expect(await us.files()).toHaveLength(before + 1);
    const { items } = (await served.http().get('/api/journal?act=evidence.file_added&limit=100').set('cookie', us.cookie).expect(200)).body;
    expect(items.filter((entry: { data: { after?: { sha256?: string } } }) => entry.data.after?.sha256 === sha256)).toHaveLength(1);
    expect(listed(join(served.filesDir, 'blobs')).filter((p) => p.endsWith(sha256))).toHaveLength(1);
    expect(incoming(served)).toEqual([]);
  });

  test('25 MB pass through a few chunks of memory', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'Article 3. ');
    const [head, end, chunks] = [partHead('name="file"; filename="long.txt"'), formEnd, 400];
    const socket = await openForm({ ...us.raw, length: head.length + chunk.length * chunks + end.length });
    collect();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    socket.write(head);
    for (let i = 0; i < chunks; i++) {
      if (!socket.write(chunk)) await once(socket, 'drain');
      if (i % 20 !== 19) continue;
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    socket.write(end);
    expect((await answerOf(socket)).status).toBe(201);
    expect(most).toBeLessThan(4 * 1024 * 1024);
  });
});

describe('uploads refuse', () => {
  test.each(hostile)('%s (%s)', async (_why, name, bytes, code) => {
    const before = (await us.files()).length;
    const refused = await us.send(bytes, name);
    expect(refused.body.code).toBe(code);
    // What was found has a name, by which the web app says it in the reader's language.
    expect(unfits[UnfitReason.parse(refused.body.reason)][0]).toBe(code);
    expect(refused.status).toBe(415);
    expect(refused.body.detail).toMatch(/\. .*\.$/);
    expect(incoming(served)).toEqual([]);
    expect(await us.files()).toHaveLength(before);
  });

  test.each(acting)('%s (%s), and says why', async (_why, name, bytes, says) => {
    const refused = await us.send(bytes, name);
    expect(refused.body).toMatchObject({ code: 'file_active', detail: expect.stringMatching(says) });
    expect(incoming(served)).toEqual([]);
  });

  test('a document that is slow to look through, without holding up anybody else', async () => {
    // Every sign could begin what acts, or a field.
    const slow = docx({ 'word/slow.xml': `<a>${randomBytes(250_000).toString('hex')}${'<draw:image <w:instrText <f '.repeat(400_000)}` });
    const looked = us.send(slow, 'slow.docx').then((answer) => answer.status);
    let slowest = 0;
    for (let asked = 0; asked < 20; asked++) {
      const began = performance.now();
      await served.http().get('/api/health/live');
      slowest = Math.max(slowest, performance.now() - began);
    }
    if (judgesTimes) expect(slowest).toBeLessThan(500);
    expect([201, 415]).toContain(await looked);
  });

  const file = partHead('name="file"; filename="a.pdf"');
  test.each([
    ['no end', `${file}${pdf()}`, 400, 'unreadable_body'],
    ['another boundary', `--other\r\n\r\nx\r\n--other--\r\n`, 400, 'unreadable_body'],
    ['no file', `--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nx${formEnd}`, 400, 'invalid_input'],
    ['two files', `${file}${pdf()}\r\n${file}${pdf()}${formEnd}`, 400, 'invalid_input'],
    ['a file in another field', `${partHead('name="photo"; filename="a.pdf"')}${pdf()}${formEnd}`, 400, 'invalid_input'],
    ['no name', `${partHead('name="file"; filename=""')}${pdf()}${formEnd}`, 400, 'invalid_input'],
    ['a line end in the name', `${partHead('name="file"; filename="a\nb.pdf"')}${pdf()}${formEnd}`, 400, 'invalid_input'],
    ['a name that is only directions', `${partHead('name="file"; filename="\u202e\u202d"')}${pdf()}${formEnd}`, 400, 'invalid_input'],
    ['the name of a prototype', `${partHead('name="__proto__"; filename="a.pdf"')}${pdf()}${formEnd}`, 400, 'unreadable_body'],
    ['nothing', '', 400, 'invalid_input'],
  ])('a form with %s', async (_why, body, status, code) => {
    expect(await sendForm(us.raw, body)).toMatchObject({ status, body: { code } });
    expect(incoming(served)).toEqual([]);
  });

  test('a body that is no form, or a form without a boundary', async () => {
    expect(await sendForm({ ...us.raw, contentType: 'text/plain' }, 'words')).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    expect(await sendForm({ ...us.raw, contentType: 'application/pdf' }, pdf())).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    expect((await sendForm({ ...us.raw, contentType: 'multipart/form-data' }, 'words')).status).toBe(400);
  });

  test('an announced length beyond the limit before a byte of it is read, and an endless one at the limit', async () => {
    const announced = await openForm({ ...us.raw, length: 2 ** 40 });
    expect(await answerOf(announced)).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const socket = await openForm({ ...us.raw, length: 26_214_401 + file.length + formEnd.length });
    socket.write(file);
    for (let i = 0; i < 25; i++) if (!socket.write(chunk)) await once(socket, 'drain');
    socket.write(`x${formEnd}`);
    expect(await answerOf(socket)).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
    expect(incoming(served)).toEqual([]);
  });

  test('one who was signed out, or may only read by now, between the first byte and the last', async () => {
    const before = (await us.files()).length;
    const words = Buffer.alloc(300_000, 'x');
    const finish = async (cookie: string, meanwhile: () => Promise<unknown>) => {
      const socket = await openForm({ ...us.raw, cookie, length: file.length + words.length + 1 + formEnd.length });
      socket.write(file);
      socket.write(words);
      await until(() => incoming(served).length === 1);
      await meanwhile();
      socket.write(`x${formEnd}`);
      return answerOf(socket);
    };
    const ours = () => served.http();
    const going = await signIn(served, 'lead@government.example');
    expect(await finish(going, () => ours().delete('/api/session').set('cookie', going).expect(204).then())).toMatchObject({ status: 401 });
    const { items } = (await ours().get('/api/organisation/members').set('cookie', us.cookie).expect(200)).body;
    const { person, version } = items.find(({ email }: { email: string }) => email === 'contributor@government.example');
    const lowered = () =>
      ours().put(`/api/organisation/members/${person}`).set('cookie', us.cookie).send({ version, role: 'viewer', body: null }).expect(200).then();
    expect(await finish(await signIn(served, 'contributor@government.example'), lowered)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(incoming(served)).toEqual([]);
    expect(await us.files()).toHaveLength(before);
  });

  test('the last byte at the moment the database is lost: told to come again, never that the form was broken', async () => {
    const before = (await us.files()).length;
    const words = Buffer.alloc(300_000, 'x');
    const socket = await openForm({ ...us.raw, length: file.length + words.length + 1 + formEnd.length });
    socket.write(file);
    socket.write(words);
    await until(() => incoming(served).length === 1);
    await asOwner(served.adminUrl, async (db) => {
      // Who asks for the session now waits behind this lock, and its connection ends while it waits.
      await db.query('SET ROLE NONE; LOCK TABLE session IN ACCESS EXCLUSIVE MODE');
      socket.write(`x${formEnd}`);
      const ended = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = 'session'::regclass";
      while (!(await db.query(ended)).rowCount) await setImmediate();
      await db.query('ROLLBACK');
    });
    expect(await answerOf(socket)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(incoming(served)).toEqual([]);
    expect(await us.files()).toHaveLength(before);
  });

  test('one who hangs up in the middle, leaving nothing', async () => {
    const before = (await us.files()).length;
    const socket = await openForm({ ...us.raw, length: 10_000_000 });
    socket.write(file);
    socket.write(Buffer.alloc(300_000, 'x'));
    await until(() => incoming(served).length === 1);
    socket.destroy();
    await until(() => incoming(served).length === 0);
    expect(await us.files()).toHaveLength(before);
  });
});

describe('uploads keep apart', () => {
  test('the same bytes in two organisations are two files, and neither sees that the other has it', async () => {
    const ngo = await somebody(served, 'lead@ngo.example');
    const bytes = docx({ 'word/settings.xml': '<w:settings/>' });
    const ours = await us.send(bytes, 'shared.docx').expect(201);
    const theirs = await ngo.send(bytes, 'shared.docx').expect(201);
    expect(theirs.body.sha256).toBe(ours.body.sha256);
    expect(listed(join(served.filesDir, 'blobs')).filter((p) => p.endsWith(ours.body.sha256))).toHaveLength(2);
    const foreign = await served.http().get(`${ngo.at}/files/${theirs.body.id}`).set('cookie', us.cookie).expect(404);
    const unknown = await served.http().get(`${ngo.at}/files/019ab000-0000-7000-8000-000000000000`).set('cookie', us.cookie).expect(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await served.http().get(`${us.at}/files/${theirs.body.id}`).set('cookie', us.cookie).expect(404);
  });
});

/** A file system of one MiB, or null where this account may not mount. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}
const disk = smallDisk();
(disk ? describe : describe.skip)('uploads on a full disk (needs leave to mount)', () => {
  let small: Served;
  beforeAll(async () => {
    small = await serve({ FILES_DIR: disk ?? '' });
    await seat(small);
  });
  afterAll(async () => {
    await small.stop();
    if (!disk) return;
    execFileSync('umount', [disk]);
    rmdirSync(disk);
  });

  test('are refused with 507 and leave nothing; all else goes on working', async () => {
    const they = await somebody(small, 'lead@government.example');
    const refused = await they.send(Buffer.alloc(3 * 1024 * 1024, 'x'), 'long.txt').expect(507);
    expect(refused.body.code).toBe('storage_full');
    expect(listed(join(disk ?? '', 'incoming'))).toEqual([]);
    expect(await they.files()).toEqual([]);
    await they.send(pdf(), 'short.pdf').expect(201);
  });
});
