import type { IdentityFinding } from '@servanda/contract';
import { type Again, remedyWith } from '../../platform/api.ts';
import { Asking } from '../../platform/asking.ts';

/** What was found in a text that is about to leave its writer; with the fields as they were sent, so that one sees the words. */
export interface Found {
  found: readonly IdentityFinding[];
  fields: Record<string, string>;
}
/** Whether it may stand all the same; the dialog answers. */
export const identityAsked = new Asking<Found, true>();

const behind = new WeakMap<object, Record<string, string>>();
/** Tells which words an act is about that does not carry them itself, such as the submission of a draft. */
export const aboutWords = <B extends object>(body: B, fields: Record<string, string>): B => {
  behind.set(body, fields);
  return body;
};

/** The words of one field as the service reads them; of a list, the notes of its lines. */
const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map((line: unknown) => String(Object(line).note ?? '')).join('\n') : null;
const textsOf = ({ body }: Again): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(body ?? {}).flatMap(([field, value]) => {
      const words = wordsOf(value);
      return words === null ? [] : [[field, words]];
    }),
  ),
  ...behind.get(Object(body)),
});

// What was typed stays in its form; once somebody has confirmed it, it is sent again with that word. What goes to the public is decided on finding
// by finding, in the form itself: such a refusal tells none here.
remedyWith('identity_unconfirmed', async ({ found }, sending) =>
  found && (await identityAsked.ask({ found, fields: textsOf(sending) })) ? { ...sending, body: { ...Object(sending.body), identityConfirmed: true } } : null,
);
