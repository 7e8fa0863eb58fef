import { contract, ElementCode, type RequestsShown } from '@servanda/contract';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { AddressPage, AddressText } from '../../platform/address-lists.ts';
import { ask } from '../../platform/queries.ts';

export const shows = ['mine', 'unfinished', 'overdue', 'all'] as const satisfies readonly RequestsShown[];
const Element = AddressText.pipe(ElementCode.optional().catch(undefined));
/** `ask`: the form of a new request is open · `of`: the element that it asks for. */
export const RequestsSearch = z.object({
  show: z.enum(shows).optional().catch(undefined),
  element: Element,
  page: AddressPage,
  ask: z.boolean().optional().catch(undefined),
  of: Element,
});
export type RequestsSearch = z.infer<typeof RequestsSearch>;

/** Requests on one page of the list. */
export const requestsSize = 50;

export const requestsOf = (id: string, { show = 'unfinished', element, page = 1, asOf }: Pick<RequestsSearch, 'show' | 'element' | 'page'> & AsOfSearch) =>
  ask(contract.evidence.requests, { params: { id }, query: { show, element, asOf, limit: requestsSize, offset: (page - 1) * requestsSize } });
export const requestsNeeds = (id: string, search: RequestsSearch & AsOfSearch) => [
  requestsOf(id, search),
  ask(contract.dossiers.get, seen(id, search.asOf)),
  ask(contract.obligations.list, {}),
  ask(contract.people.members, {}),
  ask(contract.people.bodies, {}),
];

/** Doors whose answers are out of date once a request is made or moved. */
export const outdatedByRequest = [contract.evidence.requests, contract.gaps.list, contract.dossiers.list] as const;
