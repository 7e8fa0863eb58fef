import { contract } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** What the address of the gap list may hold. */
export const GapsSearch = z.object({});
export type GapsSearch = z.infer<typeof GapsSearch>;

export const gapsNeeds = (id: string, _search: GapsSearch) => [ask(contract.gaps.list, { params: { id }, query: {} })];
