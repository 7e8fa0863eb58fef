// An anchor of the government's journal, for the suite of isolation.
import type pg from 'pg';
import type { Scope } from '../src/platform/db/scope.ts';

export async function plantJournal(superuser: pg.Client, { organisation }: Scope): Promise<void> {
  await superuser.query("INSERT INTO journal_key (id, spki) VALUES (left(encode(sha256('key'), 'hex'), 32), 'key')");
  await superuser.query(
    `INSERT INTO journal_anchor SELECT organisation_id, 1, seq, hash, at_us, left(encode(sha256('key'), 'hex'), 32), '', decode(repeat('00', 64), 'hex')
     FROM journal_entry WHERE organisation_id = $1 AND seq = 1`,
    [organisation],
  );
}
