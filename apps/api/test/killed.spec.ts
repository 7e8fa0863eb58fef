// A server killed in the middle of its work: what it acknowledged is there, and nothing is half written.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { Database } from '../src/platform/db/database.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve, testKey } from './server.ts';

let served: Served;
let cookie: string;
let child: ChildProcess | undefined;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@ngo.example');
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await served.stop();
});

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address && typeof address === 'object' ? address.port : 0;
}

/** The API as a process of its own, as it runs in production; resolves with its address once it listens. */
async function start(): Promise<string> {
  const port = await freePort();
  child = fork(fileURLToPath(new URL('../src/main.ts', import.meta.url)), {
    execArgv: ['-C', 'development', '--import', '@oxc-node/core/register'],
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: {
      PATH: process.env['PATH'] ?? '',
      CONTEXT_KEY: testKey,
      APP_DATABASE_URL: served.runtimeUrl,
      FILES_DIR: served.filesDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return `http://127.0.0.1:${port}`;
}

/** Opens dossiers without pause over eight connections until the server dies; adds the title of each acknowledged one. */
async function write(at: string, round: number, acknowledged: Set<string>, onAnswer: () => void): Promise<void> {
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n++) {
        const title = `Round ${round}, writer ${writer}, number ${n}`;
        const answer = await fetch(`${at}/api/dossiers`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ iso3: 'XAA', title }),
        }).catch(() => null);
        if (!answer) return;
        expect(answer.status).toBe(201);
        acknowledged.add(title);
        onAnswer();
      }
    }),
  );
}

test('killed three times under eight writers', async () => {
  const acknowledged = new Set<string>();
  for (let round = 1; round <= 3; round++) {
    const at = await start();
    const killAfter = acknowledged.size + 10 * round;
    await write(at, round, acknowledged, () => void (acknowledged.size === killAfter && child?.kill('SIGKILL')));
  }
  const admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
  const { rows } = await admin
    .query(
      `SELECT d.title, (SELECT count(*)::int FROM dossier_element e WHERE e.dossier_id = d.id) AS elements,
         (SELECT count(*)::int FROM journal_entry j WHERE j.subject_id = d.id::text) AS entries FROM dossier d`,
    )
    .finally(() => admin.end());
  const kept = new Set(rows.map((row) => row.title));
  expect([...acknowledged].filter((title) => !kept.has(title))).toEqual([]);
  expect(rows.filter((row) => row.elements !== 51 || row.entries !== 1)).toEqual([]);
  const scope = await scopeFor(served, 'lead@ngo.example');
  expect(await served.app.get(Database).read(scope, (sql) => sql('SELECT * FROM app.journal_problems()'))).toEqual([]);
  const listed = await served.app.getHttpAdapter().getInstance().inject({ url: '/api/dossiers', headers: { cookie } });
  expect(listed.json().total).toBe(rows.length);
}, 60_000);
