// What is followed, told and compared.
import type { Follow, Followable, NewsItem } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useSessionIfAny } from '../session.ts';
import { followingOf } from './watching.needs.ts';

/** Whether this is the thing that is followed. */
export const isOf = (follow: Follow, what: Followable): boolean =>
  what.kind === 'dossier'
    ? follow.dossier === what.dossier
    : follow.dossier === null && follow.iso3 === what.iso3 && follow.element === (what.kind === 'element' ? what.element : null);

/** `null` as long as it is not known, or nobody is signed in. */
export function useFollowed(what: Followable): { follow: Follow | null } | null {
  const session = useSessionIfAny();
  const { data } = useQuery({ ...followingOf(), enabled: session !== null });
  return data ? { follow: data.items.find((one) => isOf(one, what)) ?? null } : null;
}

/** The time zone of this device. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** What of a piece of news is put into its sentence. */
export const factsOf = ({ organisation, stateName, number, to }: NewsItem, citation: string) => ({
  organisation,
  state: stateName,
  number: number ?? '',
  element: citation,
  to: to ?? '',
});
