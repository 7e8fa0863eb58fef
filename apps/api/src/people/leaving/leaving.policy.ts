import { contract, type May } from '@servanda/contract';
import { policy as allowance } from '../allowance.policy.ts';

type Who = Parameters<typeof allowance.mayUse>[1];
const { exportOrganisation, askLeaving, takeBackLeaving } = contract.people;
const inState = (may: May, isRight: boolean): May => (may.allowed && !isRight ? { allowed: false, because: 'state' } : may);

/** Who may take the data along, ask for the deletion, take it back; pure. */
export const policy = {
  export: (who: Who): May => allowance.mayUse(exportOrganisation, who),
  ask: (who: Who, isAsked: boolean): May => inState(allowance.mayUse(askLeaving, who), !isAsked),
  takeBack: (who: Who, isAsked: boolean): May => inState(allowance.mayUse(takeBackLeaving, who), isAsked),
};
