// The built product on a throw-away PostgreSQL with the demonstration world, as a user would have it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markOutbox, migrate, prepareDatabase, prepareRoles, provideContextKeys, roles, urlWith } from '../tools/database.mjs';
import { freePort, startCluster } from '../tools/postgres.mjs';

const api = (file) => fileURLToPath(new URL(`../apps/api/dist/${file}`, import.meta.url));

function run(file, env) {
  const done = spawnSync(process.execPath, [api(file)], { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${file} ended with ${done.status}:\n${done.stdout}${done.stderr}`);
}

export default async function setup() {
  const home = mkdtempSync(join(tmpdir(), 'servanda-e2e-'));
  const cluster = await startCluster({ home: join(home, 'postgres'), durable: false });
  const admin = cluster.url('postgres');
  await prepareRoles(admin, 'test');
  await prepareDatabase(admin, 'servanda');
  await migrate(admin, 'servanda');
  const contextKey = 'the key of the browser suite, for its scopes';
  await provideContextKeys(admin, 'servanda', [contextKey]);
  await markOutbox(admin, 'servanda', true);
  const adminUrl = urlWith(admin, { database: 'servanda' });
  const port = await freePort();
  const env = {
    ADMIN_DATABASE_URL: adminUrl,
    APP_DATABASE_URL: urlWith(adminUrl, { user: roles.runtime, password: 'test' }),
    CONTEXT_KEY: contextKey,
    FILES_DIR: join(home, 'files'),
    WEB_DIR: fileURLToPath(new URL('../apps/web/dist', import.meta.url)),
    PORT: String(port),
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    FACTOR_KEY: 'x'.repeat(43),
    JOURNAL_KEY: 'x'.repeat(43),
    OUTBOX_PAGE: 'true',
    SEED_DEMO: 'true',
  };
  run('reference/load.js', env);
  run('demo/seed.js', env);
  const server = spawn(process.execPath, [api('main.js')], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise((ready, failed) => {
    server.once('message', ready);
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
  globalThis.__served = { server, cluster, home };
  process.env.SERVANDA_ADMIN_URL = adminUrl;
  process.env.SERVANDA_URL = `http://127.0.0.1:${port}`;
}
