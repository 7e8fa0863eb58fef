import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const organisationsNeeds = () => [ask(contract.people.organisations, {})];
export const instanceNeeds = () => [ask(contract.people.instance, {})];
