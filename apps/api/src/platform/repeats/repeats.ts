// One act for one idempotency key (decision 0016). The key is claimed by the first statement of the act's own transaction
// and answered by its last, so that a kill at any moment leaves either both or neither.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Sql } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import { codesOf } from '../http/error-codes.ts';
import { refuse } from '../http/refusal.ts';
import { claimSql, keepAnswerSql, rememberedSql } from './repeats.sql.ts';
import { open, seal } from './sealed-answer.ts';

/** A request that carries an idempotency key. */
export interface Keyed {
  key: string;
  /** What is asked; an equal request has equal facts. */
  facts: string[];
  status: number;
  /** The answer as it is sent, or null where the act's result is not yet the answer. */
  shape: (result: unknown) => string | null;
  isClaimed: boolean;
  /** The result of the act and the answer that was kept with it. */
  result: unknown;
  kept: string | null;
}

/** The act was done before: its answer. */
export class Repeated extends Error {
  constructor(
    readonly status: number,
    readonly answer: string,
  ) {
    super('The act was done before');
  }
}

const keyed = new AsyncLocalStorage<Keyed>();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const place = (scope: Scope, { key }: Keyed) => [scope.organisation, scope.key ?? scope.person, sha256(key)];
/** What equal keys of one asker share. */
export const nameOf = (scope: Scope | undefined, { key }: Keyed): string => `${scope?.organisation} ${scope?.key ?? scope?.person} ${key}`;
const lockNotHad = '55P03';

/** Does `work` for the request that carries this key. */
export const withKey = <T>(request: Keyed, work: () => T): T => keyed.run(request, work);

/** Adds to what makes two requests equal, for what is not in the body, such as the bytes of a file. */
export const alsoAsked = (fact: string): void => void keyed.getStore()?.facts.push(fact);

/** Does the work of a writing transaction once for the key of the request at hand; without a key, simply does it. */
export async function once<T>(sql: Sql, scope: Scope, work: () => Promise<T>): Promise<T> {
  const request = keyed.getStore();
  if (!request || request.isClaimed) return work();
  await claim(sql, scope, request);
  request.isClaimed = true;
  try {
    const result = await work();
    const answer = request.shape(result);
    if (answer !== null) {
      await keepAnswer(sql, scope, request, answer);
      request.result = result;
    }
    return result;
  } catch (error) {
    request.isClaimed = false;
    throw error;
  }
}

export async function keepAnswer(sql: Sql, scope: Scope, request: Keyed, answer: string): Promise<void> {
  await sql(keepAnswerSql, [...place(scope, request), request.status, seal(request.key, answer)]);
  request.kept = answer;
}

async function claim(sql: Sql, scope: Scope, request: Keyed): Promise<void> {
  // The key, of which the database has the hash only, is hashed along: nobody learns there what was sent by guessing at it.
  const asked = sha256([request.key, ...request.facts].join('\n'));
  const claimed = await sql(claimSql, [...place(scope, request), asked]).catch((error: unknown) => {
    if (codesOf(error).includes(lockNotHad)) return refuse('still_running');
    throw error;
  });
  if (claimed.length) return;
  const [first] = await sql<{ request: string; status: number | null; answer: string | null }>(rememberedSql, place(scope, request));
  if (first && first.request !== asked) refuse('repeated_differently');
  if (!first || first.status === null || first.answer === null) return refuse('still_running');
  throw new Repeated(first.status, open(request.key, first.answer));
}
