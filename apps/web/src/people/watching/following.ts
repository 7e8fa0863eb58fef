// What is followed, told and compared.
import type { Follow, Followable, NewsItem } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useSessionIfAny } from '../session.ts';
import { dossierOf, followingOf, newestReleaseOf } from './watching.needs.ts';

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

/** Whether a dossier is the organisation's own, or published by somebody. All others are like one that is not there. */
export function useIsFollowable(dossier: string | undefined): boolean {
  const session = useSessionIfAny();
  const asked = { enabled: dossier !== undefined };
  const own = useQuery({ ...dossierOf(dossier ?? ''), ...asked }).data;
  const published = useQuery({ ...newestReleaseOf(dossier ?? ''), ...asked }).data;
  return (own !== undefined && own.organisation.id === session?.organisation.id) || (published?.total ?? 0) > 0;
}

/** The time zone of this device. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** What of a piece of news is put into its sentence. */
export const factsOf = ({ organisation, stateName, number, to, title }: NewsItem, citation: string) => ({
  organisation,
  state: stateName,
  number: number ?? '',
  element: citation,
  to: to ?? '',
  title: title ?? '',
});
