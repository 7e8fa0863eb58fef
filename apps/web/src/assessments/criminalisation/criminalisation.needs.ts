import { contract } from '@servanda/contract';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';

export const criminalisationOf = (id: string, asOf: string | undefined) => ask(contract.assessments.criminalisation, seen(id, asOf));
export const dossierOf = (id: string, asOf: string | undefined) => ask(contract.dossiers.get, seen(id, asOf));
/** National provisions that a cell may name. */
export const provisionsToName = (id: string) => ask(contract.evidence.nationalProvisions, { params: { id }, query: { limit: 100 } });

export const criminalisationNeeds = (id: string, { asOf }: AsOfSearch) => [criminalisationOf(id, asOf), dossierOf(id, asOf)];
