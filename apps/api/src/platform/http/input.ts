import type { Door, FieldFault } from '@servanda/contract';
import type { ZodError } from 'zod';
import { deepest } from './json-body.ts';
import { refuse } from './refusal.ts';
import type { DoorRequest } from './request.ts';

/** What makes a text none: the same words wherever text is taken. */
const notText = (value: string): string | null => {
  if (value.includes('\0')) return 'Remove the NUL character: it is no text';
  return value.isWellFormed() ? null : 'Remove the half character: one half of a UTF-16 pair stands without the other (it may come from cutting a text short)';
};

/** Text that PostgreSQL cannot hold is named field by field, and nesting that only an attacker needs is refused, before any schema sees them. */
function unheld(value: unknown, path: string, depth = 0): FieldFault[] {
  if (depth > deepest) refuse('unreadable_body', { detail: `The body is nested more than ${deepest} levels deep.` });
  if (typeof value === 'string') {
    const message = notText(value);
    return message === null ? [] : [{ path, code: 'text', message }];
  }
  if (!value || typeof value !== 'object') return [];
  const within = path === '' ? '' : `${path}.`;
  return Object.entries(value).flatMap(([key, inner]) => [...unheld(key, path, depth + 1), ...unheld(inner, `${within}${key.toWellFormed()}`, depth + 1)]);
}

const faults = (part: string, error: ZodError): FieldFault[] =>
  error.issues.map((issue) => ({
    path: [...(part === 'body' ? [] : [part]), ...issue.path].join('.'),
    code: issue.code ?? 'custom',
    message: issue.message,
  }));

/** Reads params, query and body through the door's schemas; refuses with every field named at once. */
export function readInput(door: Door, request: DoorRequest): unknown {
  // Only JSON, so that no form of another site can reach a door without a preflight (ASVS V3.5.2).
  const type = request.headers['content-type'];
  if (door.input.body && type !== undefined && !/^application\/json\b/i.test(type)) refuse('unsupported_media_type');
  const input: Record<string, unknown> = {};
  const wrong: FieldFault[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = door.input[part];
    if (!schema) continue;
    const half = unheld(request[part], part === 'body' ? '' : part);
    if (half.length) refuse('invalid_input', { fields: half.slice(0, 50) });
    const read = schema.safeParse(request[part] ?? (part === 'body' ? undefined : {}));
    if (read.success) input[part] = read.data;
    // A malformed id in the path names nothing: the same answer as an unknown one.
    else if (part === 'params') refuse('not_found');
    else wrong.push(...faults(part, read.error));
  }
  if (wrong.length) refuse('invalid_input', { fields: wrong });
  return input;
}
