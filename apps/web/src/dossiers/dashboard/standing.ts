import type { ElementState, Gap, ObligationState, Proof } from '@servanda/contract';

/** Where one run of words stands: an element, or an obligation rolled up from its elements. */
export interface Standing {
  kind: 'element' | 'obligation';
  obligation: string;
  /** The element to open; the first of the obligation for a shared beginning. */
  element: string | null;
  citation: string;
  title: string;
  applies: boolean;
  law: ElementState['law'];
  practice: ElementState['practice'];
  proof: { law: Proof; practice: Proof };
  supports: number;
  contradicts: number;
  outOfDate: number;
  elements: number;
  author: string | null;
  recordedAt: string | null;
  next: Gap['next'] | null;
}

const sum = (states: readonly ElementState[], key: 'supports' | 'contradicts' | 'outOfDate') => states.reduce((total, state) => total + state[key], 0);

/** Standings by what a run may stand for: an element's code, or `8.1 whole` for an obligation's shared beginning. */
export function standingsOf(obligations: readonly ObligationState[], gaps: readonly Gap[]): ReadonlyMap<string, Standing> {
  // The list comes most pressing first, so the first gap of an element is the next step out of it.
  const next = new Map(gaps.toReversed().map((gap) => [gap.element, gap.next]));
  const nextOf = new Map(gaps.toReversed().map((gap) => [gap.obligation, gap.next]));
  return new Map<string, Standing>(
    obligations.flatMap((whole): [string, Standing][] => [
      [`${whole.code} whole`, { ...ofObligation(whole), next: nextOf.get(whole.code) ?? null }],
      ...whole.elements.map((state) => [state.code, { ...ofElement(state), next: next.get(state.code) ?? null }] satisfies [string, Standing]),
    ]),
  );
}

const ofElement = (state: ElementState) => ({
  ...state,
  kind: 'element' as const,
  element: state.code,
  proof: { law: state.lawProof, practice: state.practiceProof },
  elements: 1,
});

const ofObligation = (whole: ObligationState) => ({
  ...whole,
  kind: 'obligation' as const,
  obligation: whole.code,
  element: null,
  proof: { law: whole.lawProof, practice: whole.practiceProof },
  supports: sum(whole.elements, 'supports'),
  contradicts: sum(whole.elements, 'contradicts'),
  outOfDate: sum(whole.elements, 'outOfDate'),
  elements: whole.elements.length,
  author: null,
  recordedAt: null,
});
