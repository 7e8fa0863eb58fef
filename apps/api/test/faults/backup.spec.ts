// R11: archives taken while people write, each restored into an empty instance and held against the instance it came from:
// each is one moment of it, whole. FAULTS=large: twenty minutes of a steady load.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { differencesSql } from '../../src/assessments/rebuild-current.sql.ts';
import { command, filesIn, query, root, type Target, targets } from '../drill.ts';
import { seat } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { until } from '../until.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, report, rounded, within } from './figures.ts';
import { expectWhole, type Written, writtenSql } from './invariants.ts';
import { counted, gatherWriters, write } from './writers.ts';

const seconds = figure(2, 1200);
const archives = figure(1, 4);
const writers = 6;
const pace = figure(50, 1000);
/** What goes on changing after an archive was taken, or is ended by restoring it: whole tables, and columns of others. */
const movesOn = {
  tables: [
    'session',
    'mailed_link',
    'throttle',
    'journal_head',
    'journal_entry',
    'current_assessment',
    'arriving_file',
    'reservation',
    'evidence_text',
    'evidence_copy',
  ],
  columns: ['changed_at'],
};

let served: Served;
let running: Running;
let folder: string;
const { target, drop } = targets(() => folder);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-drill-'));
  served = await serve({ LOG_LEVEL: 'warn' });
  await seat(served);
  running = await startProcess(served);
}, 180_000);
afterAll(async () => {
  running?.child.kill('SIGKILL');
  await served?.stop();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

const tablesSql = `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname IN ('public', 'app') AND c.relkind = 'r' AND c.relname <> ALL ($1) ORDER BY 1`;
const rowsOf = async (url: string, table: string) =>
  (await query<{ hash: string }>(url, `SELECT md5((to_jsonb(t) - $1::text[])::text) AS hash FROM ${table} t`, [movesOn.columns])).map(({ hash }) => hash);

/** Every row of the restored instance stands in the one it came from, in every table whose rows do not move on. Answers how many. */
async function expectSameRows(restored: string): Promise<number> {
  let rows = 0;
  for (const { name } of await query<{ name: string }>(restored, tablesSql, [[...movesOn.tables, 'outbox', 'instance', 'context_key', '_prisma_migrations']])) {
    const there = new Set(await rowsOf(served.adminUrl, name));
    const here = await rowsOf(restored, name);
    expect({ name, strange: here.filter((hash) => !there.has(hash)).length }).toEqual({ name, strange: 0 });
    rows += here.length;
  }
  return rows;
}

const entriesOf = (url: string) =>
  query<{ organisation: string; seq: number; hash: string; act: string }>(
    url,
    "SELECT organisation_id::text AS organisation, seq::int, encode(hash, 'hex') AS hash, act FROM journal_entry ORDER BY 1, 2",
  );
/** How far each restored journal goes along with the one it came from; behind that it only tells that sessions were ended. */
async function headsOf(restored: string) {
  const there = new Set((await entriesOf(served.adminUrl)).map(({ hash }) => hash));
  const heads = new Map<string, number>();
  const own = new Map<string, Set<string>>();
  for (const { organisation, seq, hash, act } of await entriesOf(restored)) {
    const added = own.get(organisation) ?? new Set();
    if (!there.has(hash)) own.set(organisation, added.add(act));
    else {
      expect({ organisation, seq, after: [...added] }).toEqual({ organisation, seq, after: [] });
      heads.set(organisation, seq);
    }
  }
  for (const acts of own.values()) expect([...acts]).toEqual(['session.ended']);
  return [...heads].map(([organisation, seq]) => ({ organisation, seq }));
}

/** The restored instance ends where each journal stood, and holds neither less nor more than what was written until then. */
async function expectOneMoment(restored: string, before: Set<string>): Promise<void> {
  const heads = await headsOf(restored);
  const here = await query<Written>(restored, writtenSql);
  expect(here.filter((row) => row.parts !== 1 || row.entries !== 1)).toEqual([]);
  const words = here.map(({ word }) => word);
  expect(new Set(words).size).toBe(words.length);
  expect([...before].filter((word) => !words.includes(word))).toEqual([]);
  const until = `SELECT w.word FROM (${writtenSql}) w JOIN journal_entry j ON j.organisation_id::text = w.organisation
    AND (j.subject_id = w.id AND j.act <> 'evidence.file_added' OR j.act = 'evidence.file_added' AND j.data->'after'->>'file' = w.id)
    JOIN unnest($1::text[], $2::bigint[]) AS h (organisation, seq) ON h.organisation = w.organisation WHERE j.seq <= h.seq`;
  const then = await query<{ word: string }>(served.adminUrl, until, [heads.map(({ organisation }) => organisation), heads.map(({ seq }) => seq)]);
  expect([...new Set(then.map(({ word }) => word))].sort()).toEqual([...words].sort());
  for (const { organisation } of heads) expect(await query(restored, differencesSql, [organisation])).toEqual([]);
}

/** Its files are those that its rows name, each under its own hash. Answers how many. */
async function expectSameFiles({ url, filesDir }: Target): Promise<number> {
  const there = filesIn(served.filesDir);
  const here = filesIn(filesDir);
  for (const [path, hash] of here) expect({ path, hash, named: path.endsWith(hash) }).toEqual({ path, hash: there.get(path), named: true });
  const named = await query<{ path: string }>(
    url,
    `SELECT DISTINCT '/blobs/' || organisation_id || '/' || left(sha256, 2) || '/' || sha256 AS path FROM (
       SELECT organisation_id, sha256 FROM evidence_file UNION SELECT organisation_id, sha256 FROM evidence_copy WHERE sha256 IS NOT NULL) f ORDER BY 1`,
  );
  expect([...here.keys()].sort()).toEqual(named.map(({ path }) => path).sort());
  return here.size;
}

test(
  `${archives} archives within ${seconds} seconds of load, each restored: one moment, whole, every row and file alike`,
  async () => {
    const ledger = new Acknowledged();
    const they = await gatherWriters(served, writers);
    const loadEnds = performance.now() + seconds * 1000;
    const at = () => running.at;
    let isTaken = false;
    const writing = write(at, they, ledger, () => isTaken && performance.now() > loadEnds, 30_000, pace);
    const taken: { file: string; before: Set<string> }[] = [];
    const times: number[] = [];
    for (let number = 0; number < archives; number++) {
      await setTimeout((seconds * 1000) / (archives + 1));
      await until('a file is acknowledged', () => ledger.all().some(({ kind }) => kind === 'file'));
      const file = join(folder, `${number}.backup`);
      const before = new Set(ledger.all().map(({ word }) => word));
      const began = performance.now();
      expect(await command('backup', [file], { url: served.adminUrl, filesDir: served.filesDir })).toMatchObject({ code: 0 });
      times.push((performance.now() - began) / 1000);
      taken.push({ file, before });
    }
    isTaken = true;
    const seen = await writing;
    // A request that got no answer is sent again with its key; that it was done once is what is proven.
    expect({ strange: seen.strange, open: seen.open }).toEqual({ strange: [], open: 0 });
    const { acknowledged, written } = await expectWhole(served, ledger);
    expect(written).toBe(acknowledged);
    expect(acknowledged).toBeGreaterThan(taken.at(-1)?.before.size ?? 0);
    const restores: number[] = [];
    const held: number[] = [];
    let rows = 0;
    let files = 0;
    for (const [number, { file, before }] of taken.entries()) {
      const place = target(`load_${number}`);
      const began = performance.now();
      expect(await command('restore', [file], place)).toEqual({ code: 0, said: expect.stringContaining('every row, every file, every journal verified') });
      restores.push((performance.now() - began) / 1000);
      const verified = spawnSync(process.execPath, [join(root, 'tools/journal/verify.mjs')], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: place.url },
      });
      expect({ status: verified.status, said: verified.stdout }).toEqual({ status: 0, said: expect.stringContaining(': whole') });
      rows = await expectSameRows(place.url);
      await expectOneMoment(place.url, before);
      files = await expectSameFiles(place);
      expect(files).toBeGreaterThan(0);
      held.push(before.size);
    }
    report('R11 backup under load, restored', {
      ...{ minutes: rounded(seconds / 60), writers, acknowledged, 'lost or twice': 0, 'answered 503': counted(seen, 503), archives: taken.length },
      'without an answer, sent again': seen.lost ? `${seen.lost} (${seen.lostBy.join('; ')})` : 0,
      ...{ 'acknowledged before each, all in it': held.join(', '), 'rows of the last, each alike': rows, 'its files, each alike': files },
      ...{
        'backup, slowest s': rounded(Math.max(...times)),
        'restore, slowest s': rounded(Math.max(...restores)),
        'slowest request ms': rounded(seen.slowest),
      },
    });
  },
  within(60, 1800),
);
