// Bytes as an attacker writes them: requests that two servers would read differently, heads without end, lines that hardly move.
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pdf } from './corpus/documents.ts';
import { figure, judgesTimes } from './faults/figures.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { exchange, trickle } from './raw-line.ts';
import { type Served, serve, serveOn } from './server.ts';

let served: Served;
let quick: Served;
let port: number;
let quickPort: number;
let cookie: string;
const portOf = async (of: Served) => Number(new URL(await of.app.getUrl()).port);
beforeAll(async () => {
  served = await serve();
  await seat(served);
  // The same server, on the same database, with the seconds of a test.
  quick = await serveOn(served, served.filesDir, { HEADERS_SECONDS: '1', BODY_SECONDS: '1', SLOWEST_BODY: '512', STALLED_SECONDS: '2', REQUEST_SECONDS: '20' });
  cookie = await signIn(served, 'lead@government.example');
  [port, quickPort] = [await portOf(served), await portOf(quick)];
});
afterAll(async () => {
  await quick?.stop();
  await served?.stop();
});

const crowd = figure(200, 500);
const host = 'Host: servanda.example\r\n';
const inner = `GET /api/states/XAA HTTP/1.1\r\n${host}\r\n`;
const smuggled = 'GET /api/smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
/** A post to sign-in with these header lines and this body. */
const post = (lines: string, body = '') => `POST /api/session HTTP/1.1\r\n${host}Content-Type: application/json\r\n${lines}\r\n${body}`;

describe('a request that two servers would read differently is refused, and nothing after it is read', () => {
  test.each([
    ['length and chunks', post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled}`)],
    ['chunks and length', post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${smuggled}`)],
    ['two lengths', post(`Content-Length: 2\r\nContent-Length: ${2 + smuggled.length}\r\n`, `{}${smuggled}`)],
    ['two equal lengths', post('Content-Length: 2\r\nContent-Length: 2\r\n', `{}${smuggled}`)],
    ['a list of lengths', post('Content-Length: 2, 2\r\n', `{}${smuggled}`)],
    ['a length with a sign', post('Content-Length: +2\r\n', `{}${smuggled}`)],
    ['a negative length', post('Content-Length: -1\r\n', `{}${smuggled}`)],
    ['a length in hex', post('Content-Length: 0x2\r\n', `{}${smuggled}`)],
    ['a length beyond all numbers', post('Content-Length: 99999999999999999999999\r\n', `{}${smuggled}`)],
    ['a space before the colon', post('Content-Length : 2\r\n', `{}${smuggled}`)],
    ['chunks that are not last', post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${smuggled}`)],
    ['another coding', post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${smuggled}`)],
    ['a coding hidden by a tab', post('Transfer-Encoding:\tchunked, \u000bidentity\r\n', `0\r\n\r\n${smuggled}`)],
    ['a chunk of no hex', post('Transfer-Encoding: chunked\r\n', `zz\r\n{}\r\n0\r\n\r\n${smuggled}`)],
    ['a chunk beyond all numbers', post('Transfer-Encoding: chunked\r\n', `fffffffffffffffff\r\n{}\r\n${smuggled}`)],
    ['a chunk ended by a bare line feed', post('Transfer-Encoding: chunked\r\n', `2\n{}\r\n0\r\n\r\n${smuggled}`)],
    ['a folded header', post('X-Folded: a\r\n Transfer-Encoding: chunked\r\nContent-Length: 2\r\n', `{}${smuggled}`)],
    ['NUL in a header', post('X-Nul: a\0b\r\nContent-Length: 2\r\n', `{}${smuggled}`)],
    ['a bare carriage return in a header', post('X-Cr: a\rContent-Length: 2\r\n', `{}${smuggled}`)],
    ['bare line feeds', `POST /api/session HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 2\n\n{}${smuggled}`],
    ['a header without a name', post(': x\r\nContent-Length: 2\r\n', `{}${smuggled}`)],
    ['a name with a space', post('X Y: z\r\nContent-Length: 2\r\n', `{}${smuggled}`)],
    ['no host', `GET /api/states HTTP/1.1\r\n\r\n${smuggled}`],
    ['two hosts', `GET /api/states HTTP/1.1\r\n${host}Host: other.example\r\n\r\n${smuggled}`],
    ['another version', `GET /api/states HTTP/3.7\r\n${host}\r\n${smuggled}`],
    ['no version', `GET /api/states\r\n${smuggled}`],
    ['an unknown method', `SMUGGLE /api/states HTTP/1.1\r\n${host}\r\n${smuggled}`],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('%s', async (_, bytes) => {
    const { statuses, text, isOpen } = await exchange(port, Buffer.from(bytes, 'latin1'));
    expect([isOpen, statuses]).toEqual([false, [400]]);
    expect(text).toContain('connection: close');
    expect(text).toMatch(/"code":"(unreadable_body|invalid_input)"/);
    expect(text).toContain('x-content-type-options: nosniff');
  });

  test('while well-formed requests in one stroke are each answered, in their order', async () => {
    const { statuses, text } = await exchange(
      port,
      `${inner}${post('Transfer-Encoding: chunked\r\n', '2\r\n{}\r\n0\r\n\r\n')}${smuggled.replace('Host: x', 'Host: x\r\nConnection: close')}`,
    );
    expect(statuses).toEqual([200, 400, 404]);
    expect(text).toContain('"iso3":"XAA"');
  });

  test('and the connection of one says nothing to the next', async () => {
    await exchange(port, post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled}`));
    expect((await exchange(port, inner.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))).statuses).toEqual([200]);
  });
});

describe('a head without end', () => {
  test.each([
    ['one header of 20 kB', `GET /api/states HTTP/1.1\r\n${host}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['101 headers', `GET /api/states HTTP/1.1\r\n${host}${Array.from({ length: 100 }, (_, i) => `X-${i}: a\r\n`).join('')}Connection: close\r\n\r\n`],
    ['an address of 20 kB', `GET /api/states?q=${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`],
  ])('%s: 431 with a problem', async (_, bytes) => {
    const { statuses, text } = await exchange(port, bytes);
    expect(statuses).toEqual([431]);
    expect(text).toContain('"code":"headers_too_large"');
    expect(text).toContain('application/problem+json');
  });

  test('an address of 8 kB: 414 with a problem', async () => {
    const { body } = await served
      .http()
      .get(`/api/states?q=${'a'.repeat(8000)}`)
      .expect(414);
    expect(body.code).toBe('address_too_long');
  });

  test('99 headers are read', async () => {
    const lines = Array.from({ length: 97 }, (_, i) => `X-${i}: a\r\n`).join('');
    expect((await exchange(port, `GET /api/states HTTP/1.1\r\n${host}${lines}Connection: close\r\n\r\n`)).statuses).toEqual([200]);
  });
});

describe('a line that hardly moves is cut, and others do not feel it', () => {
  test('headers at one byte a second', async () => {
    const { ms, text, wasCut } = await trickle(quickPort, 'GET /api/states HTTP/1.1\r\nX-Slow: ', 200, 'a', 15_000);
    expect([wasCut, text.slice(0, 12)]).toEqual([true, 'HTTP/1.1 408']);
    if (judgesTimes) expect(ms).toBeLessThan(5000);
  }, 20_000);

  test('a body at ten bytes a second', async () => {
    const start = post('Content-Length: 100000\r\n', '{"email":"');
    const { ms, wasCut } = await trickle(quickPort, start, 100, 'a', 15_000);
    expect(wasCut).toBe(true);
    if (judgesTimes) expect(ms).toBeLessThan(5000);
  }, 20_000);

  test('nothing at all after the connection, or after a request', async () => {
    const silent = await trickle(quickPort, '', 60_000, '', 15_000);
    expect(silent.wasCut).toBe(true);
    const half = await trickle(quickPort, post('Content-Length: 10\r\n', '{"a"'), 60_000, '', 15_000);
    expect(half.wasCut).toBe(true);
  }, 35_000);

  test('an answer that is not taken; its transaction has ended long before', async () => {
    const scope = await scopeFor(served, 'lead@government.example');
    const dossier = await openedDossier(served, scope);
    const evidence = await addedEvidence(served, scope, dossier);
    const signedIn = await signIn(served, 'lead@government.example');
    // Brought in where a busy machine has the usual time for sixteen megabytes.
    const file = await served
      .http()
      .post(`/api/dossiers/${dossier}/evidence/${evidence}/files`)
      .set('cookie', signedIn)
      .attach('file', Buffer.concat([pdf(), Buffer.alloc(16 * 1024 * 1024, '%\n'), Buffer.from('\n%%EOF\n')]), 'long.pdf');
    expect(file.status).toBe(201);
    const letGo = new Promise<void>((done) => quick.app.getHttpServer().once('connection', (line: net.Socket) => line.once('close', () => done())));
    const socket = net.connect({ port: quickPort, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    socket.write(`GET /api/dossiers/${dossier}/evidence/${evidence}/files/${file.body.id}?copy=original HTTP/1.1\r\n${host}Cookie: ${signedIn}\r\n\r\n`);
    await once(socket, 'readable');
    socket.pause();
    await setTimeout(300);
    const { Database } = await import('../src/platform/db/database.ts');
    const [held] = await quick.app
      .get(Database)
      .unscoped<{ n: number }>("SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'");
    expect(held).toEqual({ n: 0 });
    // Cut by the server: what the socket still holds can be read, and then it ends before the file does.
    await letGo;
    let got = 0;
    socket.on('data', (part) => {
      got += part.length;
    });
    socket.resume();
    await once(socket, 'close');
    expect(got).toBeLessThan(16 * 1024 * 1024);
  }, 30_000);

  test('while a slow but honest line brings its document through', async () => {
    const scope = await scopeFor(served, 'lead@government.example');
    const dossier = await openedDossier(served, scope, 'Slow but honest');
    const evidence = await addedEvidence(served, scope, dossier);
    const signedIn = await signIn(served, 'lead@government.example');
    const text = Buffer.alloc(7200, 'a line of text\n');
    const head = `--edge\r\nContent-Disposition: form-data; name="file"; filename="note.txt"\r\nContent-Type: text/plain\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), text, Buffer.from('\r\n--edge--\r\n')]);
    const socket = net.connect({ port: quickPort, host: '127.0.0.1' });
    let answer = '';
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.write(
      `POST /api/dossiers/${dossier}/evidence/${evidence}/files HTTP/1.1\r\n${host}Cookie: ${signedIn}\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
    );
    const closed = once(socket, 'close');
    // Three kilobytes a second: six times the limit of this server.
    for (let at = 0; at < body.length; at += 600) {
      socket.write(body.subarray(at, at + 600));
      await setTimeout(200);
    }
    await closed;
    expect(answer.slice(0, 12)).toBe('HTTP/1.1 201');
  }, 20_000);

  test(`${crowd} slow lines at once: the others are answered as before`, async () => {
    const time = async () => {
      const began = performance.now();
      await served.http().get('/api/dossiers').set('cookie', cookie).expect(200);
      return performance.now() - began;
    };
    const median = async () => {
      const times: number[] = [];
      for (let i = 0; i < 15; i++) times.push(await time());
      return times.sort((a, b) => a - b)[7] ?? 0;
    };
    const before = await median();
    const slow = Array.from({ length: crowd }, () => trickle(port, 'POST /api/session HTTP/1.1\r\nX: ', 1000, 'a', 2500));
    await setTimeout(300);
    const during = await median();
    await Promise.all(slow);
    // Two milliseconds are the clock's own unrest here.
    if (judgesTimes) expect(during).toBeLessThan(before * 2 + 20);
  }, 20_000);
});

test('a connection is kept for a thousand requests and then given up in good order', async () => {
  const one = `GET /api/health/live HTTP/1.1\r\n${host}\r\n`;
  const { statuses, text } = await exchange(port, one.repeat(1001), 20_000);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1000);
  expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([]);
  expect(text.toLowerCase()).toContain('connection: close');
}, 30_000);
