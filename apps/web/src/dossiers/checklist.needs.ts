import { contract } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** What the address of the checklist may hold. */
export const ChecklistSearch = z.object({});
export type ChecklistSearch = z.infer<typeof ChecklistSearch>;

export const checklistNeeds = (id: string, _search: ChecklistSearch) => [ask(contract.dossiers.obligations, { params: { id } })];
