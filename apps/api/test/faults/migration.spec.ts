// R10: tables are widened and narrowed again while writers write, as an expand-then-contract migration does it.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { seat } from '../people.ts';
import { type Served, serve } from '../server.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, report, rounded, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { gatherWriters, write } from './writers.ts';

const rounds = figure(2, 10);
const steps = [
  'ALTER TABLE evidence ADD COLUMN later text',
  'CREATE INDEX CONCURRENTLY evidence_later ON evidence (organisation_id, later)',
  "ALTER TABLE assessment ADD COLUMN later text NOT NULL DEFAULT ''",
  'ALTER TABLE assessment DROP COLUMN later',
  'DROP INDEX CONCURRENTLY evidence_later',
  'ALTER TABLE evidence DROP COLUMN later',
];

let served: Served;
beforeAll(async () => {
  served = await serve({ LOG_LEVEL: 'warn' });
  await seat(served);
});
afterAll(() => served.stop());

test(
  `${rounds * steps.length} migrations under 6 writers: every request is answered as if nothing happened`,
  async () => {
    const ledger = new Acknowledged();
    const they = await gatherWriters(served, 6);
    const address = await served.app.getUrl();
    let isOver = false;
    const writing = write(
      () => address,
      they,
      ledger,
      () => isOver,
    );
    const owner = new pg.Client({ connectionString: served.adminUrl });
    owner.on('error', () => undefined);
    await owner.connect();
    let again = 0;
    for (let round = 0; round < rounds; round++)
      for (const step of steps) {
        for (;;) {
          // Who waits for a lock holds up everyone behind: a migration gives up soon and tries again.
          const done = await owner.query(`SET lock_timeout = '200ms'`).then(() => owner.query(step).catch((error: pg.DatabaseError) => error));
          if (!(done instanceof Error)) break;
          expect({ step, code: done.code }).toEqual({ step, code: '55P03' });
          // An index whose building gave up stays behind unfinished.
          if (step.startsWith('CREATE INDEX'))
            await owner.query('SET lock_timeout = 0').then(() => owner.query('DROP INDEX CONCURRENTLY IF EXISTS evidence_later'));
          again++;
          await setTimeout(50);
        }
        await setTimeout(100);
      }
    await owner.end();
    isOver = true;
    const seen = await writing;
    expect({ statuses: [...seen.statuses.keys()], strange: seen.strange, lost: seen.lost }).toEqual({ statuses: [201], strange: [], lost: 0 });
    const { acknowledged, written } = await expectWhole(served, ledger);
    expect(written).toBe(acknowledged);
    report('R10 migrations under load', {
      ...{
        migrations: rounds * steps.length,
        acknowledged,
        'answers other than 201': 0,
        'steps tried again for a lock': again,
        'slowest request ms': rounded(seen.slowest),
      },
    });
  },
  within(60, 180),
);
