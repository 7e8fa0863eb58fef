import { expect, test } from '@jest/globals';
import { batchesOf, tookTooLong } from './text.batches.ts';

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

test('a statement that was stopped, and a scope that ran out, are of time; nothing else is', () => {
  const stopped = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
  const gone = Object.assign(new Error('terminating connection'), { code: '57P01' });
  expect([stopped, new Error('the context has run out'), gone, 'the context has run out'].map(tookTooLong)).toEqual([true, true, false, false]);
});
