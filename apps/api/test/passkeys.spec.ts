// Passkeys: ceremonies as a browser performs them, and everything that can be wrong with one.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PasskeyRequest } from '@servanda/contract';
import { Authenticator, type Wrong } from './authenticator.ts';
import { behind, cookiesOf, enrolPasskey, passkeyStep, passwordStep } from './factors.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
const email = 'lead@government.example';
let cookie: string;
let key: Authenticator;
let id: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, email);
});
afterAll(() => served.stop());

const post = (path: string, as = cookie, body?: object) => served.http().post(path).set('cookie', as).send(body);
const register = (authenticator: Authenticator, wrong: Wrong, as = cookie) =>
  post('/api/account/passkeys/challenge', as).then(({ body }) =>
    post('/api/account/passkeys', as, { name: 'Wrong', registration: authenticator.register(body, wrong) }),
  );
const broken: [string, Wrong][] = [
  ['from another origin', { origin: 'http://localhost:4001' }],
  ['from another host', { rpId: 'elsewhere.example', origin: 'http://elsewhere.example' }],
  ['for another host', { rpId: 'elsewhere.example' }],
  ['of another challenge', { challenge: 'bm90IHRoaXMgb25l' }],
  ['of another ceremony', { type: 'payment.get' }],
];

describe('registering', () => {
  test.each(broken)('%s is refused', async (_, wrong) => {
    const answer = await register(new Authenticator(), wrong);
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_wrong']);
  });

  test('without a ceremony, and by the ceremony of another session, is refused', async () => {
    const other = await signIn(served, 'reviewer@government.example');
    const options = (await post('/api/account/passkeys/challenge')).body;
    const registration = new Authenticator().register(options);
    expect((await post('/api/account/passkeys', other, { name: 'Theirs', registration })).body.code).toBe('second_factor_wrong');
  });

  test('a right one is kept under its name, brings recovery codes, and is asked for from now on', async () => {
    const made = await enrolPasskey(served, cookie, '  Office laptop ');
    ({ authenticator: key, id } = made);
    expect(made.recoveryCodes).toHaveLength(10);
    const { body } = await served.http().get('/api/account/factors').set('cookie', cookie).expect(200);
    expect(body.passkeys).toEqual([{ id, name: 'Office laptop', addedAt: expect.any(String), lastUsedAt: null, isSynced: false }]);
    expect((await passwordStep(served, email)).methods).toEqual(['passkey', 'recovery']);
  });

  test('the same registration once more is refused, and a key of one person is never another’s', async () => {
    const options = (await post('/api/account/passkeys/challenge')).body;
    expect(options.excludeCredentials).toHaveLength(1);
    const registration = new Authenticator().register(options);
    const twice = await Promise.all([1, 2].map(() => post('/api/account/passkeys', cookie, { name: 'Twice', registration })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 401]);
    const other = await signIn(served, 'viewer@government.example');
    expect((await register(key, {}, other)).body.code).toBe('already_exists');
  });
});

describe('signing in by passkey alone', () => {
  const signInBy = async (wrong: Wrong = {}, authenticator = key) => {
    const { cookie: step, options } = await passkeyStep(served);
    return post('/api/session/passkey', step, { assertion: authenticator.assert(options, wrong) });
  };

  test('names nobody: the browser is given no credential to choose from', async () => {
    expect((await passkeyStep(served)).options).toMatchObject({ rpId: 'localhost', allowCredentials: [], userVerification: 'required' });
  });

  test('opens a session proven by the passkey', async () => {
    const answer = await signInBy();
    expect([answer.status, answer.body.methods, answer.body.person?.email]).toEqual([200, ['passkey'], email]);
    await served.http().get('/api/dossiers').set('cookie', cookiesOf(answer)).expect(200);
  });

  test.each([
    ...broken,
    ['by a key that did not verify its user', { unverified: true }] as [string, Wrong],
    ['by another key', { otherKey: true }] as [string, Wrong],
    ['with a counter that goes back', { counter: 1 }] as [string, Wrong],
    ['with the handle of another person', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }] as [string, Wrong],
  ])('%s is refused', async (_, wrong) => {
    const answer = await signInBy(wrong);
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_wrong']);
  });

  test('an unknown key is refused in the same words', async () => {
    const stranger = new Authenticator();
    const answer = await signInBy({}, stranger);
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_wrong']);
  });

  test('an answer is good once: replayed, replayed at once, and under another ceremony it is refused', async () => {
    const { cookie: step, options } = await passkeyStep(served);
    const assertion = key.assert(options);
    const at = await Promise.all(Array.from({ length: 10 }, () => post('/api/session/passkey', step, { assertion })));
    expect(at.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await post('/api/session/passkey', step, { assertion })).status).toBe(401);
    const { cookie: next } = await passkeyStep(served);
    expect((await post('/api/session/passkey', next, { assertion })).status).toBe(401);
    expect((await post('/api/session/passkey', '', { assertion })).status).toBe(401);
  });

  test('a tampered answer is refused, byte by byte', async () => {
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
      const { cookie: step, options } = await passkeyStep(served);
      const assertion = key.assert(options);
      const bytes = Buffer.from(assertion.response[part], 'base64url');
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      assertion.response[part] = bytes.toString('base64url');
      expect([part, (await post('/api/session/passkey', step, { assertion })).status]).toEqual([part, 401]);
    }
  });
});

describe('as the second step, and to prove anew who one is', () => {
  test('after the password, without verification of the user', async () => {
    const step = await passwordStep(served, email);
    const options: PasskeyRequest = (await post('/api/session/second-factor/challenge', step.cookie).expect(200)).body;
    expect(options.allowCredentials.map((known) => known.id)).toContain(key.id.toString('base64url'));
    const inside = await post('/api/session/second-factor', step.cookie, { method: 'passkey', assertion: key.assert(options, { unverified: true }) });
    expect([inside.status, inside.body.methods]).toEqual([200, ['password', 'passkey']]);
  });

  test('another person’s passkey does not pass', async () => {
    const theirs = await enrolPasskey(served, await signIn(served, 'contributor@government.example'));
    const step = await passwordStep(served, email);
    const options: PasskeyRequest = (await post('/api/session/second-factor/challenge', step.cookie)).body;
    const answer = await post('/api/session/second-factor', step.cookie, { method: 'passkey', assertion: theirs.authenticator.assert(options) });
    expect([answer.status, answer.body.code]).toEqual([401, 'second_factor_wrong']);
    expect((await post('/api/session/second-factor/challenge', '')).body.code).toBe('not_signed_in');
  });

  test('within a session', async () => {
    const options: PasskeyRequest = (await post('/api/session/confirmation/challenge').expect(200)).body;
    const assertion = key.assert(options);
    const done = await post('/api/session/confirmation', cookie, { method: 'passkey', assertion });
    expect(done.status).toBe(200);
    cookie = cookiesOf(done);
    expect((await post('/api/session/confirmation', cookie, { method: 'passkey', assertion })).status).toBe(401);
  });
});

describe('keeping them in order', () => {
  test('renamed by its owner only', async () => {
    const put = (as: string, name: string) => served.http().put(`/api/account/passkeys/${id}`).set('cookie', as).send({ name });
    expect((await put(cookie, 'Key in the safe').expect(200)).body.name).toBe('Key in the safe');
    const other = await signIn(served, 'reviewer@government.example');
    expect((await put(other, 'Mine').expect(404)).body.code).toBe('not_found');
    await put(cookie, '   ').expect(400);
  });

  test('removed by its owner only; it opens nothing any more', async () => {
    const other = await signIn(served, 'reviewer@government.example');
    await served.http().delete(`/api/account/passkeys/${id}`).set('cookie', other).expect(404);
    await served.http().delete(`/api/account/passkeys/${id}`).set('cookie', cookie).expect(204);
    const { cookie: step, options } = await passkeyStep(served);
    expect((await post('/api/session/passkey', step, { assertion: key.assert(options) })).status).toBe(401);
    const entries = await behind<{ act: string }>(served, "SELECT DISTINCT act FROM journal_entry WHERE act LIKE 'passkey%' ORDER BY 1");
    expect(entries.map(({ act }) => act)).toEqual(['passkey.added', 'passkey.removed', 'passkey.renamed']);
  });
});
