// Many tenants at once on few connections, with statements that fail, connections that are ended and clients that hang up:
// no answer holds a row of somebody else. MIXED_REQUESTS sets how many (2,000 unless said), at most MIXED_SECONDS (20).
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { canariesIn, ledgers, strangerOf, type Tenant } from './matrix/cast.ts';
import { knock, pathOf } from './matrix/knock.ts';
import { rowOf, sessionDoors } from './matrix/walk.ts';
import { asLead, type Knocker, makeWorld, pieceOf, plant, type World } from './matrix/world.ts';
import { type Served, serve } from './server.ts';

const wanted = Number(process.env['MIXED_REQUESTS'] ?? 2000);
const longest = Number(process.env['MIXED_SECONDS'] ?? 20) * 1000;
const lanes = 50;

let served: Served;
let world: World;
let superuser: pg.Client;
beforeAll(async () => {
  served = await serve({ LOG_LEVEL: 'silent', DATABASE_POOL: '8' });
  world = await makeWorld(served);
  // Several things in each ledger, so that pages differ.
  for (const tenant of ledgers) for (let i = 0; i < 3; i++) await plant(world, tenant, `/api/dossiers/${world.ids[tenant]?.['id']}/evidence`, pieceOf(tenant));
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  const { rows } = await superuser.query<{ name: string }>('SELECT current_database() AS name');
  await superuser.query(`ALTER ROLE servanda_app IN DATABASE "${rows[0]?.name}" SET lock_timeout = '150ms'`);
  await superuser.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'servanda_app' AND datname = current_database()");
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

/** A row of numbers that looks like chance and is the same each time (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const reading = sessionDoors.filter(
  (door) => door.method === 'GET' && door.allows?.kinds.includes('ngo') && !/journal|organisation|account|session/.test(door.path),
);
const counts = { asked: 0, answered: 0, refused: 0, cut: 0, failed: 0, unavailable: 0 };
const leaks: string[] = [];
const faults: string[] = [];

/** One request by one of the sixteen people, own or foreign; now and then one that makes a statement fail, or that hangs up. */
async function one(random: () => number): Promise<void> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const who: Knocker = pick(world.knockers.filter((k) => k.tenant !== 'operator'));
  const own = world.ids[who.tenant] ?? {};
  const ids = random() < 0.15 ? (world.ids[strangerOf(who.tenant)] ?? own) : own;
  const what = random();
  counts.asked++;
  if (what < 0.05) return hangUp(who, ids, random);
  if (what < 0.15) return failing(who, random);
  const door = pick(reading);
  // What names organisations in public holds their names, and no other word of theirs.
  heard(who, await knock(world.origin, door, pathOf(door, ids), who.identity), rowOf(door).names ? 'text' : 'text|name');
}
function heard(who: Knocker, { status, text }: { status: number; text: string }, kinds: 'text' | 'text|name' = 'text|name'): void {
  counts.answered++;
  if (status >= 400) counts.refused++;
  if (status === 503) counts.unavailable++;
  if (status === 500) faults.push(text.slice(-400));
  for (const tenant of canariesIn(text, kinds)) if (tenant !== who.tenant) leaks.push(`${who.role} of ${who.tenant} got words of ${tenant}`);
}

/** A row that somebody holds, a title that stands already, a piece that is not there: the transaction is rolled back. */
async function failing(who: Knocker, random: () => number): Promise<void> {
  counts.failed++;
  const tenant: Tenant = who.tenant;
  const place = `/api/dossiers/${world.ids[tenant]?.['id']}/elements/4.1/assessments`;
  if (random() < 0.4) return heard(who, await knock(world.origin, { method: 'POST' }, `${place}/1/reviews`, who.identity, { act: 'submit' }));
  if (random() < 0.5)
    return heard(
      who,
      await asLead(world, tenant, 'POST', '/api/dossiers', { iso3: tenant === 'belmora' ? 'XAB' : 'XAA', title: `Dossier canary-${tenant}-text` }),
    );
  const body = {
    basedOn: 1,
    law: 'compliant',
    practice: null,
    asOf: '2026-01-01',
    reasons: 'x',
    citations: [{ evidence: '01890a5d-ac96-774b-bcce-b302099a8057', pinpoint: 'x' }],
  };
  return heard(who, await asLead(world, tenant, 'POST', place, body));
}

async function hangUp(who: Knocker, ids: Record<string, string>, random: () => number): Promise<void> {
  counts.cut++;
  const gone = new AbortController();
  const asked = fetch(`${world.origin}/api/dossiers/${ids['id']}/obligations`, { headers: who.identity, signal: gone.signal }).then((answer) => answer.text());
  await pause(random() * 8);
  gone.abort();
  await asked.then(
    (text) => heard(who, { status: 200, text }),
    () => undefined,
  );
}

test(`${wanted} requests of sixteen people in four organisations, ${lanes} at a time, hold no foreign row`, async () => {
  const began = performance.now();
  let stop = false;
  // Beside them: connections ended in the middle of their work, and rows held until the statement behind them is given up.
  const trouble = (async () => {
    while (!stop) {
      await superuser.query('BEGIN; SELECT 1 FROM current_assessment FOR UPDATE');
      await pause(300);
      await superuser.query('COMMIT');
      await pause(100);
      await superuser.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'servanda_app' AND datname = current_database() ORDER BY random() LIMIT 1",
      );
    }
  })();
  const lane = async (_: unknown, i: number) => {
    const random = chance(i + 1);
    while (counts.asked < wanted && performance.now() - began < longest) await one(random);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  stop = true;
  await trouble;
  console.log(`mixed tenants: ${JSON.stringify({ ...counts, seconds: Number(((performance.now() - began) / 1000).toFixed(1)) })}`);
  expect(leaks).toEqual([]);
  expect([...new Set(faults)]).toEqual([]);
  expect(counts.asked).toBeGreaterThanOrEqual(Math.min(wanted, 500));
  expect(counts.refused).toBeGreaterThan(0);
  expect(counts.cut * counts.failed).toBeGreaterThan(0);
  // And afterwards everyone reads one's own as before.
  for (const tenant of ledgers)
    expect(
      (await fetch(`${world.origin}/api/dossiers/${world.ids[tenant]?.['id']}`, { headers: world.knockers.find((k) => k.tenant === tenant)?.identity ?? {} }))
        .status,
    ).toBe(200);
}, 120_000);
