import * as z from 'zod';
import { doorsOf } from './door.ts';
import { outbox } from './outbox.ts';

export const Health = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    database: z.enum(['ok', 'unreachable']),
    fileStore: z.enum(['ok', 'full', 'unreachable']),
    version: z.string(),
  })
  .meta({ id: 'Health' });

export const Ready = z
  .object({
    /** `degraded`: everything but files goes on. */
    status: z.enum(['ready', 'degraded', 'not_ready']),
    /** `behind`: migrations that this version needs are not applied. */
    database: z.enum(['ok', 'behind', 'unreachable']),
    disk: z.enum(['ok', 'low', 'unreachable']),
    isDraining: z.boolean(),
  })
  .meta({ id: 'Ready' });

const door = doorsOf('platform');
export const platform = {
  ...outbox,
  health: door('health', { method: 'GET', path: '/api/health', summary: 'Whether the service and what it stands on answer', access: 'open', output: Health }),
  live: door('live', {
    method: 'GET',
    path: '/api/health/live',
    summary: 'Whether the process answers at all; asks nothing else',
    access: 'open',
    output: z.object({ status: z.literal('live') }),
  }),
  ready: door('ready', {
    method: 'GET',
    path: '/api/health/ready',
    summary: 'Whether this process should be sent requests: 503 where the database does not answer within half a second, is behind, or the process is ending',
    access: 'open',
    output: Ready,
  }),
  openApi: door('openApi', {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description of every door, OpenAPI 3.1',
    access: 'public',
    output: z.unknown(),
    media: 'application/json; charset=utf-8',
  }),
};
