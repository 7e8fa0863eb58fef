import { contract } from '@servanda/contract';
import { ask } from '../platform/queries.ts';

export const reportsNeeds = (id: string) => [
  ask(contract.dossiers.get, { params: { id } }),
  ask(contract.gaps.coverage, { params: { id } }),
  ask(contract.obligations.list, {}),
];
