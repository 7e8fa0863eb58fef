import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const membersOf = () => ask(contract.people.members, {});
export const bodiesOf = () => ask(contract.people.bodies, {});
export const keysOf = () => ask(contract.people.keys, {});
export const settingsOf = () => ask(contract.people.organisation, {});

export const membersNeeds = () => [membersOf(), bodiesOf()];
export const bodiesNeeds = () => [bodiesOf()];
export const keysNeeds = () => [keysOf()];
export const settingsNeeds = () => [settingsOf(), membersOf()];
