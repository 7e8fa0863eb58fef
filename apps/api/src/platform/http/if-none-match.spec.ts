import { expect, test } from '@jest/globals';
import { holdsAlready } from './if-none-match.ts';

test.each([
  [undefined, false],
  ['"abc"', true],
  ['W/"abc"', true],
  ['"other", W/"x,y" ,"abc"', true],
  ['*', true],
  [' * ', true],
  ['"abcd"', false],
  ['abc', false],
  ['', false],
])('If-None-Match %j: %j', (asked, answer) => {
  expect(holdsAlready(asked, '"abc"')).toBe(answer);
  expect(holdsAlready(asked, 'W/"abc"')).toBe(answer);
});
