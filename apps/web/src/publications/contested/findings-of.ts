// What a statement was refused for: what in its text may identify somebody.
import { type ReleaseFinding, StatementFindings } from '@servanda/contract';
import { Refused } from '../../platform/api.ts';

export function findingsOf(error: unknown): ReleaseFinding[] {
  if (!(error instanceof Refused) || error.problem.code !== 'identity_unconfirmed') return [];
  return StatementFindings.safeParse(error.problem.current).data?.findings ?? [];
}
