// R3, R18: the disk of the file store runs full, and the disk of PostgreSQL; both get room again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seat } from '../people.ts';
import { type Served, serve, serveOn } from '../server.ts';
import { until } from '../until.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, report, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { type Cluster, ownCluster, startAgain } from './own-cluster.mjs';
import { counted, gatherWriters, nothingSeen, write } from './writers.ts';

/** A file system of so many MiB, or null where this account may not mount. */
function smallDisk(size: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=0777`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return null;
  }
}
function unmount(folder: string | null): void {
  if (!folder) return;
  execFileSync('umount', ['-l', folder]);
  rmdirSync(folder);
}
const free = (folder: string) => statfsSync(folder).bavail * statfsSync(folder).bsize;
const filled = (folder: string, left: number) => writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, free(folder) - left)));
const emptied = (folder: string) => rmSync(join(folder, 'filler'), { force: true });
const rounds = figure(1, 5);

const filesDisk = smallDisk(24);
(filesDisk ? describe : describe.skip)('the disk of the file store (needs leave to mount)', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ LOG_LEVEL: 'silent', FILES_DIR: filesDisk ?? '' });
    await seat(served);
  });
  afterAll(async () => {
    await served.stop();
    unmount(filesDisk);
  });

  test(
    '507 while it is full, nothing left behind, everything else goes on, and uploads again once there is room',
    async () => {
      const folder = filesDisk ?? '';
      const [writer] = await gatherWriters(served, 1);
      const at = `/api/dossiers/${writer?.dossier}/evidence`;
      const upload = (size: number, name: string) =>
        served
          .http()
          .post(`${at}/${writer?.evidence}/files`)
          .set('cookie', writer?.cookie ?? '')
          .attach('file', Buffer.alloc(size, `${name}\n`), { filename: name });
      let kept = 0;
      for (let round = 0; round < rounds; round++) {
        filled(folder, 512 * 1024);
        for (const [n, size] of [3, 1, 8].entries()) {
          const { status, body } = await upload(size * 1024 * 1024, `r${round}-${n}.txt`);
          expect([status, body.code]).toEqual([507, 'storage_full']);
        }
        expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
        const ready = await served.http().get('/api/health/ready');
        expect([ready.status, ready.body.status, ready.body.disk]).toEqual([200, 'degraded', 'low']);
        await served
          .http()
          .post(at)
          .set('cookie', writer?.cookie ?? '')
          .send({ kind: 'law', title: `While full ${round}`, originator: 'Parliament' })
          .expect(201);
        emptied(folder);
        await upload(1024 * 1024, `kept-${round}.txt`).expect(201);
        kept++;
      }
      expect(
        (
          await served
            .http()
            .get(`${at}/${writer?.evidence}`)
            .set('cookie', writer?.cookie ?? '')
        ).body.files,
      ).toHaveLength(kept);
      await expectWhole({ ...served, filesDir: folder }, new Acknowledged());
      report('R3 disk of the file store full', { rounds, 'uploads refused with 507': 3 * rounds, 'parts left behind': 0, 'other writes refused': 0 });
    },
    within(60, 120),
  );
});

const databaseDisk = smallDisk(400);
(databaseDisk ? describe : describe.skip)('the disk of PostgreSQL (needs leave to mount)', () => {
  let cluster: Cluster;
  let served: Served;
  const home = join(databaseDisk ?? '', 'postgres');
  const files = mkdtempSync(join(tmpdir(), 'servanda-files-'));
  beforeAll(async () => {
    cluster = await ownCluster(home);
    served = await serveOn(cluster, files);
    await seat(served);
  }, 180_000);
  afterAll(async () => {
    await served?.stop();
    cluster?.stop();
    unmount(databaseDisk);
    rmSync(files, { recursive: true, force: true });
  });

  test(
    '503 while it is full; with room again nothing that was acknowledged is missing',
    async () => {
      const folder = databaseDisk ?? '';
      const ledger = new Acknowledged();
      const they = await gatherWriters(served, 4);
      const address = await served.app.getUrl();
      let isOver = false;
      const now = nothingSeen();
      const writing = write(
        () => address,
        they,
        ledger,
        () => isOver,
        30_000,
        0,
        now,
      );
      let restarts = 0;
      for (let round = 0; round < rounds; round++) {
        await setTimeout(700);
        const before = ledger.size;
        filled(folder, 0);
        // Pages and a segment of the log may be open with room in them: it takes a while until the disk is felt.
        const refused = counted(now, 503);
        await until('a write that finds no room', () => counted(now, 503) > refused);
        await setTimeout(figure(300, 3000));
        expect(ledger.size).toBeGreaterThanOrEqual(before);
        emptied(folder);
        await setTimeout(300);
        // Where the log itself found no room PostgreSQL has stopped, and whoever keeps it starts it again.
        const isUp = (await served.http().get('/api/health/ready')).status === 200;
        if (!isUp) {
          await startAgain(home, cluster.port);
          restarts++;
        }
        const resumed = ledger.size;
        await until('writes again', () => ledger.size > resumed);
      }
      isOver = true;
      const seen = await writing;
      expect([seen.strange, seen.lost, seen.open]).toEqual([[], 0, 0]);
      expect(counted(seen, 503)).toBeGreaterThan(0);
      const { acknowledged, written } = await expectWhole(served, ledger);
      expect(written).toBe(acknowledged);
      report('R18 disk of PostgreSQL full', {
        rounds,
        acknowledged,
        'lost or twice': 0,
        'answered 503': counted(seen, 503),
        'restarts of PostgreSQL': restarts,
      });
    },
    within(90, 300),
  );
});
