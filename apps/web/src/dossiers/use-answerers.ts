import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addressList } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';

const Answerer = z.union([z.uuid(), z.literal('none')]);
/** Filters by who answers for an element, in an address: bodies and persons by id, `none` for nobody; `mine` for the reader's own. */
export const answererSearch = {
  body: addressList(Answerer),
  owner: addressList(Answerer),
  mine: z.boolean().optional().catch(undefined),
};

/** What a page with these filters fetches. */
export const answererNeeds = () => [ask(contract.people.bodies, {}), ask(contract.people.members, {})];

/** Bodies and persons to choose from, nobody first. */
export function useAnswerers() {
  const { t } = useTranslation(['organisation']);
  const none = { value: 'none', label: t('organisation:assign.none') };
  const bodies = useSuspenseQuery(ask(contract.people.bodies, {})).data.items;
  const members = useSuspenseQuery(ask(contract.people.members, {})).data.items.filter(({ status }) => status !== 'left');
  return {
    bodies: [none, ...bodies.map(({ id, name }) => ({ value: id, label: name }))],
    people: [none, ...members.map(({ person, name }) => ({ value: person, label: name }))],
  };
}
