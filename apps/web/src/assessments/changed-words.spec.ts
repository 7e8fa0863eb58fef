import { expect, it } from '@jest/globals';
import { changeOf } from './changed-words.ts';

it.each([
  ['the first judgement changes nothing', 1, [], 'first'],
  ['a later one with the same text', 2, [], 'unchanged'],
  ['a later one that differs', 3, ['law', 'reasons'], 'changed'],
] as const)('%s', (_, number, changed, words) => expect(changeOf({ number, changed: [...changed] })).toBe(words));
