import { contract, GapKind, Lane, NextStep } from '@servanda/contract';
import { z } from 'zod';
import type { AsOfSearch } from '../dossiers/as-of.ts';
import { answererNeeds, answererSearch } from '../dossiers/use-answerers.ts';
import { AddressPage, addressList } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';

const sorts = ['priority', 'element', 'kind', 'since', 'section'] as const;
export type GapSort = (typeof sorts)[number];

/** What the address of the gap list may hold. Lists are joined by commas: `kind=returned,not_assessed`. */
export const GapsSearch = z.object({
  kind: addressList(GapKind),
  lane: Lane.optional().catch(undefined),
  article: addressList(z.string().regex(/^([1-9]|1[0-2])$/)),
  section: addressList(z.string().max(8)),
  next: addressList(NextStep),
  ...answererSearch,
  sort: z.enum(sorts).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: AddressPage,
});
export type GapsSearch = z.infer<typeof GapsSearch>;

/** Gaps on one page of the list. */
export const gapsSize = 50;

/** The gap list as the address asks for it. */
export const gapsOf = (id: string, { sort = 'priority', direction = 'asc', page = 1, mine, ...filters }: GapsSearch & AsOfSearch) =>
  ask(contract.gaps.list, {
    params: { id },
    query: { ...filters, mine: mine ? 'true' : undefined, sort, direction, limit: gapsSize, offset: (page - 1) * gapsSize },
  });

export const gapsNeeds = (id: string, search: GapsSearch & AsOfSearch) => [gapsOf(id, search), ask(contract.obligations.list, {}), ...answererNeeds()];

/** The choices that leave gaps out. */
export const gapFilters = ['kind', 'lane', 'article', 'section', 'next', 'body', 'owner', 'mine'] as const;
export const isNarrowed = (search: GapsSearch): boolean => gapFilters.some((name) => search[name]);
