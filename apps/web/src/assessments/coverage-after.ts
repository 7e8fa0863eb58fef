// What a judgement would do to the coverage of its article, by the rules that the API counts with.
import type { ElementState, EvidenceKind, Lane, LawVerdict, PracticeVerdict, Proof, Stance, Tally } from '@servanda/contract';

/** A cited piece as it counts: `isCurrent` if it is not withdrawn, in force and not out of date. */
export interface Cited {
  kind: EvidenceKind;
  stance: Stance;
  isCurrent: boolean;
}

export interface Proposed {
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  cited: readonly Cited[];
  isAccepted: boolean;
}

/** Kinds that say what ought to be, and so never prove what is done. */
const isNormOnly = ({ kind }: Cited) => kind === 'law' || kind === 'agreement';

/** The cited pieces that prove a lane: supporting, current and, in practice, more than a norm. */
export const provingIn = (lane: Lane, cited: readonly Cited[]): Cited[] =>
  cited.filter((piece) => piece.stance === 'supports' && piece.isCurrent && (lane === 'law' || !isNormOnly(piece)));

export const isMet = (lane: Lane, { law, practice }: Pick<Proposed, 'law' | 'practice'>): boolean =>
  lane === 'law' ? law === 'compliant' : practice === 'effective';

export function proofOf(lane: Lane, proposed: Proposed): Proof {
  if (!isMet(lane, proposed)) return 'none';
  if (provingIn(lane, proposed.cited).length === 0) return 'claimed';
  return proposed.isAccepted ? 'verified' : 'evidenced';
}

type Counted = Pick<ElementState, 'code' | 'applies' | 'law' | 'practice' | 'lawProof' | 'practiceProof'>;
const proofIn = (lane: Lane, state: Counted): Proof => (lane === 'law' ? state.lawProof : state.practiceProof);

/** Claimed ⊃ evidenced ⊃ verified over the elements that apply. */
export function tallyOf(lane: Lane, states: readonly Counted[]): Tally {
  const counted = states.filter(({ applies }) => applies);
  const proven = (...proofs: Proof[]) => counted.filter((state) => proofs.includes(proofIn(lane, state))).length;
  return {
    applicable: counted.length,
    assessed: counted.filter((state) => state[lane] !== null).length,
    claimed: proven('claimed', 'evidenced', 'verified'),
    evidenced: proven('evidenced', 'verified'),
    verified: proven('verified'),
  };
}

/** The tally of an article's elements before and after one of them is judged anew. */
export function coverageAfter(lane: Lane, states: readonly Counted[], code: string, proposed: Proposed): { before: Tally; after: Tally } {
  const { law, practice } = proposed;
  const judged = states.map((state) =>
    state.code === code ? { ...state, law, practice, lawProof: proofOf('law', proposed), practiceProof: proofOf('practice', proposed) } : state,
  );
  return { before: tallyOf(lane, states), after: tallyOf(lane, judged) };
}
