// How a request goes on. Pure: the same table shows what may be done and enforces it.
import type { May, RequestAct, RequestState } from '@servanda/contract';
import { policy as people } from '../../people/people.policy.ts';
import type { Scope } from '../../platform/db/scope.ts';

/** From which states an act may be done, and what it leads to. */
const ways: Record<RequestAct, { from: readonly RequestState[]; to: RequestState }> = {
  answer: { from: ['open', 'sent_back'], to: 'answered' },
  accept: { from: ['answered'], to: 'accepted' },
  send_back: { from: ['answered'], to: 'sent_back' },
  decline: { from: ['open', 'sent_back'], to: 'declined' },
  close: { from: ['open', 'sent_back', 'accepted', 'declined'], to: 'closed' },
};

/** How a request stands after its last act; none: nobody has done anything yet. */
export const stateAfter = (last: RequestAct | null): RequestState => (last === null ? 'open' : ways[last].to);

/** What of a request decides who may do what with it. */
export interface Standing {
  state: RequestState;
  askedBy: string;
  person: string | null;
  /** Whether the one who looks belongs to the body asked. */
  isWithin: boolean;
}
const isAsked = (who: Scope, { person, isWithin }: Standing) => person === who.person || isWithin;
const isAsker = (who: Scope, { askedBy }: Standing) => askedBy === who.person || who.role === 'lead';

/** Answering and declining is for whom it was asked of; the rest for the asker or a lead, but nobody accepts what he or she answered. */
export function mayStep(who: Scope, act: RequestAct, request: Standing, answeredBy: string | null): May {
  const may = people.addEvidence(who);
  if (!may.allowed) return may;
  const isHis = act === 'answer' || act === 'decline' ? isAsked(who, request) : isAsker(who, request);
  if (!isHis) return { allowed: false, because: 'role' };
  if (!ways[act].from.includes(request.state)) return { allowed: false, because: 'state' };
  if (act === 'accept' && answeredBy === who.person) return { allowed: false, because: 'own_work' };
  return { allowed: true, because: null };
}

/** It waits for this person: to answer, or to look at what was answered. */
export const isFor = (who: Scope, request: Standing): boolean =>
  request.state === 'answered' || request.state === 'declined'
    ? request.askedBy === who.person
    : (request.state === 'open' || request.state === 'sent_back') && isAsked(who, request);
