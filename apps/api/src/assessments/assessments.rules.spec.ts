import { describe, expect, test } from '@jest/globals';
import { ReviewAct, ReviewStatus } from '@servanda/contract';
import { changedSince, type Standing, standingAfter, statusAfter } from './assessments.rules.ts';

describe('the path of a judgement', () => {
  const follows = new Map([
    ['draft submit', 'submitted'],
    ['submitted accept', 'accepted'],
    ['submitted return', 'returned'],
  ]);
  const all = ReviewStatus.options.flatMap((status) => ReviewAct.options.map((act) => ({ status, act })));

  test.each(all)('$act on a judgement that is $status', ({ status, act }) => {
    expect(statusAfter(act, { status, isLatest: true })).toBe(follows.get(`${status} ${act}`) ?? null);
    expect(statusAfter(act, { status, isLatest: false })).toBeNull();
  });
});

describe('which judgement counts', () => {
  const [before, at] = [new Date('2026-03-01T09:00:00Z'), new Date('2026-04-01T09:00:00Z')];
  const judged = { id: 'b', number: 2, law: 'compliant' as const, practice: null, asOf: '2026-03-31' };
  const other = (isAccepted: boolean): Standing => ({
    id: 'a',
    number: 1,
    isAccepted,
    law: 'non_compliant',
    practice: 'none',
    asOf: '2026-01-31',
    since: before,
  });
  const own: Standing = { ...judged, isAccepted: false, since: before };

  test.each([
    { act: 'submit', standing: null, counts: { ...judged, isAccepted: false, since: at }, why: 'a submitted one counts where none did' },
    { act: 'submit', standing: other(false), counts: { ...judged, isAccepted: false, since: at }, why: 'a submitted one follows a submitted one' },
    { act: 'submit', standing: other(true), counts: other(true), why: 'a submitted one does not push out an accepted one' },
    { act: 'accept', standing: own, counts: { ...own, isAccepted: true }, why: 'an accepted one goes on counting since it was submitted' },
    { act: 'accept', standing: other(true), counts: { ...judged, isAccepted: true, since: at }, why: 'an accepted one follows an accepted one' },
    { act: 'return', standing: own, counts: null, why: 'a returned one no longer counts' },
    { act: 'return', standing: other(true), counts: other(true), why: 'a return leaves the accepted one before it' },
  ] as const)('$why', ({ act, standing, counts }) => {
    expect(standingAfter(act, standing, judged, at)).toEqual(counts);
  });
});

describe('what changed', () => {
  const cite = (evidence: string) => ({ evidence, pinpoint: 's. 4', stance: 'supports' as const });
  const first = {
    ...{ law: 'compliant' as const, practice: null, asOf: '2026-03-31', periodFrom: null, periodTo: null },
    ...{ reasons: 'Penal Code', qualifierNote: '', wordingSha256: 'a', citations: [cite('one'), cite('two')] },
  };
  test.each([
    [{}, []],
    [{ citations: [cite('two'), cite('one')] }, []],
    [{ law: 'non_compliant' as const }, ['law']],
    [{ practice: 'limited' as const, asOf: '2026-04-30' }, ['practice', 'asOf']],
    [{ periodTo: '2026-04-30' }, ['period']],
    [{ reasons: 'Penal Code as amended', qualifierNote: 'Feasible' }, ['reasons', 'qualifierNote']],
    [{ citations: [cite('one')] }, ['citations']],
    [{ citations: [cite('one'), { ...cite('two'), stance: 'contradicts' as const }] }, ['citations']],
    [{ wordingSha256: 'b' }, ['wording']],
  ])('%j', (difference, changed) => {
    expect(changedSince(first, { ...first, ...difference })).toEqual(changed);
  });
  test('nothing for the first judgement', () => expect(changedSince(undefined, first)).toEqual([]));
});
