import { describe, expect, it } from '@jest/globals';
import type { StateSummary } from '@servanda/contract';
import { statesFor } from './states.rules.ts';

const state = (iso3: string, name: string, depositedOn: string | null, status: 'party' | 'signatory' = 'party'): StateSummary => ({
  iso3,
  name,
  status,
  type: null,
  signedOn: null,
  depositedOn,
  isCrcParty: true,
  hasReservationOrDeclaration: false,
  isInvented: true,
  entryIntoForceOn: null,
  initialReportDueOn: null,
});
const states = [state('XAC', 'Corvane', null, 'signatory'), state('XAB', 'Bélmora', '2009-06-15'), state('XAA', 'Aruna', '2003-03-31')];
const codes = (found: StateSummary[]) => found.map(({ iso3 }) => iso3);

describe('the list of States', () => {
  it.each([
    [{}, ['XAA', 'XAB', 'XAC']],
    [{ direction: 'desc' as const }, ['XAC', 'XAB', 'XAA']],
    [{ q: 'belm' }, ['XAB']],
    [{ q: 'xac' }, ['XAC']],
    [{ q: ' zz ' }, []],
    [{ status: 'signatory' as const }, ['XAC']],
    [{ sort: 'depositedOn' as const }, ['XAA', 'XAB', 'XAC']],
    [{ sort: 'depositedOn' as const, direction: 'desc' as const }, ['XAB', 'XAA', 'XAC']],
  ])('%j finds %j', (search, expected) => {
    expect(codes(statesFor(states, search))).toEqual(expected);
  });
});
