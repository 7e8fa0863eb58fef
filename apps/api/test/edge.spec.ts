// What holds for every request before a door sees it: who may ask from where, how often, how deep, and with which headers it is answered.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '@servanda/contract';
import pg from 'pg';
import { readConfig } from '../src/platform/config.ts';
import { callerAddress } from '../src/platform/http/caller-address.ts';
import { deepest, nestsDeeperThan } from '../src/platform/http/json-body.ts';
import { kindsOf } from '../src/platform/http/rates.ts';
import { judgesTimes } from './faults/figures.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve, testKey } from './server.ts';

let served: Served;
let secure: Served;
let cookie: string;
beforeAll(async () => {
  served = await serve({ PUBLIC_URL: 'http://localhost:4000' });
  secure = await serve({ PUBLIC_URL: 'https://servanda.example', TRUST_PROXY: 'loopback' });
  await Promise.all([seat(served), seat(secure)]);
  cookie = await signIn(served, 'lead@government.example');
});
afterAll(() => Promise.all([served.stop(), secure.stop()]));

describe('another site changes nothing', () => {
  const own = 'https://servanda.example';
  /** Sec-Fetch-Site, Origin, and whether it may. Absent where null. */
  const matrix: [site: string | null, origin: string | null, may: boolean, why: string][] = [
    ['same-origin', own, true, 'our own page'],
    ['same-origin', null, true, 'our own page, an older browser'],
    ['none', null, true, 'typed by the person'],
    [null, own, true, 'our own page, a browser without fetch metadata'],
    [null, null, true, 'a program'],
    ['cross-site', null, false, 'another site'],
    ['cross-site', own, false, 'another site that lies about its origin'],
    ['same-site', 'https://other.servanda.example', false, 'a neighbour under the same domain'],
    ['same-origin', 'https://evil.example', false, 'two headers that contradict one another'],
    [null, 'null', false, 'a sandboxed frame'],
    ['same-origin', 'null', false, 'a sandboxed frame'],
    [null, 'https://servanda.example.evil.example', false, 'our name at the front'],
    [null, 'https://evilservanda.example', false, 'our name at the end'],
    [null, 'https://servanda.example:8443', false, 'another port'],
    [null, 'http://servanda.example', false, 'without TLS'],
    [null, 'https://SERVANDA.example', false, 'no browser writes it so'],
    [null, 'https://servanda.example/', false, 'with a path'],
    [null, 'https://user@servanda.example', false, 'with a name'],
    [null, '', false, 'empty'],
    ['sideways', own, false, 'an unknown word'],
  ];
  test.each(matrix)('site %s, origin %s: %s, %s', async (site, origin, may) => {
    const request = secure.http().post('/api/session').set('x-forwarded-proto', 'https').set('host', 'servanda.example');
    if (site !== null) request.set('sec-fetch-site', site);
    if (origin !== null) request.set('origin', origin);
    const { body } = await request.send({ email: 'nobody@government.example', password: 'x' });
    expect(body.code).toBe(may ? 'wrong_credentials' : 'cross_site');
  });

  test('on one’s own machine the typed address is ours, whatever its port', async () => {
    const at = await served.app.getUrl();
    for (const origin of [at, 'http://localhost:4000'])
      expect(
        (await served.http().post('/api/session').set('host', new URL(at).host).set('origin', origin).send({ email: 'a@b.example', password: 'x' })).status,
      ).toBe(401);
  });

  test('a proxy that is not named changes nothing about where a request comes from', async () => {
    const forged = served
      .http()
      .post('/api/session')
      .set('x-forwarded-proto', 'https')
      .set('x-forwarded-host', 'evil.example')
      .set('origin', 'https://evil.example');
    expect((await forged.send({ email: 'a@b.example', password: 'x' }).expect(403)).body.code).toBe('cross_site');
  });

  test('a preflight is told nothing, and no answer invites another site', async () => {
    for (const path of ['/api/session', '/api/dossiers', '/api/states']) {
      const preflight = await served.http().options(path).set('origin', 'https://evil.example').set('access-control-request-method', 'POST');
      expect(preflight.status).toBe(404);
      const plain = await served.http().get(path).set('origin', 'https://evil.example').set('cookie', cookie);
      for (const { headers } of [preflight, plain]) expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('the session cookie is for this host only, over TLS only, for no script, and not sent along by another site’s post', async () => {
    const { headers } = await secure.http().post('/api/session').send({ email: 'lead@ngo.example', password: 'pacta-sunt-servanda' }).expect(200);
    const [set] = headers['set-cookie'] ?? [];
    expect(set).toMatch(/^__Host-servanda=[\w-]{43}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(set).toContain(part);
    expect(set).not.toMatch(/domain=/i);
  });
});

test('every answer, of a door, a page, a file or none, carries the headers of the edge', async () => {
  for (const path of ['/api/states', '/api/nothing', '/api/%ZZ', '/', '/api/docs', '/assets/none.js']) {
    const { headers } = await secure.http().get(path);
    expect([path, headers['strict-transport-security']]).toEqual([path, 'max-age=63072000; includeSubDomains']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-|\*|http:/);
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*publickey-credentials-get=\(self\)/);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  }
});

describe('a body', () => {
  const send = (body: string, path = '/api/dossiers') => served.http().post(path).set('cookie', cookie).set('content-type', 'application/json').send(body);
  test.each(['[', '{"a":'])('nested 10,000 deep by %s is refused before it is parsed, in milliseconds', async (open) => {
    const body = `${open.repeat(10_000)}1${(open === '[' ? ']' : '}').repeat(10_000)}`;
    const began = performance.now();
    const answer = await send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'unreadable_body', detail: `The body is nested more than ${deepest} levels deep.` });
    if (judgesTimes) expect(performance.now() - began).toBeLessThan(100);
  });

  test.each([
    ['{"a":[1,{"b":"[[[[[[[[[["}]}', 3, false],
    ['{"a":"\\"[[[[[[[["}', 1, false],
    ['{"a":"\\\\"}', 1, false],
    ['[[[[]]]]', 3, true],
    ['[[[]],[[]],[[]]]', 3, false],
    ['"[[[[', 1, false],
  ])('%s nests deeper than %d: %s', (json, most, deeper) => expect(nestsDeeperThan(most, Buffer.from(json))).toBe(deeper));

  test('with keys that reach into prototypes is refused', async () => {
    for (const body of ['{"__proto__":{"role":"lead"}}', '{"a":{"constructor":{"prototype":{"x":1}}}}', '{"title":{"__proto__":1}}'])
      expect((await send(body).expect(400)).body.code).toBe('unreadable_body');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('names take no marks that turn the direction of writing, titles lose them; prose keeps isolates and refuses what turns its words round', async () => {
    const name = (called: string) => served.http().post('/api/setup').send({ code: 'x', email: 'x@y.example', name: called, password: 'a short sentence' });
    for (const sign of ['\u202e', '\u2066', '\u200f', '\u061c']) {
      const { body } = await name(`Lead${sign}daeL`).expect(400);
      expect(body.fields).toEqual([expect.objectContaining({ path: 'name' })]);
    }
    expect((await name('نقطة الاتصال')).body.code).toBe('setup_code_wrong');
    const dossier = await send(JSON.stringify({ iso3: 'XAA', title: 'The Act \u2067قانون\u2069 of 2024' })).expect(201);
    expect(dossier.body.title).toBe('The Act قانون of 2024');
    const turned = {
      kind: 'law',
      title: 'Act \u202efdp.exe',
      originator: 'Par\u2066liament',
      citation: 'No. \u202d7',
      summary: 'Art. \u20683\u2069, می\u200cشود',
    };
    const piece = await send(JSON.stringify(turned), `/api/dossiers/${dossier.body.id}/evidence`).expect(201);
    const reversed = await send(JSON.stringify({ ...turned, summary: 'not \u202e.ton saw\u202c' }), `/api/dossiers/${dossier.body.id}/evidence`).expect(400);
    expect(reversed.body.fields).toEqual([expect.objectContaining({ path: 'summary', message: expect.stringContaining('U+202A to U+202E') })]);
    expect(piece.body).toMatchObject({ ...turned, title: 'Act fdp.exe', originator: 'Parliament', citation: 'No. 7' });
  });
});

describe('how often', () => {
  const limited = (settings: Record<string, string>) => serve({ RATE_LIMITS: 'on', ...settings });
  const email = 'lead@government.example';

  test('a person may ask so many times, is told what is left, and waits as long as it says', async () => {
    const few = await limited({ RATE_API: '5/3' });
    try {
      await seat(few);
      const [mine, colleague] = [await signIn(few, email), await signIn(few, 'reviewer@government.example')];
      const ask = (as: string) => few.http().get('/api/dossiers').set('cookie', as);
      for (let left = 4; left >= 0; left--) {
        const { headers } = await ask(mine).expect(200);
        expect(headers['ratelimit-policy']).toBe('"api";q=5;w=3');
        expect(headers['ratelimit']).toMatch(new RegExp(`^"api";r=${left};t=[123]$`));
      }
      const refused = await ask(mine).expect(429);
      expect(refused.body.code).toBe('too_many_requests');
      expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(refused.headers['ratelimit']).toMatch(/r=0/);
      const wait = Number(refused.headers['retry-after']);
      expect(wait).toBeGreaterThan(0);
      await ask(colleague).expect(200);
      await new Promise((done) => setTimeout(done, wait * 1000 + 100));
      await ask(mine).expect(200);
    } finally {
      await few.stop();
    }
  });

  test('strangers are counted by their real address: X-Forwarded-For moves nothing unless the proxy is named', async () => {
    const few = await limited({ RATE_PUBLIC: '3/60' });
    const behind = await limited({ RATE_PUBLIC: '3/60', TRUST_PROXY: '127.0.0.1' });
    try {
      const ask = (at: Served, from: string) => at.http().get('/api/states').set('x-forwarded-for', from);
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++) statuses.push((await ask(few, `203.0.113.${i}`)).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      for (let i = 0; i < 5; i++) expect((await ask(behind, `203.0.113.${i}`)).status).toBe(200);
      // Of a list only what the named proxy wrote counts: the last address; all of one /64 are one.
      for (const [i, expected] of [200, 200, 200, 429].entries()) expect((await ask(behind, `198.51.100.${i}, 2001:db8:1:2::${i}`)).status).toBe(expected);
      // Health is asked by balancers and counted nowhere.
      for (let i = 0; i < 5; i++) await few.http().get('/api/health/live').expect(200);
    } finally {
      await Promise.all([few.stop(), behind.stop()]);
    }
  });

  test('whoever is turned away at a door is counted too: strangers by address, members by person, and refusals do not fill the journal', async () => {
    const few = await limited({ RATE_PUBLIC: '5/600', RATE_API: '4/600' });
    try {
      await seat(few);
      const viewer = await signIn(few, 'viewer@government.example');
      const open = () => few.http().post('/api/dossiers').set('cookie', viewer).send({ iso3: 'XAA', title: 'Not mine to open' });
      const statuses: number[] = [];
      for (let i = 0; i < 6; i++) statuses.push((await open()).status);
      expect(statuses).toEqual([403, 403, 403, 403, 429, 429]);
      const journal = new pg.Client({ connectionString: few.adminUrl });
      await journal.connect();
      const { rows } = await journal.query("SELECT 1 FROM journal_entry WHERE act = 'act.refused'").finally(() => journal.end());
      expect(rows).toHaveLength(4);
      // The sign-in was the first of the five.
      const strangers: number[] = [];
      for (const token of ['', 'a', 'b', 'c', 'd', 'e']) strangers.push((await few.http().get('/api/dossiers').set('cookie', `servanda=${token}`)).status);
      expect(strangers).toEqual([401, 401, 401, 401, 429, 429]);
    } finally {
      await few.stop();
    }
  });

  test('uploads and exports have limits of their own', () => {
    const kinds = Object.fromEntries(doors.map((door) => [door.name, kindsOf(door)]));
    expect(kinds['evidence.addFile']).toEqual(['api', 'uploads']);
    expect(kinds['evidence.file']).toEqual(['api']);
    expect(kinds['evidence.list']).toEqual(['api']);
    expect(kinds['treaties.states'] ?? kinds['people.signIn']).toEqual(['public']);
    expect(kinds['platform.ready']).toEqual([]);
    // What is ordered is made, and a journal is verified whole, whether or not anything is fetched.
    for (const name of ['reports.order', 'reports.retryRun', 'people.journalVerification']) expect(kinds[name]).toEqual(['api', 'exports']);
    for (const door of doors) if (door.word === 'reports' && door.media && door.access === 'session') expect(kinds[door.name]).toEqual(['api', 'exports']);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001::9', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is counted as %s', (ip, counted) => expect(callerAddress(ip)).toBe(counted));
});

describe('settings that cannot be used are named at start, never their value', () => {
  const right = { APP_DATABASE_URL: 'postgresql://servanda_app:x@localhost/servanda', FILES_DIR: '/files', CONTEXT_KEY: testKey };
  const strong = '9f1c0b7e55a14d6c8e2fa0b3d4c56e7789aabb01';
  test.each([
    [{ TRUST_PROXY: 'true' }, /TRUST_PROXY/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY/],
    [{ TRUST_PROXY: '0.0.0.0/0' }, /TRUST_PROXY/],
    [{ TRUST_PROXY: 'proxy.example' }, /TRUST_PROXY/],
    [{ RATE_API: 'many' }, /requests\/seconds/],
    [{ APP_DATABASE_URL_FILE: '/nowhere', APP_DATABASE_URL: '' }, /APP_DATABASE_URL_FILE cannot be read/],
    [{ APP_DATABASE_URL_FILE: '/nowhere' }, /either APP_DATABASE_URL or APP_DATABASE_URL_FILE/],
    [{ NODE_ENV: 'production' }, /password in APP_DATABASE_URL is shorter than 32 bytes/],
    [{ NODE_ENV: 'production', APP_DATABASE_URL: `postgresql://servanda_app:${'a'.repeat(40)}@localhost/servanda` }, /repeats few characters/],
    [
      { NODE_ENV: 'production', APP_DATABASE_URL: 'postgresql://servanda_app:change-me-change-me-servanda-password-123456@db/x' },
      /made of words from examples/,
    ],
  ])('%j', (settings, words) => {
    const attempt = () => readConfig({ ...right, ...settings });
    expect(attempt).toThrow(words);
    expect(attempt).not.toThrow(/change-me-change|aaaaaaaa/);
  });

  test('proxies by address, network or name; a strong secret in production', () => {
    expect(readConfig({ ...right, TRUST_PROXY: '10.0.0.2, 2001:db8::/32,loopback' }).trustProxy).toEqual(['10.0.0.2', '2001:db8::/32', 'loopback']);
    expect(readConfig({ ...right, TRUST_PROXY: 'false' }).trustProxy).toEqual([]);
    const url = `postgresql://servanda_app:${strong}@localhost/servanda`;
    expect(
      readConfig({ ...right, NODE_ENV: 'production', CONTEXT_KEY: `${strong}${strong}`, APP_DATABASE_URL: url, PUBLIC_URL: 'http://localhost' }).databaseUrl,
    ).toBe(url);
  });
});
