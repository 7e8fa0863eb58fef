import type { Sql } from '../db/database.ts';
import { newId } from '../ids.ts';
import { postalAddress } from './address.ts';
import { compose, type Line } from './compose.ts';
import type { FactKind, MailLocale, Wording } from './letter.ts';
import { type FactsOf, type LetterName, letters } from './letters.ts';

export interface Mail<N extends LetterName> {
  /** One address, as the account has it. */
  to: string;
  locale: MailLocale;
  letter: N;
  /** What the letter tells; links are built from `config.publicUrl`, moments are ISO 8601. */
  facts: FactsOf<N>;
  /** What a letter tells one by one, each with its link. */
  lines?: readonly Line[];
}

/** A letter as it will be sent. Pass it as jsonb to a definer function that calls `app.queue_mail(letter, address)`. */
export interface ComposedMail {
  /** UUID v7; the Message-ID is made of it, so that a second delivery carries the same one. */
  id: string;
  to: string;
  locale: MailLocale;
  letter: LetterName;
  subject: string;
  text: string;
  html: string;
  /** Where it can be stopped without signing in, by a POST (RFC 8058). */
  stop?: string;
}

/** Words a letter now, so that a fact that is missing fails the act that causes the letter, not its delivery. */
export function composeMail<N extends LetterName>({ to, locale, letter, facts: values, lines }: Mail<N>): ComposedMail {
  const { facts, words }: { facts: Record<string, FactKind>; words: Record<MailLocale, Wording<string>> } = letters[letter];
  return { id: newId(), to: postalAddress(to), locale, letter, ...compose({ facts, words: words[locale], locale, values, lines }) };
}

/**
 * Puts a letter into the outbox within the caller's transaction: it goes out after COMMIT, and never if the act fails.
 * In a scoped transaction pass its `sql` (or `sqlIn(tx)`); outside one, `db.unscoped`. Links in letters are secrets: nothing reads them back.
 */
export async function queueMail<N extends LetterName>(sql: Sql, mail: Mail<N>): Promise<void> {
  const m = composeMail(mail);
  await sql('INSERT INTO outbox (id, to_address, locale, letter, subject, text, html) VALUES ($1::uuid, $2, $3, $4, $5, $6, $7)', [
    m.id,
    m.to,
    m.locale,
    m.letter,
    m.subject,
    m.text,
    m.html,
  ]);
}
