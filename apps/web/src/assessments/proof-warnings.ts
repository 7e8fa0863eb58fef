import type { Lane } from '@servanda/contract';
import { type Cited, isMet, type Proposed, provingIn } from './coverage-after.ts';

export type ProofWarning = 'law_unproven' | 'law_out_of_date' | 'practice_unproven' | 'practice_out_of_date' | 'practice_law_only';

function warningIn(lane: Lane, cited: readonly Cited[]): ProofWarning {
  const supporting = cited.filter(({ stance }) => stance === 'supports');
  if (supporting.length === 0) return `${lane}_unproven`;
  if (lane === 'practice' && supporting.every(({ kind }) => kind === 'law' || kind === 'agreement')) return 'practice_law_only';
  return `${lane}_out_of_date`;
}

/** Where a verdict of met would count as claimed only, and why. It never blocks: to claim is allowed. */
export const proofWarnings = (proposed: Pick<Proposed, 'law' | 'practice' | 'cited'>): ProofWarning[] =>
  (['law', 'practice'] as const)
    .filter((lane) => isMet(lane, proposed) && provingIn(lane, proposed.cited).length === 0)
    .map((lane) => warningIn(lane, proposed.cited));
