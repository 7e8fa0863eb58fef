import { contract } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

export const StatesSearch = z.object({
  q: z.string().optional().catch(undefined),
  status: z.enum(['party', 'signatory']).optional().catch(undefined),
  sort: z.enum(['name', 'depositedOn', 'entryIntoForceOn', 'initialReportDueOn']).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
});

export const textNeeds = () => [ask(contract.treaties.treaty, {}), ask(contract.treaties.provisions, {}), ask(contract.obligations.list, {})];
export const statesNeeds = () => [ask(contract.treaties.states, {})];
export const stateNeeds = (iso3: string) => [ask(contract.treaties.state, { params: { iso3 } })];
