import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let base: string;
const law = {
  kind: 'law',
  title: 'Penal Code, chapter XII',
  citation: 'Official Gazette 2014, No. 71',
  originator: 'Parliament',
  inForceFrom: '2014-06-01',
  confidentiality: 'public',
};
const add = (body: object, as = cookie) => served.http().post(`${base}/evidence`).set('cookie', as).send(body);
const list = (query: string, as = cookie) => served.http().get(`${base}/evidence?${query}`).set('cookie', as);
const titles = (answer: { body: { items: { title: string }[] } }) => answer.body.items.map((i) => i.title);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Evidence' }).expect(201);
  base = `/api/dossiers/${opened.body.id}`;
});
afterAll(() => served.stop());

describe('evidence does', () => {
  test('is added, read, revised and withdrawn; what is out of date follows from its dates', async () => {
    const { body: made } = await add(law).expect(201);
    expect(made).toMatchObject({ version: 1, isOutOfDate: false, outOfDateOn: null, files: [], elements: [], addedBy: 'National focal point' });
    const revised = await served
      .http()
      .put(`${base}/evidence/${made.id}`)
      .set('cookie', cookie)
      .send({ ...law, version: 1, inForceTo: '2020-12-31' })
      .expect(200);
    expect(revised.body).toMatchObject({ version: 2, outOfDateOn: '2021-01-01', isOutOfDate: true });
    const withdrawn = await served
      .http()
      .post(`${base}/evidence/${made.id}/withdrawal`)
      .set('cookie', cookie)
      .send({ version: 2, reason: 'Repealed and replaced' })
      .expect(200);
    expect(withdrawn.body.withdrawn.reason).toBe('Repealed and replaced');
    expect(withdrawn.body.may.revise).toEqual({ allowed: false, because: 'state' });
  });

  test('the library is filtered, sorted and paged, and percent signs are only percent signs', async () => {
    for (const [title, kind, datedOn] of [
      ['100% of courts', 'statistics', '2019-01-01'],
      ['Budget 2026', 'budget', '2026-01-01'],
      ['Zoning plan', 'policy', '2025-01-01'],
    ])
      await add({ kind, title, datedOn, originator: 'Ministry' }).expect(201);
    expect(titles(await list('q=100%25').expect(200))).toEqual(['100% of courts']);
    expect(titles(await list('q=%25%25').expect(200))).toEqual([]);
    expect(titles(await list('kind=budget,policy&sort=title&direction=asc').expect(200))).toEqual(['Budget 2026', 'Zoning plan']);
    expect(titles(await list('state=out_of_date').expect(200))).toEqual(['100% of courts']);
    expect(titles(await list('state=withdrawn').expect(200))).toEqual([law.title]);
    const first = await list('sort=title&direction=asc&limit=2').expect(200);
    const second = await list('sort=title&direction=asc&limit=2&offset=2').expect(200);
    expect(first.body.total).toBe(4);
    expect([...titles(first), ...titles(second)]).toEqual(['100% of courts', 'Budget 2026', law.title, 'Zoning plan']);
  });
});

describe('evidence refuses', () => {
  test('each field that cannot be used, by name', async () => {
    const refused = await add({ kind: 'photo', title: ' ', originator: '', link: 'javascript:alert(1)', language: '??', datedOn: '2026-02-30' }).expect(400);
    expect(refused.body.fields.map((f: { path: string }) => f.path).sort()).toEqual(['datedOn', 'kind', 'language', 'link', 'originator', 'title']);
    const order = await add({ ...law, inForceTo: '2010-01-01' }).expect(400);
    expect(order.body.fields[0].path).toBe('inForceTo');
  });
  test('a stale version, with the newer text beside it; a second withdrawal', async () => {
    const { body: made } = await add({ ...law, title: 'Twice' }).expect(201);
    await served
      .http()
      .put(`${base}/evidence/${made.id}`)
      .set('cookie', cookie)
      .send({ ...law, version: 1, title: 'First writer' })
      .expect(200);
    const stale = await served
      .http()
      .put(`${base}/evidence/${made.id}`)
      .set('cookie', cookie)
      .send({ ...law, version: 1, title: 'Second writer' })
      .expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_version', current: { title: 'First writer', version: 2 } });
    await served.http().post(`${base}/evidence/${made.id}/withdrawal`).set('cookie', cookie).send({ version: 2, reason: 'x' }).expect(200);
    const again = await served.http().post(`${base}/evidence/${made.id}/withdrawal`).set('cookie', cookie).send({ version: 3, reason: 'x' }).expect(409);
    expect(again.body.code).toBe('wrong_state');
  });
});

describe('evidence keeps apart', () => {
  test('roles: a viewer reads and does not write', async () => {
    const viewer = await signIn(served, 'viewer@government.example');
    await list('', viewer).expect(200);
    expect((await add(law, viewer).expect(403)).body.code).toBe('forbidden');
    await add(law, await signIn(served, 'contributor@government.example')).expect(201);
  });
  test('tenants: another organisation finds nothing, whatever it does', async () => {
    const { body: made } = await add({ ...law, title: 'Ours' }).expect(201);
    const ngo = await signIn(served, 'lead@ngo.example');
    await list('', ngo).expect(404);
    await add(law, ngo).expect(404);
    const at = `${base}/evidence/${made.id}`;
    await served.http().get(at).set('cookie', ngo).expect(404);
    await served
      .http()
      .put(at)
      .set('cookie', ngo)
      .send({ ...law, version: 1 })
      .expect(404);
    await served.http().post(`${at}/withdrawal`).set('cookie', ngo).send({ version: 1, reason: 'x' }).expect(404);
  });
});
