import { type Answer, type Door, Problem, type RefusalCode, type Sending } from '@servanda/contract';
import type { z } from 'zod';
import { actKeys } from './act-keys.ts';
import { hear } from './heard.ts';

/** The API said no. `problem` is what it said; the words for it are in `words-of-refusal.ts`. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'Refused';
  }
}

/** The API was not reached at all: no network, or the service is down. */
export class Unreached extends Error {
  constructor(cause: unknown) {
    super('The service was not reached', { cause });
    this.name = 'Unreached';
  }
}

interface Options {
  signal?: AbortSignal;
  form?: FormData;
  /** The act's own idempotency key, where equal requests are acts of their own. */
  key?: string;
  /** It is sent to its end although the page is left meanwhile; for small bodies. */
  keepalive?: boolean;
}

/** A file as the form of a door that accepts one. */
export function formOf(file: File, beside: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(beside)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

/** The address of a door: path parameters filled in, the query in the contract's order; empty values are left out, a list repeats its name, for a value may hold a comma. */
export function addressOf<D extends Door>(door: D, sending: Sending<D>): string {
  const { params = {}, query = {} }: Again = sending as Again;
  const path = door.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const text of Array.isArray(value) ? value : [value]) if (text !== undefined && text !== null && text !== '') search.append(name, String(text));
  }
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

type Confirm = () => Promise<boolean>;
let confirm: Confirm | null = null;
/** Says who asks, in a dialog, who somebody is when an act needs it; true: proven, and the act is done again as it was sent. */
export const confirmWith = (ask: Confirm): void => {
  confirm = ask;
};

/** What a remedy may know of the call that was refused, and send again. */
export interface Again {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}
type Remedy = (problem: Problem, sending: Again) => Promise<Again | null>;
const remedies = new Map<RefusalCode, Remedy>();
/** Says what is asked, in a dialog, when an act is refused for this reason; what it answers is sent again, null leaves it refused. */
export const remedyWith = (code: RefusalCode, remedy: Remedy): unknown => remedies.set(code, remedy);

async function refusalOf(response: Response): Promise<Error> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  if (problem.success) return new Refused(problem.data);
  return new Unreached(`${response.status} ${response.statusText}`);
}

/**
 * Calls a door of the contract and answers what its output schema promises.
 * `form` is the body of a door that accepts multipart. Throws `Refused` or `Unreached`.
 * Where the act needs a fresh proof of who one is, or a word of one’s own, that is asked for, and the act is repeated: no page has to know.
 */
export function call<D extends Door>(door: D, sending: Sending<D>, options: Options = {}): Promise<Answer<D>> {
  return callAgain(door, sending, options, new Set());
}

/** Each refusal is met with its remedy once; where it comes again, it stands. */
async function callAgain<D extends Door>(door: D, sending: Sending<D>, options: Options, met: ReadonlySet<RefusalCode>): Promise<Answer<D>> {
  try {
    return await callOnce(door, sending, options);
  } catch (error) {
    if (!(error instanceof Refused) || met.has(error.problem.code)) throw error;
    const { code } = error.problem;
    if (code === 'confirm_identity' && (await confirm?.())) return callAgain(door, sending, options, new Set([...met, code]));
    const again = await remedies.get(code)?.(error.problem, sending as Again);
    if (!again) throw error;
    return callAgain(door, again as Sending<D>, options, new Set([...met, code]));
  }
}

async function callOnce<D extends Door>(door: D, sending: Sending<D>, options: Options): Promise<Answer<D>> {
  const { body } = sending as Again;
  const json = body === undefined ? undefined : JSON.stringify(body);
  const address = addressOf(door, sending);
  const act = door.repeats && !options.form && !options.key ? `${door.name} ${address} ${json}` : null;
  const response = await fetch(address, {
    method: door.method,
    credentials: 'same-origin',
    signal: options.signal,
    keepalive: options.keepalive,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.key ? { 'idempotency-key': options.key } : act === null ? {} : { 'idempotency-key': actKeys.keyFor(act) }),
    },
    body: options.form ?? json,
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new Unreached(cause);
  });
  if (door.access === 'session' && response.status !== 401) hear();
  // A 503 leaves open whether the act was done: the same key asks again.
  if (act !== null && response.status < 500) actKeys.answered(act);
  if (!response.ok) throw await refusalOf(response);
  const answer: unknown = response.status === 204 ? null : await response.json();
  return (door.output as z.ZodType<Answer<D>>).parse(answer);
}
