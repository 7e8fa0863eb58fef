import { contract, ElementCode } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** `element`: the one chosen; the obligation's first where none is named. `assess`: the form is open. */
export const ObligationSearch = z.object({ element: ElementCode.optional().catch(undefined), assess: z.boolean().optional().catch(undefined) });
export type ObligationSearch = z.infer<typeof ObligationSearch>;

export const obligationNeeds = (id: string, _code: string, _search: ObligationSearch) => [
  ask(contract.obligations.list, {}),
  ask(contract.dossiers.obligations, { params: { id } }),
];
