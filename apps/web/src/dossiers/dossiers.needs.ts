import { contract } from '@servanda/contract';
import { ask } from '../platform/queries.ts';
import { type AsOfSearch, seen } from './as-of.ts';
import { sharedDossiers } from './coalition/coalition.needs.ts';

export const dossiersNeeds = () => [ask(contract.dossiers.list, { query: {} }), sharedDossiers()];
export const openNeeds = () => [ask(contract.treaties.states, {}), ask(contract.treaties.treaty, {}), ask(contract.people.members, {})];
export const dossierNeeds = (id: string, { asOf }: AsOfSearch) => [ask(contract.dossiers.get, seen(id, asOf))];
export const aboutNeeds = (id: string, { asOf }: AsOfSearch) => [
  ask(contract.dossiers.get, seen(id, asOf)),
  ask(contract.dossiers.obligations, seen(id, asOf)),
  ask(contract.treaties.treaty, {}),
];
