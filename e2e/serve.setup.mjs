// The built product on a throw-away PostgreSQL with the demonstration world, as a user would have it. Each worker of the suite has
// a product of its own, so that stories told side by side never meet.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { markOutbox, migrate, prepareDatabase, prepareRoles, provideContextKeys, roles, urlWith } from '../tools/database.mjs';
import { freePort, startCluster } from '../tools/postgres.mjs';

const api = (file) => fileURLToPath(new URL(`../apps/api/dist/${file}`, import.meta.url));

function run(file, env) {
  const done = spawnSync(process.execPath, [api(file)], { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${file} ended with ${done.status}:\n${done.stdout}${done.stderr}`);
}

const contextKey = 'the key of the browser suite, for its scopes';
const secrets = { CONTEXT_KEY: contextKey, FACTOR_KEY: 'x'.repeat(43), SOURCE_KEY: 'y'.repeat(43), JOURNAL_KEY: 'x'.repeat(43) };

/** The environment of one product on a database of the cluster. */
async function environmentOf(admin, database, files) {
  const adminUrl = urlWith(admin, { database });
  return {
    ADMIN_DATABASE_URL: adminUrl,
    APP_DATABASE_URL: urlWith(adminUrl, { user: roles.runtime, password: 'test' }),
    ...secrets,
    FILES_DIR: files,
    WEB_DIR: fileURLToPath(new URL('../apps/web/dist', import.meta.url)),
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
    OUTBOX_PAGE: 'true',
    SEED_DEMO: 'true',
  };
}

/** The first product, seeded; its database and files are what the others begin with. */
async function seeded(admin, home) {
  await prepareRoles(admin, 'test');
  await prepareDatabase(admin, 'servanda');
  await migrate(admin, 'servanda');
  await provideContextKeys(admin, 'servanda', [contextKey]);
  await markOutbox(admin, 'servanda', true);
  const env = await environmentOf(admin, 'servanda', join(home, 'files'));
  run('reference/load.js', env);
  run('demo/seed.js', env);
  return env;
}

async function copied(admin, home, number) {
  const database = `servanda_${number}`;
  const db = new pg.Client({ connectionString: admin });
  await db.connect();
  await db.query(`CREATE DATABASE ${database} TEMPLATE servanda`);
  await db.end();
  await prepareDatabase(admin, database);
  const files = join(home, `files-${number}`);
  cpSync(join(home, 'files'), files, { recursive: true });
  return environmentOf(admin, database, files);
}

async function serve(env) {
  const server = spawn(process.execPath, [api('main.js')], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise((ready, failed) => {
    server.once('message', ready);
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
  });
  return server;
}

export default async function setup({ maxWorkers }) {
  const home = mkdtempSync(join(tmpdir(), 'servanda-e2e-'));
  const cluster = await startCluster({ home: join(home, 'postgres'), durable: false });
  const admin = cluster.url('postgres');
  const products = [await seeded(admin, home)];
  for (let number = 2; number <= maxWorkers; number++) products.push(await copied(admin, home, number));
  const servers = await Promise.all(products.map(serve));
  globalThis.__served = { servers, cluster, home };
  process.env.SERVANDA_PRODUCTS = JSON.stringify(
    products.map((env) => ({ SERVANDA_URL: `http://127.0.0.1:${env.PORT}`, SERVANDA_ADMIN_URL: env.ADMIN_DATABASE_URL })),
  );
}
