import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

// What a link leads to. The secret is sent in a body, so that no log of addresses keeps it; the answer is asked for once.
const once = { gcTime: 0, staleTime: Number.POSITIVE_INFINITY };

export const useInvitation = (token: string) =>
  useQuery({ ...once, queryKey: [contract.people.showInvitation.name, token], queryFn: () => call(contract.people.showInvitation, { body: { token } }) });

export const useReset = (token: string) =>
  useQuery({ ...once, queryKey: [contract.people.showReset.name, token], queryFn: () => call(contract.people.showReset, { body: { token } }) });
