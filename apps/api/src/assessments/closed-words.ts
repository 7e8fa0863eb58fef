// Whether words stand in a text is an answer about the text: of a restricted piece it is given to whom the piece stands open, as the text itself is.
import type { Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { closedWordsSql } from './record.sql.ts';

/** `cited`: the pieces, and the columns of their passages as `recordSql` takes them. Refuses purpose_required; words that the newest judgement cites are carried on. */
export async function checkWordsAreOpen(sql: Sql, scope: Scope, place: { id: string; code: string }, cited: unknown[], at: Date): Promise<void> {
  const closed = await sql<{ place: number }>(closedWordsSql, [scope.organisation, place.id, place.code, ...cited, scope.person, scope.session, at]);
  if (!closed.length) return;
  const message = 'This piece is restricted: open it with a purpose before you quote from it';
  refuse('purpose_required', { fields: closed.map((one) => ({ path: `citations.${one.place}.passage`, code: 'purpose_required', message })) });
}
