// Writers that never stop: each act is sent with a key and sent again with the same key until it is answered for good.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach } from '@jest/globals';
import { addedEvidence, openedDossier } from '../ledger.ts';
import { scopeFor, signIn } from '../people.ts';
import type { Served } from '../server.ts';
import type { Acknowledged, Act } from './acknowledged.ts';

/** One person at one element of one dossier. */
export interface Writer {
  cookie: string;
  organisation: string;
  dossier: string;
  evidence: string;
  /** The number of the newest judgement that was acknowledged. */
  seen: number;
  name: string;
}

const people = ['lead@government.example', 'lead@ngo.example', 'lead@neighbour.example'];

/** So many writers, of three organisations in turn, each with a dossier of its own. */
export async function gatherWriters(served: Served, count: number): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let i = 0; i < count; i++) {
    const email = people[i % people.length] ?? '';
    const scope = await scopeFor(served, email);
    const dossier = await openedDossier(served, scope, `Writer ${i} ${randomUUID()}`);
    const evidence = await addedEvidence(served, scope, dossier);
    writers.push({ cookie: await signIn(served, email), organisation: scope.organisation, dossier, evidence, seen: 0, name: `w${i}` });
  }
  return writers;
}

interface Prepared {
  kind: Act['kind'];
  word: string;
  path: string;
  body: () => { body: string | FormData; type: string | null };
}
const json = (value: object) => () => ({ body: JSON.stringify(value), type: 'application/json' });

function nextAct(writer: Writer, number: number): Prepared {
  const word = `${writer.name}-${number}-${randomUUID().slice(0, 8)}`;
  const at = `/api/dossiers/${writer.dossier}`;
  if (number % 3 === 0) return { kind: 'evidence', word, path: `${at}/evidence`, body: json({ kind: 'law', title: word, originator: 'Parliament' }) };
  if (number % 3 === 1) {
    const judgement = { basedOn: writer.seen || null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: word };
    return { kind: 'judgement', word, path: `${at}/elements/3.2/assessments`, body: json(judgement) };
  }
  const file = () => {
    const form = new FormData();
    form.append('file', new Blob([`${word}\n`.repeat(200)]), `${word}.txt`);
    return { body: form, type: null };
  };
  return { kind: 'file', word, path: `${at}/evidence/${writer.evidence}/files`, body: file };
}

/** What happened to the requests, whatever became of the acts. */
export interface Seen {
  statuses: Map<number, number>;
  /** Requests that got no answer at all. */
  lost: number;
  /** Why they got none. */
  lostBy: string[];
  /** Answers that nobody expects: neither done, nor "not just now". */
  strange: string[];
  slowest: number;
  /** Acts whose outcome was still open when the writers stopped. */
  open: number;
}
export const nothingSeen = (): Seen => ({ statuses: new Map(), lost: 0, lostBy: [], strange: [], slowest: 0, open: 0 });
export const counted = (seen: Seen, status: number): number => seen.statuses.get(status) ?? 0;

interface Answered {
  status: number;
  text: string;
  retryAfter: string | null;
}
async function send(address: string, { path, body }: Prepared, key: string, cookie: string): Promise<Answered | Error> {
  const sent = body();
  const headers: Record<string, string> = { cookie, 'idempotency-key': key, ...(sent.type ? { 'content-type': sent.type } : {}) };
  try {
    const answer = await fetch(`${address}${path}`, { method: 'POST', headers, body: sent.body, signal: AbortSignal.timeout(15_000) });
    return { status: answer.status, text: await answer.text(), retryAfter: answer.headers.get('retry-after') };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A test that failed never tells its writers to stop: they stop with it. */
let isTestOver = false;
afterEach(() => {
  isTestOver = true;
});

/** Writes until told to stop and every act begun is answered, or `patience` milliseconds have passed since; rests `pace` milliseconds between acts. What was seen stands in `seen` as it comes. */
export async function write(
  at: () => string,
  writers: readonly Writer[],
  ledger: Acknowledged,
  isOver: () => boolean,
  patience = 30_000,
  pace = 0,
  seen = nothingSeen(),
): Promise<Seen> {
  isTestOver = false;
  const one = async (writer: Writer) => {
    for (let number = 0; !isOver() && !isTestOver; number++) {
      const act = nextAct(writer, number);
      const key = randomUUID();
      let overSince: number | null = null;
      while (!isTestOver) {
        const began = performance.now();
        const answer = await send(at(), act, key, writer.cookie);
        seen.slowest = Math.max(seen.slowest, performance.now() - began);
        if (answer instanceof Error) {
          seen.lost++;
          seen.lostBy.push(`${answer.name}: ${answer.cause ?? answer.message}`);
        } else seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1);
        if (!(answer instanceof Error) && answer.status === 201) {
          ledger.keep({ kind: act.kind, word: act.word, id: JSON.parse(answer.text).id, organisation: writer.organisation });
          if (act.kind === 'judgement') writer.seen++;
          break;
        }
        const isToTryAgain =
          answer instanceof Error || (answer.status === 503 && answer.retryAfter !== null) || (answer.status === 409 && answer.text.includes('still_running'));
        if (!isToTryAgain) {
          seen.strange.push(`${answer.status} ${answer.text.slice(0, 300)}`);
          break;
        }
        if (isOver()) overSince ??= performance.now();
        if (overSince !== null && performance.now() - overSince > patience) {
          seen.open++;
          break;
        }
        await setTimeout(20);
      }
      if (pace) await setTimeout(pace);
    }
  };
  await Promise.all(writers.map(one));
  return seen;
}
