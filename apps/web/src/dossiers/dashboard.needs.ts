import { contract, Lane } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';
import { type AsOfSearch, seen } from './as-of.ts';
import { requestsWaiting } from './dashboard/requests-waiting.tsx';

/** `lane`: which of the two coverages is shown, and whose proof stands in the margin · `pane`: what a narrow screen shows · `table`: numbers for bars. */
export const DashboardSearch = z.object({
  lane: Lane.optional().catch(undefined),
  pane: z.enum(['coverage', 'next']).optional().catch(undefined),
  table: z.boolean().optional().catch(undefined),
});

/** The whole gap list: 51 elements have at most two pages of gaps. */
export const gapPages = (id: string, asOf: string | undefined) =>
  [0, 100].map((offset) => ask(contract.gaps.list, { params: { id }, query: { limit: 100, offset, asOf } }));

export const dashboardNeeds = (id: string, { asOf }: AsOfSearch) => [
  ask(contract.treaties.treaty, {}),
  ask(contract.treaties.provisions, {}),
  ask(contract.obligations.list, {}),
  ask(contract.dossiers.obligations, seen(id, asOf)),
  ask(contract.gaps.coverage, seen(id, asOf)),
  ...gapPages(id, asOf),
  requestsWaiting(id, asOf),
];
