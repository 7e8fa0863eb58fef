import type { ElementState, LawVerdict, ObligationState, PracticeVerdict, Proof } from '@servanda/contract';

const lawOrder: LawVerdict[] = ['compliant', 'largely_compliant', 'partially_compliant', 'non_compliant'];
/** `no_data` stands above `none`: that nobody has figures is not proof that nothing is done. */
const practiceOrder: PracticeVerdict[] = ['effective', 'substantial', 'limited', 'no_data', 'none'];
const proofOrder: Proof[] = ['none', 'claimed', 'evidenced', 'verified'];

/** The weakest decides, never a mean. One at the very bottom decides alone; else one not assessed leaves the whole not assessed. */
function weakest<V>(order: readonly V[], verdicts: (V | null)[]): V | null {
  const bottom = order.at(-1);
  if (bottom !== undefined && verdicts.includes(bottom)) return bottom;
  const places = verdicts.map((v) => (v === null ? -1 : order.indexOf(v)));
  return places.length === 0 || places.includes(-1) ? null : (order[Math.max(...places)] ?? null);
}
const weakestProof = (proofs: Proof[]): Proof => (proofs.length ? (proofOrder[Math.min(...proofs.map((p) => proofOrder.indexOf(p)))] ?? 'none') : 'none');

/** The state of an obligation from those of its elements; elements that do not apply have no say. */
export function rollUp(head: Pick<ObligationState, 'code' | 'article' | 'ordinal' | 'citation' | 'title' | 'section'>, elements: ElementState[]): ObligationState {
  const applying = elements.filter((e) => e.applies);
  return {
    ...head,
    applies: applying.length > 0,
    law: weakest(lawOrder, applying.map((e) => e.law)),
    practice: weakest(practiceOrder, applying.map((e) => e.practice)),
    lawProof: weakestProof(applying.map((e) => e.lawProof)),
    practiceProof: weakestProof(applying.map((e) => e.practiceProof)),
    elements,
  };
}
