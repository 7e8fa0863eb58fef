import type { Door, FieldFault } from '@servanda/contract';
import type { ZodError } from 'zod';
import { deepest } from './json-body.ts';
import { refuse } from './refusal.ts';
import type { DoorRequest } from './request.ts';

/** Text that PostgreSQL cannot hold, and nesting that only an attacker needs, are refused before any schema sees them. */
function checkText(value: unknown, path: string, depth = 0): void {
  if (depth > deepest) refuse('unreadable_body', { detail: `The body is nested more than ${deepest} levels deep.` });
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      refuse('invalid_input', { fields: [{ path, code: 'text', message: 'Remove the characters that are not text (NUL or half a character)' }] });
  } else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      checkText(key, path, depth + 1);
      checkText(inner, path ? `${path}.${key}` : key, depth + 1);
    }
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
    checkText(request[part], '');
    const read = schema.safeParse(request[part] ?? (part === 'body' ? undefined : {}));
    if (read.success) input[part] = read.data;
    // A malformed id in the path names nothing: the same answer as an unknown one.
    else if (part === 'params') refuse('not_found');
    else wrong.push(...faults(part, read.error));
  }
  if (wrong.length) refuse('invalid_input', { fields: wrong });
  return input;
}
