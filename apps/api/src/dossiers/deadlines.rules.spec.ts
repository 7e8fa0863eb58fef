import { expect, test } from '@jest/globals';
import { deadlinesOf } from './deadlines.rules.ts';

const party = { status: 'party' as const, type: 'ratification' as const, depositedOn: '2002-12-23', isCrcParty: false };
const source = 'UN Treaty Collection';

test('each deadline states its rule and the source of the date that holds', () => {
  expect(deadlinesOf(party, [], source, '2026-11-24')).toEqual([
    { kind: 'entry-into-force', on: '2003-01-23', rule: 'Article 14(2)', source, isOverride: false },
    { kind: 'initial-report', on: '2005-01-23', rule: 'Article 12(1)', source, isOverride: false },
    { kind: 'next-report', on: '2030-01-23', rule: expect.stringContaining('every five years'), source, isOverride: false },
  ]);
});

test('a printed date wins, with its own source; one that is past gives way to the next step', () => {
  const printed = { event: 'next-report', on: '2016', source: 'Set by the Committee' };
  expect(deadlinesOf(party, [printed], source, '2015-06-01')[2]).toMatchObject({ on: '2016', source: 'Set by the Committee', isOverride: true });
  expect(deadlinesOf(party, [printed], source, '2026-11-24')[2]).toMatchObject({ on: '2030-01-23', source, isOverride: false });
});

test('no date, no source', () => {
  expect(deadlinesOf({ ...party, isCrcParty: true }, [], source, '2026-11-24')[2]).toMatchObject({ on: null, source: null, isOverride: false });
});
