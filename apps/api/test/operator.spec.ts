// The operator founds, names, suspends and counts organisations, and sees nothing that they keep.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors } from '@servanda/contract';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let admin: pg.Client;
let operator: string;
const canary = 'CANARY-7f3a';
const send = (method: 'get' | 'post' | 'put', path: string, body?: object, cookie = operator) => served.http()[method](path).set('cookie', cookie).send(body);
interface Counted {
  id: string;
  name: string;
  version: number;
  members: number;
}
const organisations = async (): Promise<Counted[]> => (await send('get', '/api/operator/organisations').expect(200)).body.items;
const named = async (name: string): Promise<Counted> => {
  const found = (await organisations()).find((one) => one.name === name);
  if (!found) throw new Error(`no organisation ${name}`);
  return found;
};

beforeAll(async () => {
  served = await serve();
  await seat(served);
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  operator = await signIn(served, 'operator@servanda.example');
});
afterAll(async () => {
  await admin.end();
  await served.stop();
});

describe('the list', () => {
  test('counts members and leads of every organisation', async () => {
    const { items, total } = (await send('get', '/api/operator/organisations').expect(200)).body;
    expect(total).toBe(items.length);
    expect(items.find((one: Counted) => one.name === 'Government of Aruna')).toMatchObject({
      kind: 'government',
      iso3: 'XAA',
      members: 5,
      leads: 1,
      invitations: 0,
      suspendedAt: null,
    });
  });

  test('and no door of the operator tells a name of a person, an address or a word of a dossier', async () => {
    const lead = await scopeFor(served, 'lead@government.example');
    const dossier = await openedDossier(served, lead, `${canary} dossier`);
    const body = {
      basedOn: null,
      law: 'compliant' as const,
      practice: null,
      asOf: '2026-03-31',
      periodFrom: null,
      periodTo: null,
      reasons: `${canary} reasons`,
      qualifierNote: '',
    };
    await served.app
      .get(AssessmentsService)
      .record(lead, { params: { id: dossier, code: '3.2' }, query: undefined, body: { ...body, citations: [], submit: true } });
    await admin.query('UPDATE person SET name = $1 WHERE id = $2', [`${canary} name`, lead.person]);
    await admin.query('INSERT INTO body (organisation_id, id, name) VALUES ($1, gen_random_uuid(), $2)', [lead.organisation, `${canary} body`]);
    const reading = doors.filter((door) => door.access === 'session' && door.method === 'GET');
    for (const door of reading) {
      const path = door.path.replace(/\{(\w+)\}/g, (_, name: string) => ({ code: '3.2' })[name] ?? dossier);
      const answer = await send('get', path);
      expect([door.name, answer.status >= 500, answer.text.includes(canary), /government\.example/.test(answer.text)]).toEqual([
        door.name,
        false,
        false,
        false,
      ]);
    }
    await admin.query('UPDATE person SET name = $1 WHERE id = $2', ['National focal point', lead.person]);
  });
});

describe('founding', () => {
  const founding = (body: object) => send('post', '/api/operator/organisations', body);

  test('makes an organisation and sends its first lead the letter; both journals know it', async () => {
    const founded = await founding({ kind: 'nhri', name: 'Ombudsman of Aruna', lead: 'Ombud@nhri.example', locale: 'fr' }).expect(201);
    expect(founded.body).toMatchObject({ name: 'Ombudsman of Aruna', members: 0, leads: 0, invitations: 1 });
    const { rows } = await admin.query('SELECT to_address, locale FROM outbox WHERE letter = $1', ['invitation']);
    expect(rows).toEqual([{ to_address: 'ombud@nhri.example', locale: 'fr' }]);
    const entries = await admin.query(
      "SELECT o.kind FROM journal_entry j JOIN organisation o ON o.id = j.organisation_id WHERE j.act = 'organisation.founded' AND j.subject_id = $1 ORDER BY o.kind",
      [founded.body.id],
    );
    expect(entries.rows.map((row) => row.kind)).toEqual(['nhri', 'operator']);
  });

  test('refuses a second government of a State, an unknown State, a kind without its State, another operator; nothing is left of it', async () => {
    const before = (await organisations()).length;
    const lead = 'x@new.example';
    for (const [status, code, body] of [
      [409, 'already_exists', { kind: 'government', name: 'Another', iso3: 'XAA', lead }],
      [422, 'state_unknown', { kind: 'government', name: 'Nowhere', iso3: 'XZZ', lead }],
      [400, 'invalid_input', { kind: 'government', name: 'No State', lead }],
      [400, 'invalid_input', { kind: 'ngo', name: 'With State', iso3: 'XAA', lead }],
      [400, 'invalid_input', { kind: 'operator', name: 'Another operator', lead }],
      [400, 'invalid_input', { kind: 'ngo', name: 'No address', lead: 'nobody' }],
    ] as const) {
      const answer = await founding(body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await organisations()).length).toBe(before);
  });

  test('the first lead is asked again while there is none; a running organisation is never entered', async () => {
    const founded = await named('Ombudsman of Aruna');
    const again = await send('post', `/api/operator/organisations/${founded.id}/lead`, { email: 'other@nhri.example' }).expect(201);
    expect(again.body.outcome).toBe('invited');
    const running = await named('Government of Aruna');
    expect((await send('post', `/api/operator/organisations/${running.id}/lead`, { email: 'operator2@servanda.example' }).expect(409)).body.code).toBe(
      'wrong_state',
    );
    await send('post', `/api/operator/organisations/${running.id}/suspension`).expect(201);
    await send('post', `/api/operator/organisations/${running.id}/lead`, { email: 'operator2@servanda.example' }).expect(409);
    await send('post', `/api/operator/organisations/${running.id}/reinstatement`).expect(201);
  });
});

describe('suspension', () => {
  test('ends sessions and sign-ins of everybody, loses nothing, and brings back each in the state he or she had', async () => {
    const government = await named('Government of Aruna');
    await admin.query("UPDATE membership SET status = 'suspended' WHERE organisation_id = $1 AND role = 'viewer'", [government.id]);
    const running = await signIn(served, 'contributor@government.example');
    const suspended = await send('post', `/api/operator/organisations/${government.id}/suspension`).expect(201);
    expect(suspended.body).toMatchObject({ members: 4, leads: 1, suspendedAt: expect.stringMatching(/^\d{4}-/) });
    await served.http().get('/api/session').set('cookie', running).expect(401);
    await served.http().post('/api/session').send({ email: 'lead@government.example', password: 'pacta-sunt-servanda' }).expect(401);
    expect((await send('post', `/api/operator/organisations/${government.id}/suspension`).expect(409)).body.code).toBe('wrong_state');
    await send('post', `/api/operator/organisations/${government.id}/reinstatement`).expect(201);
    await served.http().get('/api/session').set('cookie', running).expect(401);
    await signIn(served, 'contributor@government.example');
    const { rows } = await admin.query('SELECT role, status FROM membership WHERE organisation_id = $1 ORDER BY role', [government.id]);
    expect(rows.map((row) => `${row.role} ${row.status}`)).toEqual([
      'lead active',
      'reviewer active',
      'contributor active',
      'contributor active',
      'viewer suspended',
    ]);
  });

  test('who comes in meanwhile waits too', async () => {
    const ngo = await named('Aruna Child Rights Watch');
    await send('post', `/api/operator/organisations/${ngo.id}/suspension`).expect(201);
    const { rows } = await admin.query(
      "INSERT INTO membership (organisation_id, person_id, role) SELECT $1, id, 'viewer' FROM person WHERE email = 'lead@neighbour.example' RETURNING status",
      [ngo.id],
    );
    expect(rows[0].status).toBe('suspended');
    const session = await served
      .http()
      .get('/api/session')
      .set('cookie', await signIn(served, 'lead@neighbour.example'));
    expect(session.body.organisations.map((one: { name: string }) => one.name)).toEqual(['Government of Belmora']);
    await send('post', `/api/operator/organisations/${ngo.id}/reinstatement`).expect(201);
  });

  test('of the operator himself, or of nobody, is not possible', async () => {
    const own = await named('Operator');
    await send('post', `/api/operator/organisations/${own.id}/suspension`).expect(404);
    await send('post', '/api/operator/organisations/01890a5d-ac96-774b-bcce-b302099a8057/suspension').expect(404);
  });
});

test('a name is changed against the version seen; the organisation’s journal tells it', async () => {
  const ngo = await named('Aruna Child Rights Watch');
  const path = `/api/operator/organisations/${ngo.id}`;
  expect((await send('put', path, { version: ngo.version, name: 'Child Rights Watch' }).expect(200)).body.version).toBe(ngo.version + 1);
  const stale = await send('put', path, { version: ngo.version, name: 'X' }).expect(409);
  expect(stale.body.current.name).toBe('Child Rights Watch');
  const { rows } = await admin.query("SELECT data FROM journal_entry WHERE organisation_id = $1 AND act = 'organisation.revised'", [ngo.id]);
  expect(rows[0].data).toEqual({ before: { name: 'Aruna Child Rights Watch' }, after: { name: 'Child Rights Watch' } });
});

test('the instance tells its health, its mail and background work in counts, and its versions', async () => {
  const { body } = await send('get', '/api/operator/instance').expect(200);
  expect(body.jobs).toEqual([]);
  const { Jobs } = await import('../src/platform/jobs/jobs.ts');
  const { Database } = await import('../src/platform/db/database.ts');
  const lead = await scopeFor(served, 'lead@government.example');
  await served.app
    .get(Database)
    .hotWrite(lead, (sql) => served.app.get(Jobs).queue(sql, 'evidence.text', { organisation: lead.organisation, file: lead.person }));
  expect((await send('get', '/api/operator/instance').expect(200)).body.jobs).toEqual([{ queue: 'evidence.text', waiting: 1, active: 0, failed: 0 }]);
  expect(body).toMatchObject({ status: 'ready', database: 'ok', fileStore: 'ok', mail: { delivery: 'none' }, versions: { node: process.version } });
  expect(body.versions.migrations).toBeGreaterThan(5);
  expect(body.versions.newestMigration).toMatch(/^\d{14}_/);
  expect(JSON.stringify(body)).not.toContain('@');
});

test('every door of the operator is shut to everybody else, and so are the functions beneath', async () => {
  const shut = doors.filter((door: Door) => door.path.startsWith('/api/operator/'));
  expect(shut.length).toBeGreaterThanOrEqual(7);
  for (const email of ['lead@government.example', 'lead@ngo.example', 'contributor@government.example']) {
    const cookie = await signIn(served, email);
    for (const door of shut) {
      const path = door.path.replace(/\{\w+\}/g, '01890a5d-ac96-774b-bcce-b302099a8057');
      const answer = await send({ GET: 'get', POST: 'post', PUT: 'put', DELETE: 'get' }[door.method] as 'get', path, door.input.body ? {} : undefined, cookie);
      expect([door.name, answer.status]).toEqual([door.name, 403]);
    }
  }
  const { Database } = await import('../src/platform/db/database.ts');
  const lead = await scopeFor(served, 'lead@government.example');
  const db = served.app.get(Database);
  expect(await db.read(lead, (sql) => sql('SELECT * FROM app.organisations_counted(NULL)'))).toEqual([]);
  for (const call of [
    `app.found_organisation(gen_random_uuid(), 'ngo', 'x', NULL, 'en', now())`,
    `app.rename_organisation('${lead.organisation}', 1, 'x')`,
    `app.suspend_organisation('${lead.organisation}', now())`,
    `app.reinstate_organisation('${lead.organisation}')`,
  ])
    expect(await db.hotWrite(lead, (sql) => sql(`SELECT ${call} AS done`))).toEqual([{ done: 'forbidden' }]);
});
