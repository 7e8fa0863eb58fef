import { expect, test } from '@jest/globals';
import { endingOf } from './session-end.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const minutes = (n: number) => now + n * 60_000;
const until = (n: number) => ({ expiresAt: new Date(minutes(n)).toISOString() });

test.each([
  ['in use', 600, 0, null],
  ['unused for 54 minutes', 600, -54, null],
  ['unused for 56 minutes', 600, -56, { why: 'idle', minutes: 4, isOver: false }],
  ['unused for an hour', 600, -60, { why: 'idle', minutes: 0, isOver: true }],
  ['three minutes before its longest', 3, 0, { why: 'longest', minutes: 3, isOver: false }],
  ['both: the earlier counts', 4, -58, { why: 'idle', minutes: 2, isOver: false }],
  ['past its longest', -1, 0, { why: 'longest', minutes: 0, isOver: true }],
])('%s', (_, longest, heard, ending) => expect(endingOf(until(longest), minutes(heard), now)).toEqual(ending));
