// Drafts by the armful, for whoever brings in a workbook.
import type { LawVerdict, PracticeVerdict } from '@servanda/contract';
import pg from 'pg';
import type { Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { draftsSql } from './drafts.sql.ts';

/** A judgement to be recorded as draft; `number` follows the newest that its writer saw. */
export interface Draft {
  id: string;
  code: string;
  number: number;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  asOf: string;
  periodFrom: string | null;
  periodTo: string | null;
  reasons: string;
  qualifierNote: string;
}

/** Two wrote at the same instant; the unique number let only one through. */
const overtaken = (error: unknown) => error instanceof pg.DatabaseError && error.constraint === 'assessment_number_once';

/** Records all of the drafts of one dossier in the transaction at hand, in the name of the asker. Refuses stale_version where an element has a newer judgement. */
export async function recordDrafts(sql: Sql, scope: Scope, dossier: string, drafts: readonly Draft[], at: Date): Promise<void> {
  if (!drafts.length) return;
  const author = [scope.person, scope.role, scope.body, at];
  const [done] = await sql<{ recorded: number }>(draftsSql, [scope.organisation, dossier, JSON.stringify(drafts), ...author]).catch((error: unknown) => {
    if (overtaken(error)) return refuse('stale_version');
    throw error;
  });
  if (done?.recorded !== drafts.length) refuse('stale_version');
}
