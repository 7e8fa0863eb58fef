import { describe, expect, test } from '@jest/globals';
import { nextTurn } from './digest.rules.ts';

describe('the next letter', () => {
  test.each([
    // every, where, now, then
    ['daily', 'UTC', '2026-11-27T06:59:59Z', '2026-11-27T07:00:00.000Z'],
    ['daily', 'UTC', '2026-11-27T07:00:00Z', '2026-11-28T07:00:00.000Z'],
    ['daily', 'Asia/Kathmandu', '2026-11-27T02:00:00Z', '2026-11-28T01:15:00.000Z'],
    ['daily', 'America/Lima', '2026-11-27T02:00:00Z', '2026-11-27T12:00:00.000Z'],
    ['daily', 'Pacific/Kiritimati', '2026-11-27T16:59:00Z', '2026-11-27T17:00:00.000Z'],
    // The clocks of Paris go on in March and back in October: seven stays seven.
    ['daily', 'Europe/Paris', '2026-03-28T07:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['daily', 'Europe/Paris', '2026-10-24T07:00:00Z', '2026-10-25T06:00:00.000Z'],
    // 27 November 2026 is a Friday, the 30th a Monday.
    ['weekly', 'UTC', '2026-11-27T12:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['weekly', 'UTC', '2026-11-30T06:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['weekly', 'UTC', '2026-11-30T07:00:00Z', '2026-12-07T07:00:00.000Z'],
    ['weekly', 'Pacific/Kiritimati', '2026-11-29T16:00:00Z', '2026-11-29T17:00:00.000Z'],
    ['weekly', 'America/Lima', '2026-12-06T23:00:00Z', '2026-12-07T12:00:00.000Z'],
  ] as const)('%s in %s, asked at %s, goes at %s', (every, zone, now, then) => expect(nextTurn(every, zone, new Date(now))?.toISOString()).toBe(then));

  test.each(['immediate', 'off'] as const)('%s has no turn', (every) => expect(nextTurn(every, 'UTC', new Date('2026-11-27T12:00:00Z'))).toBeNull());
});
