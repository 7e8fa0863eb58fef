// How it must fail: a clear answer, no half-written state, nothing of the inside in any response.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contract, type Door, doors, refusals } from '@servanda/contract';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../src/app.ts';
import { demoPassword } from '../src/demo/people.ts';
import { readConfig } from '../src/platform/config.ts';
import { type Line, lineTo } from './cut-line.ts';
import { insiderOf } from './door-bodies.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve, testKey } from './server.ts';

let served: Served;
let cookie: string;
let operator: string;
let auditor: string;
let dossier: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  operator = await signIn(served, 'operator@servanda.example');
  auditor = await signIn(served, 'lead@ngo.example');
  dossier = await openedDossier(served, await scopeFor(served, 'lead@government.example'));
});
afterAll(() => served.stop());

const inside = /\n\s+at |SELECT|INSERT|UPDATE |prisma|node_modules|\.ts:|\.js:|ECONN|postgres|pg_|stack/i;
interface Answered {
  status: number;
  text: string;
  headers: Record<string, string>;
  body: { code?: string; status?: number; requestId?: string };
}
/** Any refusal: a problem of the closed list, with its own status, and nothing of the inside. Returns its code. */
function refusedWith(answer: Answered): string {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.text).not.toMatch(inside);
  const code = String(answer.body.code);
  const [status] = Object.entries(refusals).find(([name]) => name === code)?.[1] ?? [];
  expect([answer.status, answer.body.status]).toEqual([status, status]);
  expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
  expect(answer.status).not.toBe(500);
  return code;
}
const pathOf = (door: Door) =>
  door.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => ({ id: dossier, evidence: dossier, file: dossier, code: '4.1', number: '1', iso3: 'XAA' })[name] ?? dossier,
  );
const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
const cookieFor = (door: Door) => ({ 'operator@servanda.example': operator, 'lead@ngo.example': auditor })[insiderOf(door)] ?? cookie;
const withBody = doors.filter((door) => door.input.body).map((door): [string, Door] => [door.name, door]);
const raw = (door: Door, body: string, type = 'application/json') =>
  served.http()[verbs[door.method]](pathOf(door)).set('cookie', cookieFor(door)).set('content-type', type).send(body);

describe('a body that cannot be used', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  test.each(withBody)('%s: not JSON, cut off, empty, nested 10,000 deep, poisoned', async (_, door) => {
    for (const body of ['{', '{"a":1', 'hello', '', '{"a":1}}', deep, nested, '{"__proto__":{"role":"lead"}}', '{"a":{"constructor":{"prototype":{}}}}'])
      expect(['unreadable_body', 'invalid_input']).toContain(refusedWith(await raw(door, body)));
  });

  test.each(withBody)('%s: the wrong kind of value', async (_, door) => {
    for (const body of ['null', '[]', '"text"', '7', 'true', '{}', '{"iso3":{"$gt":""},"email":[],"version":"1","act":null}'])
      expect(refusedWith(await raw(door, body))).toBe('invalid_input');
  });

  test.each(withBody)('%s: NUL and half characters, anywhere', async (_, door) => {
    for (const body of ['{"title":"a\\u0000b"}', '{"title":"\\ud800"}', '{"x":[{"y":"\\udfff"}]}', '{"a\\u0000":1}'])
      expect(refusedWith(await raw(door, body))).toBe('invalid_input');
  });

  test('a half character is named with its field, wherever it stands, beside every other one', async () => {
    const of = (body: { fields: { path: string; message: string }[] }) => body.fields.map(({ path, message }) => [path, message.split(':')[0]]);
    const half = 'Remove the half character';
    const withdrawal = contract.evidence.withdraw;
    expect(of((await raw(withdrawal, '{"version":1,"reason":"no longer \\ud800 in force"}').expect(400)).body)).toEqual([['reason', half]]);
    const judged = '{"reasons":"\\udc00 first","qualifierNote":"a\\u0000b","citations":[{"pinpoint":"p. 1"},{"pinpoint":"p. \\ud83d"}]}';
    expect(of((await raw(contract.assessments.record, judged).expect(400)).body)).toEqual([
      ['reasons', half],
      ['qualifierNote', 'Remove the NUL character'],
      ['citations.1.pinpoint', half],
    ]);
    expect(of((await served.http().get('/api/dossiers?q=a%00b').set('cookie', cookie).expect(400)).body)).toEqual([['query.q', 'Remove the NUL character']]);
    // A whole pair is a character like any other.
    expect((await raw(withdrawal, '{"version":1,"reason":"\\ud83d\\udcdc"}')).body.code).toBe('not_found');
  });

  test.each(withBody)('%s: bytes that are no UTF-8 are refused, not replaced', async (_, door) => {
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98]]) {
      const payload = Buffer.from([...Buffer.from('{"title":"a'), ...bytes, ...Buffer.from('"}')]);
      const sent = { method: door.method, url: pathOf(door), headers: { cookie: cookieFor(door), 'content-type': 'application/json' }, payload };
      const answer = await served.app.getHttpAdapter().getInstance().inject(sent);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'unreadable_body']);
    }
  });

  test.each(withBody)('%s: larger than the door accepts', async (_, door) => {
    expect(refusedWith(await raw(door, JSON.stringify({ title: 'a'.repeat(1_100_000) })))).toBe('body_too_large');
  });

  test.each(withBody)('%s: another media type', async (_, door) => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])
      expect(refusedWith(await raw(door, '{"a":1}', type))).toBe('unsupported_media_type');
  });

  test('every field that is wrong is named at once, with its remedy', async () => {
    const { body } = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'Aruna', title: ' ', periodFrom: '2026-02-30' }).expect(400);
    expect(body.fields.map((f: { path: string }) => f.path).sort()).toEqual(['iso3', 'periodFrom', 'title']);
    for (const field of body.fields) expect(field.message.length).toBeGreaterThan(5);
  });
});

describe('an address that cannot be used', () => {
  const get = (path: string) => served.http().get(path).set('cookie', cookie);
  test.each([
    ['/api/dossiers/not-an-id', 'not_found'],
    ["/api/dossiers/1' OR '1'='1", 'not_found'],
    [`/api/dossiers/${'9'.repeat(3000)}`, 'not_found'],
    ['/api/dossiers/01890a5d-ac96-774b-bcce-b302099a805Z/obligations', 'not_found'],
    ['/api/states/ZZZ', 'not_found'],
    ['/api/states/%F0%9F%98%80', 'not_found'],
    ['/api/nothing', 'not_found'],
    ['/api/states/%00', 'invalid_input'],
    ['/api/states/%ZZ', 'not_found'],
    ['/api/%', 'not_found'],
    ['/api/dossiers?limit=0', 'invalid_input'],
    ['/api/dossiers?limit=1e9', 'invalid_input'],
    ['/api/dossiers?limit=abc&offset=-1', 'invalid_input'],
    ['/api/dossiers?iso3=XAAA', 'invalid_input'],
    ['/api/dossiers?q=a%00b', 'invalid_input'],
    [`/api/dossiers?q=${'a'.repeat(201)}`, 'invalid_input'],
    ['/api/dossiers?q=a&q=b', 'invalid_input'],
  ])('%s answers %s', async (path, code) => expect(refusedWith(await get(encodeURI(path).replaceAll('%25', '%')))).toBe(code));

  test.each(["'", '"', '%', '\\', '%_%', "'; DROP TABLE dossier; --", '$1', '#{x}', '＇', '💥', 'مرحبا', '\u202e', 'a'.repeat(200)])(
    'searching for %j is only a search',
    async (q) => {
      const { body } = await get(`/api/dossiers?q=${encodeURIComponent(q)}`).expect(200);
      expect(body).toEqual({ items: [], total: 0 });
    },
  );

  test('codes that the catalogue does not have, at the door that takes one', async () => {
    for (const code of ['99', '3.1.z', '4', '4.1.a', 'x', '3.1.a.i.a%00']) {
      const answer = await get(`/api/dossiers/${dossier}/elements/${code}/assessments`);
      expect(['not_found', 'invalid_input']).toContain(refusedWith(answer));
    }
  });
});

describe('PostgreSQL away', () => {
  let line: Line;
  let app: NestFastifyApplication;
  const http = () => supertest(app.getHttpServer());
  const open = (title: string) => http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title });
  /** Behind the API as superuser, for no row-level security stands in its way. */
  const rowsOf = async (sql: string, values: unknown[] = []) => {
    const admin = new pg.Client({ connectionString: served.adminUrl });
    await admin.connect();
    return (await admin.query(sql, values).finally(() => admin.end())).rows;
  };
  const written = async (title: string) => {
    const [row] = await rowsOf(
      "SELECT (SELECT count(*)::int FROM dossier WHERE title = $1) AS dossiers, (SELECT count(*)::int FROM dossier_element e JOIN dossier d USING (organisation_id) WHERE d.id = e.dossier_id AND d.title = $1) AS elements, (SELECT count(*)::int FROM journal_entry WHERE data->'after'->>'title' = $1) AS entries",
      [title],
    );
    return row;
  };
  const endConnections = () => rowsOf("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'servanda_app'");
  beforeAll(async () => {
    line = await lineTo(served.runtimeUrl);
    app = await createApp(
      readConfig({ APP_DATABASE_URL: line.url, CONTEXT_KEY: testKey, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent', DATABASE_POOL: '4' }),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.close();
    await line.cut();
  });

  test('while it is away: 503 with the time to try again, health says what does not answer, constant doors go on', async () => {
    await http().get('/api/dossiers').set('cookie', cookie).expect(200);
    await line.cut();
    for (const path of ['/api/states', '/api/dossiers', `/api/dossiers/${dossier}`, `/api/dossiers/${dossier}/obligations`, '/api/session']) {
      const answer = await http().get(path).set('cookie', cookie);
      expect(refusedWith(answer)).toBe('unavailable');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(refusedWith(await http().post('/api/session').send({ email: 'lead@government.example', password: demoPassword }))).toBe('unavailable');
    expect(refusedWith(await open('While away'))).toBe('unavailable');
    const health = await http().get('/api/health').expect(503);
    expect(health.body).toMatchObject({ status: 'unavailable', database: 'unreachable', fileStore: 'ok' });
    await http().get('/api/treaties/opsc/obligations').expect(200);
    await line.mend();
    await http().get('/api/dossiers').set('cookie', cookie).expect(200);
    await http().get('/api/health').expect(200);
    expect(await written('While away')).toEqual({ dossiers: 0, elements: 0, entries: 0 });
  });

  test.each(['INSERT INTO dossier', 'INSERT INTO journal_entry', 'COMMIT'])(
    'lost at %s: nothing is half written, and the same act then succeeds',
    async (words) => {
      const title = `Lost at ${words}`;
      const sprung = line.cutAt(words);
      const answer = await open(title);
      await sprung;
      expect(refusedWith(answer)).toBe('unavailable');
      expect(await written(title)).toEqual({ dossiers: 0, elements: 0, entries: 0 });
      await open(title).expect(201);
      expect(await written(title)).toEqual({ dossiers: 1, elements: 51, entries: 1 });
    },
  );

  test('connections ended by the server cost at most the requests under way, never a fault of ours', async () => {
    const busy = Array.from({ length: 30 }, (_, i) =>
      http()
        .get(i % 2 ? '/api/dossiers' : `/api/dossiers/${dossier}/obligations`)
        .set('cookie', cookie)
        .then((answer) => answer),
    );
    await endConnections();
    for (const answer of await Promise.all(busy)) if (answer.status !== 200) expect(refusedWith(answer)).toBe('unavailable');
    await http().get('/api/dossiers').set('cookie', cookie).expect(200);
    const [chain] = await rowsOf(
      'SELECT count(*)::int AS broken FROM (SELECT seq, lag(seq) OVER (PARTITION BY organisation_id ORDER BY seq) AS before FROM journal_entry) e WHERE seq <> coalesce(before, 0) + 1',
    );
    expect(chain).toEqual({ broken: 0 });
  });

  test('never there at all: the API starts, says so, and answers 503', async () => {
    const nowhere = new URL(served.runtimeUrl);
    nowhere.port = '1';
    const alone = await createApp(readConfig({ APP_DATABASE_URL: nowhere.href, CONTEXT_KEY: testKey, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent' }));
    try {
      const at = supertest(alone.getHttpServer());
      expect((await at.get('/api/health').expect(503)).body.database).toBe('unreachable');
      expect(refusedWith(await at.get('/api/states'))).toBe('unavailable');
      await at.get('/api/treaties/opsc').expect(200);
    } finally {
      await alone.close();
    }
  });
});
