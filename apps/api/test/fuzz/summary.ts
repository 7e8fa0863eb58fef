// What a run has seen, held against the figures of acceptance.
import { doors, type RefusalCode, refusals } from '@servanda/contract';
import { refusalsOf } from '../../src/platform/http/openapi.ts';
import { percentile, rounded } from '../faults/figures.ts';
import type { Answer } from './observed.ts';

const clientFaults = (door: (typeof doors)[number]): RefusalCode[] => refusalsOf(door).filter((code) => refusals[code][0] < 500);

export interface Run {
  seed: number;
  cases: number;
  faults: string[];
  lost: string[];
  isRunning: boolean;
}

export function summary(answers: readonly Answer[], run: Run) {
  const seen = new Map(doors.map((door) => [door.name, answers.filter((answer) => answer.door === door.name)]));
  const of = (name: string) => seen.get(name) ?? [];
  const unreached = doors.filter((door) => !of(door.name).some(({ status }) => status === door.status)).map((door) => door.name);
  const documented = doors.flatMap((door) => clientFaults(door).map((code) => ({ door: door.name, code })));
  const unseen = documented.filter(({ door, code }) => !of(door).some((answer) => answer.code === code)).map(({ door, code }) => `${door} ${code}`);
  // Held back on purpose: the second of two equal requests waits for the first.
  const timed = answers.filter(({ code }) => code !== 'still_running');
  const p95 = rounded(
    percentile(
      95,
      timed.map(({ ms }) => ms),
    ),
  );
  const slowest = doors
    .map((door) => ({
      door: door.name,
      p95: rounded(
        percentile(
          95,
          of(door.name)
            .filter(({ code }) => code !== 'still_running')
            .map(({ ms }) => ms),
        ),
      ),
    }))
    .sort((a, b) => b.p95 - a.p95)
    .slice(0, 5);
  const ours = answers.filter(({ status }) => status >= 500);
  const reached = 1 - unreached.length / doors.length;
  const wrong = [
    ...(reached < 0.95 ? [`only ${rounded(reached * 100)} % of the operations were come through: ${unreached.join(', ')}`] : []),
    ...unseen.map((pair) => `described and never seen: ${pair}`),
    ...(p95 >= 300 ? [`p95 ${p95} ms`] : []),
    ...ours.map(({ door, status, path, text }) => `${status} at ${door} ${path}: ${text.slice(0, 200)}`),
    ...run.lost.map((line) => `no answer: ${line}`),
    ...run.faults,
    ...(run.isRunning ? [] : ['the process has ended']),
  ];
  return {
    ...{ ...run, requests: answers.length, operations: doors.length, reached: doors.length - unreached.length, unreached },
    ...{ documented: documented.length, seenRefusals: documented.length - unseen.length, p95, slowest, fiveHundreds: ours.length, wrong },
  };
}
