import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const accountNeeds = () => [ask(contract.people.sessions, {})];
