import { contract } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** What the address of the library may hold. */
export const LibrarySearch = z.object({ q: z.string().optional().catch(undefined) });
export type LibrarySearch = z.infer<typeof LibrarySearch>;

export const libraryNeeds = (id: string, search: LibrarySearch) => [ask(contract.evidence.list, { params: { id }, query: { q: search.q } })];
