// Evidence asked of a colleague or a body: answered, sent back, accepted, declined, closed; told by letter.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { lettersTo } from './letters.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let base: string;
let evidence: string;
const who: Record<string, string> = {};
const ids: Record<string, string> = {};
const send = (as: string, path: string, body: object) =>
  served
    .http()
    .post(`${base}${path}`)
    .set('cookie', who[as] ?? '')
    .send(body);
const wanted = () => ({ element: '3.2', wanted: 'The circular of 2024', dueOn: '2099-01-01', person: ids['contributor'] });
const asked = async (body: object = wanted()): Promise<string> => (await send('reviewer', '/requests', body).expect(201)).body.id;
const step = (as: string, request: string, act: string, seen: number, more: object = {}) => send(as, `/requests/${request}/steps`, { act, seen, ...more });
const list = async (as: string, show: string) =>
  (
    await served
      .http()
      .get(`${base}/requests?show=${show}`)
      .set('cookie', who[as] ?? '')
      .expect(200)
  ).body;
const address = (role: string) => `${role}@government.example`;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  for (const role of ['lead', 'reviewer', 'contributor', 'viewer']) {
    who[role] = await signIn(served, address(role));
    ids[role] = (await scopeFor(served, address(role))).person;
  }
  who['ngo'] = await signIn(served, 'lead@ngo.example');
  const id = (
    await served
      .http()
      .post('/api/dossiers')
      .set('cookie', who['lead'] ?? '')
      .send({ iso3: 'XAA', title: 'Requests' })
      .expect(201)
  ).body.id;
  base = `/api/dossiers/${id}`;
  evidence = (await send('contributor', '/evidence', { kind: 'policy', title: 'Circular 7', originator: 'Ministry' }).expect(201)).body.id;
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

describe('requests do', () => {
  test('go from asking to closing, as work for whose turn it is, each told by a letter that holds no word of what is asked', async () => {
    const id = await asked();
    expect(await list('contributor', 'mine')).toMatchObject({ mine: 1, items: [{ id, state: 'open', isMine: true, isOverdue: false, element: '3.2' }] });
    const answered = await step('contributor', id, 'answer', 0, { evidence }).expect(201);
    expect(answered.body).toMatchObject({ state: 'answered', isMine: false, steps: [{ act: 'answer', evidence: { id: evidence, title: 'Circular 7' } }] });
    expect((await list('reviewer', 'mine')).items.map((one: { id: string }) => one.id)).toEqual([id]);
    await step('reviewer', id, 'send_back', 1, { note: 'It is the draft' }).expect(201);
    await step('contributor', id, 'answer', 2, { evidence, note: 'Now signed' }).expect(201);
    expect((await step('reviewer', id, 'accept', 3).expect(201)).body).toMatchObject({ state: 'accepted', may: { close: { allowed: true } } });
    await step('lead', id, 'close', 4).expect(201);
    expect((await list('contributor', 'unfinished')).total).toBe(0);
    expect((await list('viewer', 'all')).items).toMatchObject([{ state: 'closed', steps: { length: 5 } }]);
    const toAsked = await lettersTo(served, address('contributor'));
    expect(toAsked.filter(({ letter }) => letter === 'evidenceRequest').map(({ subject }) => subject)).toEqual([
      'A request for evidence on Article 3(2) was made',
      'A request for evidence on Article 3(2) was sent back',
    ]);
    expect(JSON.stringify(toAsked)).not.toMatch(/circular|draft/i);
    expect((await lettersTo(served, address('reviewer'))).filter(({ letter }) => letter === 'evidenceRequest')).toHaveLength(2);
  });

  test('of a body wait for its members, and for nobody else', async () => {
    const { rows } = await superuser.query(
      "SELECT m.body_id, m.person_id FROM membership m JOIN body b ON b.organisation_id = m.organisation_id AND b.id = m.body_id JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1 AND m.role = 'contributor'",
      [ids['contributor']],
    );
    const id = await asked({ ...wanted(), person: null, body: rows[0].body_id });
    expect((await list('contributor', 'mine')).items).toMatchObject([{ id, person: null, body: { id: rows[0].body_id }, may: { answer: { allowed: true } } }]);
    expect((await list('lead', 'mine')).items).toEqual([]);
    await step('lead', id, 'close', 0).expect(201);
  });

  test('are declined with a reason; are overdue from the day after', async () => {
    const id = await asked();
    await step('contributor', id, 'decline', 0, { note: 'It does not exist' }).expect(201);
    expect((await list('reviewer', 'mine')).items).toMatchObject([{ id, state: 'declined', isOverdue: false }]);
    await step('reviewer', id, 'close', 1).expect(201);
    const late = await asked();
    await superuser.query('ALTER TABLE evidence_request DISABLE TRIGGER evidence_request_append_only');
    await superuser.query("UPDATE evidence_request SET due_on = '2026-01-01' WHERE id = $1", [late]);
    await superuser.query('ALTER TABLE evidence_request ENABLE TRIGGER evidence_request_append_only');
    expect((await list('lead', 'unfinished')).items).toMatchObject([{ id: late, isOverdue: true }]);
    const other = await asked({ ...wanted(), element: '4.1' });
    expect(await list('contributor', 'overdue')).toMatchObject({ items: [{ id: late }], total: 1, mine: 2, unfinished: 2, overdue: 1 });
    expect(await list('contributor', 'unfinished&element=4.1')).toMatchObject({ items: [{ id: other }], total: 1, mine: 1, unfinished: 1, overdue: 0 });
    await step('lead', other, 'close', 0).expect(201);
    await step('lead', late, 'close', 0).expect(201);
  });
});

describe('requests are work to do', () => {
  const get = async (as: string, path: string) =>
    (
      await served
        .http()
        .get(path)
        .set('cookie', who[as] ?? '')
        .expect(200)
    ).body;
  const beside = async (as: string, asOf = '') =>
    (await get(as, `${base}/gaps?limit=100${asOf}`)).items.find((gap: { element: string }) => gap.element === '9.3').requests;
  const forMe = async (as: string) => (await get(as, '/api/dossiers')).items.find(({ id }: { id: string }) => base.endsWith(id)).requestsForMe;
  test('for the asked, then for the asker: beside the gaps of the element, and in the list of dossiers; and as they stood before', async () => {
    const id = await asked({ ...wanted(), element: '9.3' });
    const moment = (await list('viewer', 'unfinished&element=9.3')).items[0].askedAt;
    expect([await beside('contributor'), await beside('reviewer')]).toEqual([
      { unfinished: 1, overdue: 0, mine: 1 },
      { unfinished: 1, overdue: 0, mine: 0 },
    ]);
    expect([await forMe('contributor'), await forMe('reviewer'), await forMe('viewer')]).toEqual([1, 0, 0]);
    await step('contributor', id, 'answer', 0, { evidence }).expect(201);
    expect([await forMe('contributor'), await forMe('reviewer')]).toEqual([0, 1]);
    await step('reviewer', id, 'accept', 1).expect(201);
    expect(await beside('contributor')).toEqual({ unfinished: 0, overdue: 0, mine: 0 });
    expect(await beside('contributor', `&asOf=${moment}`)).toEqual({ unfinished: 1, overdue: 0, mine: 1 });
    const then = (await list('contributor', `mine&element=9.3&asOf=${moment}`)).items;
    expect(then).toMatchObject([{ state: 'open', steps: [], may: { answer: { allowed: false, because: 'past' } } }]);
  });
});

describe('requests refuse', () => {
  test.each<[string, object, string]>([
    ['nobody', { person: null }, 'person'],
    ['oneself', { person: 'reviewer' }, 'person'],
    ['a viewer', { person: 'viewer' }, 'person'],
    ['a day that has passed', { dueOn: '2020-01-01' }, 'dueOn'],
    ['an element of no catalogue', { element: '99.9' }, 'element'],
    ['nothing', { wanted: ' ' }, 'wanted'],
  ])('to ask %s', async (_, more: { person?: string | null }, path) => {
    const person = more.person ? { person: ids[more.person] } : {};
    expect((await send('reviewer', '/requests', { ...wanted(), ...more, ...person }).expect(400)).body.fields[0].path).toBe(path);
  });
  test('a step that does not follow, was seen otherwise, says no reason, or names a piece that is not here', async () => {
    const id = await asked();
    expect((await step('reviewer', id, 'accept', 0).expect(409)).body.code).toBe('wrong_state');
    expect((await step('contributor', id, 'answer', 1, { evidence }).expect(409)).body).toMatchObject({ code: 'stale_version', current: { state: 'open' } });
    await step('contributor', id, 'decline', 0).expect(400);
    await step('contributor', id, 'answer', 0).expect(400);
    expect((await step('contributor', id, 'answer', 0, { evidence: id }).expect(422)).body.code).toBe('evidence_unknown');
    const two = await Promise.all([step('contributor', id, 'answer', 0, { evidence }), step('contributor', id, 'decline', 0, { note: 'No' })]);
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('requests keep apart', () => {
  test('roles: who was not asked does not answer, who did not ask does not accept, a viewer does neither', async () => {
    const id = await asked();
    expect((await step('lead', id, 'answer', 0, { evidence }).expect(403)).body.code).toBe('forbidden');
    await step('contributor', id, 'close', 0).expect(403);
    await step('viewer', id, 'close', 0).expect(403);
    await send('viewer', '/requests', wanted()).expect(403);
  });
  test('tenants: nothing is seen, asked or moved from outside', async () => {
    const id = await asked();
    await served
      .http()
      .get(`${base}/requests`)
      .set('cookie', who['ngo'] ?? '')
      .expect(404);
    await send('ngo', '/requests', wanted()).expect(404);
    await step('ngo', id, 'close', 0).expect(404);
  });
});
