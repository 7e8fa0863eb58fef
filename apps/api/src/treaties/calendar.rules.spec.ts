import { describe, expect, test } from '@jest/globals';
import { dueDateExamples } from '@servanda/catalogue';
import { calendarOf } from './calendar.rules.ts';

const party = (depositedOn: string, isCrcParty = true) => ({ status: 'party' as const, type: 'ratification' as const, depositedOn, isCrcParty });
const today = '2026-11-24';

describe('the calendar', () => {
  test.each([
    ['2001-10-02', '2002-01-18', '2004-01-18', 'before the general date'],
    ['2002-01-17', '2002-01-18', '2004-01-18', 'the day before the general date'],
    ['2002-01-18', '2002-02-18', '2004-02-18', 'on the general date'],
    ['2002-12-23', '2003-01-23', '2005-01-23', 'over the year'],
    ['2005-01-31', '2005-02-28', '2007-02-28', 'month end'],
    ['2004-01-30', '2004-02-29', '2006-02-28', 'leap day, then none'],
    ['2004-01-31', '2004-02-29', '2006-02-28', 'clamped to the leap day'],
    ['2006-03-31', '2006-04-30', '2008-04-30', '31 to 30'],
    ['2008-02-29', '2008-03-29', '2010-03-29', 'from the leap day'],
    ['2011-12-31', '2012-01-31', '2014-01-31', 'December to January'],
  ])('deposited %s: in force %s, initial report %s (%s)', (deposited, entry, due) => {
    const calendar = calendarOf(party(deposited), [], today);
    expect(calendar.entryIntoForce.on).toBe(entry);
    expect(calendar.initialReport.on).toBe(due);
  });

  test.each(dueDateExamples.filter((e) => /^\d{4}-\d{2}-\d{2}$/.test(e.deposit ?? '') && /^\d{4}-\d{2}-\d{2}$/.test(e.entryIntoForce ?? '')))(
    'agrees with the worked case of $iso3',
    (example) => {
      const calendar = calendarOf(party(example.deposit ?? ''), [], today);
      expect(calendar.entryIntoForce.on).toBe(example.entryIntoForce);
      expect(example.computedDue).toContain(calendar.initialReport.on);
    },
  );

  test('a printed date wins and the computed one is kept', () => {
    const calendar = calendarOf(party('2002-12-23', false), [{ event: 'initial-report', on: '2006-02', source: 'CRC/C/XXX' }], today);
    expect(calendar.initialReport).toMatchObject({ on: '2006-02', computedOn: '2005-01-23', override: { source: 'CRC/C/XXX' } });
  });

  test('parties to the Convention report within it, others every five years', () => {
    expect(calendarOf(party('2002-12-23'), [], today).next).toMatchObject({ kind: 'in-crc-report', on: null });
    expect(calendarOf(party('2002-12-23', false), [], today).next).toMatchObject({ kind: 'every-five-years', on: '2030-01-23' });
    expect(calendarOf(party('2002-12-23', false), [], '2009-01-01').next.on).toBe('2010-01-23');
  });

  test('signatories have no duty and successions are not computed', () => {
    expect(calendarOf({ status: 'signatory', type: null, depositedOn: null, isCrcParty: true }, [], today)).toMatchObject({
      entryIntoForce: { on: null },
      initialReport: { on: null },
      next: { kind: 'none' },
    });
    expect(calendarOf({ status: 'party', type: 'succession', depositedOn: '2006-10-23', isCrcParty: true }, [], today)).toMatchObject({
      entryIntoForce: { on: null, computedOn: null },
      next: { kind: 'not-computed' },
    });
  });
});
