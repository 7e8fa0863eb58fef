// What others download: a copy without metadata, made by a job; the original is for members who may add evidence.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { EvidenceCopies } from '../src/evidence/copies/copies.service.ts';
import { Sweep } from '../src/evidence/sweep.ts';
import { docx } from './corpus/documents.ts';
import { canary, tellingDocx } from './corpus/telling.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let base: string;
let piece: string;
let organisation: string;
const cookies: Record<string, string> = {};
const bytes = tellingDocx();
interface Copy {
  state: string;
  reason: string | null;
  sha256: string | null;
  found: { kind: string; count: number; values: string[] | null }[];
}
beforeAll(async () => {
  served = await serve();
  await seat(served);
  for (const role of ['lead', 'reviewer', 'contributor', 'viewer']) cookies[role] = await signIn(served, `${role}@government.example`);
  const lead = await scopeFor(served, 'lead@government.example');
  organisation = lead.organisation;
  base = `/api/dossiers/${await openedDossier(served, lead)}/evidence`;
  piece = (await as('lead', 'post', '').send({ kind: 'report', title: 'Survey', originator: 'Institute' }).expect(201)).body.id;
});
afterAll(() => served.stop());

const as = (role: string, method: 'get' | 'post', path: string) =>
  served
    .http()
    [method](`${base}${path}`)
    .set('cookie', cookies[role] ?? '');
const upload = async (name: string, content: Buffer, to = piece): Promise<{ id: string; copy: Copy }> =>
  (await as('contributor', 'post', `/${to}/files`).attach('file', content, name).expect(201)).body;
const copyOf = async (file: string, of = piece): Promise<Copy> =>
  (await as('viewer', 'get', `/${of}`).expect(200)).body.files.find(({ id }: { id: string }) => id === file)?.copy;
const download = (role: string, file: string, query = '') =>
  as(role, 'get', `/${piece}/files/${file}${query}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    });
const make = (file: string) => served.app.get(EvidenceCopies).make({ organisation, file });
const codeOf = (answer: { body: Buffer }): string => JSON.parse(answer.body.toString()).code;
const stored = (sha256: string | null) => existsSync(join(served.filesDir, 'blobs', organisation, (sha256 ?? '').slice(0, 2), sha256 ?? ''));

describe('a file with metadata', () => {
  let file: string;
  test('waits for its copy and is given to nobody without it, but the original to who may have that', async () => {
    const kept = await upload('survey.docx', bytes);
    file = kept.id;
    expect(kept.copy).toEqual({ state: 'waiting', reason: null, found: [], sha256: null, sizeBytes: null });
    for (const role of ['lead', 'viewer']) expect(codeOf(await download(role, file).expect(409))).toBe('copy_waiting');
    for (const role of ['lead', 'reviewer', 'contributor']) expect((await download(role, file, '?copy=original').expect(200)).body.equals(bytes)).toBe(true);
    expect(codeOf(await download('viewer', file, '?copy=original').expect(403))).toBe('forbidden');
  });

  test('tells what was found once the job is done, and comes without it', async () => {
    await served.app.get(EvidenceCopies).serve();
    while ((await copyOf(file)).state === 'waiting') await new Promise((next) => setTimeout(next, 50));
    const copy = await copyOf(file);
    expect(copy.found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['author', 'comment', 'tracked_change', 'place']));
    // Its words are for who may have the original, in every door that gives the file.
    for (const path of ['', `/${piece}`, `/${piece}/revisions`]) {
      const told = JSON.stringify((await as('viewer', 'get', path).expect(200)).body);
      expect(told).toContain('"values":null');
      expect(told).not.toContain(canary);
      for (const role of ['lead', 'reviewer', 'contributor']) expect(JSON.stringify((await as(role, 'get', path).expect(200)).body)).toContain(canary);
    }
    const clean = await download('viewer', file).expect(200);
    const said = Object.values(unzipSync(clean.body))
      .map((part) => strFromU8(part, true))
      .join('\n');
    expect(said).toContain('Kept &amp; whole');
    expect(said).not.toContain(canary);
    expect(clean.headers['etag']).toBe(`"${copy.sha256}"`);
    expect(Number(clean.headers['content-length'])).toBe(clean.body.length);
    expect((await as('viewer', 'get', `/${piece}`)).body.may.original).toEqual({ allowed: false, because: 'role' });
  });

  test('is not taken for an orphan by the sweep, and goes when the piece is erased, with all that was found', async () => {
    const other = (await as('lead', 'post', '').send({ kind: 'report', title: 'Other', originator: 'Institute' }).expect(201)).body.id;
    const { id } = await upload(
      'other.docx',
      docx({ 'word/document.xml': '<a/>', 'docProps/core.xml': `<coreProperties><creator>${canary}</creator></coreProperties>` }),
      other,
    );
    await make(id);
    const { sha256 } = await copyOf(id, other);
    const swept = await served.app.get(Sweep).run({ olderThan: new Date(Date.now() + 60_000), hashes: () => true, removes: true });
    expect(swept).toMatchObject({ orphans: { removed: 0 }, missing: [], damaged: [] });
    expect(stored(sha256)).toBe(true);
    const erased = await as('lead', 'post', `/${other}/erasure`).send({ version: 1, reason: 'Asked by a person' });
    expect(erased.status).toBe(200);
    expect(stored(sha256)).toBe(false);
    expect(erased.body.files[0].copy).toEqual({ state: 'impossible', reason: 'erased', found: [], sha256: null, sizeBytes: null });
  });
});

test('a file that tells nothing is its own copy, and plain text needs no job', async () => {
  const quiet = await upload('quiet.docx', docx({ 'word/document.xml': '<a/>' }));
  await make(quiet.id);
  const copy = await copyOf(quiet.id);
  expect(copy).toMatchObject({ state: 'made', found: [] });
  const { body } = await as('lead', 'get', `/${piece}`);
  expect(body.files.find(({ id }: { id: string }) => id === quiet.id).sha256).toBe(copy.sha256);
  expect((await upload('note.txt', Buffer.from('A note'))).copy).toMatchObject({ state: 'made', found: [] });
});

test('a file that cannot be cleaned says why and is not given without the right to the original', async () => {
  const broken = await upload('broken.docx', docx({ 'word/styles.xml': '<a><b></a>' }));
  await make(broken.id);
  expect(await copyOf(broken.id)).toMatchObject({ state: 'impossible', reason: 'damaged' });
  expect(codeOf(await download('viewer', broken.id).expect(409))).toBe('copy_impossible');
  await download('reviewer', broken.id, '?copy=original').expect(200);
});
