// R4: every connection of the pool taken by statements that last; 200 requests come meanwhile.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '../../src/platform/db/database.ts';
import { seat, signIn } from '../people.ts';
import { type Served, serve } from '../server.ts';
import { figure, judgesTimes, percentile, report, rounded, within } from './figures.ts';

const rounds = figure(2, 10);
const crowd = 200;

let served: Served;
let cookie: string;
beforeAll(async () => {
  served = await serve({ DATABASE_POOL: '5', LOG_LEVEL: 'silent' });
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
});
afterAll(() => served.stop());

async function ask(): Promise<{ status: number; ms: number; retryAfter: string | null; foreign: boolean }> {
  const began = performance.now();
  const answer = await fetch(`${await served.app.getUrl()}/api/dossiers`, { headers: { cookie } });
  const text = await answer.text();
  return { status: answer.status, ms: performance.now() - began, retryAfter: answer.headers.get('retry-after'), foreign: text.includes('"iso3":"XAB"') };
}

test(
  '503 within three seconds with Retry-After, never a 500; as quick as before within five seconds',
  async () => {
    const before: number[] = [];
    for (let i = 0; i < 20; i++) before.push((await ask()).ms);
    const slowest: number[] = [];
    let refused = 0;
    for (let round = 0; round < rounds; round++) {
      const db = served.app.get(Database);
      const sleeping = Array.from({ length: 20 }, () => db.unscoped('SELECT pg_sleep(3)').catch(() => undefined));
      await setTimeout(50);
      const answers = await Promise.all(Array.from({ length: crowd }, ask));
      expect([...new Set(answers.map(({ status }) => status))].filter((status) => status !== 200 && status !== 503)).toEqual([]);
      const no = answers.filter(({ status }) => status === 503);
      expect(no.length).toBeGreaterThan(0);
      expect(no.filter(({ retryAfter }) => retryAfter === null)).toEqual([]);
      expect(answers.filter(({ foreign }) => foreign)).toEqual([]);
      refused += no.length;
      slowest.push(Math.max(...no.map(({ ms }) => ms)));
      await Promise.all(sleeping);
    }
    await setTimeout(500);
    const after: number[] = [];
    for (let i = 0; i < 40; i++) {
      const answer = await ask();
      expect(answer.status).toBe(200);
      after.push(answer.ms);
    }
    // The waits of a request are 1.4 s each; the rest is this machine answering two hundred at once.
    if (judgesTimes) {
      expect(Math.max(...slowest)).toBeLessThan(4000);
      expect(percentile(95, after)).toBeLessThan(Math.max(10 * percentile(95, before), 250));
    }
    report('R4 pool exhausted', {
      ...{ rounds, 'pool of': 5, 'requests at once': crowd, 'answered 503': refused, 'answered 500': 0, 'slowest 503 ms': rounded(Math.max(...slowest)) },
      ...{ 'p95 before ms': rounded(percentile(95, before)), 'p95 after ms': rounded(percentile(95, after)) },
    });
  },
  within(60, 180),
);
