import { expect, test } from '@jest/globals';
import { articleKey, outOfOrder, twin, type Wording } from './national-provisions.rules.ts';

const wording = (provision: string, article: string, inForceFrom: string | null = null, inForceTo: string | null = null, number = 1): Wording => ({
  ...{ provision, article, inForceFrom, inForceTo, wording: number },
});

test.each([
  ['Article 12', 'Art. 12', true],
  ['s. 181B(1)', 'Section 181b (1)', true],
  ['§ 7', '§7', true],
  ['المادة 5', 'مادة 5', true],
  ['art. 12', 'art. 12 bis', false],
  ['s. 181B(1)', 's. 181B(2)', false],
  ['Schedule 1', 's. 1', false],
])('%s and %s are one article: %s', (a, b, same) => expect(articleKey(a) === articleKey(b)).toBe(same));

test.each([
  ['without days on either side', wording('a', 's. 1'), [wording('b', 'S. 1')], true],
  ['on the last and first day', wording('a', 's. 1', '2020-01-01'), [wording('b', 's. 1', '2010-01-01', '2020-01-01')], true],
  ['one day apart', wording('a', 's. 1', '2020-01-02'), [wording('b', 's. 1', '2010-01-01', '2020-01-01')], false],
  ['another article', wording('a', 's. 1'), [wording('b', 's. 2')], false],
  ['itself', wording('a', 's. 1'), [wording('a', 's. 1')], false],
  // The first wording of b ends when its second begins, under another number.
  [
    'a renumbered one, afterwards',
    wording('a', 's. 1', '2021-01-01'),
    [wording('b', 's. 1', '2010-01-01'), wording('b', 's. 9', '2021-01-01', null, 2)],
    false,
  ],
  ['a renumbered one, before', wording('a', 's. 1', '2020-12-31'), [wording('b', 's. 1', '2010-01-01'), wording('b', 's. 9', '2021-01-01', null, 2)], true],
])('the same article of one law, %s: %#', (_, own, others, isTwin) => expect(twin([own], others) !== null).toBe(isTwin));

test.each([
  [null, undefined, null],
  ['2024-03-01', '2015-01-01', null],
  ['2015-01-01', '2015-01-01', 'An amended wording comes into force after the one before it'],
  [null, '2015-01-01', 'Say from which day the amended wording is in force'],
  ['2015-01-01', null, null],
])('a wording from %s after one from %s', (from, before, fault) =>
  expect(outOfOrder(wording('a', 's. 1', from), before === undefined ? undefined : wording('a', 's. 1', before))).toBe(fault),
);
