import { contract, type May } from '@servanda/contract';
import { policy as allowance } from '../../people/allowance.policy.ts';

type Who = Parameters<typeof allowance.mayUse>[1];
/** Templates and the looks of documents are for the lead to choose; pure. */
export const policy = {
  change: (who: Who): May => allowance.mayUse(contract.reports.addTemplate, who),
};
