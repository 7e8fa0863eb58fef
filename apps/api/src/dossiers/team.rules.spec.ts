import { describe, expect, test } from '@jest/globals';
import { elementsInOrder } from '../obligations/register.ts';
import { shared } from './team.rules.ts';

const counts = (team: string[]) => Object.values(Object.groupBy(shared(elementsInOrder, team), ({ person }) => person)).map((of) => of?.length ?? 0);

describe('the elements of a new dossier', () => {
  test('are dealt once each, in the order of the treaty, about equally', () => {
    const given = shared(elementsInOrder, ['ada', 'bo', 'cy']);
    expect(given.map(({ element }) => element)).toEqual(elementsInOrder.map(({ code }) => code));
    for (const count of counts(['ada', 'bo', 'cy'])) expect(Math.abs(count - 17)).toBeLessThanOrEqual(6);
  });

  test('of one obligation stay in one hand', () => {
    const given = shared(elementsInOrder, ['ada', 'bo', 'cy', 'di', 'ed']);
    const hands = Map.groupBy(given, ({ element }) => elementsInOrder.find(({ code }) => code === element)?.obligation);
    for (const [obligation, of] of hands) expect([obligation, new Set(of.map(({ person }) => person)).size]).toEqual([obligation, 1]);
  });

  test('go to nobody where there is no team, and to one alone where there is one', () => {
    expect(shared(elementsInOrder, [])).toEqual([]);
    expect(counts(['ada'])).toEqual([elementsInOrder.length]);
  });
});
