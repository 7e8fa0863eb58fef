// What a balancer and an operator are told: alive, ready, behind, draining, and the way out on SIGTERM.
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config.ts';
import { Database } from '../src/platform/db/database.ts';
import { type Line, lineTo } from './cut-line.ts';
import { judgesTimes } from './faults/figures.ts';
import { startProcess } from './process.ts';
import { type Served, serve, testKey } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

describe('live and ready', () => {
  let line: Line;
  let app: Awaited<ReturnType<typeof createApp>>;
  beforeAll(async () => {
    line = await lineTo(served.runtimeUrl);
    app = await createApp(
      readConfig({ CONTEXT_KEY: testKey, APP_DATABASE_URL: line.url, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent', DATABASE_POOL: '2', RATE_LIMITS: 'off' }),
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.close();
    await line.cut();
  });
  const ask = (what: string) => supertest(app.getHttpServer()).get(`/api/health/${what}`);

  test('both say so while all is well', async () => {
    expect((await ask('live').expect(200)).body).toEqual({ status: 'live' });
    const { body } = await ask('ready').expect(200);
    expect(body).toMatchObject({ database: 'ok', isDraining: false });
    expect(['ready', 'degraded']).toContain(body.status);
  });

  test('with every connection of the pool busy it is still ready', async () => {
    const held = await Promise.all([app.get(Database).pool.connect(), app.get(Database).pool.connect()]);
    await ask('ready').expect(200);
    for (const client of held) client.release();
  });

  test('a database that is away or silent: not ready within a second, but alive', async () => {
    await line.cut();
    const began = performance.now();
    const { body, headers } = await ask('ready').expect(503);
    expect(body).toMatchObject({ status: 'not_ready', database: 'unreachable' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    if (judgesTimes) expect(performance.now() - began).toBeLessThan(1500);
    await ask('live').expect(200);
    await line.mend();
    await ask('ready').expect(200);
  });

  test('a migration that is not applied: behind; one from a newer version: ready', async () => {
    const admin = new pg.Client({ connectionString: served.adminUrl });
    await admin.connect();
    try {
      await admin.query("INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '20991231000000_later', now())");
      await ask('ready').expect(200);
      await admin.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_repeats'");
      expect((await ask('ready').expect(503)).body).toMatchObject({ status: 'not_ready', database: 'behind' });
    } finally {
      await admin.query("UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL; DELETE FROM _prisma_migrations WHERE id = 'x'");
      await admin.end();
    }
  });

  test('a disk with little room: degraded, not taken out of service', async () => {
    const small = await createApp(
      readConfig({ CONTEXT_KEY: testKey, APP_DATABASE_URL: served.runtimeUrl, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent', DISK_RESERVE: '90' }),
    );
    try {
      const { body } = await supertest(small.getHttpServer()).get('/api/health/ready').expect(200);
      expect(body).toMatchObject({ status: 'degraded', disk: 'low' });
    } finally {
      await small.close();
    }
  });
});

/** One request on the connection of `agent`. */
const knock = (port: number, path: string, agent: http.Agent) =>
  new Promise<{ status: number; connection: string | undefined; body: string }>((done, failed) => {
    http
      .get({ port, host: '127.0.0.1', path, agent }, (answer) => {
        let body = '';
        answer.on('data', (part: Buffer) => {
          body += part.toString();
        });
        answer.on('end', () => done({ status: answer.statusCode ?? 0, connection: answer.headers.connection, body }));
      })
      .on('error', failed);
  });

test('SIGTERM: not ready, every answer closes its connection, then the end with code 0; nothing is dropped meanwhile', async () => {
  const running = await startProcess(served, { DRAIN_SECONDS: '1.5' });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  expect((await knock(running.port, '/api/health/ready', agent)).status).toBe(200);
  running.child.kill('SIGTERM');
  let ready = await knock(running.port, '/api/health/ready', agent);
  // The signal is on its way.
  while (ready.status === 200) ready = await knock(running.port, '/api/health/ready', agent);
  expect([ready.status, JSON.parse(ready.body).isDraining, ready.connection]).toEqual([503, true, 'close']);
  for (let n = 0; n < 40; n++) {
    const answer = await knock(running.port, n % 2 ? '/api/states' : '/api/health/live', agent);
    expect([answer.status, answer.connection]).toEqual([200, 'close']);
  }
  expect(await running.ended).toBe(0);
  agent.destroy();
}, 30_000);
