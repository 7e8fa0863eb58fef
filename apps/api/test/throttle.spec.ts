// Guessing from one place and from many, and the person whose password is guessed, who must still come in (decision 0010).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { asOwner } from '../src/reference/owner.ts';
import { judgesTimes } from './faults/figures.ts';
import { linkTo } from './links.ts';
import { seat } from './people.ts';
import { timeApart } from './same-time.ts';
import { type Served, serve } from './server.ts';

let served: Served;
/** Behind a proxy that is trusted, so that a test can come from many networks. */
let proxied: Served;
beforeAll(async () => {
  served = await serve();
  proxied = await serve({ TRUST_PROXY: '127.0.0.1' });
  await Promise.all([seat(served), seat(proxied)]);
});
afterAll(() => Promise.all([served.stop(), proxied.stop()]));

const right = 'pacta-sunt-servanda';
const victim = 'lead@government.example';
const asAdmin = (at: Served, text: string) => asOwner(at.adminUrl, async (db) => (await db.query(text)).rows);
beforeEach(() => Promise.all([served, proxied].map((at) => asAdmin(at, 'DELETE FROM throttle'))));

interface From {
  from?: string;
  cookie?: string;
  email?: string;
}
const tryIn = (at: Served, password: string, { from = '', cookie = '', email = victim }: From = {}) =>
  at
    .http()
    .post('/api/session')
    .set({ cookie, ...(from ? { 'x-forwarded-for': from } : {}) })
    .send({ email, password });
/** The statuses of many wrong tries, as many at a time as there are connections for: none waits too long for one. */
async function guess(at: Served, times: number, of: (i: number) => From): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let i = 0; i < times; i += 5)
    for (const { status } of await Promise.all(Array.from({ length: Math.min(5, times - i) }, (_, j) => tryIn(at, `guess ${i + j}`, of(i + j)))))
      seen[status] = (seen[status] ?? 0) + 1;
  return seen;
}
/** The cookie by which a browser is remembered after a sign-in. */
async function deviceOf(at: Served, from = ''): Promise<string> {
  const answer = await tryIn(at, right, { from }).expect(200);
  const set = ([] as string[]).concat(answer.headers['set-cookie'] ?? []);
  return set.find((one) => one.startsWith('servanda-device='))?.split(';')[0] ?? '';
}

describe('guessing one account', () => {
  test('from one network ends after five tries, whatever X-Forwarded-For says, and says when to come back', async () => {
    expect(await guess(served, 30, (i) => ({ from: `203.0.113.${i}` }))).toEqual({ 401: 5, 429: 25 });
    const answer = await tryIn(served, right).expect(429);
    expect(answer.body.code).toBe('too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(100);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(180);
  });

  test('from many networks ends after thirty, and its person still signs in where he or she has signed in before', async () => {
    const device = await deviceOf(proxied, '192.0.2.1');
    expect(await guess(proxied, 60, (i) => ({ from: `198.51.${i}.7` }))).toEqual({ 401: 30, 429: 30 });
    await tryIn(proxied, right, { from: '192.0.2.200' }).expect(429);
    await tryIn(proxied, right, { from: '192.0.2.200', cookie: device }).expect(200);
    // Also from the very network that guesses.
    await tryIn(proxied, right, { from: '198.51.3.7', cookie: device }).expect(200);
  });

  test('a new password by mail lets a person in from a browser that nobody knows, in the midst of it', async () => {
    await guess(proxied, 40, (i) => ({ from: `198.51.${i}.7`, email: 'viewer@government.example' }));
    await proxied.http().post('/api/password/reset').send({ email: 'viewer@government.example', language: 'en' }).expect(204);
    const done = await proxied
      .http()
      .post('/api/password/reset/new')
      .send({ token: await linkTo(proxied, 'viewer@government.example', 'passwordReset'), password: 'seven bridges over one river', language: 'en' })
      .expect(200);
    const cookie = String(done.headers['set-cookie']).split(';')[0] ?? '';
    await guess(proxied, 40, (i) => ({ from: `198.52.${i}.7`, email: 'viewer@government.example' }));
    await tryIn(proxied, 'seven bridges over one river', { email: 'viewer@government.example', cookie, from: '192.0.2.9' }).expect(200);
  });

  test('of an address without an account is slowed alike', async () => {
    expect(await guess(served, 12, () => ({ email: 'nobody@government.example' }))).toEqual({ 401: 5, 429: 7 });
  });

  test('a hundred misses in a row from strangers: only known browsers and the mailbox are left', async () => {
    const device = await deviceOf(proxied, '192.0.2.1');
    await tryIn(proxied, 'a miss', { from: '198.51.100.1' }).expect(401);
    await asAdmin(proxied, `UPDATE throttle SET failures = 100, empty_at = now() WHERE key = app.throttle_key('account', '${victim}')`);
    const answer = await tryIn(proxied, right, { from: '192.0.2.7' }).expect(429);
    expect(answer.headers['retry-after']).toBe('3600');
    await tryIn(proxied, right, { from: '192.0.2.7', cookie: device }).expect(200);
  });
});

describe('guessing many accounts', () => {
  test('from one IPv4 address ends after twenty', async () => {
    expect(await guess(served, 40, (i) => ({ email: `person${i}@government.example` }))).toEqual({ 401: 20, 429: 20 });
  });

  test('from one IPv6 /64 too, and from one /48 after sixty', async () => {
    const many = (i: number) => ({ email: `person${i}@government.example` });
    expect(await guess(proxied, 40, (i) => ({ ...many(i), from: `2001:db8:1:2::${i.toString(16)}` }))).toEqual({ 401: 20, 429: 20 });
    expect(await guess(proxied, 80, (i) => ({ ...many(i), from: `2001:db8:7:${i.toString(16)}::1` }))).toEqual({ 401: 60, 429: 20 });
  });

  test('IPv4 written as IPv6 is the same network', async () => {
    const seen = await guess(proxied, 40, (i) => ({ email: `person${i}@government.example`, from: i % 2 ? '203.0.113.5' : '::ffff:203.0.113.5' }));
    expect(seen).toEqual({ 401: 20, 429: 20 });
  });

  test('a proxy that is trusted tells the last address of the row; what the client wrote before it counts for nothing', async () => {
    const seen = await guess(proxied, 40, (i) => ({ email: `person${i}@government.example`, from: `10.0.0.${i}, 203.0.113.5` }));
    expect(seen).toEqual({ 401: 20, 429: 20 });
  });
});

describe('a known browser', () => {
  test('has ten tries of its own, and is a stranger for every other account', async () => {
    const device = await deviceOf(served);
    expect(await guess(served, 14, () => ({ cookie: device }))).toEqual({ 401: 10, 429: 4 });
    expect(await guess(served, 8, () => ({ cookie: device, email: 'reviewer@government.example' }))).toEqual({ 401: 5, 429: 3 });
  });

  test('with a made-up or tampered name is a stranger', async () => {
    const device = await deviceOf(served);
    for (const cookie of [`${device}x`, device.slice(0, -2), `servanda-device=${'A'.repeat(43)}`, 'servanda-device=%00'])
      await asAdmin(served, 'DELETE FROM throttle').then(async () => expect(await guess(served, 8, () => ({ cookie }))).toEqual({ 401: 5, 429: 3 }));
  });

  test('that has missed fifty times in a row is forgotten', async () => {
    const device = await deviceOf(served);
    await tryIn(served, 'a miss', { cookie: device }).expect(401);
    await asAdmin(served, 'UPDATE throttle SET failures = 60, empty_at = now() WHERE failures > 0');
    await tryIn(served, 'a miss', { cookie: device }).expect(401);
    await asAdmin(served, 'DELETE FROM throttle');
    expect(await guess(served, 8, () => ({ cookie: device }))).toEqual({ 401: 5, 429: 3 });
  });
});

describe('the counting', () => {
  test('is shared by two processes, and a success is no try', async () => {
    const second = await serve({ APP_DATABASE_URL: served.runtimeUrl });
    for (let i = 0; i < 30; i++) await tryIn(i % 2 ? served : second, right, { email: 'reviewer@government.example' }).expect(200);
    const seen = [];
    for (let i = 0; i < 8; i++) seen.push((await tryIn(i % 2 ? served : second, 'a miss')).status);
    expect(seen).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    await second.stop();
  });

  test('keeps nobody out for days because a clock was wrong', async () => {
    await asAdmin(served, `INSERT INTO throttle (key, empty_at) VALUES (app.throttle_key('account', '${victim}'), now() + interval '3 days')`);
    const answer = await tryIn(served, right).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(30);
    const [row] = await asAdmin(
      served,
      `SELECT empty_at < now() + interval '16 minutes' AS mended FROM throttle WHERE key = app.throttle_key('account', '${victim}')`,
    );
    expect(row?.mended).toBe(true);
  });

  test('knows no address of a person or a network', async () => {
    await guess(served, 3, () => ({}));
    const rows = await asAdmin(served, `SELECT encode(key, 'escape') AS key FROM throttle`);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(rows)).not.toMatch(/government|127\.0\.0\.1/);
  });
});

test('a wrong password and an unknown address take the same time', async () => {
  const miss = (email: string) => async (i: number) => {
    await asAdmin(served, 'DELETE FROM throttle');
    await tryIn(served, `a miss ${i}`, { email }).expect(401);
  };
  const { apart } = await timeApart([miss('police@government.example'), miss('stranger@government.example')], 25);
  if (judgesTimes) expect(apart).toBeLessThan(25);
});
