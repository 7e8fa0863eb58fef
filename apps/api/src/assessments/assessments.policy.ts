import type { May, ReviewAct, ReviewStatus } from '@servanda/contract';
import { policy as people } from '../people/people.policy.ts';
import type { Scope } from '../platform/db/scope.ts';
import { statusAfter } from './assessments.rules.ts';

const yes: May = { allowed: true, because: null };
const no = (because: Exclude<May['because'], null>): May => ({ allowed: false, because });

/** The facts of a judgement that decide who may do what with it. */
export interface Judged {
  authorId: string;
  status: ReviewStatus;
  isLatest: boolean;
}

const following = (act: ReviewAct, judged: Judged): May => (statusAfter(act, judged) ? yes : no('state'));

/** The author submits his or her own work, the lead anybody's. */
function submit(who: Scope, judged: Judged): May {
  const may = people.recordAssessment(who);
  if (!may.allowed) return may;
  if (judged.authorId !== who.person && who.role !== 'lead') return no('role');
  return following('submit', judged);
}

/** Four eyes: who wrote a judgement never decides on it. */
function decide(act: 'accept' | 'return', who: Scope, judged: Judged): May {
  const may = people.review(who);
  if (!may.allowed) return may;
  if (judged.authorId === who.person) return no('own_work');
  return following(act, judged);
}

/** Who may do what with judgements; pure. The same answers are shown (`may`) and enforced. */
export const policy = {
  record: (who: Scope, element: { applies: boolean }): May => {
    const may = people.recordAssessment(who);
    return may.allowed && !element.applies ? no('not_applicable') : may;
  },
  review: (act: ReviewAct, who: Scope, judged: Judged): May => (act === 'submit' ? submit(who, judged) : decide(act, who, judged)),
};
