import { contract } from '@servanda/contract';
import { ask, type Need } from '../../platform/queries.ts';

export const identitiesNeeds = (): Need[] => [ask(contract.people.identities, {})];
export const signInRuleNeeds = (): Need[] => [ask(contract.people.signInRule, {})];
