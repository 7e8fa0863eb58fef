import { contract, GapKind, LawVerdict, PracticeVerdict } from '@servanda/contract';
import { z } from 'zod';
import { AddressText, addressList } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';
import { type AsOfSearch, seen } from './as-of.ts';
import { answererNeeds, answererSearch } from './use-answerers.ts';

/** Beside the verdicts, the two ways of having none. */
export const lawChoices = [...LawVerdict.options, 'not_assessed', 'not_applicable'] as const;
export const practiceChoices = [...PracticeVerdict.options, 'not_assessed', 'not_applicable'] as const;

/** What the address of the checklist may hold. `open`: the obligations whose elements are shown. */
export const ChecklistSearch = z.object({
  q: AddressText,
  article: addressList(z.string().regex(/^([1-9]|1[0-2])$/)),
  section: addressList(z.string().regex(/^[IVX]{1,4}$/)),
  law: addressList(z.enum(lawChoices)),
  practice: addressList(z.enum(practiceChoices)),
  gap: addressList(GapKind),
  ...answererSearch,
  open: addressList(z.string().max(8)),
});
export type ChecklistSearch = z.infer<typeof ChecklistSearch>;

/** The choices that leave rows out; `open` only unfolds them. */
export const filterNames = ['q', 'article', 'section', 'law', 'practice', 'gap', 'body', 'owner', 'mine'] as const;
export type FilterName = (typeof filterNames)[number];

export const checklistNeeds = (id: string, { asOf }: ChecklistSearch & AsOfSearch) => [
  ask(contract.dossiers.obligations, seen(id, asOf)),
  ask(contract.dossiers.get, seen(id, asOf)),
  ask(contract.obligations.list, {}),
  ...answererNeeds(),
];
