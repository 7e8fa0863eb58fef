import { describe, expect, it } from '@jest/globals';
import type { ReleaseParts } from '@servanda/contract';
import { lastStanding, whatStays } from './what-stays.ts';

const parts = (articles: number[], more: Partial<ReleaseParts> = {}): ReleaseParts => ({ articles, reasons: true, evidence: true, files: false, ...more });
const withdrawn = { at: '2026-01-01T00:00:00Z', reason: 'A figure was wrong' };
const whole = { number: 1, withdrawn: null, parts: parts([1, 2, 3, 8, 9], { criminalisation: true }) };
const nine = { number: 2, withdrawn: null, parts: parts([9]) };

describe('what a release on its way leaves to earlier ones', () => {
  it('is nothing where it covers all that stands', () => expect(whatStays([nine, whole], parts([1, 2, 3, 8, 9, 10], { criminalisation: true }))).toEqual([]));
  it('is told by the newest release that covers it', () =>
    expect(whatStays([nine, whole], parts([8]))).toEqual([
      { number: 2, articles: [9], criminalisation: false },
      { number: 1, articles: [1, 2, 3], criminalisation: true },
    ]));
  it('is nothing of what was withdrawn', () => expect(whatStays([nine, { ...whole, withdrawn }], parts([9]))).toEqual([]));
});

describe('the release from which a new one starts', () => {
  it('is the newest that stands', () => expect(lastStanding([{ ...nine, withdrawn }, whole])?.number).toBe(1));
  it('is none where none does', () => expect(lastStanding([{ ...nine, withdrawn }])).toBeUndefined());
});
