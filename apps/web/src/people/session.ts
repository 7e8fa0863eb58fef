import { contract, type Session } from '@servanda/contract';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call, Refused } from '../platform/api.ts';

/** Who is signed in, or null. Asked once when the app starts; a 401 anywhere sets it to null. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: [contract.people.whoAmI.name],
  queryFn: async ({ signal }) => {
    try {
      return await call(contract.people.whoAmI, {}, { signal });
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'not_signed_in') return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** Forgets all that was seen under another session and remembers this one. */
export function keepSession(client: QueryClient, session: Session | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] && !isPublic(queryKey[0]) });
  client.setQueryData(sessionQuery.queryKey, session);
}
const isPublic = (name: unknown) => typeof name === 'string' && (name.startsWith('treaties.') || name.startsWith('obligations.'));

/** The organisation asks for a second factor, or for its own sign-in, and this session has not shown it: only the own account opens. */
export const isShutOut = ({ secondFactor, isSingleSignOnMissing }: Session): boolean => secondFactor.isMissing || isSingleSignOnMissing;

const inside = getRouteApi('/inside');

/** The session on a page behind the sign-in; the route has made sure of it. */
export const useSession = (): Session => inside.useRouteContext().session;

/** The session where there may be none. */
export const useSessionIfAny = (): Session | null => useQuery(sessionQuery).data ?? null;
