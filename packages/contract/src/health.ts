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

const door = doorsOf('platform');
export const platform = {
  ...outbox,
  health: door('health', { method: 'GET', path: '/api/health', summary: 'Whether the service and what it stands on answer', access: 'open', output: Health }),
  openApi: door('openApi', {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description of every door, OpenAPI 3.1',
    access: 'public',
    output: z.unknown(),
    media: 'application/json; charset=utf-8',
  }),
};
