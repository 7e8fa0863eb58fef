// API keys: shown once, kept as a hash, for one organisation, with a right, an end and a last use; never for people, never to accept.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '@servanda/contract';
import pg from 'pg';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let admin: pg.Client;
let lead: string;
let dossier: string;
const year = new Date().getUTCFullYear();
const soon = `${year + 1}-01-01`;
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'By program.' };

beforeAll(async () => {
  served = await serve();
  await seat(served);
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  lead = await signIn(served, 'lead@government.example');
  dossier = await openedDossier(served, await scopeFor(served, 'lead@government.example'));
});
afterAll(async () => {
  await admin.end();
  await served.stop();
});

const make = (right: string, more: object = {}, cookie = lead) =>
  served
    .http()
    .post('/api/organisation/keys')
    .set('cookie', cookie)
    .send({ name: 'Statistics office', right, expiresOn: soon, ...more });
async function made(right: 'read' | 'write', more: object = {}): Promise<{ token: string; id: string }> {
  const { body } = await make(right, more).expect(201);
  return { token: body.token, id: body.key.id };
}
const by = (token: string, method: 'get' | 'post' | 'put' | 'delete', path: string) => served.http()[method](path).set('authorization', `Bearer ${token}`);
const listed = async () =>
  (await served.http().get('/api/organisation/keys').set('cookie', lead).expect(200)).body.items as { id: string; state: string; lastUsedAt: string | null }[];

describe('a key', () => {
  test('is shown once and kept as a hash; the list tells what it is, not the key', async () => {
    const { token, id } = await made('read');
    expect(token).toMatch(/^servanda_[\w-]{43}$/);
    const list = await served.http().get('/api/organisation/keys').set('cookie', lead).expect(200);
    expect(list.body.items[0]).toMatchObject({
      id,
      name: 'Statistics office',
      right: 'read',
      hint: token.slice(0, 13),
      state: 'active',
      lastUsedAt: null,
      createdBy: 'National focal point',
    });
    expect(list.text).not.toContain(token);
    const dump = JSON.stringify((await admin.query('SELECT k::text FROM api_key k UNION ALL SELECT j::text FROM journal_entry j')).rows);
    expect(dump).not.toContain(token.slice(14));
  });

  test('reads for its organisation and writes nothing, where it may read', async () => {
    const { token } = await made('read');
    expect((await by(token, 'get', '/api/dossiers').expect(200)).body.items.map((d: { id: string }) => d.id)).toEqual([dossier]);
    const open = await by(token, 'get', `/api/dossiers/${dossier}`).expect(200);
    expect(open.body.may.recordAssessment).toEqual({ allowed: false, because: 'role' });
    await by(token, 'post', `/api/dossiers/${dossier}/elements/3.2/assessments`).send(judgement).expect(403);
  });

  test('records and submits in the name of who made it, where it may write; accepting is for people', async () => {
    const { token, id } = await made('write');
    const recorded = await by(token, 'post', `/api/dossiers/${dossier}/elements/3.2/assessments`).send(judgement).expect(201);
    expect(recorded.body.author).toMatchObject({ name: 'National focal point', role: 'contributor' });
    const review = (act: string) => by(token, 'post', `/api/dossiers/${dossier}/elements/3.2/assessments/1/reviews`).send({ act, reason: 'So.' });
    await review('submit').expect(201);
    for (const act of ['accept', 'return']) await review(act).expect(403);
    const evidence = await addedEvidence(served, await scopeFor(served, 'lead@government.example'), dossier);
    await by(token, 'get', `/api/dossiers/${dossier}/evidence/${evidence}`).expect(200);
    const { rows } = await admin.query('SELECT key_id, session_id, role FROM journal_entry WHERE act = $1', ['assessment.recorded']);
    expect(rows).toEqual([{ key_id: id, session_id: null, role: 'contributor' }]);
  });

  test('notes its use at most once a minute', async () => {
    const { token, id } = await made('read');
    await by(token, 'get', '/api/dossiers').expect(200);
    const first = (await listed()).find((key) => key.id === id)?.lastUsedAt;
    expect(first).toMatch(/^\d{4}-/);
    await by(token, 'get', '/api/dossiers').expect(200);
    expect((await listed()).find((key) => key.id === id)?.lastUsedAt).toBe(first);
    await admin.query("UPDATE api_key SET last_used_at = last_used_at - interval '61 seconds' WHERE id = $1", [id]);
    await by(token, 'get', '/api/dossiers').expect(200);
    expect((await listed()).find((key) => key.id === id)?.lastUsedAt).not.toBe(first);
  });
});

describe('a key opens nothing', () => {
  const refused = async (token: string) => {
    const answer = await by(token, 'get', '/api/dossiers').expect(401);
    expect(answer.body.code).toBe('not_signed_in');
    return { ...answer.body, requestId: '' };
  };
  test('where it is wrong, revoked or has run out: the same answer for each', async () => {
    const [revoked, expired] = [await made('read'), await made('read')];
    await served.http().delete(`/api/organisation/keys/${revoked.id}`).set('cookie', lead).expect(204);
    await served.http().delete(`/api/organisation/keys/${revoked.id}`).set('cookie', lead).expect(404);
    await admin.query("UPDATE api_key SET created_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE id = $1", [expired.id]);
    const wrong = await refused(`servanda_${'A'.repeat(43)}`);
    expect(await refused(revoked.token)).toEqual(wrong);
    expect(await refused(expired.token)).toEqual(wrong);
    expect(await refused('x')).toEqual(wrong);
    const states = new Map((await listed()).map(({ id, state }) => [id, state]));
    expect([states.get(revoked.id), states.get(expired.id)]).toEqual(['revoked', 'expired']);
  });

  test('of another organisation: its dossier is not there', async () => {
    const stranger = await signIn(served, 'lead@ngo.example');
    const { body } = await make('write', {}, stranger).expect(201);
    expect((await by(body.token, 'get', `/api/dossiers/${dossier}`).expect(404)).body.code).toBe('not_found');
    expect((await by(body.token, 'get', '/api/dossiers').expect(200)).body.total).toBe(0);
    const { id } = await made('read');
    await served.http().delete(`/api/organisation/keys/${id}`).set('cookie', stranger).expect(404);
  });

  test('of people and organisations, and none that is for leads: every door that the contract keeps from keys', async () => {
    const { token } = await made('write');
    const closed = doors.filter((door) => door.access === 'session' && door.allows?.key === null);
    expect(closed.length).toBeGreaterThan(20);
    for (const door of closed) {
      const path = door.path.replace(/\{\w+\}/g, dossier);
      const answer = await by(token, { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' }[door.method] as 'get', path).send(
        door.method === 'GET' ? undefined : {},
      );
      expect([door.name, answer.status, answer.body.code]).toEqual([door.name, 403, 'forbidden']);
    }
  });

  test('of who may not any more: a maker who is suspended, is now a viewer, or has left', async () => {
    const person = (await scopeFor(served, 'reviewer@government.example')).person;
    const reviewer = () => signIn(served, 'reviewer@government.example');
    const set = (change: string) => admin.query(`UPDATE membership SET ${change} WHERE person_id = $1`, [person]);
    await set("role = 'lead'");
    const { body } = await make('write', {}, await reviewer()).expect(201);
    await set("status = 'suspended'");
    await refused(body.token);
    await set("status = 'active', role = 'viewer'");
    await by(body.token, 'get', '/api/dossiers').expect(200);
    await by(body.token, 'post', `/api/dossiers/${dossier}/elements/3.3/assessments`).send(judgement).expect(403);
    await set("status = 'left'");
    await refused(body.token);
    await set("status = 'active', role = 'lead'");
    await refused(body.token);
    expect((await listed()).find((key) => key.id === body.key.id)?.state).toBe('revoked');
  });
});

describe('a key beside a cookie', () => {
  test('counts alone: a wrong key is not saved by a good session, nor a reading one raised by it', async () => {
    const { token } = await made('read');
    await by(`servanda_${'B'.repeat(43)}`, 'get', '/api/dossiers')
      .set('cookie', lead)
      .expect(401);
    await by(token, 'post', '/api/dossiers').set('cookie', lead).send({ iso3: 'XAA', title: 'Not by a key' }).expect(403);
    await by('', 'get', '/api/dossiers').set('cookie', lead).expect(401);
  });

  test('opens no way around the refusal of other sites', async () => {
    const { token } = await made('write');
    const record = (from: [string, string]) =>
      by(token, 'post', `/api/dossiers/${dossier}/elements/3.4/assessments`)
        .set('cookie', lead)
        .set(...from)
        .send(judgement)
        .expect(403);
    for (const from of [
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
      ['origin', 'https://elsewhere.example'],
      ['origin', 'null'],
    ] as [string, string][])
      expect((await record(from)).body.code).toBe('cross_site');
    // A header that is no key of ours leaves the session, and what is asked of it.
    const basic = await served.http().post('/api/dossiers').set('authorization', 'Basic eDp5').set('cookie', lead).set('sec-fetch-site', 'cross-site').send({});
    expect(basic.body.code).toBe('cross_site');
    await served.http().get('/api/dossiers').set('authorization', 'Basic eDp5').set('cookie', lead).expect(200);
  });
});

describe('making one', () => {
  test('needs a lead who has just proven who he or she is', async () => {
    const viewer = await signIn(served, 'viewer@government.example');
    expect((await make('read', {}, viewer).expect(403)).body.code).toBe('forbidden');
    const late = await signIn(served, 'lead@government.example');
    await admin.query(
      "UPDATE session_proof SET confirmed_at = confirmed_at - interval '10 minutes'; UPDATE session SET created_at = created_at - interval '10 minutes'",
    );
    expect((await make('read', {}, late).expect(403)).body.code).toBe('confirm_identity');
    await served.http().get('/api/organisation/keys').set('cookie', late).expect(200);
    await served.http().get('/api/organisation/keys').set('cookie', viewer).expect(403);
    lead = await signIn(served, 'lead@government.example');
  });

  test('refuses an end in the past or after a year, another right, and no name', async () => {
    for (const [path, more] of [
      ['expiresOn', { expiresOn: '2020-01-01' }],
      ['expiresOn', { expiresOn: `${year + 2}-01-01` }],
      ['right', { right: 'admin' }],
      ['name', { name: ' ' }],
    ] as const)
      expect((await make('read', more).expect(400)).body.fields[0].path).toBe(path);
    const { rows } = await admin.query("SELECT conname FROM pg_constraint WHERE conname = 'api_key_ends_within_a_year'");
    expect(rows).toHaveLength(1);
  });
});
