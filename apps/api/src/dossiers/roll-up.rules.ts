import type { ElementState, LawVerdict, ObligationState, PracticeVerdict, Proof } from '@servanda/contract';
import { obligationsInOrder } from '../obligations/register.ts';

/** Best first. */
const lawOrder: readonly LawVerdict[] = ['compliant', 'largely_compliant', 'partially_compliant', 'non_compliant'];
/** Best first. `no_data` stands above `none`: that nobody has figures is not evidence that nothing is done. */
const practiceOrder: readonly PracticeVerdict[] = ['effective', 'substantial', 'limited', 'no_data', 'none'];
/** Strongest first. */
const proofOrder: readonly Proof[] = ['verified', 'evidenced', 'claimed', 'none'];

/** The weakest of the values, never a mean. */
const weakest = <T>(order: readonly T[], values: readonly T[]): T | undefined => order[Math.max(-1, ...values.map((value) => order.indexOf(value)))];

/**
 * One already at the very bottom decides, whatever else is not yet assessed; otherwise one not assessed leaves the
 * whole not assessed (null), and the weakest decides.
 */
export function rolledVerdict<T extends string>(order: readonly T[], verdicts: readonly (T | null)[]): T | null {
  const known = verdicts.filter((verdict) => verdict !== null);
  const bottom = order.at(-1);
  if (bottom !== undefined && known.includes(bottom)) return bottom;
  if (known.length < verdicts.length) return null;
  return weakest(order, known) ?? null;
}
export const rolledLaw = (verdicts: readonly (LawVerdict | null)[]) => rolledVerdict(lawOrder, verdicts);
export const rolledPractice = (verdicts: readonly (PracticeVerdict | null)[]) => rolledVerdict(practiceOrder, verdicts);
export const rolledProof = (proofs: readonly Proof[]): Proof => weakest(proofOrder, proofs) ?? 'none';

/** The 37 obligations from their 51 elements; only elements that apply count, and an obligation applies if any of them does. */
export function rollUp(elements: readonly ElementState[]): ObligationState[] {
  const byObligation = Map.groupBy(elements, (element) => element.obligation);
  return obligationsInOrder.map(({ code, article, ordinal, citation, title, section }) => {
    const own = byObligation.get(code) ?? [];
    const counted = own.filter((element) => element.applies);
    return {
      ...{ code, article, ordinal, citation, title, section },
      applies: counted.length > 0,
      law: rolledLaw(counted.map((element) => element.law)),
      practice: rolledPractice(counted.map((element) => element.practice)),
      lawProof: rolledProof(counted.map((element) => element.lawProof)),
      practiceProof: rolledProof(counted.map((element) => element.practiceProof)),
      elements: own,
    };
  });
}
