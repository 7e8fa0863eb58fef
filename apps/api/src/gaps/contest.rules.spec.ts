import { describe, expect, test } from '@jest/globals';
import { byContest, contestOf, isShown, laneContest, type Position } from './contest.rules.ts';

const says = (dossier: string, law: Position['law'], practice: Position['practice'] = null, cited = 0, applies = true): Position => ({
  dossier,
  applies,
  law,
  practice,
  cited,
});

describe('one lane', () => {
  test.each([
    ['nobody', [], 'silent', 0, null],
    ['a dossier without a verdict', [says('a', null)], 'silent', 0, null],
    ['one alone', [says('a', 'compliant'), says('b', null)], 'alone', 0, null],
    ['the same verdict', [says('a', 'compliant'), says('b', 'compliant')], 'agree', 0, null],
    ['neighbours on the scale', [says('a', 'compliant'), says('b', 'largely_compliant')], 'differ', 1, 'scale'],
    ['two steps', [says('a', 'compliant'), says('b', 'partially_compliant')], 'differ', 2, 'scale'],
    ['the whole scale, with one between', [says('a', 'compliant'), says('b', 'largely_compliant'), says('c', 'non_compliant')], 'differ', 3, 'scale'],
    ['whether it applies', [says('a', 'compliant'), says('b', null, null, 0, false)], 'differ', 3, 'applies'],
    ['both hold that it does not apply', [says('a', null, null, 0, false), says('b', null, null, 0, false)], 'agree', 0, null],
  ] as const)('in law: %s', (_, positions, kind, distance, on) => {
    expect(laneContest('law', positions)).toMatchObject({ kind, distance, on });
  });
  test.each([
    ['no data beside a verdict', [says('a', null, 'effective'), says('b', null, 'no_data')], 'differ', 1, 'no_data'],
    ['no data beside verdicts that differ more', [says('a', null, 'effective'), says('b', null, 'no_data'), says('c', null, 'none')], 'differ', 3, 'scale'],
    ['no data on both sides', [says('a', null, 'no_data'), says('b', null, 'no_data')], 'agree', 0, null],
  ] as const)('in practice: %s', (_, positions, kind, distance, on) => {
    expect(laneContest('practice', positions)).toMatchObject({ kind, distance, on });
  });
  test.each([
    [1, 2, 'both'],
    [0, 2, 'one'],
    [0, 0, 'neither'],
  ])('ends that cite %i and %i pieces: %s', (a, b, backing) => {
    expect(laneContest('law', [says('a', 'compliant', null, a), says('b', 'non_compliant', null, b)]).backing).toBe(backing);
  });
  test('what stands between the ends backs neither', () => {
    const positions = [says('a', 'compliant'), says('b', 'largely_compliant', null, 9), says('c', 'non_compliant')];
    expect(laneContest('law', positions).backing).toBe('neither');
  });
});

test('an element is as far apart as its lane that is further apart, and as well evidenced', () => {
  const contest = contestOf([says('a', 'compliant', 'effective', 1), says('b', 'largely_compliant', 'none', 0)]);
  expect(contest).toMatchObject({ distance: 3, backing: 'one', law: { distance: 1 }, practice: { distance: 3 } });
});

test('the furthest apart comes first, then the best evidenced, then as they came', () => {
  const item = (name: string, positions: Position[]) => ({ name, contest: contestOf(positions) });
  const items = [
    item('agreed', [says('a', 'compliant'), says('b', 'compliant')]),
    item('near', [says('a', 'compliant', null, 5), says('b', 'largely_compliant', null, 5)]),
    item('far, by neither', [says('a', 'compliant'), says('b', 'non_compliant')]),
    item('far, by one', [says('a', 'compliant', null, 1), says('b', 'non_compliant')]),
    item('far, by both', [says('a', 'compliant', null, 1), says('b', 'non_compliant', null, 1)]),
    item('far, by both too', [says('a', 'compliant', null, 2), says('b', 'non_compliant', null, 7)]),
  ];
  expect(byContest(items).map(({ name }) => name)).toEqual(['far, by both', 'far, by both too', 'far, by one', 'far, by neither', 'near', 'agreed']);
});

test('what is shown is of the kind in one of the lanes looked at', () => {
  const contest = contestOf([says('a', 'compliant', 'limited'), says('b', 'compliant')]);
  expect([isShown(contest, 'agree', null), isShown(contest, 'alone', null), isShown(contest, 'contested', null), isShown(contest, 'all', null)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([isShown(contest, 'agree', 'practice'), isShown(contest, 'alone', 'practice')]).toEqual([false, true]);
});
