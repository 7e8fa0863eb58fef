import { contract, Lane } from '@servanda/contract';
import { z } from 'zod';
import { ask } from '../platform/queries.ts';

/** `lane`: which of the two coverage is shown · `pane`: what a narrow screen shows. */
export const DashboardSearch = z.object({
  lane: Lane.optional().catch(undefined),
  pane: z.enum(['text', 'coverage', 'next']).optional().catch(undefined),
});

export const dashboardNeeds = (id: string) => [
  ask(contract.treaties.provisions, {}),
  ask(contract.obligations.list, {}),
  ask(contract.dossiers.obligations, { params: { id } }),
  ask(contract.gaps.coverage, { params: { id } }),
  ask(contract.gaps.list, { params: { id }, query: { limit: 100 } }),
];
