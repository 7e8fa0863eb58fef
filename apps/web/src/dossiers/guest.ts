import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSession } from '../people/session.ts';
import { ask } from '../platform/queries.ts';
import { seen, useAsOf } from './as-of.ts';

/** Whether the reader works in this dossier as a guest of its coalition: it is another organisation's. */
export function useIsGuest(dossier: string): boolean {
  const { organisation } = useSession();
  const { data } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf())));
  return data.organisation.id !== organisation.id;
}
