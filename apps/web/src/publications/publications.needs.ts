import { contract } from '@servanda/contract';
import { z } from 'zod';
import { AddressPage } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';

export const PublicationsSearch = z.object({ page: AddressPage });
/** Releases on one page of the list. */
export const releasesSize = 20;
export const releasesOf = (id: string, page = 1) =>
  ask(contract.publications.list, { params: { id }, query: { limit: releasesSize, offset: (page - 1) * releasesSize } });
export const publicationsNeeds = (id: string, { page }: z.infer<typeof PublicationsSearch>) => [releasesOf(id, page), ask(contract.publications.rule, {})];

/** `corrects`: the release that an erratum is for. */
export const PrepareSearch = z.object({ corrects: z.uuid().optional().catch(undefined) });
export const prepareNeeds = (id: string) => [releasesOf(id)];

export const proposalOf = (id: string, proposal: string) => ask(contract.publications.proposal, { params: { id, proposal } });
export const proposalNeeds = (id: string, proposal: string) => [releasesOf(id), proposalOf(id, proposal)];
