// Starts PostgreSQL (or uses DATABASE_URL), migrates, seeds, builds and serves, until it is told to stop.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endWithParent, environment, root } from './bootstrap.mjs';
import { build } from './build.mjs';
import { markOutbox, migrate, prepareDatabase, prepareRoles, provideContextKeys, roles, urlWith } from './database.mjs';
import { startCluster } from './postgres.mjs';
import { keptSecret } from './secrets.mjs';
import { administratorAt, whyNotReached } from './server-address.mjs';

const began = performance.now();
const local = process.env.SERVANDA_HOME ?? join(root, '.local');
const port = Number(process.env.PORT ?? 4000);
const host = process.env.HOST ?? '127.0.0.1';
const demo = process.env.SEED_DEMO !== 'false';
// Letters are shown at /outbox where nothing is sent and nobody but this machine can look.
const onLoopback = (name) => ['localhost', '127.0.0.1', '::1', '[::1]'].includes(name);
const showsOutbox = !process.env.SMTP_URL && onLoopback(host) && onLoopback(new URL(process.env.PUBLIC_URL ?? 'http://localhost').hostname);
const stopFirst = [];
let server;
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (server?.exitCode === null) {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
  }
  for (const end of stopFirst) end();
  process.exit(code);
}
const fail = (message) => {
  console.error(`\n${message}\n`);
  return stop(1);
};

const portIsFree = () =>
  new Promise((done) => {
    const probe = createServer().once('error', (error) => done(error.code));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });

/** Where to work as administrator, and the database's name. */
async function reachDatabase() {
  if (process.env.DATABASE_URL) {
    const url = process.env.DATABASE_URL;
    return { admin: await administratorAt(url), database: decodeURIComponent(new URL(url).pathname.slice(1)) || 'servanda' };
  }
  const cluster = await startCluster({ home: join(local, 'postgres'), durable: true });
  stopFirst.push(cluster.stop);
  return { admin: cluster.url('postgres'), database: 'servanda' };
}

function runApi(file, env) {
  return new Promise((done, failed) => {
    let output = '';
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist', file)], {
      env: { ...environment(), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('exit', (code) => (code === 0 ? done(output) : failed(new Error(`${file} ended with ${code}\n${output}`))));
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(0));
endWithParent(() => void stop(0));

try {
  const free = await portIsFree();
  if (free !== true) {
    const why = free === 'EADDRINUSE' ? `Port ${port} is taken by another program.` : `Port ${port} on ${host} cannot be used (${free}).`;
    await fail(`${why} Stop that program, or choose another port: PORT=${port + 1} npm start`);
  }
  build();
  const { admin, database } = await reachDatabase();
  const password = keptSecret(join(local, 'secrets/runtime-role'));
  await prepareRoles(admin, password);
  await prepareDatabase(admin, database);
  const applied = await migrate(admin, database);
  if (applied.length) console.log(`Migrated: ${applied.join(', ')}`);
  const contextKey = keptSecret(join(local, 'secrets/context-key'));
  await provideContextKeys(admin, database, [contextKey]);
  await markOutbox(admin, database, showsOutbox);
  const adminUrl = urlWith(admin, { database });
  const env = {
    FACTOR_KEY: process.env.FACTOR_KEY ?? keptSecret(join(local, 'secrets/factor-key')),
    SOURCE_KEY: process.env.SOURCE_KEY ?? keptSecret(join(local, 'secrets/source-key')),
    JOURNAL_KEY: process.env.JOURNAL_KEY ?? keptSecret(join(local, 'secrets/journal-key')),
    ADMIN_DATABASE_URL: adminUrl,
    APP_DATABASE_URL: urlWith(adminUrl, { user: roles.runtime, password }),
    CONTEXT_KEY: contextKey,
    FILES_DIR: process.env.FILES_DIR ?? join(local, 'files'),
    WEB_DIR: join(root, 'apps/web/dist'),
    PORT: String(port),
    HOST: host,
    SEED_DEMO: String(demo),
    LOG_FORMAT: process.env.LOG_FORMAT ?? 'readable',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    OUTBOX_PAGE: String(showsOutbox),
  };
  const loaded = await runApi('reference/load.js', env);
  if (demo) process.stdout.write(await runApi('demo/seed.js', env));
  const { ADMIN_DATABASE_URL: _, ...serving } = env;
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist/main.js')], {
    env: { ...environment(), ...serving },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  server.on('exit', (code) => void (stopping || fail(`The server ended by itself (${code}).`)));
  server.once('message', () => {
    const setup = /^setup-code (\S+)$/m.exec(loaded)?.[1];
    console.log(`\nServanda is ready after ${((performance.now() - began) / 1000).toFixed(1)} s:  http://localhost:${port}\n`);
    if (demo)
      console.log(
        [
          'Demonstration accounts, all with the password  pacta-sunt-servanda',
          '  lead@  reviewer@  contributor@  viewer@government.example   the ministry of the invented Republic of Aruna',
          '  lead@  auditor@ngo.example                                 an independent audit of the same State',
          '  lead@  expert@nhri.example                                  a commission; the expert works for the NGO too',
          '  lead@clinics.example                                        another NGO, guest in the coalition of that audit',
          '  lead@neighbour.example                                      another State, which must see nothing of it',
          '  operator@servanda.example                                   runs the instance, sees no dossier',
          '',
        ].join('\n'),
      );
    if (showsOutbox) console.log(`No mail is sent; letters are shown at http://localhost:${port}/outbox\n`);
    if (setup) console.log(`There is no account yet. Create the operator at http://localhost:${port}/setup with this code (it works once):  ${setup}\n`);
    console.log('Stop with Ctrl-C.');
  });
} catch (error) {
  await fail((process.env.DATABASE_URL && whyNotReached(error)) || (error?.stack ?? String(error)));
}
