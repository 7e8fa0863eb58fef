import { describe, expect, test } from '@jest/globals';
import { keyIn, lastDayFrom, newKey } from './keys.rules.ts';

const key = `servanda_${'A'.repeat(43)}`;

describe('the key in a request', () => {
  test.each([
    [undefined, null],
    ['Basic dXNlcjpwYXNz', null],
    [`Bearer ${key}`, key],
    [`bearer ${key}`, key],
    ['Bearer', ''],
    ['Bearer ', ''],
    [`Bearer  ${key}`, ''],
    [`Bearer ${key} `, ''],
    [`Bearer ${key}A`, ''],
    [`Bearer ${key.replace('servanda_', '')}`, ''],
    [`Bearer ${key}, Bearer ${key}`, ''],
    ['Bearer eyJhbGciOiJub25lIn0.e30.', ''],
  ])('%j is %j', (header, found) => expect(keyIn(header)).toBe(found));
});

test('a new key is 256 bits, never the same, and its hint tells four characters of them', () => {
  const [one, other] = [newKey(), newKey()];
  expect(keyIn(`Bearer ${one.token}`)).toBe(one.token);
  expect(one.token).not.toBe(other.token);
  expect(one.token.startsWith(one.hint)).toBe(true);
  expect(one.hint).toHaveLength('servanda_'.length + 4);
});

test.each([
  ['2026-11-26T10:00:00Z', '2027-11-26'],
  ['2028-02-29T23:59:59Z', '2029-03-01'],
])('a key made at %s works at most to %s', (now, last) => expect(lastDayFrom(new Date(now))).toBe(last));
