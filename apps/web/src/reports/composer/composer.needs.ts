import { contract } from '@servanda/contract';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { ask } from '../../platform/queries.ts';

export const composedOf = (id: string) => ask(contract.reports.composed, { params: { id } });
export const composedNeeds = (id: string, { asOf }: AsOfSearch) => [composedOf(id), ask(contract.dossiers.get, seen(id, asOf))];

/** Which paragraphs are shown: all, those given to me, those whose record has changed, those that say nothing, those not agreed. */
export const shows = ['all', 'mine', 'outdated', 'silent', 'draft'] as const;
export const ComposerSearch = z.object({ show: z.enum(shows).optional().catch(undefined) });
export type ComposerSearch = z.infer<typeof ComposerSearch>;

export const workingOf = (id: string, report: string) => ask(contract.reports.working, { params: { id, report } });
export const composerNeeds = (id: string, report: string) => [workingOf(id, report), ask(contract.obligations.list, {})];
