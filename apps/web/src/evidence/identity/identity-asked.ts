import type { IdentityFinding } from '@servanda/contract';
import { type Again, remedyWith } from '../../platform/api.ts';
import { Asking } from '../../platform/asking.ts';

/** What was found in a text that is to be public; with the fields as they were sent, so that one sees the words. */
export interface Found {
  found: readonly IdentityFinding[];
  fields: Record<string, string>;
}
/** Whether it may be public all the same; the dialog answers. */
export const identityAsked = new Asking<Found, true>();

const textsOf = ({ body }: Again): Record<string, string> =>
  Object.fromEntries(Object.entries(body ?? {}).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])));

// What was typed stays in its form; once somebody has confirmed it, it is sent again with that word.
remedyWith('identity_unconfirmed', async ({ found = [] }, sending) =>
  (await identityAsked.ask({ found, fields: textsOf(sending) })) ? { ...sending, body: { ...Object(sending.body), identityConfirmed: true } } : null,
);
