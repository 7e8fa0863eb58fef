// What the log holds: one JSON object a line, patterns and ids of requests; never a secret, a person, or a character that could forge a line.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/demo/people.ts';
import { loggedError } from '../src/platform/logs/logged-error.ts';
import { masked, oneLine } from '../src/platform/logs/plain-text.ts';
import { seat, signIn } from './people.ts';
import { type Running, startProcess } from './process.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let running: Running;
let cookie: string;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@ngo.example');
  running = await startProcess(served, { LOG_LEVEL: 'debug', TZ: 'Asia/Tokyo', SOURCE_KEY: 'y'.repeat(43) });
});
afterAll(async () => {
  running.child.kill('SIGKILL');
  await served.stop();
});

const canary = 'heron-7f3a';
const forged = `${canary}%0d%0a%7b%22level%22%3a%22info%22%7d%1b%5b31m%e2%80%ae`;
const lines = () => running.printed().split('\n').filter(Boolean);
/** Sends headers as they are, where fetch would refuse or rewrite them. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise((done) =>
    request({ host: '127.0.0.1', port: running.port, path, headers }, (answer) => done(answer.resume()))
      .on('error', done)
      .end(),
  );

test('after requests full of canaries every line is one JSON object of the known fields, and no canary is in any', async () => {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${running.at}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  await post('/api/session', { email: `${canary}@ngo.example`, password: `${canary}-password` });
  await post('/api/session', { email: 'lead@ngo.example', password: demoPassword });
  const opened: { id?: string } = JSON.parse(await (await post('/api/dossiers', { iso3: 'XAA', title: `Title ${canary}` }, { cookie })).text());
  const piece: { id?: string } = JSON.parse(
    await (await post(`/api/dossiers/${opened.id}/evidence`, { kind: 'report', title: `Source ${canary}`, originator: canary }, { cookie })).text(),
  );
  const sources = `/api/dossiers/${opened.id}/evidence/${piece.id}/sources`;
  const source: { id?: string } = JSON.parse(await (await post(sources, { name: canary, note: canary, risk: 'grave' }, { cookie })).text());
  expect(await (await post(`${sources}/${source.id}/openings`, { version: null }, { cookie })).text()).toContain(canary);
  await post(sources, { name: canary, risk: canary }, { cookie });
  await post('/api/dossiers', { iso3: 'XAA', title: 7, [canary]: canary }, { cookie });
  await fetch(`${running.at}/api/dossiers?q=${forged}`, { headers: { cookie } });
  await fetch(`${running.at}/${forged}`);
  await fetch(`${running.at}/api/states/${forged}`);
  await raw('/api/session', {
    cookie: `servanda=${canary}${'A'.repeat(43)}`,
    'user-agent': `${canary} \u009b31m`,
    'x-request-id': canary,
    traceparent: canary,
  });
  await raw('/api/session', { host: canary, authorization: `Bearer ${canary}`, 'x-forwarded-for': canary });
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);

  const known = ['level', 'time', 'event', 'requestId', 'method', 'route', 'status', 'ms', 'organisation', 'isCut', 'place', 'message', 'error'];
  const read = lines().map((line) => JSON.parse(line));
  for (const line of read) expect(Object.keys(line).filter((field) => !known.includes(field))).toEqual([]);
  // Moments are UTC, whatever the zone of the process.
  for (const line of read) expect(line.time).toBe(new Date(line.time).toISOString());
  const requests = read.filter((line) => line.event === 'request');
  expect(requests.length).toBeGreaterThanOrEqual(10);
  expect(requests.every((line) => /^[0-9a-f-]{36}$/.test(line.requestId) && (line.route.startsWith('/') || line.route === '(none)'))).toBe(true);
  const open = requests.find((line) => line.route === '/api/dossiers' && line.status === 201);
  expect(open.organisation).toMatch(/^[0-9a-f]{16}$/);
  const secrets = [canary, demoPassword, cookie.split('=')[1] ?? 'cookie', opened.id ?? 'id', 'ngo.example', 'Bearer'];
  for (const secret of secrets) expect([secret, running.printed().includes(secret)]).toEqual([secret, false]);
  for (const sign of ['\u001b', '\u009b', '\u202e', '\r']) expect(running.printed().includes(sign)).toBe(false);
}, 60_000);

describe('words of others in a line', () => {
  test.each([
    ['a\r\n{"level":"info"}', 'a\\u{000d}\\u{000a}{"level":"info"}'],
    ['\u001b[31mred\u009b0m', '\\u{001b}[31mred\\u{009b}0m'],
    ['\u202eevil\u2066\u2028\u2029\ufeff', '\\u{202e}evil\\u{2066}\\u{2028}\\u{2029}\\u{feff}'],
  ])('%j becomes one plain line', (text, plain) => expect(oneLine(text)).toBe(plain));

  test('addresses, credentials and tokens are masked', () => {
    const token = 'A'.repeat(43);
    expect(masked(`postgresql://app:secret@db/x of name@example.org with ${token}`)).toBe('[credentials]@db/x of [address] with [long word]');
  });

  test('an error is written without what a driver or parser quotes', () => {
    const quoting = (() => {
      try {
        return JSON.parse('heron is no JSON');
      } catch (error) {
        return error;
      }
    })();
    const logged = loggedError(quoting);
    expect(JSON.stringify(logged)).not.toContain('heron');
    expect(logged).toMatchObject({ kind: 'SyntaxError', message: null });
    expect(loggedError(new TypeError('x is not a function'))).toMatchObject({ kind: 'TypeError', message: 'x is not a function' });
    expect(loggedError('heron')).toEqual({ kind: 'string', codes: [], message: null, at: [] });
  });
});
