// R8: one instance whose clock is an hour behind, one whose clock is three days ahead, beside one that is right.
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { demoPassword } from '../../src/demo/people.ts';
import { seat, signIn } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, report, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { gatherWriters, write } from './writers.ts';

const library = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`).find(existsSync);
const seconds = figure(2, 600);
const pace = figure(0, 250);

(library ? describe : describe.skip)('clocks that differ (needs libfaketime)', () => {
  let served: Served;
  let behind: Running;
  let ahead: Running;
  const skewed = (by: string) =>
    startProcess(served, { LD_PRELOAD: library ?? '', FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', LOG_LEVEL: 'fatal' });
  beforeAll(
    async () => {
      served = await serve({ LOG_LEVEL: 'silent' });
      await seat(served);
      [behind, ahead] = await Promise.all([skewed('-1h'), skewed('+3d')]);
    },
    within(60, 300),
  );
  afterAll(
    async () => {
      for (const running of [behind, ahead]) running?.child.kill('SIGKILL');
      await served.stop();
    },
    within(60, 300),
  );
  const whoAmI = async (at: string, cookie: string) => (await fetch(`${at}/api/session`, { headers: { cookie } })).status;

  test('they really differ', async () => {
    const dateAt = async (at: string) => new Date((await fetch(`${at}/api/health/live`)).headers.get('date') ?? '').getTime() - Date.now();
    expect(await dateAt(behind.at)).toBeLessThan(-3_500_000);
    expect(await dateAt(ahead.at)).toBeGreaterThan(250_000_000);
  });

  test('a session that ended on the right clock is ended on the others', async () => {
    const cookie = await signIn(served, 'lead@government.example');
    expect(await whoAmI(behind.at, cookie)).toBe(200);
    await served.http().delete('/api/session').set('cookie', cookie).expect(204);
    for (const at of [behind.at, ahead.at]) expect(await whoAmI(at, cookie)).toBe(401);
  });

  test(
    'writers on the instance that is behind and on the right one: the journal keeps the database’s time and its order',
    async () => {
      const ledger = new Acknowledged();
      const they = await gatherWriters(served, 4);
      const right = await served.app.getUrl();
      const until = performance.now() + seconds * 1000;
      const isOver = () => performance.now() > until;
      // All the while sessions are opened and ended on the right clock: none of them is alive on another.
      let ended = 0;
      const revived: string[] = [];
      const ending = async () => {
        while (!isOver()) {
          const answer = await served.http().post('/api/session').send({ email: 'viewer@government.example', password: demoPassword });
          // A busy machine may say "not just now"; then nothing was opened.
          if (answer.status === 503) continue;
          const cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
          if ((await served.http().delete('/api/session').set('cookie', cookie)).status !== 204) continue;
          for (const at of [behind.at, ahead.at]) if ((await whoAmI(at, cookie)) === 200) revived.push(at);
          ended++;
          await setTimeout(pace * 4);
        }
      };
      const [late, own] = await Promise.all([
        write(() => behind.at, they.slice(0, 2), ledger, isOver, 30_000, pace),
        write(() => right, they.slice(2), ledger, isOver, 30_000, pace),
        ending(),
      ]);
      expect([...late.strange, ...own.strange, ...revived]).toEqual([]);
      const { acknowledged, written } = await expectWhole(served, ledger);
      expect(written).toBe(acknowledged);
      const admin = new pg.Client({ connectionString: served.adminUrl });
      await admin.connect();
      const { rows } = await admin
        .query(
          `SELECT count(*) FILTER (WHERE at_us > extract(epoch FROM clock_timestamp()) * 1000000)::int AS future,
           count(*) FILTER (WHERE at_us < before)::int AS backwards
         FROM (SELECT at_us, lag(at_us) OVER (PARTITION BY organisation_id ORDER BY seq) AS before FROM journal_entry) e`,
        )
        .finally(() => admin.end());
      expect(rows).toEqual([{ future: 0, backwards: 0 }]);
      report('R8 clock skew', {
        ...{ clocks: '-1 h, right, +3 d', seconds, acknowledged, 'lost or twice': 0, 'journal entries in the future': 0, 'out of order': 0 },
        ...{ 'sessions ended, then asked at the other two': ended, 'alive there': 0 },
      });
    },
    within(40, 900),
  );
});
