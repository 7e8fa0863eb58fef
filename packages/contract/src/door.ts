import type * as z from 'zod';
import type { RefusalCode } from './refusals.ts';

export type Word = 'people' | 'treaties' | 'obligations' | 'dossiers' | 'evidence' | 'assessments' | 'gaps' | 'publications' | 'reports' | 'platform';

type Role = 'lead' | 'reviewer' | 'contributor' | 'viewer';
type Kind = 'government' | 'ngo' | 'nhri' | 'operator';

/**
 * Who may come through a door behind the session at all. What somebody may do with the one thing behind it
 * (own work, state of the thing) is for the policy of the word to say.
 */
export interface Allowance {
  roles: readonly Role[];
  /** Kinds of organisation. */
  kinds: readonly Kind[];
  /** What an API key must be given to use it; null: people only. */
  key: 'read' | 'write' | null;
  /** Only for a person who has proven anew, within the last minutes, who he or she is. */
  fresh: boolean;
}
const everyRole: readonly Role[] = ['lead', 'reviewer', 'contributor', 'viewer'];
const everyKind: readonly Kind[] = ['government', 'ngo', 'nhri', 'operator'];
const keepers: readonly Kind[] = ['government', 'ngo', 'nhri'];

/** The allowances that doors are described with; `{ ...allow.leads, fresh: true }` narrows one. */
export const allow = {
  /** Every member, for his or her own account. */
  members: { roles: everyRole, kinds: everyKind, key: null, fresh: false },
  /** Every member and a reading key: row-level security decides what exists. */
  readers: { roles: everyRole, kinds: everyKind, key: 'read', fresh: false },
  /** Every member of those who keep dossiers, and a reading key: what leaves the house. */
  exporters: { roles: everyRole, kinds: keepers, key: 'read', fresh: false },
  /** Those who keep dossiers, but for viewers. */
  writers: { roles: ['lead', 'reviewer', 'contributor'], kinds: keepers, key: 'write', fresh: false },
  /** Those who accept and return. */
  reviewers: { roles: ['lead', 'reviewer'], kinds: keepers, key: null, fresh: false },
  /** The lead of an organisation that keeps dossiers. */
  leads: { roles: ['lead'], kinds: keepers, key: null, fresh: false },
  /** The lead of any organisation: people, keys, settings. */
  governors: { roles: ['lead'], kinds: everyKind, key: null, fresh: false },
  /** Who runs the instance. */
  operators: { roles: ['lead'], kinds: ['operator'], key: null, fresh: false },
} as const satisfies Record<string, Allowance>;

/** Where a door's input comes from. Path parameters and query arrive as text; their schemas coerce. */
export interface DoorInput {
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
}

/**
 * One door of the API: the single description from which the handler's validation, the OpenAPI document,
 * the typed client and the tests that walk every door are all made.
 */
export interface Door<I extends DoorInput = DoorInput, O extends z.ZodType = z.ZodType> {
  name: string;
  word: Word;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** OpenAPI template: `/api/dossiers/{id}`. */
  path: `/api/${string}`;
  summary: string;
  /** `public`: anyone, cacheable by ETag · `open`: anyone, never cached · `session`: a signed-in person. */
  access: 'public' | 'open' | 'session';
  /** Who may come through where the access is `session`; null for the others. */
  allows: Allowance | null;
  input: I;
  output: O;
  status: 200 | 201 | 204;
  /** What it may refuse with, beyond what every door may (invalid_input, not_signed_in, internal, unavailable). */
  refusals: readonly RefusalCode[];
  /** Media type where it is not JSON; such a door answers with bytes. */
  media?: string;
  /** Media type of the body where it is not JSON. */
  accepts?: string;
  /** Takes an `Idempotency-Key`: whoever repeats the request within a day gets the first answer again, and the act is done once. */
  repeats?: true;
  /** Opens to the guests of a coalition too, for the dossier `id` of its path; row-level security shows them that dossier alone (decision 0043). */
  guests?: true;
}

type Described<I extends DoorInput, O extends z.ZodType> = Omit<Door<I, O>, 'word' | 'name' | 'access' | 'allows' | 'status' | 'refusals' | 'input'> & {
  status?: Door['status'];
  refusals?: readonly RefusalCode[];
  input?: I;
} & ({ access: 'public' | 'open'; allows?: never } | { access: 'session'; allows: Allowance });

/** Begins the doors of one word: `const door = doorsOf('dossiers')`. */
export const doorsOf =
  (word: Word) =>
  <I extends DoorInput, O extends z.ZodType>(name: string, described: Described<I, O>): Door<I, O> => ({
    ...described,
    word,
    name: `${word}.${name}`,
    allows: described.allows ?? null,
    status: described.status ?? 200,
    refusals: described.refusals ?? [],
    input: described.input ?? ({} as I),
  });

type Part<I extends DoorInput, K extends keyof DoorInput> = I[K] extends z.ZodType ? z.output<I[K]> : undefined;
type Sent<I extends DoorInput, K extends keyof DoorInput> = I[K] extends z.ZodType ? { [P in K]: z.input<I[K]> } : unknown;

/** What the handler receives. */
export type Received<D extends Door> = { params: Part<D['input'], 'params'>; query: Part<D['input'], 'query'>; body: Part<D['input'], 'body'> };
/** What the client sends. */
export type Sending<D extends Door> = Sent<D['input'], 'params'> & Sent<D['input'], 'query'> & Sent<D['input'], 'body'>;
/** What the door answers. */
export type Answer<D extends Door> = z.output<D['output']>;
/** What the handler returns, before the schema has shaped it. */
export type Returned<D extends Door> = z.input<D['output']>;
