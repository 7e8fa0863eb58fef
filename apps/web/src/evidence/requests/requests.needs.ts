import { contract } from '@servanda/contract';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';

export const shows = ['mine', 'unfinished', 'all'] as const;
export const RequestsSearch = z.object({ show: z.enum(shows).optional().catch(undefined) });
export type RequestsSearch = z.infer<typeof RequestsSearch>;

export const requestsOf = (id: string, { show = 'unfinished' }: RequestsSearch) =>
  ask(contract.evidence.requests, { params: { id }, query: { show, limit: 100, offset: 0 } });
export const requestsNeeds = (id: string, search: RequestsSearch & AsOfSearch) => [
  requestsOf(id, search),
  ask(contract.dossiers.get, seen(id, search.asOf)),
  ask(contract.obligations.list, {}),
  ask(contract.people.members, {}),
  ask(contract.people.bodies, {}),
];
