// R9: two instances behind a balancer, each restarted in turn under load: no request fails, no answer is tried again behind the client's back.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seat } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { Acknowledged } from './acknowledged.ts';
import { type Balancer, balance } from './balancer.ts';
import { figure, judgesTimes, percentile, report, rounded, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { counted, gatherWriters, write } from './writers.ts';

const restarts = figure(3, 10);
const writers = figure(6, 12);
const readers = figure(6, 40);
// Long enough that a busy balancer sees in time that an instance is going.
const settings = { DRAIN_SECONDS: '4', LOG_LEVEL: 'fatal' };

let served: Served;
let balancer: Balancer;
const running: Running[] = [];
beforeAll(async () => {
  served = await serve({ LOG_LEVEL: 'silent' });
  await seat(served);
  balancer = await balance();
  for (let i = 0; i < 2; i++) {
    const instance = await startProcess(served, settings);
    running.push(instance);
    balancer.add(instance.port);
    await balancer.ready(instance.port);
  }
}, 180_000);
afterAll(async () => {
  balancer?.stop();
  for (const { child } of running) child.kill('SIGKILL');
  await served.stop();
});

test(
  `${restarts} restarts under ${writers} writers and ${readers} readers: 0 failed requests`,
  async () => {
    const ledger = new Acknowledged();
    const they = await gatherWriters(served, writers);
    let isOver = false;
    const writing = write(
      () => balancer.at,
      they,
      ledger,
      () => isOver,
    );
    const wrong: string[] = [];
    const times: number[] = [];
    const reading = Array.from({ length: readers }, async (_, i) => {
      const writer = they[i % they.length];
      const paths = ['/api/dossiers', `/api/dossiers/${writer?.dossier}/evidence`, '/api/states', `/api/dossiers/${writer?.dossier}/coverage`];
      for (let n = i; !isOver; n++) {
        const began = performance.now();
        const answer = await fetch(`${balancer.at}${paths[n % paths.length]}`, { headers: { cookie: writer?.cookie ?? '' } }).catch((error: unknown) => error);
        if (!(answer instanceof Response) || answer.status !== 200) wrong.push(answer instanceof Response ? String(answer.status) : String(answer));
        else await answer.text();
        times.push(performance.now() - began);
        await setTimeout(100);
      }
    });
    const ends: number[] = [];
    for (let i = 0; i < restarts; i++) {
      const old = running.shift();
      if (!old) throw new Error('nothing runs');
      const began = performance.now();
      old.child.kill('SIGTERM');
      expect(await old.ended).toBe(0);
      ends.push(performance.now() - began);
      balancer.remove(old.port);
      const next = await startProcess(served, settings);
      running.push(next);
      balancer.add(next.port);
      // The other one goes only when this one is asked for.
      await balancer.ready(next.port);
    }
    isOver = true;
    const [seen] = await Promise.all([writing, ...reading]);
    expect({ wrong, strange: seen.strange, lost: seen.lost, unavailable: counted(seen, 503) + counted(seen, 502), failed: balancer.failed() }).toEqual({
      ...{ wrong: [], strange: [], lost: 0, unavailable: 0, failed: 0 },
    });
    const { acknowledged, written } = await expectWhole(served, ledger);
    expect(written).toBe(acknowledged);
    if (judgesTimes) expect(Math.max(...ends)).toBeLessThan(10_000);
    report('R9 rolling restarts of two instances', {
      ...{ restarts, writers, readers, reads: times.length, acknowledged, 'failed requests': 0, 'tried again by the balancer': 0 },
      ...{ 'end of an old instance, slowest ms': rounded(Math.max(...ends)), 'read p95 ms': rounded(percentile(95, times)) },
    });
  },
  within(90, 600),
);
