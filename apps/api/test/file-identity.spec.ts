// The text of a file may identify a child or a suspect: it is looked into when it is read, a writer decides, the journal keeps it without a word of the text.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { EvidenceText } from '../src/evidence/text.service.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let base: string;
let organisation: string;
const cookies: Record<string, string> = {};
const name = 'Zorana Quill';
const text = `Chapter 1. 🜂 The court heard the case.\nThe girl ${name} was placed in care; call +260 97 1234567.`;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  for (const role of ['lead', 'contributor', 'viewer']) cookies[role] = await signIn(served, `${role}@government.example`);
  const lead = await scopeFor(served, 'lead@government.example');
  organisation = lead.organisation;
  base = `/api/dossiers/${await openedDossier(served, lead)}/evidence`;
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const as = (role: string, method: 'get' | 'post' | 'put', path: string) =>
  served
    .http()
    [method](`${base}${path}`)
    .set('cookie', cookies[role] ?? '');
const facts = { kind: 'report', title: 'Survey', originator: 'Institute' };
/** A piece with a file of this text, read as the job reads it. */
async function read(said: string, confidentiality = 'internal'): Promise<{ piece: string; file: string }> {
  const piece = (
    await as('contributor', 'post', '')
      .send({ ...facts, confidentiality })
      .expect(201)
  ).body.id;
  const file = (await as('contributor', 'post', `/${piece}/files`).attach('file', Buffer.from(said), 'survey.txt').expect(201)).body.id;
  await served.app.get(EvidenceText).read({ organisation, file });
  return { piece, file };
}
const identityOf = async (piece: string) => (await as('viewer', 'get', `/${piece}`).expect(200)).body.files[0].text.identity;
const undecided = async () => (await as('viewer', 'get', '?state=identity_undecided').expect(200)).body.items.map(({ id }: { id: string }) => id);
const newest = async () => (await superuser.query('SELECT act, data FROM journal_entry ORDER BY at_us DESC LIMIT 1')).rows[0];

describe('a text that may identify somebody', () => {
  let piece: string;
  let file: string;
  const place = () => `/${piece}/files/${file}/identity`;
  beforeAll(async () => {
    ({ piece, file } = await read(text));
  });

  test('says so once it was read: how often, and where in its words to who may read it', async () => {
    expect(await identityOf(piece)).toEqual({ passages: 2, decided: null });
    expect(await undecided()).toEqual([piece]);
    const { body } = await as('viewer', 'get', place()).expect(200);
    expect(body).toMatchObject({ name: 'survey.txt', hasPages: false, identity: { passages: 2, decided: null } });
    expect(body.items.map(({ page, kind, words }: { page: number; kind: string; words: string }) => [page, kind, words])).toEqual([
      [1, 'child_name', `girl ${name}`],
      [1, 'phone', '+260 97 1234567'],
    ]);
    expect([...text].slice(body.items[0].from, body.items[0].to).join('')).toBe(`girl ${name}`);
    const { rows } = await superuser.query("SELECT identity FROM evidence_text WHERE identity::text LIKE '%Zorana%'");
    expect(rows).toEqual([]);
  });

  test('is decided by a writer who saw as many passages as there are; by no reader and not from outside', async () => {
    const decide = (role: string, passages: number) => as(role, 'post', place()).send({ passages, decision: 'nobody' });
    expect((await decide('viewer', 2).expect(403)).body.code).toBe('forbidden');
    expect((await decide('contributor', 1).expect(409)).body.code).toBe('wrong_state');
    expect((await decide('contributor', 2 ** 31).expect(400)).body.code).toBe('invalid_input');
    const ngo = await signIn(served, 'lead@ngo.example');
    for (const method of ['get', 'post'] as const)
      expect((await served.http()[method](`${base}${place()}`).set('cookie', ngo).send({ passages: 2, decision: 'nobody' }).expect(404)).body.code).toBe(
        'not_found',
      );
    const { body } = await decide('contributor', 2).expect(200);
    expect(body).toMatchObject({ passages: 2, decided: { by: expect.stringMatching(/./) } });
    const entry = await newest();
    expect(entry).toMatchObject({
      act: 'evidence.identity_decided',
      data: { file, decision: 'nobody', passages: 2, found: [{ page: 1, kind: 'child_name' }, { kind: 'phone' }] },
    });
    expect(JSON.stringify(entry)).not.toContain('Zorana');
    expect([await undecided(), (await decide('lead', 2)).body.code]).toEqual([[], 'wrong_state']);
  });

  test('is forgotten with the text, and the decision with it', async () => {
    await as('lead', 'post', `/${piece}/withdrawal`).send({ version: 1, reason: 'Twice' }).expect(200);
    await superuser.query("UPDATE evidence_text SET state = 'waiting' WHERE file_id = $1", [file]);
    const { rows } = await superuser.query('SELECT identity, identity_count, identity_decided_at FROM evidence_text WHERE file_id = $1', [file]);
    expect(rows).toEqual([{ identity: null, identity_count: null, identity_decided_at: null }]);
  });
});

test('a text that tells nobody is looked into too, and asks for nothing', async () => {
  const { piece, file } = await read('Penal Code, Article 174, as amended.');
  expect([await identityOf(piece), (await undecided()).includes(piece)]).toEqual([{ passages: 0, decided: null }, false]);
  expect((await as('lead', 'post', `/${piece}/files/${file}/identity`).send({ passages: 1, decision: 'nobody' })).body.code).toBe('wrong_state');
});

test('to be public, a piece asks for the texts of its files too; confirmed, that is the decision', async () => {
  const { piece, file } = await read(text);
  const revise = (body: object) => as('contributor', 'put', `/${piece}`).send({ ...facts, version: 1, confidentiality: 'public', ...body });
  const refused = await revise({}).expect(422);
  const found = [
    { field: `files.${file}.1`, kind: 'child_name', at: 44, length: 17 },
    { field: `files.${file}.1`, kind: 'phone', at: 87, length: 15 },
  ];
  expect([refused.body.code, refused.body.found]).toEqual(['identity_unconfirmed', found]);
  await revise({ identityConfirmed: true }).expect(200);
  expect(await newest()).toMatchObject({ act: 'evidence.revised', data: { identity: { confirmed: true, found } } });
  expect(await identityOf(piece)).toMatchObject({ passages: 2, decided: { by: expect.any(String) } });
});

test('of a restricted piece no passage is told before a purpose was, and nothing is to be decided', async () => {
  const { piece, file } = await read(text, 'restricted');
  expect(await undecided()).not.toContain(piece);
  const refused = await as('lead', 'get', `/${piece}/files/${file}/identity`).expect(403);
  expect([refused.body.code, refused.text.includes(name)]).toEqual(['purpose_required', false]);
  expect((await as('lead', 'post', `/${piece}/files/${file}/identity`).send({ passages: 2, decision: 'nobody' })).body.code).toBe('purpose_required');
});

test('a text that was read before anybody looked is looked into by the same job', async () => {
  const { piece, file } = await read(text);
  await superuser.query('UPDATE evidence_text SET identity = NULL, identity_count = NULL WHERE file_id = $1', [file]);
  expect([await identityOf(piece), (await as('lead', 'get', `/${piece}/files/${file}/identity`).expect(200)).body.items]).toEqual([null, []]);
  await served.app.get(EvidenceText).serve();
  await served.app.get(EvidenceText).read({ organisation, file });
  expect(await identityOf(piece)).toEqual({ passages: 2, decided: null });
});
