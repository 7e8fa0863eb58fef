import { contract } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** Whose brief the address asks for: a person’s or a body’s; without either, my own. */
export const BriefSearch = z.object({
  person: z.uuid().optional().catch(undefined),
  body: z.uuid().optional().catch(undefined),
});
export type BriefSearch = z.infer<typeof BriefSearch>;

export const briefOf = ({ person, body }: BriefSearch) => ask(contract.reports.brief, { query: { person, body } });
export const briefNeeds = (search: BriefSearch) => [briefOf(search)];
