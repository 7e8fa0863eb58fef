// Every door of the contract, so that a forgotten guard fails on the day it is written.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors, RefusalCode, refusals, whoMayUse } from '@servanda/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { refusalsOf } from '../src/platform/http/openapi.ts';
import { portalRoutes } from '../src/publications/portal/addresses.ts';
import { styleAddress } from '../src/publications/portal/style.ts';
import { bodies, insiderOf } from './door-bodies.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { published } from './plant-publication.ts';
import { asSuperuser, plantStatement } from './plant-statement.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let secure: Served;
/** Real ids of the government's dossier, and ids that nobody has. */
let real: Record<string, string>;
const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
const unknown: Record<string, string> = { id: unknownId, evidence: unknownId, file: unknownId };
const constant: Record<string, string> = {
  body: unknownId,
  person: unknownId,
  invitation: unknownId,
  key: unknownId,
  provision: unknownId,
  source: unknownId,
  request: unknownId,
  report: unknownId,
  template: unknownId,
  paragraph: unknownId,
  proposal: unknownId,
  follow: unknownId,
  saying: unknownId,
  run: unknownId,
  organisation: unknownId,
  code: '4.1',
  number: '1',
  kind: 'gaps',
  format: 'html',
  iso3: 'XAA',
};

beforeAll(async () => {
  served = await serve();
  secure = await serve({ PUBLIC_URL: 'https://servanda.example' });
  await seat(served);
  const government = await scopeFor(served, 'lead@government.example');
  const id = await openedDossier(served, government);
  real = { id, evidence: await addedEvidence(served, government, id), file: unknownId };
  // A release is anybody's: its door has no stranger.
  constant['publication'] = (await published(served, government, id)).id;
  constant['statement'] = await asSuperuser(served.adminUrl, (db) => plantStatement(db, { ...government, dossier: id }));
});
afterAll(() => Promise.all([served.stop(), secure.stop()]));

const pathOf = (door: Door, ids: Record<string, string> = unknown) => door.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? constant[name] ?? '');
const knock = (door: Door, ids?: Record<string, string>, at = served) => at.http()[verbs[door.method]](pathOf(door, ids));
const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
const named = (of: Door[]) => of.map((door): [string, Door] => [`${door.method} ${door.path}`, door]);
const isUnsafe = (door: Door) => door.method !== 'GET';
const session = doors.filter((door) => door.access === 'session');
const open = doors.filter((door) => door.access === 'public');
const send = (door: Door, ids?: Record<string, string>, cookie = '') => {
  const request = knock(door, ids).set('cookie', cookie);
  return door.accepts ? request.attach('file', Buffer.from('text'), 'note.txt') : door.input.body ? request.send(bodies[door.name]) : request;
};

describe('every door', () => {
  test.each(named(doors.filter((door) => door.input.body)))('%s has a body in this walk that its schema takes', (_, door) => {
    expect(door.input.body?.safeParse(bodies[door.name]).error).toBeUndefined();
  });

  test.each(named(doors))('%s is served', async (_, door) => {
    const answer = await send(door);
    // An unknown address answers not_found too, but knows no door to ask for a session or a body.
    if (door.access === 'session') expect(answer.body.code).toBe('not_signed_in');
    else if (door.access === 'public') expect(answer.status).toBe(door.path.endsWith('/{file}') ? 404 : 200);
    else expect([200, 204, 401, 410]).toContain(answer.status);
  });

  test.each(named(session))('%s asks for a session with a problem', async (_, door) => {
    for (const cookie of ['', 'servanda=x', 'servanda=', `servanda=${'A'.repeat(43)}`]) {
      const answer = await knock(door, real)
        .set('cookie', cookie)
        .expect(401)
        .expect('content-type', /^application\/problem\+json/);
      expect(answer.body).toMatchObject({
        code: 'not_signed_in',
        status: 401,
        type: 'urn:servanda:problem:not_signed_in',
        requestId: answer.headers['x-request-id'],
      });
    }
  });

  test.each(named(doors.filter(isUnsafe)))('%s refuses another site, before anything else', async (_, door) => {
    for (const site of ['cross-site', 'same-site']) expect((await knock(door, real).set('sec-fetch-site', site).expect(403)).body.code).toBe('cross_site');
    expect((await knock(door, real).set('origin', 'https://elsewhere.example').expect(403)).body.code).toBe('cross_site');
    expect((await knock(door, real).set('origin', 'null').expect(403)).body.code).toBe('cross_site');
  });

  test.each(named(doors.filter((door) => door.input.body)))('%s reads JSON only', async (_, door) => {
    const cookie = await signIn(served, insiderOf(door));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const answer = await knock(door, real).set('cookie', cookie).set('content-type', type).send('{}');
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
    }
  });

  test.each(named(doors))('%s carries the headers of the edge', async (_, door) => {
    for (const at of [served, secure]) {
      const { headers } = await knock(door, real, at);
      expect(headers).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' },
        ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
      expect(Boolean(headers['strict-transport-security'])).toBe(at === secure);
      if (door.access !== 'public') expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('a door on a dossier', () => {
  const onDossier = session.filter((door) => door.path.startsWith('/api/dossiers/{id}'));
  test.each(named(onDossier))('%s: a foreign one answers exactly as an unknown one', async (_, door) => {
    for (const email of ['lead@ngo.example', 'auditor@ngo.example', 'lead@neighbour.example', 'operator@servanda.example']) {
      const cookie = await signIn(served, email);
      const [foreign, none] = [await send(door, real, cookie), await send(door, unknown, cookie)];
      expect({ ...foreign.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
      expect(foreign.status).toBe(none.status);
      // What the role never allows is refused without looking; everything else is not there.
      expect(foreign.body.code).toBe(foreign.status === 403 ? 'forbidden' : 'not_found');
      if (!isUnsafe(door)) expect(foreign.status).toBe(404);
    }
  });

  test('and the list shows none of it', async () => {
    for (const email of ['lead@ngo.example', 'lead@neighbour.example', 'operator@servanda.example'])
      expect(
        (
          await served
            .http()
            .get('/api/dossiers')
            .set('cookie', await signIn(served, email))
            .expect(200)
        ).body,
      ).toEqual({ items: [], total: 0 });
  });

  test.each(named(onDossier.filter((door) => door.method === 'GET')))('%s: a malformed id is not there', async (_, door) => {
    const cookie = await signIn(served, 'lead@government.example');
    for (const id of ['1', 'x'.repeat(150), `${unknownId}'`, '%27%20OR%201=1'])
      expect(
        (
          await knock(door, { ...real, id })
            .set('cookie', cookie)
            .expect(404)
        ).body.code,
      ).toBe('not_found');
  });
});

describe('a public door', () => {
  // A file of a release carries its own hash as its tag: publications.spec.
  test.each(named(open.filter(({ path }) => !path.endsWith('/{file}'))))('%s is cached by its tag', async (_, door) => {
    const first = await knock(door)
      .expect(200)
      .expect('cache-control', /^public/);
    const tag = String(first.headers['etag']);
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    for (const seen of [tag, `"other", ${tag}`]) {
      const again = await knock(door).set('if-none-match', seen).expect(304);
      expect([again.text, again.headers['etag']]).toEqual(['', tag]);
    }
    await knock(door).set('if-none-match', '"other"').expect(200);
    expect(first.headers['set-cookie']).toBeUndefined();
  });
});

describe('what is no door', () => {
  test('every route that the server knows is a door, the reading page, a page of the public or the web app', () => {
    const routes = served.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const known = new Set([...doors.map((door) => door.path.replace(/\{(\w+)\}/g, ':$1')), ...portalRoutes, styleAddress]);
    const stack: string[] = [];
    const found = new Set<string>();
    for (const line of routes.split('\n')) {
      const [, indent, part] = /^((?:│ {3}| {4})*)(?:├── |└── )(.+)$/.exec(line) ?? [];
      if (indent === undefined || part === undefined) continue;
      const [, segment, methods] = /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(part) ?? [];
      stack.splice(indent.length / 4, Infinity, segment ?? '');
      if (methods) found.add(stack.join(''));
    }
    expect([...known].filter((path) => !found.has(path))).toEqual([]);
    const strange = [...found].filter((path) => !known.has(path) && !path.startsWith('/api/docs') && !['*', '/*'].includes(path));
    expect(strange).toEqual([]);
  });

  test.each(['/api', '/api/', '/api/nothing', '/api/dossiers/x/y/z', '/api/.env', '/api/../package.json'])('%s answers not_found', async (path) => {
    const answer = await served.http().get(path);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  test('other methods on a door are no doors', async () => {
    const cookie = await signIn(served, 'lead@government.example');
    for (const path of ['/api/dossiers', `/api/dossiers/${real['id']}`, '/api/states'])
      for (const method of ['patch', 'delete'] as const) expect((await served.http()[method](path).set('cookie', cookie).send({})).status).toBe(404);
  });
});

describe('the description', () => {
  interface Operation {
    operationId: string;
    description: string;
    'x-allows'?: object;
    security: object[];
    parameters: { name: string; in: string; required: boolean; schema: object }[];
    responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
    requestBody?: object;
  }
  let document: {
    openapi: string;
    info: { title: string; version: string };
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: object };
  };
  beforeAll(async () => {
    document = (await served.http().get('/api/openapi.json')).body;
  });

  test.each(named(doors))('%s is described, with everything that it may refuse', (_, door) => {
    const operation = document.paths[door.path]?.[verbs[door.method]];
    expect(operation?.operationId).toBe(door.name);
    expect([operation?.description, operation?.['x-allows'] ?? null]).toEqual([whoMayUse(door), door.allows]);
    expect(operation?.security).toEqual(door.access === 'session' ? [{ session: [] }, ...(door.allows?.key ? [{ key: [] }] : [])] : []);
    for (const code of refusalsOf(door)) expect(operation?.responses[String(refusals[code][0])]?.description).toContain(`\`${code}\``);
    const inPath = [...door.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(operation?.parameters.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(inPath);
    expect(operation?.parameters.filter((p) => p.in === 'path').every((p) => p.required)).toBe(true);
    expect(Boolean(operation?.requestBody)).toBe(Boolean(door.input.body ?? door.accepts));
  });

  test('it describes nothing else, each operation once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path).map((o) => o.operationId));
    expect(operations.sort()).toEqual(doors.map((door) => door.name).sort());
  });

  test('it is well-formed OpenAPI 3.1: every reference leads somewhere, every response says what it is', () => {
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\.\d$/), info: { title: 'Servanda', version: expect.any(String) } });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
    for (const ref of references) {
      const target = ref.startsWith('#/')
        ? ref
            .slice(2)
            .split('/')
            .reduce<unknown>((at, key) => (at && typeof at === 'object' ? Object.entries(at).find(([k]) => k === key)?.[1] : undefined), document)
        : undefined;
      expect([ref, target !== undefined]).toEqual([ref, true]);
    }
    for (const path of Object.values(document.paths))
      for (const operation of Object.values(path))
        for (const [status, response] of Object.entries(operation.responses))
          expect([/^[2-5]\d\d$/.test(status), response.description !== '']).toEqual([true, true]);
  });

  test('every schema in it is JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: false });
    const schemas: object[] = Object.values(document.components.schemas);
    for (const path of Object.values(document.paths))
      for (const { responses, parameters } of Object.values(path))
        schemas.push(
          ...parameters.map((p) => p.schema),
          ...Object.values(responses).flatMap(({ content }) => Object.values(content ?? {}).map((c) => c.schema)),
        );
    expect(schemas.length).toBeGreaterThan(100);
    for (const schema of schemas) expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  });

  test('every code of the closed list is refused somewhere, or by the edge', () => {
    const somewhere = new Set(doors.flatMap((door) => refusalsOf(door)));
    // The edge refuses before there is a door.
    const atTheEdge = ['headers_too_large', 'address_too_long'];
    // Worded before their doors stand; each leaves this list with its first door.
    const reserved = ['precondition_required', 'last_lead'];
    expect(RefusalCode.options.filter((code) => !somewhere.has(code) && !reserved.includes(code) && !atTheEdge.includes(code))).toEqual([]);
  });
});
