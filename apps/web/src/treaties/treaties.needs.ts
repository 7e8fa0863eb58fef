import { contract } from '@servanda/contract';
import { z } from 'zod';
import { AddressText } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';

export const stateColumns = ['name', 'depositedOn', 'entryIntoForceOn', 'initialReportDueOn'] as const;
export type StateColumn = (typeof stateColumns)[number];

/** What the address of the list of States may hold. */
export const StatesSearch = z.object({
  q: AddressText,
  status: z.enum(['party', 'signatory']).optional().catch(undefined),
  sort: z.enum(stateColumns).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type StatesSearch = z.infer<typeof StatesSearch>;

export const textNeeds = () => [ask(contract.treaties.treaty, {}), ask(contract.treaties.provisions, {}), ask(contract.obligations.list, {})];
export const statesNeeds = () => [ask(contract.treaties.states, {})];
export const stateNeeds = (iso3: string) => [ask(contract.treaties.state, { params: { iso3 } })];
