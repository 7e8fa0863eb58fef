import { contract, ElementCode } from '@servanda/contract';
import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../dossiers/as-of.ts';
import { provisionsForElement } from '../evidence/laws/laws.needs.ts';
import { requestsOf } from '../evidence/requests/requests.needs.ts';
import { AddressText } from '../platform/address-lists.ts';
import { ask, ensureAll } from '../platform/queries.ts';

/** `element`: the one chosen; the obligation's first where none is named. `assess`: the form is open. `cite`: a passage carried to it from a text. */
export const ObligationSearch = z.object({
  element: AddressText.pipe(ElementCode.optional().catch(undefined)),
  assess: z.boolean().optional().catch(undefined),
  cite: AddressText,
});
export type ObligationSearch = z.infer<typeof ObligationSearch> & AsOfSearch;

/** Every judgement on one element; a hundred of them are more than a page can hold. */
export const historyOf = (id: string, code: string, asOf: string | undefined) =>
  ask(contract.assessments.history, { params: { id, code }, query: { limit: 100, asOf } });

/** The element that the address names, else the obligation's first; undefined where there is no such obligation. */
export function chosenElement<E extends { code: string }>(
  obligations: readonly { code: string; elements: readonly E[] }[],
  code: string,
  element?: string,
): E | undefined {
  const elements = obligations.find((one) => one.code === code)?.elements ?? [];
  return elements.find((one) => one.code === element) ?? elements[0];
}

/** Fetches all that the page of an obligation shows; which history it needs is known once the register is there. */
export async function loadObligation(client: QueryClient, id: string, code: string, search: ObligationSearch): Promise<void> {
  const own = Promise.all([
    client
      .ensureQueryData(ask(contract.dossiers.get, seen(id, search.asOf)))
      .then(({ iso3 }) => client.ensureQueryData(ask(contract.treaties.state, { params: { iso3 } }))),
    ensureAll(client, [ask(contract.treaties.provisions, {}), ask(contract.dossiers.obligations, seen(id, search.asOf))]),
  ]);
  const register = await client.ensureQueryData(ask(contract.obligations.list, {}));
  // An element's own code in the address leads to its obligation, with that element chosen.
  const owner = register.items.find((one) => one.code !== code && one.elements.some((each) => each.code === code));
  if (owner)
    throw redirect({
      to: '/dossiers/$dossier/obligations/$code',
      params: { dossier: id, code: owner.code },
      search: { ...search, element: code },
      replace: true,
    });
  const element = chosenElement(register.items, code, search.element);
  if (!element) throw notFound();
  const ofElement = [historyOf(id, element.code, search.asOf), provisionsForElement(id, element.code, search.asOf)];
  await Promise.all([own, ensureAll(client, [...ofElement, requestsOf(id, { element: element.code, asOf: search.asOf })])]);
}
