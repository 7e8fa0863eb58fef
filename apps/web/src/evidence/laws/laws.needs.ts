import { contract, ElementCode, Id } from '@servanda/contract';
import { z } from 'zod';
import type { AsOfSearch } from '../../dossiers/as-of.ts';
import { AddressPage, AddressText } from '../../platform/address-lists.ts';
import { ask } from '../../platform/queries.ts';

/** Articles that a correlation table is about unless others are asked for. */
export const mainArticles = { from: 3, to: 7 } as const;
const ArticleNumber = z.number().int().min(1).max(12).optional().catch(undefined);

/**
 * What the address of the transposition table may hold. `from`, `to`: articles of the treaty · `on`: the day on which force is looked at
 * · `add`: the form of a new provision is open, `of`: for this element · `provision` with `act`: what is being done to one.
 */
export const LawsSearch = z.object({
  view: z.enum(['laws']).optional().catch(undefined),
  from: ArticleNumber,
  to: ArticleNumber,
  on: z.iso.date().optional().catch(undefined),
  texts: z.boolean().optional().catch(undefined),
  law: Id.optional().catch(undefined),
  q: AddressText,
  withdrawn: z.boolean().optional().catch(undefined),
  page: AddressPage,
  add: z.boolean().optional().catch(undefined),
  of: AddressText.pipe(ElementCode.optional().catch(undefined)),
  provision: Id.optional().catch(undefined),
  act: z.enum(['corrected', 'amended', 'withdraw', 'history']).optional().catch(undefined),
});
export type LawsSearch = z.infer<typeof LawsSearch>;

/** Provisions on one page of the view by law. */
export const provisionsSize = 100;

export const correlationOf = (id: string, { from = mainArticles.from, to = mainArticles.to, on, asOf }: LawsSearch & AsOfSearch) =>
  ask(contract.evidence.correlation, { params: { id }, query: { from, to: Math.max(from, to), on, asOf } });
export const provisionsOf = (id: string, { law, q, on, withdrawn, page = 1, asOf }: LawsSearch & AsOfSearch) =>
  ask(contract.evidence.nationalProvisions, {
    params: { id },
    query: { law, q, on, asOf, state: withdrawn ? 'withdrawn' : 'standing', limit: provisionsSize, offset: (page - 1) * provisionsSize },
  });
/** The laws of the library on which provisions may hang. */
export const lawsOf = (id: string, asOf: string | undefined) =>
  ask(contract.evidence.list, { params: { id }, query: { kind: ['law'], sort: 'title', direction: 'asc', limit: 100, asOf } });
/** The provisions that serve one element. */
export const provisionsForElement = (id: string, element: string, asOf: string | undefined) =>
  ask(contract.evidence.nationalProvisions, { params: { id }, query: { element, limit: 100, asOf } });
/** The provisions of one law. */
export const provisionsOfLaw = (id: string, law: string, asOf: string | undefined) =>
  ask(contract.evidence.nationalProvisions, { params: { id }, query: { law, limit: 100, asOf } });

export const lawsNeeds = (id: string, search: LawsSearch & AsOfSearch) => [
  search.view === 'laws' ? provisionsOf(id, search) : correlationOf(id, search),
  lawsOf(id, search.asOf),
  ask(contract.obligations.list, {}),
  ask(contract.treaties.treaty, {}),
];
