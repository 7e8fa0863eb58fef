import type { RefusalCode } from '@servanda/contract';
import pg from 'pg';
import { refuse } from '../../platform/http/refusal.ts';

/** What the database alone can know where two act at once, in words that people understand. */
const refusalOf: Partial<Record<string, RefusalCode>> = {
  source_reader_is_new: 'wrong_state',
  source_reader_is_active: 'wrong_state',
  source_reader_is_named: 'not_found',
  source_writer_reads: 'wrong_state',
  source_keeps_a_reader: 'source_needs_reader',
  source_stands: 'wrong_state',
};

/** Refuses what a constraint of sources refused; throws everything else on. */
export function refuseConstraint(error: unknown): never {
  const code = error instanceof pg.DatabaseError ? refusalOf[error.constraint ?? ''] : undefined;
  if (code) refuse(code);
  throw error;
}
