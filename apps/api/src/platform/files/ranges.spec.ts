import { expect, test } from '@jest/globals';
import { wantedSpan } from './ranges.ts';

const etag = '"abc"';
test.each([
  [undefined, undefined, 'whole'],
  ['bytes=0-0', undefined, { first: 0, last: 0 }],
  ['bytes=0-99', undefined, { first: 0, last: 99 }],
  ['BYTES=10-19', undefined, { first: 10, last: 19 }],
  ['bytes=90-', undefined, { first: 90, last: 99 }],
  ['bytes=90-1000', undefined, { first: 90, last: 99 }],
  ['bytes=-10', undefined, { first: 90, last: 99 }],
  ['bytes=-1000', undefined, { first: 0, last: 99 }],
  ['bytes=-0', undefined, 'none'],
  ['bytes=100-', undefined, 'none'],
  ['bytes=100-200', undefined, 'none'],
  ['bytes=100-, 200-', undefined, 'none'],
  ['bytes=0-9, 20-29', undefined, 'whole'],
  ['bytes=0-9, 200-', undefined, 'whole'],
  ['bytes=0-9,', undefined, { first: 0, last: 9 }],
  // No ranges of bytes: to be left unheeded.
  ['bytes=9-0', undefined, 'whole'],
  ['bytes=a-b', undefined, 'whole'],
  ['bytes=-', undefined, 'whole'],
  ['bytes=', undefined, 'whole'],
  ['lines=0-9', undefined, 'whole'],
  [`bytes=${'9'.repeat(40)}-`, undefined, 'whole'],
  // The rest of what was begun, if it is still the same.
  ['bytes=50-', '"abc"', { first: 50, last: 99 }],
  ['bytes=50-', '"other"', 'whole'],
  ['bytes=50-', 'W/"abc"', 'whole'],
  ['bytes=50-', 'Fri, 27 Nov 2026 00:00:00 GMT', 'whole'],
  ['bytes=100-', '"other"', 'whole'],
])('Range %j, If-Range %j: %j', (range, ifRange, answer) => {
  expect(wantedSpan({ range, ifRange }, 100, etag)).toEqual(answer);
});
