import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const leavingNeeds = () => [ask(contract.people.leaving, {})];
