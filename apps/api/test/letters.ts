// What waits in the outbox, read as its owner: nothing else may.
import { asOwner } from '../src/reference/owner.ts';
import type { Served } from './server.ts';

export interface Waiting {
  id: string;
  letter: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
}

/** The letters that wait for an address, oldest first. The link of a letter: `letter.text.match(/https?:\S+/)?.[0]`. */
export const lettersTo = (served: Served, address: string): Promise<Waiting[]> =>
  asOwner(
    served.adminUrl,
    async (db) =>
      (
        await db.query<Waiting>(
          "SELECT id, letter, locale, subject, text, html FROM outbox WHERE to_address = $1 AND state = 'waiting' ORDER BY queued_at, id",
          [address],
        )
      ).rows,
  );
