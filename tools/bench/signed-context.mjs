// What the verification of the signed scope costs (decision 0008): our API on one database, whose functions by turns verify
// and merely read the setting. Run by hand: node tools/bench/signed-context.mjs. Bounded in count and time, loopback only.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { environment, root } from '../bootstrap.mjs';
import { build } from '../build.mjs';
import { migrate, prepareDatabase, prepareRoles, provideContextKeys, roles, urlWith } from '../database.mjs';
import { startCluster } from '../postgres.mjs';
import { drive } from './drive.mjs';
import { loadWorld } from './load.mjs';
import { openSession } from './session.mjs';

const rounds = 7;
const contextKey = 'the key of the bench, which signs its scopes';
const fields = { organisation: [2, 'uuid'], person: [3, 'uuid'], role: [4, 'text'], session: [5, 'uuid'], key: [6, 'uuid'] };
const functions = (part) =>
  Object.entries(fields)
    .map(
      ([name, [place, type]]) =>
        `CREATE OR REPLACE FUNCTION app.${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(${part(place)}, '')::${type} $$`,
    )
    .join(';');
const sides = {
  verified: functions((n) => `(app.context())[${n}]`),
  'merely read': functions((n) => `split_part(current_setting('app.context', true), '|', ${n})`),
};
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
const cluster = await startCluster({ home: join(home, 'postgres'), durable: true });
try {
  build({ only: ['contract', 'catalogue', 'api'] });
  const admin = cluster.url('postgres');
  await prepareRoles(admin, 'bench');
  await prepareDatabase(admin, 'bench');
  await migrate(admin, 'bench');
  await provideContextKeys(admin, 'bench', [contextKey]);
  const adminUrl = urlWith(admin, { database: 'bench' });
  const load = fork(join(root, 'apps/api/dist/reference/load.js'), { env: { ...environment(), ADMIN_DATABASE_URL: adminUrl, SEED_DEMO: 'true' } });
  await new Promise((done) => load.once('exit', done));
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  await db.query(
    "INSERT INTO state (iso3, name, status, type, deposited_on, is_crc_party, has_reservation_or_declaration, source, is_invented) VALUES ('XAA', 'Republic of Aruna', 'party', 'ratification', '2003-03-31', true, false, 'Invented', true) ON CONFLICT DO NOTHING",
  );
  const world = await loadWorld(adminUrl, 20);
  const { organisation, id } = world.dossiers[0];
  const cookie = await openSession(db, organisation);
  await measureVerification(db, organisation);
  await measureDoors(db, cookie, id);
  await db.end();
} finally {
  cluster.stop();
  rmSync(home, { recursive: true, force: true });
}

/** One verification alone, within PostgreSQL. */
async function measureVerification(db, organisation) {
  const { ContextSigner } = await import('../../apps/api/dist/platform/db/context.js');
  const signer = new ContextSigner(contextKey);
  await db.query("SELECT set_config('app.context', $1, false)", [signer.sign({ organisation })]);
  const each = async (call) => {
    const { rows } = await db.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) SELECT count(${call}) FROM generate_series(1, 20000) AS n`);
    return (rows[0]['QUERY PLAN'][0]['Execution Time'] / 20000) * 1000;
  };
  await each('app.context()');
  console.log(
    `app.context(): ${(await each('app.context()')).toFixed(1)} µs; the setting alone: ${(await each("current_setting('app.context', true)")).toFixed(2)} µs`,
  );
  await db.query("SELECT set_config('app.context', '', false)");
  const began = performance.now();
  for (let i = 0; i < 20_000; i++) signer.sign({ organisation, person: organisation, role: 'lead', session: organisation });
  console.log(`signing in the API: ${(((performance.now() - began) / 20_000) * 1000).toFixed(1)} µs`);
}

async function measureDoors(db, cookie, id) {
  const child = fork(fileURLToPath(new URL('ours.mjs', import.meta.url)), {
    env: {
      ...environment(),
      APP_DATABASE_URL: urlWith(cluster.url('postgres'), { database: 'bench', user: roles.runtime, password: 'bench' }),
      ...{ FILES_DIR: join(home, 'files'), CONTEXT_KEY: contextKey, DATABASE_POOL: '16', LOG_LEVEL: 'error' },
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port } = await new Promise((done) => child.once('message', done));
  const { rows: codes } = await db.query("SELECT code FROM element WHERE rule = 'always' ORDER BY ordinal");
  const numbers = new Map();
  const record = () => {
    const [{ code }] = codes.splice(0, 1);
    codes.push({ code });
    const number = numbers.get(code) ?? 5;
    numbers.set(code, number + 1);
    const body = JSON.stringify({
      basedOn: number,
      law: 'compliant',
      practice: null,
      asOf: '2026-03-31',
      reasons: 'The Act covers the conduct.',
      submit: true,
    });
    return { method: 'POST', path: `/api/dossiers/${id}/elements/${code}/assessments`, headers: { cookie, 'content-type': 'application/json' }, body };
  };
  const get = (path) => () => ({ method: 'GET', path, headers: { cookie } });
  const doors = {
    dossier: get(`/api/dossiers/${id}`),
    checklist: get(`/api/dossiers/${id}/obligations`),
    coverage: get(`/api/dossiers/${id}/coverage`),
    record,
  };
  console.log('| door | verified, p50 ms | merely read, p50 ms | more |\n|---|---|---|---|');
  for (const [name, ask] of Object.entries(doors)) {
    const times = { verified: [], 'merely read': [] };
    const order = Object.keys(sides);
    await drive(() => ({ port, ...ask() }), { connections: 1, count: 60 });
    for (let round = 0; round < rounds; round++)
      for (const side of round % 2 ? order : [...order].reverse()) {
        await db.query(sides[side]);
        await drive(() => ({ port, ...ask() }), { connections: 1, count: 20 });
        times[side].push((await drive(() => ({ port, ...ask() }), { connections: 1, count: 150 })).p50);
      }
    const [a, b] = [median(times.verified), median(times['merely read'])];
    console.log(`| ${name} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${((a / b - 1) * 100).toFixed(1)} % |`);
  }
  const ended = new Promise((done) => child.once('exit', done));
  child.send('stop');
  await ended;
}
