import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const coalitionOf = (dossier: string) => ask(contract.dossiers.coalition, { params: { id: dossier } });
export const sharedDossiers = () => ask(contract.dossiers.coalitions, {});
