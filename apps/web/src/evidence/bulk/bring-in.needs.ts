import { contract } from '@servanda/contract';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';

export const ways = ['files', 'list'] as const;
/** What the address may hold. `by`: files, or a list. */
export const BringInSearch = z.object({ by: z.enum(ways).optional().catch(undefined) });

export const bringInNeeds = (id: string, { asOf }: AsOfSearch) => [ask(contract.dossiers.get, seen(id, asOf))];
