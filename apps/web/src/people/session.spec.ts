import { expect, test } from '@jest/globals';
import { contract } from '@servanda/contract';
import { QueryClient } from '@tanstack/react-query';
import { keepSession, sessionQuery } from './session.ts';

test('signing out forgets every answer that stood behind the session; what is public stays', () => {
  const client = new QueryClient();
  for (const door of [contract.dossiers.list, contract.evidence.list, contract.people.members, contract.people.journal, contract.gaps.list])
    client.setQueryData([door.name, 'asked'], { items: ['seen'] });
  for (const door of [contract.treaties.states, contract.obligations.list]) client.setQueryData([door.name, 'asked'], { items: ['public'] });
  keepSession(client, null);
  const kept = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[0]);
  expect(kept.toSorted()).toEqual([contract.obligations.list.name, sessionQuery.queryKey[0], contract.treaties.states.name].toSorted());
  expect(client.getQueryData(sessionQuery.queryKey)).toBeNull();
});
