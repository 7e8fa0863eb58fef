// Restricted evidence opens with a typed purpose: to the one who said why, in that session, for a quarter of an hour.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { documentOf } from '../src/demo/documents.ts';
import { EvidenceCopies } from '../src/evidence/copies/copies.service.ts';
import { EvidenceText } from '../src/evidence/text.service.ts';
import { canary, tellingDocx } from './corpus/telling.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let base: string;
let [viewer, lead, ngo] = ['', '', ''];
const secret = 'The shelter by the river';
let piece: string;
let file: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  [viewer, lead, ngo] = [
    await signIn(served, 'viewer@government.example'),
    await signIn(served, 'lead@government.example'),
    await signIn(served, 'lead@ngo.example'),
  ];
  base = `/api/dossiers/${await openedDossier(served, await scopeFor(served, 'lead@government.example'))}/evidence`;
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  piece = await added('restricted');
  const bytes = documentOf({ name: 'shelters.pdf', lines: [secret] });
  file = (await served.http().post(`${base}/${piece}/files`).set('cookie', lead).attach('file', bytes, 'shelters.pdf').expect(201)).body.id;
  await served.app.get(EvidenceText).serve();
  await served.app.get(EvidenceCopies).make({ organisation: (await scopeFor(served, 'lead@government.example')).organisation, file });
  for (let read = ''; read !== 'done'; ) read = (await served.http().get(`${base}/${piece}`).set('cookie', lead).expect(200)).body.files[0].text.state;
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const added = async (confidentiality: string): Promise<string> =>
  (await served.http().post(base).set('cookie', lead).send({ kind: 'report', title: 'Shelters', originator: 'Ministry', confidentiality }).expect(201)).body.id;
const open = (who: string, purpose: unknown = 'To check a figure', of = piece) =>
  served.http().post(`${base}/${of}/openings`).set('cookie', who).send({ purpose });
const download = (who: string) => served.http().get(`${base}/${piece}/files/${file}`).set('cookie', who);
const text = (who: string) => served.http().get(`${base}/${piece}/files/${file}/text`).set('cookie', who);
const journalled = async () =>
  (await superuser.query("SELECT data, role FROM journal_entry WHERE act = 'evidence.opened' AND subject_id = $1 ORDER BY seq", [piece])).rows;

describe('a restricted piece', () => {
  test('gives neither file nor text before a purpose was typed, not even to the lead', async () => {
    for (const who of [viewer, lead])
      for (const answer of [await download(who), await text(who)]) {
        expect([answer.status, answer.body.code]).toEqual([403, 'purpose_required']);
        expect(answer.text).not.toContain(secret);
      }
    expect(await journalled()).toEqual([]);
  });

  test('opens to the one who said why, and the journal keeps why', async () => {
    const opened = await open(viewer, 'To check a figure for the report').expect(201);
    expect(Date.parse(opened.body.openUntil) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect((await text(viewer).expect(200)).body.items[0].text).toContain(secret);
    await download(viewer).expect(200);
    expect(await journalled()).toMatchObject([{ role: 'viewer', data: { purpose: 'To check a figure for the report' } }]);
    const { rows } = await superuser.query("SELECT 1 FROM evidence_opening o WHERE to_jsonb(o)::text LIKE '%figure%'");
    expect(rows).toEqual([]);
  });

  test('does not open to another person, nor to the same one in another session, nor once the time is over', async () => {
    expect((await download(lead)).body.code).toBe('purpose_required');
    expect((await download(await signIn(served, 'viewer@government.example'))).body.code).toBe('purpose_required');
    await superuser.query('ALTER TABLE evidence_opening DISABLE TRIGGER USER');
    await superuser.query("UPDATE evidence_opening SET opened_at = opened_at - interval '16 minutes', open_until = open_until - interval '16 minutes'");
    await superuser.query('ALTER TABLE evidence_opening ENABLE TRIGGER USER');
    for (const answer of [await download(viewer), await text(viewer)]) expect(answer.body.code).toBe('purpose_required');
  });
});

test('what stands in the metadata of a restricted file is told after the purpose too, in every door that lists files; that there is some is told before', async () => {
  const closed = await added('restricted');
  const { id } = (await served.http().post(`${base}/${closed}/files`).set('cookie', lead).attach('file', tellingDocx(), 'survey.docx').expect(201)).body;
  await served.app.get(EvidenceCopies).make({ organisation: (await scopeFor(served, 'lead@government.example')).organisation, file: id });
  const told = async (path: string) => JSON.stringify((await served.http().get(`${base}${path}`).set('cookie', lead).expect(200)).body);
  const paths = ['', `/${closed}`, `/${closed}/revisions`, `/${closed}?asOf=${new Date().toISOString()}`];
  for (const path of paths) {
    expect(await told(path)).toContain('"values":null');
    expect(await told(path)).not.toContain(canary);
  }
  await open(lead, 'To see who wrote it', closed).expect(201);
  for (const path of paths) expect([path, await told(path)]).toEqual([path, expect.stringContaining(canary)]);
  expect(JSON.stringify((await served.http().get(`${base}/${closed}`).set('cookie', viewer).expect(200)).body)).not.toContain(canary);
});

test('the restriction is taken off by who said why: otherwise whoever may write would read without a purpose, programs too', async () => {
  const closed = await added('restricted');
  const { body: key } = await served
    .http()
    .post('/api/organisation/keys')
    .set('cookie', lead)
    .send({ name: 'Statistics office', right: 'write', expiresOn: `${new Date().getUTCFullYear() + 1}-01-01` })
    .expect(201);
  const revise = (who: { cookie: string } | { authorization: string }, version: number, confidentiality: string) =>
    served.http().put(`${base}/${closed}`).set(who).send({ kind: 'report', title: 'Shelters', originator: 'Ministry', confidentiality, version });
  const contributor = { cookie: await signIn(served, 'contributor@government.example') };
  for (const who of [contributor, { authorization: `Bearer ${key.token}` }])
    for (const confidentiality of ['internal', 'public']) expect((await revise(who, 1, confidentiality).expect(403)).body.code).toBe('purpose_required');
  await revise(contributor, 1, 'restricted').expect(200);
  await open(contributor.cookie, 'It was published by the court', closed).expect(201);
  await revise(contributor, 2, 'internal').expect(200);
});

describe('an opening refuses', () => {
  test.each([[''], ['work'], [' \n '], [null], ['x'.repeat(501)]])('the purpose %j', async (purpose) => {
    expect((await open(viewer, purpose)).body.code).toBe('invalid_input');
  });

  test('a piece that is not restricted, a foreign one and an unknown one', async () => {
    expect((await open(viewer, 'To check a figure', await added('internal'))).body.code).toBe('wrong_state');
    expect((await open(ngo)).body.code).toBe('not_found');
    expect((await open(viewer, 'To check a figure', '01890a5d-ac96-774b-bcce-b302099a8057')).body.code).toBe('not_found');
  });
});
