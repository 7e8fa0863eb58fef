import { contract, Lane } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** `lane`: which of the two coverages is shown, and whose proof stands in the margin · `pane`: what a narrow screen shows · `table`: numbers for bars. */
export const DashboardSearch = z.object({
  lane: Lane.optional().catch(undefined),
  pane: z.enum(['coverage', 'next']).optional().catch(undefined),
  table: z.boolean().optional().catch(undefined),
});

/** The whole gap list: 51 elements have at most two pages of gaps. */
export const gapPages = (id: string) => [0, 100].map((offset) => ask(contract.gaps.list, { params: { id }, query: { limit: 100, offset } }));

export const dashboardNeeds = (id: string) => [
  ask(contract.treaties.treaty, {}),
  ask(contract.treaties.provisions, {}),
  ask(contract.obligations.list, {}),
  ask(contract.dossiers.obligations, { params: { id } }),
  ask(contract.gaps.coverage, { params: { id } }),
  ...gapPages(id),
];
