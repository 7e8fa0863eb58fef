import * as z from 'zod';
import { doorsOf } from './door.ts';
import { Id, Moment } from './shapes.ts';

/** A letter as it would be sent. */
export const ShownLetter = z
  .object({ id: Id, to: z.string(), locale: z.enum(['en', 'fr', 'ar']), letter: z.string(), subject: z.string(), text: z.string(), queuedAt: Moment })
  .meta({ id: 'ShownLetter' });
export type ShownLetter = z.infer<typeof ShownLetter>;

const door = doorsOf('platform');
export const outbox = {
  outbox: door('outbox', {
    method: 'GET',
    path: '/api/outbox',
    summary: 'What would be sent by mail, newest first; only a local instance without a mail server shows it, any other says so and shows nothing',
    access: 'open',
    output: z.object({ isShown: z.boolean(), letters: z.array(ShownLetter) }),
  }),
};
