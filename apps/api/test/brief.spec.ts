// The brief: what is due and why each status stands, for whoever takes a post over.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let dossier: string;
/** A moment when the dossier stood, and nobody had been given anything. */
let before: string;
let lead: Scope;
let police: Scope;
let social: Scope;
let viewer: string;
const judgement = (more: object) => ({
  ...{ basedOn: null, law: 'compliant' as const, practice: null, asOf: '2026-03-31', periodFrom: null, periodTo: null, qualifierNote: '', citations: [] },
  ...{ reasons: 'Section 4 of the Act.', submit: true },
  ...more,
});
const get = async (path: string, cookie = viewer) => served.http().get(path).set('cookie', cookie);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  [lead, police, social] = await Promise.all(
    ['lead', 'police', 'contributor'].map((name) => scopeFor(served, `${name}@government.example`)) as [Promise<Scope>, Promise<Scope>, Promise<Scope>],
  );
  viewer = await signIn(served, 'viewer@government.example');
  const leadCookie = await signIn(served, 'lead@government.example');
  const reviewer = await scopeFor(served, 'reviewer@government.example');
  dossier = await openedDossier(served, lead);
  before = new Date().toISOString();
  const assign = (body: object) => served.http().post(`/api/dossiers/${dossier}/assignments`).set('cookie', leadCookie).send(body).expect(200);
  await assign({ elements: ['10.1-1', '10.1-2', '3.2'], person: police.person });
  await assign({
    elements: ['3.3'],
    body: (await get('/api/organisation/bodies')).body.items.find((b: { name: string }) => b.name === 'Ministry of the Interior').id,
  });
  const evidence = await addedEvidence(served, police, dossier);
  const work = served.app.get(AssessmentsService);
  const place = (code: string) => ({ id: dossier, code });
  await work.record(police, {
    params: place('10.1-1'),
    query: undefined,
    body: judgement({ citations: [{ evidence, pinpoint: 's. 4', stance: 'supports' }] }),
  });
  await work.record(police, { params: place('10.1-2'), query: undefined, body: judgement({ reasons: '=cmd|/c calc!A0', law: 'non_compliant' }) });
  await work.review(reviewer, { params: { ...place('10.1-2'), number: 1 }, query: undefined, body: { act: 'return', reason: 'Which section?' } });
  await work.record(police, { params: place('4.1'), query: undefined, body: judgement({ submit: false, reasons: 'Begun.' }) });
  const version = (await served.http().get('/api/organisation/members').set('cookie', leadCookie)).body.items.find(
    (m: { person: string }) => m.person === police.person,
  ).version;
  await served
    .http()
    .post(`/api/organisation/members/${police.person}/removal`)
    .set('cookie', leadCookie)
    .send({ version, successor: social.person })
    .expect(200);
});
afterAll(() => served.stop());

test('the successor’s brief holds what was passed on, from whom, what each status rests on, and what is due', async () => {
  const { body, status } = await get(`/api/brief?person=${social.person}`);
  expect(status).toBe(200);
  expect(body.person).toMatchObject({ name: 'Desk officer, child protection', isMember: true });
  expect(body.counts).toEqual({ elements: 3, returned: 1, drafts: 0, awaiting: 1, notAssessed: 2 });
  const [first, second] = [body.elements.find((e: { code: string }) => e.code === '10.1-1'), body.elements.find((e: { code: string }) => e.code === '10.1-2')];
  expect(first).toMatchObject({
    ...{ because: 'post', law: 'compliant', lawProof: 'evidenced', supports: 1, body: { name: 'Ministry of the Interior' } },
    ...{ handedOver: { from: 'Desk officer, cybercrime' }, standing: { number: 1, status: 'submitted', reasons: 'Section 4 of the Act.' }, latest: null },
    next: expect.arrayContaining(['review']),
  });
  expect(second).toMatchObject({
    returned: 'Which section?',
    latest: { status: 'returned', author: 'Desk officer, cybercrime' },
    standing: null,
    next: expect.arrayContaining(['revise']),
  });
  expect(body.dossiers[0].deadlines.map((d: { kind: string }) => d.kind)).toContain('next-report');
});

test('a former member’s own brief still names the drafts that nobody else will see otherwise', async () => {
  const { body } = await get(`/api/brief?person=${police.person}`);
  expect(body.person).toMatchObject({ isMember: false });
  expect(body.elements.map((e: { code: string; because: string }) => [e.code, e.because])).toEqual(
    expect.arrayContaining([
      ['4.1', 'author'],
      ['10.1-2', 'author'],
      ['3.3', 'body'],
    ]),
  );
});

test('the brief of a body holds all that the body has, whoever in it has it', async () => {
  const interior = (await get('/api/organisation/bodies')).body.items.find((b: { name: string }) => b.name === 'Ministry of the Interior').id;
  const { body } = await get(`/api/brief?body=${interior}`);
  expect(body.elements.map((e: { code: string }) => e.code).sort()).toEqual(['10.1-1', '10.1-2', '3.2', '3.3']);
  expect([body.person, body.body.name]).toEqual([null, 'Ministry of the Interior']);
});

test('as a file it is safe in a spreadsheet, and the journal knows that it left', async () => {
  const csv = await get(`/api/brief.csv?person=${social.person}`);
  expect(csv.headers['content-disposition']).toMatch(/attachment; filename="servanda-brief-\d{4}-\d\d-\d\d\.csv"/);
  expect(csv.text.split('\r\n')).toHaveLength(5);
  expect(csv.text).toContain(`"'=cmd|/c calc!A0"`);
  const json = await get(`/api/brief.json?person=${social.person}`);
  expect(json.body.elements).toHaveLength(3);
  const admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  const { rows } = await admin.query("SELECT data FROM journal_entry WHERE act = 'report.exported' ORDER BY seq");
  await admin.end();
  expect(rows.map((row) => [row.data.format, row.data.person])).toEqual([
    ['csv', social.person],
    ['json', social.person],
  ]);
});

test('refuses what is not there, and keeps apart: a neighbour’s person and body are not', async () => {
  const neighbour = await signIn(served, 'lead@neighbour.example');
  for (const query of [`person=${social.person}`, 'person=01890a5d-ac96-774b-bcce-b302099a8057', 'body=01890a5d-ac96-774b-bcce-b302099a8057'])
    expect((await get(`/api/brief?${query}`, neighbour)).status).toBe(404);
  const own = await get('/api/brief', neighbour);
  expect([own.status, own.body.elements]).toEqual([200, []]);
  expect((await get('/api/brief', await signIn(served, 'operator@servanda.example'))).status).toBe(403);
});

test('an element given today was nobody’s yesterday: the past keeps its owners', async () => {
  const { body } = await get(`/api/dossiers/${dossier}/obligations?asOf=${before}`);
  const owners = body.items
    .flatMap((o: { elements: { body: unknown; owner: unknown }[] }) => o.elements)
    .filter((e: { body: unknown; owner: unknown }) => e.body || e.owner);
  expect(owners).toEqual([]);
});
