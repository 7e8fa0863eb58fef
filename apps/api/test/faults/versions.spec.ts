// R10: two versions of the program beside each other on one database, over a migration: the older goes on serving while the newer one's
// migrations run and after, then the newer takes over; from version to version, under writers and readers, without a request that fails.
// Only with the large figures, for each version is laid out and installed from the history.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../../src/demo/people.ts';
import { admin, atDatabase, query, root } from '../drill.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serveOn } from '../server.ts';
import { Acknowledged } from './acknowledged.ts';
import { type Balancer, balance } from './balancer.ts';
import { within as during, judgesTimes, percentile, report, rounded } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { earlierCommits, layOut, within } from './versions.ts';
import { type Writer, write } from './writers.ts';

const commits = judgesTimes ? earlierCommits(3) : [];
const database = `t_versions_${process.pid}`;
const place = { adminUrl: atDatabase(database), runtimeUrl: atDatabase(database, ['servanda_app', 'test']) };
const writers = 3;
const readers = 3;
const settings = { DRAIN_SECONDS: '2', LOG_LEVEL: 'warn', FACTOR_KEY: 'x'.repeat(43), SOURCE_KEY: 'y'.repeat(43) };
const typescript = ['-C', 'development', '--import', '@oxc-node/core/register'];
const migrating = `import { migrate } from './tools/database.mjs'; await migrate('${admin}', '${database}');`;

(commits.length ? describe : describe.skip)('versions beside each other (FAULTS=large, and a history)', () => {
  let home: string;
  let versions: string[];
  let balancer: Balancer;
  let served: Served | undefined;
  const started: Running[] = [];
  const start = async (from: string) => {
    const running = await startProcess({ runtimeUrl: place.runtimeUrl, filesDir: join(home, 'files') }, settings, [], from);
    started.push(running);
    balancer.add(running.port);
    const died = running.ended.then((how) => {
      throw new Error(`${from} ended with ${how}:\n${running.printed()}`);
    });
    died.catch(() => undefined);
    await Promise.race([balancer.ready(running.port), died]);
    return running;
  };
  const cookieOf = async (email: string) => {
    const body = JSON.stringify({ email, password: demoPassword });
    const answer = await fetch(`${balancer.at}/api/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(200);
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  /** As `gatherWriters`, but by the doors: what stands in the database is the older version's affair. */
  const gathered = async (count: number): Promise<Writer[]> => {
    const all: Writer[] = [];
    for (let i = 0; i < count; i++) {
      const cookie = await cookieOf(['lead@government.example', 'lead@ngo.example', 'lead@neighbour.example'][i % 3] ?? '');
      const send = async (path: string, body: object) => {
        const answer = await fetch(`${balancer.at}${path}`, {
          ...{ method: 'POST', body: JSON.stringify(body) },
          headers: { cookie, 'content-type': 'application/json' },
        });
        expect({ path, status: answer.status }).toEqual({ path, status: 201 });
        return String(JSON.parse(await answer.text()).id);
      };
      const dossier = await send('/api/dossiers', { iso3: i % 3 === 2 ? 'XAB' : 'XAA', title: `Versions ${i}` });
      const evidence = await send(`/api/dossiers/${dossier}/evidence`, { kind: 'law', title: 'Penal Code', originator: 'Parliament' });
      const [row] = await query<{ organisation: string }>(place.adminUrl, 'SELECT organisation_id::text AS organisation FROM dossier WHERE id = $1', [dossier]);
      all.push({ cookie, organisation: row?.organisation ?? '', dossier, evidence, seen: 0, name: `w${i}` });
    }
    return all;
  };

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'servanda-versions-'));
    versions = [...commits.map((commit, i) => layOut(commit, join(home, `version-${i}`))), root];
    const [oldest = root] = versions;
    within(
      oldest,
      [],
      `import { migrate, prepareDatabase, provideContextKeys } from './tools/database.mjs';
       await prepareDatabase('${admin}', '${database}'); await migrate('${admin}', '${database}');
       await provideContextKeys('${admin}', '${database}', [process.env.CONTEXT_KEY]);
       const { loadReferenceData } = await import('./apps/api/test/reference-data.mjs'); await loadReferenceData('${place.adminUrl}');`,
    );
    within(
      oldest,
      typescript,
      `const { asOwner } = await import('./apps/api/src/reference/owner.ts'); const { gatherCast } = await import('./apps/api/src/demo/cast.ts');
       await asOwner('${place.adminUrl}', gatherCast);`,
    );
    balancer = await balance();
  }, 900_000);
  afterAll(async () => {
    balancer?.stop();
    for (const { child } of started) child.kill('SIGKILL');
    await served?.stop();
    await query(admin, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    rmSync(home, { recursive: true, force: true });
  });

  test(
    `${commits.length} times from a version to the next under ${writers} writers and ${readers} readers`,
    async () => {
      const ledger = new Acknowledged();
      const [oldest = root, ...later] = versions;
      let old = await start(oldest);
      const they = await gathered(writers);
      let isOver = false;
      const writing = write(
        () => balancer.at,
        they,
        ledger,
        () => isOver,
        10_000,
        200,
      );
      let phase = 'the oldest alone';
      const wrong: string[] = [];
      const times: number[] = [];
      const reading = Array.from({ length: readers }, async (_, i) => {
        const writer = they[i % they.length];
        const paths = ['/api/dossiers', `/api/dossiers/${writer?.dossier}/evidence`, '/api/states', `/api/dossiers/${writer?.dossier}/coverage`];
        for (let n = i; !isOver; n++) {
          const began = performance.now();
          const answer = await fetch(`${balancer.at}${paths[n % paths.length]}`, { headers: { cookie: writer?.cookie ?? '' } }).catch(
            (error: unknown) => error,
          );
          if (!(answer instanceof Response) || answer.status !== 200)
            wrong.push(answer instanceof Response ? `${phase}: ${answer.status} ${answer.url}` : `${phase}: ${answer}`);
          else await answer.text();
          times.push(performance.now() - began);
          await setTimeout(100);
        }
      });
      const migrations = () => query(place.adminUrl, 'SELECT 1 FROM _prisma_migrations WHERE finished_at IS NOT NULL');
      const before = (await migrations()).length;
      try {
        for (const next of later) {
          await setTimeout(2000);
          // In a process of its own, and this one goes on: writers write while tables change.
          phase = 'migrating';
          const child = spawn(process.execPath, ['--input-type=module', '-e', migrating], {
            cwd: next,
            stdio: 'inherit',
            env: { ...process.env, NODE_OPTIONS: '' },
          });
          expect(await once(child, 'exit')).toEqual([0, null]);
          phase = 'the older over newer tables';
          const then = ledger.all().length;
          // The older one goes on alone over the newer tables,
          await setTimeout(2000);
          while (ledger.all().length === then) await setTimeout(50);
          // then both serve, then the newer one.
          phase = 'the newer beginning';
          const running = await start(next);
          phase = 'both';
          await setTimeout(2000);
          phase = 'the older ending';
          old.child.kill('SIGTERM');
          expect(await old.ended).toBe(0);
          balancer.remove(old.port);
          old = running;
        }
        await setTimeout(2000);
      } finally {
        isOver = true;
      }
      const [seen] = await Promise.all([writing, ...reading]);
      const faults = started.flatMap(({ printed }) => printed().split('\n')).filter((line) => line.includes('"event":"fault"'));
      expect({ wrong, strange: seen.strange, lost: seen.lostBy, statuses: [...seen.statuses.keys()], failed: balancer.failed(), faults }).toEqual({
        ...{ wrong: [], strange: [], lost: [], statuses: [201], failed: 0, faults: [] },
      });
      served = await serveOn(place, join(home, 'files'));
      const { acknowledged, written } = await expectWhole(served, ledger);
      expect(written).toBe(acknowledged);
      report('R10 versions beside each other', {
        ...{ 'versions, one after another': versions.length, 'migrations between them': (await migrations()).length - before, writers, readers },
        ...{ reads: times.length, acknowledged, 'lost or twice': 0, 'failed requests': 0 },
        ...{ 'slowest write ms': rounded(seen.slowest), 'read p95 ms': rounded(percentile(95, times)) },
      });
    },
    during(60, 1800),
  );
});
