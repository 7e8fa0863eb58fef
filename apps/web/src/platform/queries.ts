import type { Answer, Door, Sending } from '@servanda/contract';
import {
  QueryClient as Client,
  MutationCache,
  QueryCache,
  type QueryClient,
  queryOptions,
  type UseMutationOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { call, Refused } from './api.ts';
import { isAskedAgain, pauseBefore } from './asked-again.ts';
import { focusKept } from './focus-kept.ts';

/** Query options of a door that reads: `useSuspenseQuery(ask(contract.gaps.list, { params, query }))`. The loader has fetched it before. */
export function ask<D extends Door>(door: D, sending: Sending<D>) {
  const { params, query } = sending as { params?: object; query?: object };
  return queryOptions<Answer<D>>({
    queryKey: [door.name, params ?? {}, query ?? {}],
    queryFn: ({ signal }) => call(door, sending, { signal }),
    // Public doors hold the catalogue and the States: they do not change while somebody reads.
    staleTime: door.access === 'public' ? Number.POSITIVE_INFINITY : 15_000,
  });
}

/** Anything that `ask` made, of whatever answer: the element type of a page's list of needs. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds options of many answers; each is typed where it is read
export type Need = ReturnType<typeof ask<any>>;

/** Fetches all that a page needs, side by side; the loader of every route. */
export const ensureAll = async (client: QueryClient, needs: readonly Need[]): Promise<void> => {
  await Promise.all(needs.map((need) => client.ensureQueryData(need)));
};

/** Marks every answer of these doors as out of date; those on screen are fetched again. */
export const outdate = (client: QueryClient, doors: readonly Door[]): Promise<unknown> =>
  Promise.all(doors.map((door) => client.invalidateQueries({ queryKey: [door.name] })));

type ActOptions<D extends Door> = Omit<UseMutationOptions<Answer<D>, Error, Sending<D>>, 'mutationFn'> & {
  /** Doors whose answers are out of date once this is done. */
  outdates?: readonly Door[];
};

/** A mutation through a door that writes. The sending is the variable: `act.mutate({ params, body })`. The keyboard stays where it was. */
export function useAct<D extends Door>(door: D, { outdates = [], onSuccess, onSettled, ...options }: ActOptions<D> = {}) {
  const giveFocusBack = useRef(() => {});
  const client = useQueryClient();
  return useMutation<Answer<D>, Error, Sending<D>>({
    ...options,
    mutationFn: (sending) => {
      giveFocusBack.current = focusKept();
      return call(door, sending);
    },
    onSuccess: async (...done) => {
      await outdate(client, outdates);
      await onSuccess?.(...done);
    },
    onSettled: async (...over) => {
      await onSettled?.(...over);
      giveFocusBack.current();
    },
  });
}

/** The one store of what was fetched. A refusal is never asked again; a service that was not there for a moment is, a few times, before the reader is told. `onSignedOut`: the session has ended. */
export function newClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Refused && error.problem.code === 'not_signed_in') onSignedOut();
  };
  return new Client({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Asked although the machine says that it is offline: a page that waits without a word is worse than one that says what is wrong.
      queries: { networkMode: 'always', retry: isAskedAgain, retryDelay: pauseBefore, refetchOnWindowFocus: false },
      // An act neither: it fails at once and says so, instead of turning for as long as the tunnel is.
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
