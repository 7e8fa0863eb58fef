import { expect, test } from '@jest/globals';
import { batchesOf } from './text.batches.ts';

test.each([
  [[], []],
  [['aaa'], [[0, 1]]],
  [['aaaaaaaaaaaaaaaa'], [[0, 1]]],
  [
    ['aaaa', 'bbbb', 'cccc', 'd'],
    [
      [0, 2],
      [2, 4],
    ],
  ],
  [
    ['a', 'bbbbbbbbbbbb', 'c'],
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  ],
  [['aaaa', 'bbbb', 'cc'], [[0, 3]]],
])('%j is kept by %j', (parts, batches) => {
  expect(batchesOf(parts, 10).map(({ from, to }) => [from, to])).toEqual(batches);
});
