import { contract } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { outdate } from '../../platform/queries.ts';

/** What was known of the own factors and of the session is asked for anew. */
export function useAfterChange(): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    await outdate(client, [contract.people.factors, contract.people.whoAmI]);
    await router.invalidate();
  };
}
