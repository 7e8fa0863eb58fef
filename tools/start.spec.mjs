// The first command, run as a user runs it: start, start again, a taken port, no demonstration world, Ctrl-C.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startCluster } from './postgres.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
let home;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'servanda-start-'));
});
/** Whatever a failed test left running is ended, so that the suite can end. */
const started = [];
afterAll(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
}, 60_000);

/** Starts the product; `until` is a text that it prints. */
function start(env, until, [command, ...args] = [process.execPath, 'tools/start.mjs']) {
  let output = '';
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', SERVANDA_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  started.push({ child, ended });
  const said = new Promise((done, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part;
        if (output.includes(until)) done(output);
      });
    child.once('exit', (code) => (output.includes(until) ? done(output) : failed(new Error(`ended with ${code} before saying "${until}":\n${output}`))));
  });
  return { child, said, ended, output: () => output };
}
/** A process that runs; one that ended and waits to be reaped does not. */
const isAlive = (pid) => {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
};
const post = (port, path, body, cookie) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });

test('serves the demonstration world, keeps what is written, and is there again within 10 seconds', async () => {
  const port = await freePort();
  const first = start({ PORT: String(port) }, 'Stop with Ctrl-C');
  const words = await first.said;
  expect(words).toContain(`http://localhost:${port}`);
  expect(words).toContain('lead@  reviewer@  contributor@  viewer@government.example');
  const page = await fetch(`http://127.0.0.1:${port}/dossiers`);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const signedIn = await post(port, '/api/session', { email: 'lead@ngo.example', password: 'pacta-sunt-servanda' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  const opened = await post(port, '/api/dossiers', { iso3: 'XAB', title: 'Kept over a restart' }, cookie);
  expect(opened.status).toBe(201);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);

  const began = performance.now();
  const second = start({ PORT: String(port) }, 'Stop with Ctrl-C');
  await second.said;
  expect(performance.now() - began).toBeLessThan(10_000);
  const again = await fetch(`http://127.0.0.1:${port}/api/dossiers?q=restart`, { headers: { cookie } });
  expect((await again.json()).total).toBe(1);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
});

test('ends with everything it started when npm is told to end', async () => {
  const port = await freePort();
  const served = start({ PORT: String(port) }, 'Stop with Ctrl-C', ['npm', 'start']);
  await served.said;
  const cluster = Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  served.child.kill('SIGTERM');
  await served.ended;
  const until = performance.now() + 20_000;
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (((await isUp()) || isAlive(cluster)) && performance.now() < until) await setTimeout(200);
  expect([await isUp(), isAlive(cluster)]).toEqual([false, false]);
});

test('a taken port gets a sentence with the remedy', async () => {
  const taken = createServer();
  await new Promise((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address();
  const tried = start({ PORT: String(port) }, 'is taken');
  expect(await tried.said).toContain(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`);
  expect(await tried.ended).toBe(1);
  taken.close();
});

test('without the demonstration world the first operator is created by a code that works once', async () => {
  const port = await freePort();
  const bare = mkdtempSync(join(tmpdir(), 'servanda-bare-'));
  const served = start({ PORT: String(port), SEED_DEMO: 'false', SERVANDA_HOME: bare }, 'Stop with Ctrl-C');
  const code = /works once\):\s+(\S+)/.exec(await served.said)?.[1];
  const body = { code, email: 'operator@ministry.example', name: 'System operator', password: 'a sentence that is long enough' };
  expect((await post(port, '/api/setup', { ...body, code: 'wrong' })).status).toBe(401);
  expect((await post(port, '/api/setup', body)).status).toBe(201);
  expect((await post(port, '/api/setup', { ...body, email: 'second@ministry.example' })).status).toBe(401);
  expect((await post(port, '/api/session', { email: 'lead@ngo.example', password: 'pacta-sunt-servanda' })).status).toBe(401);
  served.child.kill('SIGINT');
  expect(await served.ended).toBe(0);
  rmSync(bare, { recursive: true, force: true });
});

test('a database that does not answer is named, without a stack', async () => {
  const port = await freePort();
  const tried = start({ PORT: String(await freePort()), DATABASE_URL: `postgresql://admin:x@127.0.0.1:${port}/servanda` }, 'DATABASE_URL');
  expect(await tried.said).toContain('PostgreSQL does not answer at the address in DATABASE_URL');
  expect(await tried.ended).toBe(1);
  expect(tried.output()).not.toMatch(/\n\s+at /);
});

test('a server of your own is used and none is started; a database that is not there yet is created, a wrong password is named', async () => {
  const own = mkdtempSync(join(tmpdir(), 'servanda-own-'));
  const cluster = await startCluster({ home: join(own, 'theirs'), durable: false });
  const env = { SERVANDA_HOME: join(own, 'ours'), SEED_DEMO: 'false', DATABASE_URL: cluster.url('ministry') };
  try {
    const port = await freePort();
    const served = start({ ...env, PORT: String(port) }, 'Stop with Ctrl-C');
    await served.said;
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    expect(existsSync(join(own, 'ours/postgres'))).toBe(false);
    served.child.kill('SIGINT');
    expect(await served.ended).toBe(0);

    const wrong = new URL(env.DATABASE_URL);
    wrong.password = 'wrong';
    const refused = start({ ...env, PORT: String(await freePort()), DATABASE_URL: wrong.href }, 'DATABASE_URL');
    expect(await refused.said).toContain('PostgreSQL refuses the user or the password in DATABASE_URL');
    expect(await refused.ended).toBe(1);
    expect(refused.output()).not.toMatch(/\n\s+at /);
  } finally {
    cluster.stop();
    rmSync(own, { recursive: true, force: true });
  }
});
