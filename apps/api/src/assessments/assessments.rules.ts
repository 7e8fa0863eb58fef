import type { Assessment, LawVerdict, PracticeVerdict, ReviewAct, ReviewStatus } from '@servanda/contract';

/**
 * From which status each act leads to which: draft → submitted → accepted or returned. Accepted and returned
 * are ends; what follows them is a new judgement. Null: the act does not follow.
 */
const steps: Record<ReviewAct, Record<ReviewStatus, ReviewStatus | null>> = {
  submit: { draft: 'submitted', submitted: null, accepted: null, returned: null },
  accept: { draft: null, submitted: 'accepted', accepted: null, returned: null },
  return: { draft: null, submitted: 'returned', accepted: null, returned: null },
};

/** The status after an act, or null where the act does not follow. Only the newest judgement moves. */
export const statusAfter = (act: ReviewAct, now: { status: ReviewStatus; isLatest: boolean }): ReviewStatus | null =>
  now.isLatest ? steps[act][now.status] : null;

/** A judgement as it counts in coverage. */
export interface Standing {
  id: string;
  number: number;
  isAccepted: boolean;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  asOf: string;
  /** The moment from which it counts. */
  since: Date;
}

/**
 * Which judgement counts after an act on `judged`: the last accepted one, else the last submitted one.
 * A submitted one never pushes out an accepted one; a returned one that counted stops counting.
 */
export function standingAfter(act: ReviewAct, standing: Standing | null, judged: Omit<Standing, 'isAccepted' | 'since'>, at: Date): Standing | null {
  const isThis = standing?.id === judged.id;
  if (act === 'return') return isThis ? null : standing;
  if (act === 'submit') return standing?.isAccepted ? standing : { ...judged, isAccepted: false, since: at };
  return { ...judged, isAccepted: true, since: isThis ? standing.since : at };
}

type Compared = Pick<Assessment, 'law' | 'practice' | 'asOf' | 'periodFrom' | 'periodTo' | 'reasons' | 'qualifierNote' | 'wordingSha256'> & {
  citations: Pick<Assessment['citations'][number], 'evidence' | 'pinpoint' | 'stance'>[];
};
const cited = (a: Compared) =>
  a.citations
    .map((c) => JSON.stringify([c.evidence, c.pinpoint, c.stance]))
    .sort()
    .join('\n');

/** What differs from the judgement before it; nothing for the first one. The order of citations does not count. */
export function changedSince(before: Compared | undefined, now: Compared): Assessment['changed'] {
  if (!before) return [];
  const differs: Record<Assessment['changed'][number], boolean> = {
    law: before.law !== now.law,
    practice: before.practice !== now.practice,
    asOf: before.asOf !== now.asOf,
    period: before.periodFrom !== now.periodFrom || before.periodTo !== now.periodTo,
    reasons: before.reasons !== now.reasons,
    qualifierNote: before.qualifierNote !== now.qualifierNote,
    citations: cited(before) !== cited(now),
    wording: before.wordingSha256 !== now.wordingSha256,
  };
  const order: Assessment['changed'] = ['law', 'practice', 'asOf', 'period', 'reasons', 'qualifierNote', 'citations', 'wording'];
  return order.filter((part) => differs[part]);
}
