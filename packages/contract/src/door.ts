import type * as z from 'zod';
import type { RefusalCode } from './refusals.ts';

export type Word = 'people' | 'treaties' | 'obligations' | 'dossiers' | 'evidence' | 'assessments' | 'gaps' | 'reports' | 'platform';

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
  input: I;
  output: O;
  status: 200 | 201 | 204;
  /** What it may refuse with, beyond what every door may (invalid_input, not_signed_in, internal, unavailable). */
  refusals: readonly RefusalCode[];
  /** Media type where it is not JSON; such a door answers with bytes. */
  media?: string;
  /** Media type of the body where it is not JSON. */
  accepts?: string;
}

type Described<I extends DoorInput, O extends z.ZodType> = Omit<Door<I, O>, 'word' | 'name' | 'status' | 'refusals' | 'input'> & {
  status?: Door['status'];
  refusals?: readonly RefusalCode[];
  input?: I;
};

/** Begins the doors of one word: `const door = doorsOf('dossiers')`. */
export const doorsOf =
  (word: Word) =>
  <I extends DoorInput, O extends z.ZodType>(name: string, described: Described<I, O>): Door<I, O> => ({
    ...described,
    word,
    name: `${word}.${name}`,
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
