// Random requests to one door, made from its description, and what every answer must be like.
import { RefusalCode as Codes, type Door, type RefusalCode, refusals } from '@servanda/contract';
import fc from 'fast-check';
import { refusalsOf } from '../../src/platform/http/openapi.ts';
import type { Tenant } from '../matrix/cast.ts';
import { type Ids, pathOf } from '../matrix/knock.ts';
import { unknownIds } from '../matrix/world.ts';
import { arbitrariesOf, hostile, spoilt } from './arbitraries.ts';
import type { At } from './edge-steps.ts';
import { bodyOf, idsFor, tenantOf } from './edge-steps.ts';

interface Operation {
  parameters: { name: string; in: string; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
}
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}
export interface Case {
  who: 'lead' | 'viewer' | 'stranger' | 'nobody';
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

const strangePath = ['0', '-1', '%00', '%ZZ', '%F0%28', '..%2f..', "1'", '%ff', 'null', '%E2%80%AE', 'x'.repeat(300), '9'.repeat(40), '%20', '1;2', '٣'];
const strangeQuery = [
  '',
  'null',
  '%00',
  '-1',
  '1e400',
  '[]',
  '%5B%5D',
  '%ff',
  '9'.repeat(30),
  'x'.repeat(3000),
  '2026-02-30',
  '2026-01-01T00:00:00%2B99:00',
  "'--",
  '%ED%A0%80',
];
const strangeHeaders: Record<string, string>[] = [
  {},
  {},
  {},
  { 'idempotency-key': 'a'.repeat(15) },
  { 'idempotency-key': '"' },
  { 'idempotency-key': '\u00ff'.repeat(40) },
  { 'if-none-match': '*' },
  { 'if-none-match': ','.repeat(2000) },
  { accept: 'application/xml;q=\u00ff' },
  { 'accept-language': '*;q=0, \u00ff' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data; boundary=' },
  { 'content-encoding': 'gzip' },
  { authorization: 'Bearer' },
  { authorization: `Bearer servanda_${'A'.repeat(43)}` },
  { cookie: 'servanda=%; servanda=; =;;' },
  { 'x-forwarded-for': '1.2.3.4, ::1, \u00ff' },
  { range: 'bytes=9-1,-0' },
  { 'user-agent': 'x'.repeat(5000) },
  { origin: 'null' },
  { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:1' },
];
const rawBodies = [
  '',
  '{',
  '[]',
  'null',
  '"\\ud800"',
  '{"__proto__":{"role":"lead"}}',
  '['.repeat(10_000),
  '{"a":1,"a":2}',
  '\ufeff{}',
  '1e9999',
  `{"a":"${'\\u0000'}"}`,
  '{"constructor":{"prototype":{}}}',
];

/** A case for a door: mostly what its description takes, often spoilt in one place. */
export function casesOf(on: At, door: Door, description: Description): fc.Arbitrary<Case> {
  const operation = description.paths[door.path]?.[door.method.toLowerCase()];
  if (!operation) throw new Error(`${door.name} is not described`);
  const own = idsFor(on, door);
  const theirs: Ids = { ...unknownIds, ...on.world.ids.watch };
  const { valid } = arbitrariesOf(description, own);
  const asked = operation.parameters.filter((p) => p.in === 'query');
  const schema = operation.requestBody?.content['application/json']?.schema;
  const inPath = fc.oneof(
    { weight: 6, arbitrary: fc.constant(own) },
    fc.constantFrom(theirs, unknownIds),
    fc.constantFrom(...strangePath).map((strange): Ids => Object.fromEntries(Object.keys(unknownIds).map((name) => [name, strange]))),
  );
  const said = (value: unknown) => encodeURIComponent(String(value).toWellFormed());
  const query = fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    {
      weight: 3,
      arbitrary: fc.record(Object.fromEntries(asked.map((p) => [p.name, valid(p.schema, p.name)])), { requiredKeys: [] }).map((values) =>
        Object.entries(values)
          .map(([name, value]) => `${name}=${said(value)}`)
          .join('&'),
      ),
    },
    fc.tuple(fc.constantFrom('x', ...asked.map((p) => p.name)), fc.constantFrom(...strangeQuery)).map(([name, value]) => `${name}=${value}&${name}=${value}`),
  );
  const spoil = fc.tuple(fc.nat(1000), fc.constantFrom(...hostile), fc.constantFrom('replace' as const, 'remove' as const, 'add' as const));
  const good = schema ? fc.oneof(valid(schema), fc.constant(bodyOf(door, own))) : fc.constant(undefined);
  const body = schema
    ? fc.oneof(
        { weight: 5, arbitrary: good.map((value) => JSON.stringify(value)) },
        { weight: 5, arbitrary: fc.tuple(good, spoil).map(([value, [at, by, how]]) => JSON.stringify(spoilt(value, at, by, how))) },
        fc.constantFrom(...rawBodies),
      )
    : fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, fc.constantFrom(...(door.method === 'GET' ? [undefined] : rawBodies)));
  return fc
    .record({
      who: fc.oneof({ weight: 6, arbitrary: fc.constant('lead' as const) }, fc.constantFrom('viewer' as const, 'stranger' as const, 'nobody' as const)),
      ids: inPath,
      query,
      headers: fc.constantFrom(...strangeHeaders),
      body,
    })
    .map(({ who, ids, query: q, headers, body: text }) => ({
      ...{ who, headers, body: text === undefined ? undefined : text.toWellFormed() },
      path: pathOf(door, ids) + (q ? `?${q}` : ''),
    }));
}

const stranger = (door: Door): Tenant => (tenantOf(door) === 'operator' ? 'aruna' : 'watch');
/** Sends a case under a session of its own. */
export async function ask({ standing, at }: At, door: Door, { who, path, headers, body }: Case): Promise<{ status: number; text: string; type: string }> {
  const cookie = who === 'nobody' ? '' : await standing.session(who === 'stranger' ? stranger(door) : tenantOf(door), who === 'viewer' ? 'viewer' : 'lead');
  const answer = await fetch(at + path, {
    method: door.method,
    redirect: 'manual',
    headers: { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined || door.method === 'GET' ? {} : { body }),
  });
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' };
}

/** The edge refuses these before it knows which door is meant. */
const atTheEdge: readonly RefusalCode[] = [
  'cross_site',
  'unreadable_body',
  'body_too_large',
  'address_too_long',
  'headers_too_large',
  'unsupported_media_type',
  'not_found',
  'invalid_input',
  'not_signed_in',
];

/** What is wrong with an answer, or null. */
export function faultOf(door: Door, { status, text, type }: { status: number; text: string; type: string }): string | null {
  if (status === door.status || status === 304) return null;
  if (status >= 500) return `${status}: ${text.slice(0, 300)}`;
  if (!type.startsWith('application/problem+json')) return `${status} without a problem: ${type} ${text.slice(0, 200)}`;
  const problem: { code?: unknown; status?: unknown; requestId?: unknown } = JSON.parse(text);
  const code = Codes.safeParse(problem.code);
  if (!code.success) return `${status} with the unknown code ${problem.code}`;
  if (refusals[code.data][0] !== status || problem.status !== status) return `${code.data} under the status ${status}`;
  if (![...refusalsOf(door), ...atTheEdge].includes(code.data)) return `${code.data} is not in its description`;
  return typeof problem.requestId === 'string' ? null : `${code.data} without its request id`;
}
