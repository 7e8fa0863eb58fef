// `npm run fuzz`: every operation of the contract, come through with success, refused in every way that is written down, and asked at random.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors } from '@servanda/contract';
import fc from 'fast-check';
import supertest from 'supertest';
import { makeWorld, type World } from '../matrix/world.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { listenAsClamd } from './clamd.ts';
import { type At, edgeSteps, ruleSteps } from './edge-steps.ts';
import { type Observed, observe } from './observed.ts';
import { ask, type Case, casesOf, type Description, faultOf } from './random.ts';
import { type Standing, standIn } from './standing.ts';
import { accountSteps } from './steps/accounts.ts';
import { coalitionSteps } from './steps/coalition.ts';
import { criminalisationSteps } from './steps/criminalisation.ts';
import { documentSteps } from './steps/documents.ts';
import { ledgerSteps } from './steps/ledger.ts';
import { listSteps } from './steps/lists.ts';
import { memberSteps } from './steps/members.ts';
import { publicationSteps } from './steps/publications.ts';
import { reportSteps } from './steps/reports.ts';
import { runSteps } from './steps/runs.ts';
import { signOnSteps } from './steps/sign-on.ts';
import { statementSteps } from './steps/statements.ts';
import { templateSteps } from './steps/templates.ts';
import { summary } from './summary.ts';
import { walkThrough } from './walks.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? Math.trunc(performance.timeOrigin % 2 ** 31));
const cases = Number(process.env['FUZZ_CASES'] ?? 40);
const settings = {
  JOURNAL_KEY: 'x'.repeat(43),
  FACTOR_KEY: 'x'.repeat(43),
  SOURCE_KEY: 'y'.repeat(43),
  PUBLIC_URL: 'http://localhost:4000',
  DATABASE_POOL: '16',
};

let served: Served;
let clamd: Awaited<ReturnType<typeof listenAsClamd>>;
let running: Running[] = [];
let observed: Observed;
let limited: Observed;
let world: World;
let standing: Standing;
let on: At;
let description: Description;
const faults: string[] = [];

beforeAll(async () => {
  served = await serve({ ...settings, LOG_LEVEL: 'silent' });
  const few = { RATE_LIMITS: 'on', RATE_API: '1/3600', RATE_PUBLIC: '1/3600', RATE_UPLOADS: '1/3600', RATE_EXPORTS: '1/3600' };
  clamd = await listenAsClamd();
  running = [await startProcess(served, { ...settings, CLAMD_URL: clamd.url }), await startProcess(served, { ...settings, ...few, JOBS: 'elsewhere' })];
  [observed, limited] = [await observe(running[0]?.port ?? 0), await observe(running[1]?.port ?? 0)];
  world = await makeWorld(served);
  world.origin = observed.at;
  standing = await standIn(served, world.organisations);
  on = { world, standing, at: observed.at };
  description = JSON.parse(await (await fetch(`${observed.at}/api/openapi.json`)).text());
}, 120_000);
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  for (const one of [observed, limited]) one?.stop();
  clamd?.stop();
  await standing?.end();
  await served?.stop();
});
const named = doors.map((door): [string, Door] => [`${door.method} ${door.path}`, door]);

test('every operation is come through with success', async () => {
  const through = { ...served, http: () => supertest(observed.at) };
  await walkThrough(through, world, standing);
}, 180_000);

describe('what the shape of a door refuses', () => {
  test.each(named)('%s', async (_, door) => {
    await edgeSteps(on, door);
    await standing.restore();
  });
  test('under a strict rule of sign-in, and too often', () => ruleSteps(on, doors, limited.at), 120_000);
});

describe('what one door alone refuses', () => {
  const steps = {
    ...ledgerSteps,
    ...documentSteps,
    ...listSteps,
    ...reportSteps,
    ...runSteps,
    ...templateSteps,
    ...publicationSteps,
    ...statementSteps,
    ...criminalisationSteps,
    ...coalitionSteps,
    ...memberSteps,
    ...accountSteps,
    ...signOnSteps,
  };
  test.each(Object.entries(steps))('%s', async (_, step) => {
    await step(on, { ...served, http: () => supertest(observed.at) });
    await standing.restore();
  });
});

describe('at random', () => {
  test.each(named)('%s', async (name, door) => {
    const run = await fc.check(
      fc.asyncProperty(casesOf(on, door, description), async (one: Case) => {
        const fault = faultOf(door, await ask(on, door, one));
        if (fault) throw new Error(fault);
      }),
      { seed, numRuns: cases, endOnFailure: false, interruptAfterTimeLimit: 20_000 },
    );
    if (run.failed)
      faults.push(`${name}: ${run.errorInstance instanceof Error ? run.errorInstance.message : ''} ${JSON.stringify(run.counterexample)?.slice(0, 400)}`);
    await standing.restore();
    expect(faults.filter((fault) => fault.startsWith(`${name}:`))).toEqual([]);
  });
});

test('the figures', () => {
  const found = summary([...observed.answers, ...limited.answers], {
    seed,
    cases,
    faults,
    lost: observed.lost,
    isRunning: running.every(({ child }) => child.exitCode === null),
  });
  const file = process.env['FUZZ_REPORT'];
  if (file) writeFileSync(file, JSON.stringify(found));
  expect(found.wrong).toEqual([]);
});
