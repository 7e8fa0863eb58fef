// The transposition table: provisions of national laws, their wordings in time, and the correlation table that leaves the house.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type supertest from 'supertest';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let base: string;
let penalCode: string;
const prison = { unit: 'years', minimum: 3, maximum: 8 };
const send = (method: 'post' | 'put', path: string, body: object, as = cookie): supertest.Test =>
  served.http()[method](`${base}${path}`).set('cookie', as).send(body);
const read = (path: string, query: object = {}, as = cookie) => served.http().get(`${base}${path}`).query(query).set('cookie', as);
const lawOf = async (title: string, more: object = {}): Promise<string> =>
  (await send('post', '/evidence', { kind: 'law', title, originator: 'Parliament', confidentiality: 'public', ...more }).expect(201)).body.id;
const provision = (article: string, more: object = {}) => ({
  law: penalCode,
  article,
  elements: ['3.1.c'],
  inForceFrom: '2015-01-01',
  penalties: [prison],
  ...more,
});
const add = (article: string, more: object = {}, as = cookie) => send('post', '/national-provisions', provision(article, more), as);
const amend = (id: string, body: object) => send('put', `/national-provisions/${id}`, { change: 'amended', elements: ['3.1.c'], ...body });
const articles = (answer: { body: { items: { article: string }[] } }) => answer.body.items.map((item) => item.article);
const faults = (answer: { body: { fields: { path: string }[] } }) => answer.body.fields.map(({ path }) => path).sort();

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Laws' }).expect(201);
  base = `/api/dossiers/${opened.body.id}`;
  penalCode = await lawOf('Penal Code');
});
afterAll(() => served.stop());

describe('a national provision does', () => {
  test('serve many elements; an amendment opens a new wording, and each day has its own', async () => {
    const { body: made } = await add('s. 181F', { elements: ['3.1.c', '3.3'], title: 'Production', text: 'Whoever produces …' }).expect(201);
    expect(made).toMatchObject({
      version: 1,
      elements: ['3.1.c', '3.3'],
      force: 'in_force',
      wording: 1,
      wordings: 1,
      amendedFrom: null,
      law: { id: penalCode },
    });
    const harsher = {
      article: 's. 181F',
      inForceFrom: '2024-03-01',
      penalties: [
        { unit: 'years', minimum: 5, toLife: true },
        { unit: 'fine', maximum: 50_000, currency: 'ard' },
      ],
    };
    expect((await amend(made.id, { ...harsher, version: 1 }).expect(200)).body).toMatchObject({ version: 2, wording: 2, wordings: 2, elements: ['3.1.c'] });
    await amend(made.id, { ...harsher, version: 2, change: 'corrected', title: 'Production and trade' }).expect(200);
    const on = async (day: string) => (await read('/national-provisions', { on: day }).expect(200)).body.items[0];
    expect(await on('2014-12-31')).toMatchObject({ force: 'not_yet', wording: 1 });
    expect(await on('2024-02-29')).toMatchObject({
      force: 'in_force',
      wording: 1,
      inForceTo: '2024-02-29',
      amendedFrom: '2024-03-01',
      penalties: [{ maximum: 8 }],
      elements: ['3.1.c', '3.3'],
    });
    expect(await on('2024-03-01')).toMatchObject({
      wording: 2,
      title: 'Production and trade',
      penalties: [{ minimum: 5, toLife: true }, { currency: 'ARD' }],
      elements: ['3.1.c'],
    });
    const { body: told } = await read(`/national-provisions/${made.id}/revisions`).expect(200);
    expect(told.items.map((r: { change: string; wording: number }) => [r.change, r.wording])).toEqual([
      ['corrected', 2],
      ['amended', 2],
      ['added', 1],
    ]);
    expect(told.items[2]).toMatchObject({ penalties: [{ minimum: 3, maximum: 8 }], elements: ['3.1.c', '3.3'], recordedBy: 'National focal point' });
  });

  test('stand in the order of laws and articles, and are found by element, article, law, force and words', async () => {
    const adoption = await lawOf('Adoption Act', { inForceFrom: '2012-07-01', inForceTo: '2020-12-31' });
    for (const article of ['s. 31', 's. 9']) await add(article, { law: adoption, elements: ['3.5'], inForceFrom: null }).expect(201);
    expect(articles(await read('/national-provisions'))).toEqual(['s. 9', 's. 31', 's. 181F']);
    expect(articles(await read('/national-provisions', { element: '3.5' }))).toEqual(['s. 9', 's. 31']);
    expect(articles(await read('/national-provisions', { law: penalCode }))).toEqual(['s. 181F']);
    expect((await read('/national-provisions', { article: 4 })).body).toEqual({ items: [], total: 0 });
    // A law that was repealed has no provisions in force.
    expect(articles(await read('/national-provisions', { force: 'ended' }))).toEqual(['s. 9', 's. 31']);
    expect(articles(await read('/national-provisions', { force: 'in_force', on: '2020-12-31' }))).toHaveLength(3);
    expect(articles(await read('/national-provisions', { q: 'adoption', limit: 1, offset: 1 }))).toEqual(['s. 31']);
  });

  test('make the correlation table, in which holes are shown as holes; as a past day it reads as it did', async () => {
    const { body: table } = await read('/correlation', { on: '2024-03-01' }).expect(200);
    const rows = Object.fromEntries(table.items.map((row: { element: string }) => [row.element, row]));
    expect([table.items.length, new Set(table.items.map((row: { article: number }) => row.article))]).toEqual([expect.any(Number), new Set([3, 4, 5, 6, 7])]);
    expect(rows['3.1.c'].provisions).toMatchObject([{ article: 's. 181F', wording: 2 }]);
    expect([rows['3.3'].provisions, rows['3.5'].provisions, rows['3.5'].notInForce]).toEqual([[], [], 2]);
    expect(table.counts).toEqual({
      elements: table.items.filter((row: { applies: boolean }) => row.applies).length,
      served: 1,
      holes: table.counts.elements - 1,
      provisions: 1,
    });
    const before = (await served.http().get(base).set('cookie', cookie)).body.openedAt;
    const then = (await read('/correlation', { asOf: before }).expect(200)).body;
    expect([then.counts.provisions, then.items.length]).toEqual([0, table.items.length]);
    expect((await read('/correlation', { from: 1, to: 12 })).body.items).toHaveLength(51);
  });

  test('leave as CSV and JSON: safe in a spreadsheet, restricted laws left out and counted, known to the journal', async () => {
    const secret = await lawOf('Order under seal', { confidentiality: 'restricted' });
    await add('s. 1', { law: secret, elements: ['3.2'], title: 'Sealed' }).expect(201);
    await add('s. 12', { elements: ['3.2'], title: '=HYPERLINK("x")', text: 'Attempt' }).expect(201);
    const { body: json } = await read('/reports/correlation.json').expect(200);
    expect([json.restrictedProvisionsLeftOut, JSON.stringify(json).includes('Sealed'), json.sha256]).toEqual([
      1,
      false,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    const csv = await read('/reports/correlation.csv').expect(200);
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="servanda-XAA-correlation-\d{4}-\d\d-\d\d\.csv"$/);
    const rows: Record<string, string>[] = parse(csv.text, { columns: true, bom: true });
    expect(rows.filter((row) => row['element'] === '3.2')).toMatchObject([
      { national_title: '\'=HYPERLINK("x")', penalties: 'years 3-8', is_hole: 'false', report_sha256: json.sha256 },
    ]);
    expect(rows.find((row) => row['element'] === '4.1')).toMatchObject({ is_hole: 'true', law: '' });
    const { items } = (await served.http().get('/api/journal').query({ act: 'report.exported' }).set('cookie', cookie)).body;
    expect(items.slice(0, 2).map((e: { data: object }) => e.data)).toMatchObject([
      { report: 'correlation', format: 'csv' },
      { format: 'json', sha256: json.sha256 },
    ]);
  });

  test('are withdrawn with a reason, and with their law', async () => {
    const law = await lawOf('Repeated Act');
    const [{ body: one }, { body: other }] = [await add('s. 1', { law }), await add('s. 2', { law })];
    const withdrawn = await send('post', `/national-provisions/${one.id}/withdrawal`, { version: 1, reason: 'Entered twice' }).expect(200);
    expect(withdrawn.body).toMatchObject({ withdrawn: { reason: 'Entered twice' }, may: { revise: { allowed: false, because: 'state' } } });
    expect((await send('post', `/national-provisions/${one.id}/withdrawal`, { version: 2, reason: 'x' }).expect(409)).body.code).toBe('wrong_state');
    // What is withdrawn stands in nobody's way.
    await add('s. 1', { law }).expect(201);
    await send('post', `/evidence/${law}/withdrawal`, { version: 1, reason: 'Not a law' }).expect(200);
    expect(articles(await read('/national-provisions', { law }))).toEqual([]);
    expect(articles(await read('/national-provisions', { law, state: 'withdrawn' }))).toEqual(['s. 1', 's. 1', 's. 2']);
    expect((await amend(other.id, { article: 's. 2', inForceFrom: '2020-01-01', version: 1 }).expect(409)).body.code).toBe('wrong_state');
  });

  test('lose their words with a law that is erased, in every revision', async () => {
    const law = await lawOf('Act with a name in it');
    const { body: made } = await add('s. 1', { law, title: 'Told of a person' }).expect(201);
    await send('post', `/evidence/${law}/erasure`, { version: 1, reason: 'Asked' }).expect(200);
    const { items } = (await read(`/national-provisions/${made.id}/revisions`).expect(200)).body;
    expect(items).toMatchObject([{ article: '[erased]', title: '', text: '', penalties: [] }]);
  });
});

describe('a national provision refuses', () => {
  test.each([
    ['it ends before it begins', { inForceTo: '2014-12-31' }, ['inForceTo']],
    ['no element, twice the same, and one that nobody knows', { elements: [] }, ['elements']],
    ['twice the same element', { elements: ['3.2', '3.2'] }, ['elements']],
    ['an element that the dossier does not know', { elements: ['3.2', '9.9'] }, ['elements.1']],
    ['a minimum above the maximum', { penalties: [{ unit: 'years', minimum: 9, maximum: 8 }] }, ['penalties.0.maximum']],
    ['a penalty without unit', { penalties: [{ minimum: 1 }] }, ['penalties.0.unit']],
    ['a fine without currency', { penalties: [prison, { unit: 'fine', maximum: 10 }] }, ['penalties.1.currency']],
    ['a currency of years', { penalties: [{ ...prison, currency: 'ARD' }] }, ['penalties.0.currency']],
    ['an empty range', { penalties: [{ unit: 'months' }] }, ['penalties.0.maximum']],
    ['a maximum beyond life', { penalties: [{ ...prison, toLife: true }] }, ['penalties.0.maximum']],
    ['numbers on imprisonment for life', { penalties: [{ unit: 'life', minimum: 3 }] }, ['penalties.0.minimum']],
    ['a negative minimum', { penalties: [{ unit: 'days', minimum: -1 }] }, ['penalties.0.minimum']],
    ['a provision without law', { law: undefined }, ['law']],
    ['a law that is not there', { law: '01890a5d-ac96-774b-bcce-b302099a8057' }, ['law']],
    ['no article', { article: ' ' }, ['article']],
  ])('%s', async (_, more, paths) => {
    expect(faults(await add('s. 500', more).expect(400))).toEqual(paths);
  });

  test('evidence that is no law, and a law that was withdrawn; a law of provisions stays one', async () => {
    const policy = await lawOf('Plan', { kind: 'policy' });
    expect(faults(await add('s. 1', { law: policy }).expect(400))).toEqual(['law']);
    const revision = { kind: 'policy', title: 'Penal Code', originator: 'Parliament', version: 1 };
    expect(faults(await send('put', `/evidence/${penalCode}`, revision).expect(400))).toEqual(['kind']);
  });

  test('a second record of one article for some of the same days, however it is written; also at once', async () => {
    const law = await lawOf('Twin Act');
    await add('Article 7', { law, inForceTo: '2019-12-31' }).expect(201);
    const again = await add('art 7', { law, inForceFrom: '2019-12-31' }).expect(409);
    expect(again.body).toMatchObject({ code: 'already_exists', fields: [{ path: 'article' }] });
    await add('Art. 7', { law, inForceFrom: '2020-01-01' }).expect(201);
    const both = await Promise.all([add('s. 8', { law }), add('S.8', { law })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('an amendment without a day or not after the wording before; a stale version, with the newer record beside it', async () => {
    const { body: made } = await add('s. 300').expect(201);
    expect(faults(await amend(made.id, { article: 's. 300', version: 1 }).expect(400))).toEqual(['inForceFrom']);
    expect(faults(await amend(made.id, { article: 's. 300', version: 1, inForceFrom: '2015-01-01' }).expect(400))).toEqual(['inForceFrom']);
    await amend(made.id, { article: 's. 300', version: 1, inForceFrom: '2020-01-01' }).expect(200);
    const stale = await amend(made.id, { article: 's. 300', version: 1, inForceFrom: '2021-01-01' }).expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { id: made.id, version: 2 } });
    expect(faults(await amend(made.id, { article: 's. 300', version: 2, change: 'corrected' }).expect(400))).toEqual(['inForceFrom']);
  });
});

describe('a national provision keeps apart', () => {
  test('roles: a viewer reads and does not write', async () => {
    const viewer = await signIn(served, 'viewer@government.example');
    await read('/national-provisions', {}, viewer).expect(200);
    await add('s. 400', {}, viewer).expect(403);
    await add('s. 400', {}, await signIn(served, 'contributor@government.example')).expect(201);
  });
  test('tenants: another organisation finds nothing, and cannot hang a provision on a foreign law', async () => {
    const ngo = await signIn(served, 'lead@ngo.example');
    for (const path of ['/national-provisions', '/correlation', '/reports/correlation.csv']) await read(path, {}, ngo).expect(404);
    await add('s. 401', {}, ngo).expect(404);
    const opened = await served.http().post('/api/dossiers').set('cookie', ngo).send({ iso3: 'XAA', title: 'Theirs' }).expect(201);
    const theirs = served.http().post(`/api/dossiers/${opened.body.id}/national-provisions`).set('cookie', ngo).send(provision('s. 401'));
    expect(faults(await theirs.expect(400))).toEqual(['law']);
  });
});
