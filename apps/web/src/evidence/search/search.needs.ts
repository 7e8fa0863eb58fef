import { Confidentiality, contract, ElementCode, EvidenceKind, OriginatorKind, SearchWords } from '@servanda/contract';
import { z } from 'zod';
import { AddressPage, AddressText, addressList } from '../../platform/address-lists.ts';
import { ask } from '../../platform/queries.ts';

const day = AddressText.pipe(z.iso.date().optional().catch(undefined));
/** What the address of a search may hold. */
export const SearchSearch = z.object({
  q: AddressText,
  kind: addressList(EvidenceKind),
  originatorKind: addressList(OriginatorKind),
  /** Names as they are written: a name may hold a comma. */
  originator: z.array(z.string().min(1).max(200)).min(1).max(20).optional().catch(undefined),
  confidentiality: addressList(Confidentiality),
  language: addressList(z.string().regex(/^[a-z]{2,3}$/)),
  element: AddressText.pipe(ElementCode.optional().catch(undefined)),
  from: day,
  to: day,
  page: AddressPage,
});
export type SearchSearch = z.infer<typeof SearchSearch>;

/** Pieces and elements on one page of what was found. */
export const foundSize = 20;
export const canBeAsked = (q: string | undefined): q is string => Boolean(q?.trim()) && SearchWords.safeParse(q).success;
/** The search as the address asks for it. */
export const searchOf = (id: string, q: string, { page = 1, q: _, from, to, ...filters }: SearchSearch) =>
  ask(contract.evidence.search, {
    params: { id },
    // A period that ends before it begins is no period.
    query: { q, ...filters, ...(from && to && from > to ? {} : { from, to }), limit: foundSize, offset: (page - 1) * foundSize },
  });
export const searchNeeds = () => [ask(contract.obligations.list, {})];
