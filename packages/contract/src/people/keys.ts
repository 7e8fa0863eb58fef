// Keys by which programs come in for an organisation.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { Day, Id, Line, May, Moment } from '../shapes.ts';

export const KeyRight = z.enum(['read', 'write']);
export type KeyRight = z.infer<typeof KeyRight>;

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    right: KeyRight,
    /** Its first characters, by which its owner knows it again. */
    hint: z.string(),
    createdBy: z.string(),
    createdAt: Moment,
    expiresAt: Moment,
    /** To the minute. */
    lastUsedAt: Moment.nullable(),
    revokedAt: Moment.nullable(),
    /** `asleep`: its maker is suspended; it works again once he or she is back. */
    state: z.enum(['active', 'asleep', 'expired', 'revoked']),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

/** `expiresOn`: the last day on which it works, at most a year ahead. */
export const AddKey = z.object({ name: Line(80), right: KeyRight, expiresOn: Day }).meta({ id: 'AddKey' });

const door = doorsOf('people');
export const keys = {
  keys: door('keys', {
    method: 'GET',
    path: '/api/organisation/keys',
    summary: 'The API keys of my organisation, never the keys themselves',
    access: 'session',
    allows: allow.leads,
    output: z.object({ items: z.array(ApiKey), total: z.number().int(), may: z.object({ add: May }) }),
  }),
  addKey: door('addKey', {
    method: 'POST',
    path: '/api/organisation/keys',
    summary: 'Make an API key; the answer is the only time it is shown',
    access: 'session',
    allows: { ...allow.leads, fresh: true },
    input: { body: AddKey },
    output: z.object({ key: ApiKey, token: z.string() }),
    status: 201,
    refusals: ['forbidden', 'cross_site', 'unsupported_media_type'],
  }),
  revokeKey: door('revokeKey', {
    method: 'DELETE',
    path: '/api/organisation/keys/{key}',
    summary: 'Revoke an API key; it opens nothing from its next request',
    access: 'session',
    allows: allow.leads,
    input: { params: z.object({ key: Id }) },
    output: z.null(),
    status: 204,
    refusals: ['forbidden', 'not_found', 'cross_site'],
  }),
};
