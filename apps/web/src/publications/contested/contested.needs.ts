import { contract, ElementCode } from '@servanda/contract';
import { z } from 'zod';
import { AddressText } from '../../platform/address-lists.ts';
import { ask } from '../../platform/queries.ts';

const id = z.uuid().optional().catch(undefined);
/** What stands open in the address: a reply to a release (or within a thread), a request for evidence, or an answer to one. */
export const ContestedSearch = z.object({
  act: z.enum(['reply', 'ask', 'answer']).optional().catch(undefined),
  release: id,
  element: AddressText.pipe(ElementCode.optional().catch(undefined)),
  parent: id,
  request: id,
});
export type ContestedSearch = z.infer<typeof ContestedSearch>;
export const contestedOf = (dossier: string) => ask(contract.publications.contested, { params: { id: dossier } });
export const contestedNeeds = (dossier: string) => [contestedOf(dossier), ask(contract.publications.rule, {})];

/** The way in from a public page: what to say, of what, on which State. */
export const SaySearch = ContestedSearch.pick({ act: true, release: true, element: true }).extend({
  state: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
});
export const dossiersOn = (iso3: string) => ask(contract.dossiers.list, { query: { iso3 } });
/** The newest releases on a State, by which it is known whose the one in question is. */
export const releasesOn = (state: string) => ask(contract.publications.releases, { query: { state, limit: 100 } });
export const sayNeeds = ({ state }: z.infer<typeof SaySearch>) => (state ? [dossiersOn(state), releasesOn(state), ask(contract.obligations.list, {})] : []);
