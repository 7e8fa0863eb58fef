// The same screen speaks to a focal point of a government and to an auditor: what differs is words, and only here.
import type { OrganisationKind } from '@servanda/contract';

/** The catalogue whose words stand before the common ones, by kind of organisation: `locales/{language}/audit.json` holds `{ namespace: words }`. */
const catalogues: Record<OrganisationKind, 'state' | 'audit' | null> = { government: 'state', ngo: 'audit', nhri: 'audit', operator: null };
export const catalogueOf = (kind: OrganisationKind | null) => kind && catalogues[kind];

export type Words = { [key: string]: Words | string };
const isGroup = (words: unknown): words is Words => typeof words === 'object' && words !== null;

/** The common words, with those of the kind in their place. */
export function withWordsOf(common: Words, own: Words | string | undefined): Words {
  if (!isGroup(own)) return common;
  const laid = Object.entries(own).map(([key, word]): [string, Words | string] => {
    const under = common[key];
    return [key, isGroup(word) ? withWordsOf(isGroup(under) ? under : {}, word) : word];
  });
  return { ...common, ...Object.fromEntries(laid) };
}
