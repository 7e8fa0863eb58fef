// What is to be public and may identify a child or a suspect asks for a confirmed decision; the journal keeps it without the words.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let cookie: string;
let base: string;
let dossier: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'contributor@government.example');
  dossier = `/api/dossiers/${await openedDossier(served, await scopeFor(served, 'lead@government.example'))}`;
  base = `${dossier}/evidence`;
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const named = {
  kind: 'report',
  title: 'Survey',
  originator: 'Institute',
  summary: 'The girl Zorana Quill, aged 12, call +260 97 1234567.',
  confidentiality: 'public',
};
const found = [
  { field: 'summary', kind: 'child_name', at: 4, length: 17 },
  { field: 'summary', kind: 'phone', at: 37, length: 15 },
];
const add = (body: object) => served.http().post(base).set('cookie', cookie).send(body);
const revise = (id: string, body: object) => served.http().put(`${base}/${id}`).set('cookie', cookie).send(body);
const newest = async () => (await superuser.query('SELECT act, data FROM journal_entry ORDER BY at_us DESC LIMIT 1')).rows[0];

test('a public piece is refused until it is confirmed, and nothing is written; the refusal says where, not what', async () => {
  const refused = await add(named).expect(422);
  expect(refused.body).toMatchObject({ code: 'identity_unconfirmed', found });
  expect(refused.text).not.toContain('Zorana');
  expect((await add({ ...named, identityConfirmed: false })).status).toBe(422);
  expect((await served.http().get(base).set('cookie', cookie).expect(200)).body.total).toBe(0);
});

test('confirmed it is added, and the journal keeps the decision by kind and place', async () => {
  await add({ ...named, identityConfirmed: true }).expect(201);
  const entry = await newest();
  expect(entry).toMatchObject({ act: 'evidence.added', data: { identity: { confirmed: true, found } } });
  expect(JSON.stringify(entry)).not.toContain('Zorana');
  const { rows } = await superuser.query("SELECT 1 FROM evidence_revision r WHERE r.content ? 'identityConfirmed'");
  expect(rows).toEqual([]);
});

test('what stays within the organisation is not asked for; making it public is', async () => {
  const { id } = (await add({ ...named, confidentiality: 'internal' }).expect(201)).body;
  expect((await revise(id, { ...named, version: 1 }).expect(422)).body.found).toEqual(found);
  await revise(id, { ...named, version: 1, identityConfirmed: true }).expect(200);
  expect((await newest()).data.identity).toEqual({ confirmed: true, found });
  // The same words again are no new decision.
  await revise(id, { ...named, title: 'Survey of 2025', version: 2 }).expect(200);
  expect((await newest()).data.identity).toBeUndefined();
});

const post = (path: string, body: object) => served.http().post(`${dossier}${path}`).set('cookie', cookie).send(body);
const place = '/elements/4.1/assessments';
const judged = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: named.summary };
const inReasons = found.map((one) => ({ ...one, field: 'reasons' }));

test('reasons are asked for when they are submitted, at once or later; a draft is not; what was submitted before is no new decision', async () => {
  const refused = await post(place, { ...judged, submit: true }).expect(422);
  expect(refused.body).toMatchObject({ code: 'identity_unconfirmed', found: inReasons });
  expect(refused.text).not.toContain('Zorana');
  await post(place, judged).expect(201);
  expect((await newest()).data.identity).toBeUndefined();
  expect((await post(`${place}/1/reviews`, { act: 'submit' }).expect(422)).body).toMatchObject({ code: 'identity_unconfirmed', found: inReasons });
  await post(`${place}/1/reviews`, { act: 'submit', identityConfirmed: true }).expect(201);
  expect(await newest()).toMatchObject({ act: 'assessment.submitted', data: { identity: { confirmed: true, found: inReasons } } });
  await post(place, { ...judged, basedOn: 1, reasons: `Still so. ${named.summary}`, submit: true }).expect(201);
  expect((await newest()).data.identity).toBeUndefined();
  const more = await post(place, { ...judged, basedOn: 2, reasons: `${named.summary} Write to z.quill@example.org.`, submit: true }).expect(422);
  expect(more.body.found.map(({ kind }: { kind: string }) => kind)).toEqual(['email']);
});

test('words of a national provision are asked for when it is entered and when it is revised', async () => {
  const law = (await add({ kind: 'law', title: 'Act 3', originator: 'Parliament', confidentiality: 'public' }).expect(201)).body.id;
  const said = { law, article: 's. 1', elements: ['4.1'], penalties: [{ unit: 'other', note: 'Tel. 097 123 4567' }] };
  expect((await post('/national-provisions', said).expect(422)).body.found).toMatchObject([{ field: 'penalties', kind: 'phone' }]);
  const { id } = (await post('/national-provisions', { ...said, identityConfirmed: true }).expect(201)).body;
  expect((await newest()).data.identity).toMatchObject({ confirmed: true, found: [{ field: 'penalties', kind: 'phone' }] });
  const { law: _, ...content } = said;
  const revised = (body: object) => served.http().put(`${dossier}/national-provisions/${id}`).set('cookie', cookie).send(body);
  const text = { ...content, text: named.summary, version: 1, change: 'corrected' };
  expect((await revised(text).expect(422)).body.found.map(({ field }: { field: string }) => field)).toEqual(['text', 'text']);
  await revised({ ...text, identityConfirmed: true }).expect(200);
});
