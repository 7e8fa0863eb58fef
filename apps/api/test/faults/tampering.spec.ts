// R16: a long journal changed at places drawn by chance, as a superuser past every trigger could; the verification finds each, and at its place.
import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { AnchorsService } from '../../src/people/journal/anchors.service.ts';
import { Database } from '../../src/platform/db/database.ts';
import type { Scope } from '../../src/platform/db/scope.ts';
import { journalHot } from '../../src/platform/journal/journal.ts';
import { atDatabase, root } from '../drill.ts';
import { scopeFor, seat } from '../people.ts';
import { type Served, serve } from '../server.ts';
import { edit, insertAfter, rehashed, sealed } from '../tampering.ts';
import { figure, percentile, report, rounded, within } from './figures.ts';

const entries = figure(200, 20_000);
const anchors = figure(2, 10);
const each = figure(1, 10);
const tried = figure(3, 8);

let served: Served;
let admin: pg.Client;
let lead: Scope;
let database: string;
let last: number;
beforeAll(
  async () => {
    served = await serve({ JOURNAL_KEY: randomBytes(32).toString('base64url') });
    await seat(served);
    lead = await scopeFor(served, 'lead@government.example');
    const db = served.app.get(Database);
    const portion = entries / anchors;
    for (let anchor = 0; anchor < anchors; anchor++) {
      for (let done = 0; done < portion; done += 500)
        await db.hotWrite(lead, async (sql) => {
          for (let i = done; i < Math.min(portion, done + 500); i++)
            await journalHot(sql, lead, { act: 'dossier.opened', subject: 'dossier', subjectId: `${anchor}-${i}`, data: { after: { title: `“${i}”` } } });
        });
      await served.app.get(AnchorsService).anchor(0);
    }
    database = new URL(served.adminUrl).pathname.slice(1);
    await served.app.close();
    admin = new pg.Client({ connectionString: atDatabase('postgres') });
    await admin.connect();
    const counted = new pg.Client({ connectionString: served.adminUrl });
    await counted.connect();
    const { rows } = await counted
      .query('SELECT seq::int AS seq FROM journal_head WHERE organisation_id = $1', [lead.organisation])
      .finally(() => counted.end());
    last = rows[0].seq;
  },
  within(60, 600),
);
afterAll(async () => {
  await admin?.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  await admin?.end();
  rmSync(served.filesDir, { recursive: true, force: true });
});

/** What the command says of a copy on which the statements were run. */
async function verified(statements: string[]) {
  const copy = `${database}_copy`;
  await admin.query(`CREATE DATABASE "${copy}" TEMPLATE "${database}"`);
  try {
    const client = new pg.Client({ connectionString: atDatabase(copy) });
    await client.connect();
    await client.query("SET session_replication_role = 'replica'");
    for (const statement of statements) await client.query(statement.replaceAll('$o', `'${lead.organisation}'`));
    await client.end();
    const began = performance.now();
    const done = spawnSync(process.execPath, [join(root, 'tools/journal/verify.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: atDatabase(copy) },
    });
    return { status: done.status, said: done.stdout + done.stderr, ms: performance.now() - began };
  } finally {
    await admin.query(`DROP DATABASE "${copy}" WITH (FORCE)`);
  }
}

const move = (from: number, to: number) => `UPDATE journal_entry SET seq = ${to} WHERE organisation_id = $o AND seq = ${from}`;
/** Each way, at this entry; the entry that the verification must name first, null where only an anchor can tell. */
const ways: Record<string, (at: number) => { statements: string[]; first: number | null }> = {
  edited: (at) => ({ statements: [edit(at)], first: at }),
  'edited and hashed anew': (at) => ({
    statements: [edit(at), `UPDATE journal_entry e SET hash = ${sealed}(e) WHERE organisation_id = $o AND seq = ${at}`],
    first: at + 1,
  }),
  'rewritten from there to the end, head and all': (at) => ({ statements: [edit(at), rehashed(at)], first: null }),
  deleted: (at) => ({ statements: [`DELETE FROM journal_entry WHERE organisation_id = $o AND seq = ${at}`], first: at }),
  'exchanged with the next': (at) => ({ statements: [move(at, -1), move(at + 1, at), move(-1, at + 1)], first: at }),
  'one slipped in behind': (at) => ({ statements: insertAfter(at), first: at + 1 }),
  'cut off behind': (at) => ({ statements: [`DELETE FROM journal_entry WHERE organisation_id = $o AND seq > ${at}`], first: at + 1 }),
  'cut off from there, the head rewritten to fit': (at) => ({
    statements: [`DELETE FROM journal_entry WHERE organisation_id = $o AND seq >= ${at}`, rehashed(at - 1)],
    first: null,
  }),
};

const drawn = Object.entries(ways)
  .map((way) => ({ way, turn: Math.random() }))
  .sort((a, b) => a.turn - b.turn)
  .slice(0, tried)
  .map(({ way }) => way);

test(
  `${tried} ways, ${each} times each in ${entries} entries: every one is found`,
  async () => {
    const untouched = await verified([]);
    expect(untouched).toMatchObject({ status: 0, said: expect.stringContaining(`: ${last} entries, ${anchors} anchors`) });
    const times = [untouched.ms];
    let found = 0;
    for (const [way, how] of drawn)
      for (let time = 0; time < each; time++) {
        const at = randomInt(2, last - 1);
        const { statements, first } = how(at);
        const { status, said, ms } = await verified(statements);
        const named = /BROKEN {2}Government of Aruna \([0-9a-f-]+\): first at entry (\d+)/.exec(said)?.[1];
        expect({ way, at, status, first: first === null ? null : Number(named) }).toEqual({ way, at, status: 1, first });
        times.push(ms);
        found++;
      }
    report('R16 tampering with a long journal', {
      ...{
        entries: last,
        anchors,
        ways: drawn.length,
        'each at places drawn by chance': each,
        found,
        'not found': 0,
        'untouched called broken': 0,
      },
      'verification, median ms': rounded(percentile(50, times)),
    });
  },
  within(60, 1800),
);
