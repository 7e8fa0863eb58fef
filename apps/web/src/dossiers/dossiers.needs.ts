import { contract } from '@servanda/contract';
import { ask } from '../platform/queries.ts';

export const dossiersNeeds = () => [ask(contract.dossiers.list, { query: {} })];
export const dossierNeeds = (id: string) => [ask(contract.dossiers.get, { params: { id } })];
export const aboutNeeds = (id: string) => [
  ask(contract.dossiers.get, { params: { id } }),
  ask(contract.dossiers.obligations, { params: { id } }),
  ask(contract.treaties.treaty, {}),
];
