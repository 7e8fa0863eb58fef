// Somebody leaves: the work goes to a successor or stays with the post; and one person works in several organisations.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Scope } from '../src/platform/db/scope.ts';
import { asOwner } from '../src/reference/owner.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let admin: pg.Client;
let dossier: string;
let lead: string;
const scopes: Record<string, Scope> = {};
const scope = (email: string): Scope => {
  const found = scopes[email];
  if (!found) throw new Error(`no scope of ${email}`);
  return found;
};
const send = (cookie: string, method: 'get' | 'post' | 'put', path: string, body?: object) => served.http()[method](path).set('cookie', cookie).send(body);
const versionOf = async (person: string) =>
  (await admin.query('SELECT version FROM membership WHERE person_id = $1 ORDER BY created_at LIMIT 1', [person])).rows[0].version;
const element = async (code: string) =>
  (await send(lead, 'get', `/api/dossiers/${dossier}/obligations`)).body.items
    .flatMap((o: { elements: object[] }) => o.elements)
    .find((e: { code: string }) => e.code === code);
const assign = (elements: string[], person: string) => send(lead, 'post', `/api/dossiers/${dossier}/assignments`, { elements, person }).expect(200);

beforeAll(async () => {
  served = await serve();
  await seat(served);
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  for (const email of ['lead', 'reviewer', 'contributor', 'police', 'viewer'].map((name) => `${name}@government.example`))
    scopes[email] = await scopeFor(served, email);
  scopes['lead@ngo.example'] = await scopeFor(served, 'lead@ngo.example');
  lead = await signIn(served, 'lead@government.example');
  dossier = await openedDossier(served, scope('lead@government.example'));
});
afterAll(async () => {
  await admin.end();
  await served.stop();
});

describe('removal', () => {
  test('passes every element to the successor, in the same body, with its history; the session ends and the journal tells it', async () => {
    const { person } = scope('police@government.example');
    const successor = scope('contributor@government.example').person;
    await assign(['10.1-1', '10.1-2', '3.2'], person);
    const running = await signIn(served, 'police@government.example');
    const { body } = await send(lead, 'post', `/api/organisation/members/${person}/removal`, { version: await versionOf(person), successor }).expect(200);
    expect(body).toEqual({ elements: 3, successor: { id: successor, name: 'Desk officer, child protection' } });
    expect(await element('10.1-1')).toMatchObject({ owner: { id: successor }, body: { name: 'Ministry of the Interior' } });
    const history = await send(lead, 'get', `/api/dossiers/${dossier}/elements/10.1-1/assignments`);
    expect(history.body.items.map((a: { cause: string }) => a.cause)).toEqual(['handed_over', 'assigned']);
    await served.http().get('/api/session').set('cookie', running).expect(401);
    const { rows } = await admin.query("SELECT data FROM journal_entry WHERE act = 'member.removed' AND subject_id = $1", [person]);
    expect(rows[0].data).toMatchObject({ successor, role: 'contributor' });
    expect(rows[0].data.elements).toHaveLength(3);
  });

  test('without a successor the work stays with the body, given to nobody in it', async () => {
    const { person } = scope('contributor@government.example');
    const { body } = await send(lead, 'post', `/api/organisation/members/${person}/removal`, { version: await versionOf(person) }).expect(200);
    expect(body).toEqual({ elements: 3, successor: null });
    expect(await element('10.1-1')).toMatchObject({ owner: null, body: { name: 'Ministry of the Interior' } });
  });

  test('refuses a successor who is not there, has left or is the leaver; nothing is changed then', async () => {
    const { person } = scope('viewer@government.example');
    const stranger = scope('lead@ngo.example').person;
    const left = scope('police@government.example').person;
    for (const successor of [stranger, left, person]) {
      const answer = await send(lead, 'post', `/api/organisation/members/${person}/removal`, { version: await versionOf(person), successor });
      expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, 'successor']);
    }
    const reviewer = await signIn(served, 'reviewer@government.example');
    expect((await send(reviewer, 'post', `/api/organisation/members/${person}/removal`, { version: 1 })).status).toBe(403);
    expect((await send(lead, 'post', `/api/organisation/members/${scope('lead@government.example').person}/removal`, { version: 1 })).body.code).toBe(
      'wrong_state',
    );
    const { rows } = await admin.query('SELECT status FROM membership WHERE person_id = $1', [person]);
    expect(rows[0].status).toBe('active');
  });

  test('nothing is given to somebody who is just leaving, however the two fall together', async () => {
    const { person } = scope('viewer@government.example');
    const version = await versionOf(person);
    const codes = ['8.1.a', '8.1.b', '8.1.c', '8.1.d', '8.1.e', '8.1.f'];
    await Promise.all([
      ...codes.map((code) => send(lead, 'post', `/api/dossiers/${dossier}/assignments`, { elements: [code], person })),
      send(lead, 'post', `/api/organisation/members/${person}/removal`, { version }).expect(200),
      ...codes.map((code) => send(lead, 'post', `/api/dossiers/${dossier}/assignments`, { elements: [code], person })),
    ]);
    for (const code of codes) expect((await element(code)).owner).toBeNull();
  });
});

test('a member leaves by himself or herself and is out from the next request', async () => {
  const { person } = scope('reviewer@government.example');
  const reviewer = await signIn(served, 'reviewer@government.example');
  await assign(['4.1'], person);
  const { body } = await send(reviewer, 'post', '/api/organisation/departure', {
    version: await versionOf(person),
    successor: scope('lead@government.example').person,
  }).expect(200);
  expect(body.elements).toBe(1);
  await send(reviewer, 'get', '/api/session').expect(401);
  expect(await element('4.1')).toMatchObject({ owner: { name: 'National focal point' } });
  const { rows } = await admin.query("SELECT person_id FROM journal_entry WHERE act = 'member.left'");
  expect(rows).toEqual([{ person_id: person }]);
});

describe('several organisations', () => {
  let cookie: string;
  let government: string;
  let ngo: string;
  beforeAll(async () => {
    government = scope('lead@government.example').organisation;
    ngo = scope('lead@ngo.example').organisation;
    await asOwner(served.adminUrl, (db) =>
      db.query("INSERT INTO membership (organisation_id, person_id, role, created_at) VALUES ($1, $2, 'viewer', now())", [
        ngo,
        scope('lead@government.example').person,
      ]),
    );
    cookie = await signIn(served, 'lead@government.example');
  });
  const choose = (with_: string, organisation: string) => send(with_, 'put', '/api/session/organisation', { organisation });
  const cookieOf = (answer: { headers: Record<string, string | string[]> }) => String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';

  test('the session goes on in the other one under a new token, in the role that one has there; the old token is worth nothing', async () => {
    const answer = await choose(cookie, ngo).expect(200);
    expect(answer.body).toMatchObject({ organisation: { id: ngo }, role: 'viewer' });
    expect(answer.body.organisations.map((o: { id: string; role: string }) => [o.id, o.role])).toEqual(
      expect.arrayContaining([
        [government, 'lead'],
        [ngo, 'viewer'],
      ]),
    );
    const next = cookieOf(answer);
    expect(next).not.toBe(cookie);
    await send(cookie, 'get', '/api/session').expect(401);
    await send(next, 'get', `/api/dossiers/${dossier}`).expect(404);
    expect((await send(next, 'put', '/api/organisation', { version: 1, name: 'X', locale: 'en' })).status).toBe(403);
    const back = await choose(next, government).expect(200);
    await send(cookieOf(back), 'get', `/api/dossiers/${dossier}`).expect(200);
    cookie = cookieOf(back);
    const { rows } = await admin.query("SELECT act FROM journal_entry WHERE organisation_id = $1 AND act IN ('session.entered', 'session.left') ORDER BY seq", [
      ngo,
    ]);
    expect(rows.map((row) => row.act)).toEqual(['session.entered', 'session.left']);
  });

  test('refuses an organisation that is not one’s own as one that does not exist, and leaves the session as it was', async () => {
    const neighbour = (await scopeFor(served, 'lead@neighbour.example')).organisation;
    const [foreign, unknown] = [await choose(cookie, neighbour), await choose(cookie, '01890a5d-ac96-774b-bcce-b302099a8057')];
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(foreign.status).toBe(404);
    await send(cookie, 'get', `/api/dossiers/${dossier}`).expect(200);
  });

  test('of two who choose with the same token one goes on', async () => {
    const answers = await Promise.all([choose(cookie, ngo), choose(cookie, ngo)]);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    cookie = cookieOf(answers.find((a) => a.status === 200) ?? answers[0]);
  });

  test('leaving one organisation leaves the other', async () => {
    const { rows } = await admin.query('SELECT version FROM membership WHERE organisation_id = $1 AND person_id = $2', [
      ngo,
      scope('lead@government.example').person,
    ]);
    await send(cookie, 'post', '/api/organisation/departure', { version: rows[0].version }).expect(200);
    await send(cookie, 'get', '/api/session').expect(401);
    const again = await signIn(served, 'lead@government.example');
    const session = await send(again, 'get', '/api/session').expect(200);
    expect(session.body.organisations).toHaveLength(1);
  });
});
