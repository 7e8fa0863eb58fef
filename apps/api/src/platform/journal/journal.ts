import type { JournalAct } from '@servanda/contract';
import type { Database, Sql, Tx } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';

/** What was done to what, with the facts before and after; personal data by reference only. */
export interface Entry {
  act: JournalAct;
  subject: string;
  subjectId: string;
  data?: { before?: unknown; after?: unknown; [fact: string]: unknown };
}

/**
 * Writes the journal entry of a write, as the last statement of its transaction: the chain's head stays
 * locked until COMMIT. Who, in what role, from which session or key are taken from the transaction's scope by a trigger.
 */
export const journal = (tx: Tx, scope: Scope, entry: Entry) =>
  tx.$executeRaw`INSERT INTO journal_entry (organisation_id, act, subject, subject_id, data)
    VALUES (${scope.organisation}::uuid, ${entry.act}, ${entry.subject}, ${entry.subjectId}, ${JSON.stringify(entry.data ?? {})}::jsonb)`;

/** The same on the pg driver. */
export const journalHot = (sql: Sql, scope: Scope, entry: Entry) =>
  sql(`INSERT INTO journal_entry (organisation_id, act, subject, subject_id, data) VALUES ($1, $2, $3, $4, $5)`, [
    scope.organisation,
    entry.act,
    entry.subject,
    entry.subjectId,
    JSON.stringify(entry.data ?? {}),
  ]);

/** An entry for what changed nothing but must be known: an export, a refusal. It stands in a transaction of its own. */
export const journalAlone = (db: Database, scope: Scope, entry: Entry): Promise<unknown> => db.hotWrite(scope, (sql) => journalHot(sql, scope, entry));
