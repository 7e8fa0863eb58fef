import { describe, expect, test } from '@jest/globals';
import type { EvidenceKind } from '@servanda/contract';
import { isOutOfDate, outOfDateOn } from './evidence.rules.ts';

type Case = [why: string, kind: EvidenceKind, datedOn: string | null, inForceTo: string | null, periodTo: string | null, expected: string | null];
const cases: Case[] = [
  ['a law in force has no end', 'law', '2003-05-01', null, null, null],
  ['a repealed law ends the day after its last day', 'law', '2003-05-01', '2019-12-31', null, '2020-01-01'],
  ['a judgment does not age', 'judgment', '1999-01-01', null, null, null],
  ['an agreement does not age', 'agreement', '1999-01-01', null, '2001-12-31', null],
  ['a policy ends by its last day of force only', 'policy', '2015-01-01', '2020-06-30', '2015-12-31', '2020-07-01'],
  ['a policy without an end stays', 'policy', '2015-01-01', null, null, null],
  ['figures age from the end of the period they cover', 'statistics', '2024-06-30', null, '2023-12-31', '2026-12-31'],
  ['figures without a period age from their date', 'statistics', '2024-06-30', null, null, '2027-06-30'],
  ['figures without any date are not guessed at', 'statistics', null, null, null, null],
  ['a budget ages in two years', 'budget', null, null, '2024-12-31', '2026-12-31'],
  ['a training record ages in three', 'training_record', '2024-03-15', null, null, '2027-03-15'],
  ['a report ages in five', 'report', '2021-03-15', null, null, '2026-03-15'],
  ['an institution is looked at anew after five', 'institution', '2021-03-15', null, null, '2026-03-15'],
  ['the end of force comes first', 'report', '2021-03-15', '2022-12-31', null, '2023-01-01'],
  ['the shelf life comes first', 'report', '2021-03-15', '2030-12-31', null, '2026-03-15'],
  ['a leap day is clamped', 'statistics', '2024-02-29', null, null, '2027-02-28'],
  ['the day after a leap February', 'law', null, '2024-02-28', null, '2024-02-29'],
  ['the last day there is', 'law', null, '9999-12-31', null, null],
  ['a shelf life beyond the last day there is', 'report', '9998-01-01', null, null, null],
];

describe('evidence: shelf life', () => {
  test.each(cases)('%s', (_why, kind, datedOn, inForceTo, periodTo, expected) => {
    expect(outOfDateOn({ kind, datedOn, inForceTo, periodTo })).toBe(expected);
  });

  test('is out of date from the day itself', () => {
    expect([isOutOfDate(null, '2026-01-01'), isOutOfDate('2026-01-02', '2026-01-01'), isOutOfDate('2026-01-01', '2026-01-01')]).toEqual([false, false, true]);
  });
});
