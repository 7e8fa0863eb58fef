import { contract, ElementCode } from '@servanda/contract';
import { z } from 'zod';
import type { AsOfSearch } from '../dossiers/as-of.ts';
import { AddressText } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';
import { figuresOf } from './figures/figures.needs.ts';
import { provisionsOfLaw } from './laws/laws.needs.ts';
import { revisionsOf } from './text/text.needs.ts';

/** What the address of a piece may hold. `revise`: the form is open · `of`: the element for which it was added. */
export const PieceSearch = z.object({
  revise: z.boolean().optional().catch(undefined),
  of: AddressText.pipe(ElementCode.optional().catch(undefined)),
});

/** `isGuest`: of a coalition, to whom figures, twins and sources are shut. */
export const pieceNeeds = (id: string, evidence: string, { asOf }: AsOfSearch, isGuest: boolean) => [
  ask(contract.evidence.get, { params: { id, evidence }, query: { asOf } }),
  ask(contract.obligations.list, {}),
  revisionsOf(id, evidence, asOf),
  provisionsOfLaw(id, evidence, asOf),
  // What looks like it, and who told, is asked of today only.
  ...(isGuest ? [] : [figuresOf(id, evidence, asOf)]),
  ...(asOf || isGuest ? [] : [ask(contract.evidence.twins, { params: { id, evidence } }), ask(contract.evidence.sources, { params: { id, evidence } })]),
];
