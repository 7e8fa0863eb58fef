// Loads 200 dossiers × 51 elements × 10 evidence × 5 judgements, then ten times that; measures our doors and the bare
// server in turns; prints the table and writes docs/performance.md. Bounded in count and time, loopback only.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { environment, root } from '../bootstrap.mjs';
import { build } from '../build.mjs';
import { migrate, prepareDatabase, prepareRoles, provideContextKeys, roles, urlWith } from '../database.mjs';
import { startCluster } from '../postgres.mjs';
import { drive } from './drive.mjs';
import { loadWorld } from './load.mjs';
import { report } from './report.mjs';
import { openSession } from './session.mjs';

const scales = process.argv.includes('--quick') ? [20] : [200, 2000];
const rounds = 3;
const contextKey = 'the key of the bench, which signs its scopes';
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const says = (child) =>
  new Promise((done, failed) => {
    const ended = (code) => failed(new Error(`a server of the bench ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      done(message);
    });
  });
const spawnServer = async (file, env) => {
  const child = fork(here(file), { env: { ...environment(), ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { child, port: (await says(child)).port };
};
const quit = async ({ child }, message) => {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.send(message);
  await ended;
};

const home = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
const cluster = await startCluster({ home: join(home, 'postgres'), durable: true });
const rows = [];
try {
  build({ only: ['contract', 'catalogue', 'api'] });
  await prepareRoles(cluster.url('postgres'), 'bench');
  for (const scale of scales) rows.push(...(await measureScale(scale)));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 18 with its safe durability settings`;
  const text = report(rows, machine);
  console.log(text);
  if (scales.length > 1) writeFileSync(join(root, 'docs/performance.md'), text);
} finally {
  cluster.stop();
  rmSync(home, { recursive: true, force: true });
}

async function measureScale(scale) {
  const database = `bench_${scale}`;
  const admin = cluster.url('postgres');
  await prepareDatabase(admin, database);
  await migrate(admin, database);
  await provideContextKeys(admin, database, [contextKey]);
  const adminUrl = urlWith(admin, { database });
  const load = fork(join(root, 'apps/api/dist/reference/load.js'), {
    env: { ...environment(), ADMIN_DATABASE_URL: adminUrl, SEED_DEMO: 'true' },
    stdio: 'inherit',
  });
  await new Promise((done) => load.once('exit', done));
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  await db.query(
    "INSERT INTO state (iso3, name, status, type, deposited_on, is_crc_party, has_reservation_or_declaration, source, is_invented) VALUES ('XAA', 'Republic of Aruna', 'party', 'ratification', '2003-03-31', true, false, 'Invented', true) ON CONFLICT DO NOTHING",
  );
  const began = performance.now();
  const world = await loadWorld(adminUrl, scale);
  console.log(
    `${scale} dossiers: ${world.evidence} pieces of evidence, ${world.judgements} judgements, ${world.citations} citations, ${world.size}; loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const { organisation, id: dossier } = world.dossiers[0];
  const cookie = await openSession(db, organisation);
  const env = {
    APP_DATABASE_URL: urlWith(adminUrl, { user: roles.runtime, password: 'bench' }),
    FILES_DIR: join(home, 'files'),
    CONTEXT_KEY: contextKey,
    DATABASE_POOL: '16',
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
  };
  const ours = await spawnServer('ours.mjs', env);
  const bare = await spawnServer('bare.mjs', env);
  try {
    return await measureDoors({ scale, ours, bare, cookie, organisation, dossier, db });
  } finally {
    await quit(ours, 'stop');
    await quit(bare, { stop: true });
    await db.end();
  }
}

/** The statements and the bytes of one request to our door; the session look-up is ours alone and is not asked of the yardstick. */
async function capture(ours, at, init) {
  ours.child.send('listen');
  const answer = await fetch(at, init);
  const bytes = await answer.text();
  if (!answer.ok) throw new Error(`${at} answered ${answer.status}: ${bytes}`);
  const told = says(ours.child);
  ours.child.send('tell');
  const { statements } = await told;
  return { statements: statements.filter((s) => !/app\.session_of/.test(s.text)), bytes };
}

async function measureDoors({ scale, ours, bare, cookie, organisation, dossier, db }) {
  const base = `/api/dossiers/${dossier}`;
  const at = `http://127.0.0.1:${ours.port}`;
  const reads = { coverage: `${base}/coverage`, gaps: `${base}/gaps?limit=50`, checklist: `${base}/obligations` };
  const measured = [];
  const teach = async (message) => {
    const heard = says(bare.child);
    bare.child.send(message);
    await heard;
  };
  for (const [name, path] of Object.entries(reads)) {
    await teach({ plan: name, ...(await capture(ours, at + path, { headers: { cookie } })) });
    const sides = {
      ours: () => ({ port: ours.port, method: 'GET', path, headers: { cookie } }),
      bare: () => ({ port: bare.port, method: 'GET', path: `/read/${name}`, headers: {} }),
    };
    measured.push(...(await inTurns(name, scale, sides, { 1: 200, 16: 800 })));
  }
  measured.push(...(await measureWrites({ scale, ours, bare, cookie, organisation, dossier, db, teach, at })));
  return measured;
}

async function measureWrites({ scale, ours, bare, cookie, organisation, dossier, db, teach, at }) {
  // Each side writes on dossiers of its own, one element after the other, so that no write waits for another's row.
  const { rows: own } = await db.query('SELECT id FROM dossier WHERE organisation_id = $1 ORDER BY id', [organisation]);
  const { rows: codes } = await db.query("SELECT code FROM element WHERE rule <> 'non-crc-parties' ORDER BY ordinal");
  const { rows: pieces } = await db.query('SELECT DISTINCT ON (dossier_id) dossier_id, id FROM evidence WHERE organisation_id = $1 ORDER BY dossier_id, id', [
    organisation,
  ]);
  const piece = Object.fromEntries(pieces.map((p) => [p.dossier_id, p.id]));
  const body = (to, basedOn) => ({
    basedOn,
    law: 'compliant',
    practice: 'limited',
    asOf: '2026-03-31',
    reasons: 'The Act covers the conduct. '.repeat(12),
    citations: [{ evidence: piece[to], pinpoint: 's. 12' }],
    submit: true,
  });
  const path = (to, code) => `/api/dossiers/${to}/elements/${code}/assessments`;
  const headers = { cookie, 'content-type': 'application/json' };
  const spare = own[3]?.id ?? dossier;
  const first = await capture(ours, at + path(spare, codes[0].code), { method: 'POST', headers, body: JSON.stringify(body(spare, 5)) });
  const seen = new Map();
  // Each connection has elements of its own: nobody knows a number before it is committed.
  const turn = (to, lane, connections) => {
    const counts = seen.get(to) ?? { next: 0, number: new Map() };
    seen.set(to, counts);
    const own = codes.filter((_, i) => i % connections === lane);
    const code = own[counts.next++ % own.length].code;
    const number = counts.number.get(code) ?? 5;
    counts.number.set(code, number + 1);
    return { code, number };
  };
  const sides = {
    ours: (_, lane, connections) => {
      const { code, number } = turn(own[1].id, lane, connections);
      return { port: ours.port, method: 'POST', path: path(own[1].id, code), headers, body: JSON.stringify(body(own[1].id, number)) };
    },
    bare: (_, lane, connections) => {
      const { code, number } = turn(own[2].id, lane, connections);
      const bench = { id: crypto.randomUUID(), number, dossier: own[2].id, organisation, element: code, piece: piece[own[2].id] };
      return {
        port: bare.port,
        method: 'POST',
        path: '/write/record',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body(own[2].id, number), bench }),
      };
    },
  };
  await teach({
    plan: 'record',
    ...first,
    was: { id: JSON.parse(first.bytes).id, number: 5, dossier: spare, organisation, element: codes[0].code, piece: piece[spare] },
  });
  return inTurns('record', scale, sides, { 1: 120, 16: 400 });
}

/** Ours and bare by turns, the round with the median p50 counts. */
async function inTurns(name, scale, sides, counts) {
  const measured = [];
  for (const connections of [1, 16]) {
    const rounds_ = { ours: [], bare: [] };
    for (const side of ['ours', 'bare']) await drive(sides[side], { connections, count: Math.ceil(counts[connections] / 5) });
    for (let round = 0; round < rounds; round++)
      for (const side of round % 2 ? ['bare', 'ours'] : ['ours', 'bare'])
        rounds_[side].push(await drive(sides[side], { connections, count: counts[connections] }));
    const middle = (list) => [...list].sort((a, b) => a.p50 - b.p50)[Math.floor(list.length / 2)];
    const [ours, bare] = [middle(rounds_.ours), middle(rounds_.bare)];
    measured.push({ name, scale, connections, ours, bare });
    console.log(`${name}, ${scale} dossiers, ${connections} connections: p50 ${ours.p50.toFixed(2)} ms against ${bare.p50.toFixed(2)} ms`);
  }
  return measured;
}
