import { contract } from '@servanda/contract';
import { ask } from '../../platform/queries.ts';

export const coalitionOf = (dossier: string) => ask(contract.dossiers.coalition, { params: { id: dossier } });
export const sharedDossiers = () => ask(contract.dossiers.coalitions, {});
/** The newest releases on a State, by which it is known who publishes on it. */
export const publishersOn = (state: string) => ask(contract.publications.releases, { query: { state, limit: 100 } });
