import { Confidentiality, contract, ElementCode, EvidenceKind } from '@servanda/contract';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../dossiers/as-of.ts';
import { AddressPage, AddressText, addressList } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';

export const libraryStates = ['in_date', 'out_of_date', 'uncited', 'identity_undecided', 'withdrawn'] as const;
const sorts = ['title', 'datedOn', 'addedAt', 'kind'] as const;
export type LibrarySort = (typeof sorts)[number];

/** What the address of the library may hold. `add`: the form is open · `of`: the element for which evidence is sought. */
export const LibrarySearch = z.object({
  q: AddressText,
  kind: addressList(EvidenceKind),
  confidentiality: addressList(Confidentiality),
  language: addressList(z.string().regex(/^[a-z]{2,3}$/)),
  element: AddressText.pipe(ElementCode.optional().catch(undefined)),
  state: z.enum(libraryStates).optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: AddressPage,
  add: z.boolean().optional().catch(undefined),
  of: AddressText.pipe(ElementCode.optional().catch(undefined)),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;

/** Pieces on one page of the library. */
export const librarySize = 50;

/** The library as the address asks for it. */
export const libraryOf = (
  id: string,
  { q, kind, confidentiality, language, element, state, sort = 'addedAt', direction, page = 1, asOf }: LibrarySearch & AsOfSearch,
) =>
  ask(contract.evidence.list, {
    params: { id },
    query: {
      ...{ q, kind, confidentiality, language, element, state, sort, asOf },
      direction: direction ?? (sort === 'addedAt' || sort === 'datedOn' ? 'desc' : 'asc'),
      limit: librarySize,
      offset: (page - 1) * librarySize,
    },
  });

export const libraryNeeds = (id: string, search: LibrarySearch & AsOfSearch) => [
  libraryOf(id, search),
  ask(contract.dossiers.get, seen(id, search.asOf)),
  ask(contract.obligations.list, {}),
];
