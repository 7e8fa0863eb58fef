import { expect, test } from '@jest/globals';
import type { RequestAct, RequestState } from '@servanda/contract';
import { mintScope, type Scope } from '../../platform/db/scope.ts';
import { isFor, mayStep, stateAfter } from './requests.rules.ts';

const who = (person: string, role: Scope['role'] = 'contributor') =>
  mintScope({
    ...{ organisation: 'o', organisationKind: 'government', iso3: 'XAA', personName: person, session: 's', body: null, key: null, confirmedAt: null },
    person,
    role,
  });
const standing = (state: RequestState, more: { person?: string | null; isWithin?: boolean } = {}) => ({
  state,
  askedBy: 'asker',
  person: 'asked',
  isWithin: false,
  ...more,
});
const acts: RequestAct[] = ['answer', 'accept', 'send_back', 'decline', 'close'];
const allowed = (scope: Scope, request: ReturnType<typeof standing>, answeredBy: string | null = null) =>
  acts.filter((act) => mayStep(scope, act, request, answeredBy).allowed);

test.each<[RequestState, string[], string[]]>([
  ['open', ['answer', 'decline'], ['close']],
  ['answered', [], ['accept', 'send_back']],
  ['sent_back', ['answer', 'decline'], ['close']],
  ['accepted', [], ['close']],
  ['declined', [], ['close']],
  ['closed', [], []],
])('a request that is %s: the asked may %j, the asker may %j', (state, asked, asker) => {
  expect(allowed(who('asked'), standing(state))).toEqual(asked);
  expect(allowed(who('asker'), standing(state))).toEqual(asker);
  expect(allowed(who('lead', 'lead'), standing(state))).toEqual(asker);
  expect(allowed(who('another'), standing(state))).toEqual([]);
});
test('a member of the body asked answers; one of another body, and a viewer of it, do not', () => {
  const request = (isWithin: boolean) => standing('open', { person: null, isWithin });
  expect(allowed(who('x'), request(true))).toEqual(['answer', 'decline']);
  expect(allowed(who('x'), request(false))).toEqual([]);
  expect(allowed(who('x', 'viewer'), request(true))).toEqual([]);
});
test('a lead who answered for the body does not accept it', () => {
  const request = standing('answered', { person: null, isWithin: true });
  expect(mayStep(who('lead', 'lead'), 'accept', request, 'lead')).toEqual({ allowed: false, because: 'own_work' });
});
test('it waits for the one whose turn it is', () => {
  expect(isFor(who('asked'), standing('open'))).toBe(true);
  expect(isFor(who('asker'), standing('open'))).toBe(false);
  expect(isFor(who('asker'), standing('answered'))).toBe(true);
  expect(isFor(who('lead', 'lead'), standing('answered'))).toBe(false);
  expect(stateAfter(null)).toBe('open');
});
