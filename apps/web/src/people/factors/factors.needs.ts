import { contract } from '@servanda/contract';
import { ask, type Need } from '../../platform/queries.ts';

export const factorsNeeds = (): Need[] => [ask(contract.people.factors, {})];
