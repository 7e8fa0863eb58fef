import { describe, expect, test } from '@jest/globals';
import type { ElementState } from '@servanda/contract';
import { elementsInOrder } from '../obligations/register.ts';
import { rolledLaw, rolledPractice, rolledProof, rollUp } from './roll-up.rules.ts';

describe('the weakest element decides', () => {
  test.each([
    [['compliant'], 'compliant'],
    [['compliant', 'largely_compliant'], 'largely_compliant'],
    [['partially_compliant', 'largely_compliant', 'compliant'], 'partially_compliant'],
    [['compliant', null], null],
    [['partially_compliant', null], null],
    [['non_compliant', null], 'non_compliant'],
    [[null, 'compliant', 'non_compliant'], 'non_compliant'],
    [[null, null], null],
    [[], null],
  ] as const)('in law %j → %s', (verdicts, whole) => expect(rolledLaw(verdicts)).toBe(whole));

  test.each([
    [['effective', 'substantial'], 'substantial'],
    [['limited', 'no_data'], 'no_data'],
    [['no_data', 'none'], 'none'],
    [['no_data', null], null],
    [['none', null], 'none'],
    [['effective', 'effective'], 'effective'],
  ] as const)('in practice %j → %s', (verdicts, whole) => expect(rolledPractice(verdicts)).toBe(whole));

  test.each([
    [['verified', 'evidenced'], 'evidenced'],
    [['verified', 'verified'], 'verified'],
    [['verified', 'claimed', 'evidenced'], 'claimed'],
    [['verified', 'none'], 'none'],
    [[], 'none'],
  ] as const)('proof %j → %s', (proofs, whole) => expect(rolledProof(proofs)).toBe(whole));
});

const state = (code: string, how: Partial<ElementState> = {}): ElementState => {
  const element = elementsInOrder.find((e) => e.code === code);
  if (!element) throw new Error(`no element ${code}`);
  const { obligation, article, ordinal, citation, title } = element;
  return {
    ...{ code, obligation, article, ordinal, citation, title, section: 'V', applies: true, ground: null, groundReason: null, law: null, practice: null },
    ...{ lawProof: 'none' as const, practiceProof: 'none' as const, asOf: null, standingNumber: null, reviewStatus: null, latestNumber: null },
    ...{
      recordedAt: null,
      author: null,
      supports: 0,
      contradicts: 0,
      outOfDate: 0,
      lacks: { law: [], practice: [] },
      gaps: [],
      body: null,
      owner: null,
      isMine: false,
      ...how,
    },
  };
};

describe('the checklist', () => {
  test('has 37 lines with 51 elements, in the order of the treaty', () => {
    const lines = rollUp(elementsInOrder.map(({ code }) => state(code)));
    expect(lines.map((line) => line.ordinal)).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
    expect(lines.flatMap((line) => line.elements.map((e) => e.code))).toEqual(elementsInOrder.map((e) => e.code));
  });

  test('an element that does not apply has no say; an obligation without any that applies does not apply', () => {
    const lines = rollUp(
      elementsInOrder.map(({ code }) =>
        state(code, { applies: code !== '5.3' && code !== '3.1.a.i.a', law: code === '3.1.a.i.a' ? 'non_compliant' : 'compliant' }),
      ),
    );
    expect(lines.find((line) => line.code === '5.3')).toMatchObject({ applies: false, law: null, lawProof: 'none' });
    expect(lines.find((line) => line.elements.some((e) => e.code === '3.1.a.i.a'))).toMatchObject({ applies: true, law: 'compliant' });
  });
});
