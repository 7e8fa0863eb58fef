// R1, R17: the API killed by SIGKILL in the middle of its writes, again and again, and started anew.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seat } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { until } from '../until.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, percentile, report, rounded, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { counted, gatherWriters, write } from './writers.ts';

const kills = figure(4, 50);
const writers = figure(8, 32);

let served: Served;
let running: Running | undefined;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(async () => {
  running?.child.kill('SIGKILL');
  await served.stop();
});

test(
  `killed ${kills} times under ${writers} writers: what was acknowledged stands exactly once, nothing is half written`,
  async () => {
    const ledger = new Acknowledged();
    const they = await gatherWriters(served, writers);
    running = await startProcess(served, { LOG_LEVEL: 'fatal' });
    const { port } = running;
    let isOver = false;
    const writing = write(
      () => `http://127.0.0.1:${port}`,
      they,
      ledger,
      () => isOver,
    );
    const restarts: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      // In the middle of the work, at another moment each time: some acts have been answered since the last kill, others are under way.
      const before = ledger.size;
      await until('four acts more', () => ledger.size >= before + 4, 10);
      await setTimeout((kill * 197) % 500);
      running.child.kill('SIGKILL');
      await running.ended;
      const began = performance.now();
      running = await startProcess(served, { PORT: String(port), LOG_LEVEL: 'fatal' });
      restarts.push(performance.now() - began);
    }
    await setTimeout(500);
    isOver = true;
    const seen = await writing;
    expect(seen.strange).toEqual([]);
    expect(seen.open).toBe(0);
    const { acknowledged, written } = await expectWhole(served, ledger);
    // Every act was answered in the end, so that there is nothing beside what was acknowledged.
    expect(written).toBe(acknowledged);
    expect(acknowledged).toBeGreaterThan(kills * 3);
    expect(seen.lost).toBeGreaterThan(0);
    report('R1 API killed in mid-write, R17 between file and row', {
      ...{ kills, writers, acknowledged, 'lost or twice': 0, 'requests cut by the kill': seen.lost, 'answered 503': counted(seen, 503) },
      ...{ 'restart to listening, median ms': rounded(percentile(50, restarts)), 'slowest restart ms': rounded(Math.max(...restarts)) },
    });
  },
  within(90, 600),
);
