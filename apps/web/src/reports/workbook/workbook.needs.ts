import { contract } from '@servanda/contract';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';

export const workbookNeeds = (id: string, { asOf }: AsOfSearch) => [ask(contract.dossiers.get, seen(id, asOf))];
