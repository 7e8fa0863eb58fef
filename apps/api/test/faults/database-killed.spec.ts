// R2: PostgreSQL killed with all its processes under load, and started anew on the same folder; the API is the same process throughout.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seat } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serveOn } from '../server.ts';
import { until } from '../until.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, judgesTimes, percentile, report, rounded, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { type Cluster, killAll, ownCluster, startAgain } from './own-cluster.mjs';
import { counted, gatherWriters, write } from './writers.ts';

const kills = figure(2, 20);
const writers = figure(6, 16);

let home: string;
let cluster: Cluster;
let served: Served;
let running: Running;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'servanda-killed-'));
  cluster = await ownCluster(join(home, 'postgres'));
  served = await serveOn(cluster, join(home, 'files'));
  await seat(served);
  running = await startProcess(served);
}, 180_000);
afterAll(async () => {
  running?.child.kill('SIGKILL');
  await served?.stop();
  cluster?.stop();
  rmSync(home, { recursive: true, force: true });
});

const ready = async () => (await fetch(`${running.at}/api/health/ready`).catch(() => null))?.status === 200;

test(
  `killed ${kills} times under ${writers} writers: 503 meanwhile, nothing lost, the service is back by itself`,
  async () => {
    const ledger = new Acknowledged();
    const they = await gatherWriters(served, writers);
    let isOver = false;
    const writing = write(
      () => running.at,
      they,
      ledger,
      () => isOver,
      30_000,
    );
    const backAfter: number[] = [];
    let pid = cluster.pid();
    for (let kill = 0; kill < kills; kill++) {
      await setTimeout(800 + ((kill * 131) % 700));
      killAll(pid);
      expect(running.child.exitCode).toBeNull();
      const { pid: nextPid } = await startAgain(cluster.home, cluster.port);
      const accepts = performance.now();
      pid = nextPid();
      const before = ledger.size;
      await until('an acknowledgement after the kill', () => ledger.size > before, 5);
      backAfter.push(performance.now() - accepts);
      // On a machine that is busy its own half second may be too short at once.
      await until('ready again', ready, 100);
    }
    await setTimeout(500);
    isOver = true;
    const seen = await writing;
    expect(running.child.exitCode).toBeNull();
    const faults = running
      .printed()
      .split('\n')
      .filter((line) => line.includes('"event":"fault"'));
    expect({ strange: seen.strange, faults }).toEqual({ strange: [], faults: [] });
    expect(seen.open).toBe(0);
    expect(counted(seen, 503)).toBeGreaterThan(0);
    expect(seen.lost).toBe(0);
    const { acknowledged, written } = await expectWhole(served, ledger);
    expect(written).toBe(acknowledged);
    report('R2 PostgreSQL killed under load', {
      ...{ kills, writers, acknowledged, 'lost or twice': 0, 'answered 503': counted(seen, 503), 'without an answer': seen.lost },
      ...{ 'first acknowledgement after it accepts, median ms': rounded(percentile(50, backAfter)), 'slowest ms': rounded(Math.max(...backAfter)) },
    });
    if (judgesTimes) expect(Math.max(...backAfter)).toBeLessThan(2000);
  },
  within(90, 900),
);
