// R15: nobody finds a thing by guessing, and nobody learns from the time of an answer whether a foreign thing is there.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { addedEvidence, openedDossier } from '../ledger.ts';
import { scopeFor, seat, signIn } from '../people.ts';
import { type Running, startProcess } from '../process.ts';
import { type Served, serve } from '../server.ts';
import { mannWhitney, timesApart, toldApart } from './alike.ts';
import { figure, judgesTimes, report, rounded, within } from './figures.ts';

const guesses = figure(200, 100_000);
const asked = figure(60, 2000);

let served: Served;
let running: Running;
let cookie: string;
/** Of the government; asked for by the NGO. */
let foreign: { id: string; evidence: string; person: string };
let own: string;

beforeAll(
  async () => {
    served = await serve({ LOG_LEVEL: 'silent' });
    await seat(served);
    const [government, ngo] = [await scopeFor(served, 'lead@government.example'), await scopeFor(served, 'lead@ngo.example')];
    const id = await openedDossier(served, government);
    foreign = { id, evidence: await addedEvidence(served, government, id), person: government.person };
    own = await openedDossier(served, ngo);
    running = await startProcess(served, { LOG_LEVEL: 'fatal', DATABASE_POOL: '8' });
    cookie = await signIn(served, 'lead@ngo.example');
  },
  within(60, 60),
);
afterAll(async () => {
  running?.child.kill('SIGKILL');
  await served?.stop();
});

async function get(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(running.at + path, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
}

test(
  `${guesses} guessed ids: not one hit, and one and the same answer`,
  async () => {
    const began = performance.now();
    const statuses = new Set<number>();
    const answers = new Set<string>();
    const paths = [
      (id: string) => `/api/dossiers/${id}`,
      (id: string) => `/api/dossiers/${own}/evidence/${id}`,
      (id: string) => `/api/dossiers/${id}/reports/status.json`,
      (id: string) => `/api/brief?person=${id}`,
    ];
    // By chance, and of the very milliseconds in which things were made.
    const guess = (n: number) => (n % 2 ? randomUUID() : `${foreign.id.slice(0, 14)}${newId().slice(14)}`);
    let n = 0;
    const one = async () => {
      while (n < guesses) {
        const { status, text } = await get(paths[n % paths.length]?.(guess(n++)) ?? '');
        statuses.add(status);
        answers.add(text.replace(/"requestId":"[^"]+"/, ''));
      }
    };
    await Promise.all(Array.from({ length: 8 }, one));
    expect([...statuses]).toEqual([404]);
    expect(answers.size).toBe(1);
    report('R15 guessed ids', { guesses, hits: 0, 'different answers': 0, seconds: rounded((performance.now() - began) / 1000) });
  },
  within(30, 900),
);

describe('a foreign id and an unknown one', () => {
  test.each([
    ['dossier', () => `/api/dossiers/${foreign.id}`, () => `/api/dossiers/${newId()}`],
    ['piece of evidence', () => `/api/dossiers/${foreign.id}/evidence/${foreign.evidence}`, () => `/api/dossiers/${newId()}/evidence/${newId()}`],
    ['status report', () => `/api/dossiers/${foreign.id}/reports/status.json`, () => `/api/dossiers/${newId()}/reports/status.json`],
    ['person', () => `/api/brief?person=${foreign.person}`, () => `/api/brief?person=${newId()}`],
  ])(
    'take the same time: %s',
    async (what, theirs, nobodys) => {
      const heard = [await get(theirs()), await get(nobodys())].map(({ status, text }) => [status, text.replace(/"requestId":"[^"]+"/, '')]);
      expect(heard).toEqual([heard[1], [404, expect.any(String)]]);
      const { p, percent, rounds } = await toldApart([() => get(theirs()), () => get(nobodys())], asked);
      report(`R15 time of a foreign ${what} against an unknown one`, {
        'asked each': asked,
        p: Math.round(p * 1000) / 1000,
        'medians apart, %': rounded(percent),
        rounds,
      });
      if (judgesTimes) expect([p > 0.01, percent < 5]).toEqual([true, true]);
    },
    within(60, 300),
  );
});

describe('the measure itself', () => {
  test('tells an own thing from an unknown one, by many requests', async () => {
    const { p } = await timesApart([() => get(`/api/dossiers/${own}`), () => get(`/api/dossiers/${newId()}`)], figure(60, 500));
    if (judgesTimes) expect(p).toBeLessThan(0.001);
    expect((await get(`/api/dossiers/${own}`)).status).toBe(200);
  });

  test('knows the textbook', () => {
    expect(mannWhitney([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12, 13, 14, 15, 16, 17, 18, 19, 20])).toBeCloseTo(0.000157, 5);
    expect(mannWhitney([1, 3, 5, 7], [2, 4, 6, 8])).toBeGreaterThan(0.5);
  });
});
