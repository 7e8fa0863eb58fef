import { expect, it } from '@jest/globals';
import { shelfLifeOf, shelvedKinds, valuesOf, yearsOf } from './shelf-values.ts';

it('lays a dossier’s own years out as choices and takes them back unchanged', () => {
  const own = { statistics: 1, report: null };
  const values = valuesOf(own);
  expect(values).toMatchObject({ statistics: '1', report: 'never', law: 'house' });
  expect(Object.keys(values)).toEqual([...shelvedKinds]);
  expect(shelfLifeOf(values)).toEqual(own);
  expect(shelfLifeOf(valuesOf({}))).toEqual({});
});

it('knows the years that a choice means', () => {
  expect([yearsOf('budget', 'house'), yearsOf('law', 'house'), yearsOf('budget', 'never'), yearsOf('law', '4')]).toEqual([2, null, null, 4]);
});
