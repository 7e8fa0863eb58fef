import { describe, expect, it } from '@jest/globals';
import type { Cited, Proposed } from './coverage-after.ts';
import { coverageAfter, proofOf, tallyOf } from './coverage-after.ts';

const state = (code: string, part = {}) => ({
  code,
  applies: true,
  law: null,
  practice: null,
  lawProof: 'none' as const,
  practiceProof: 'none' as const,
  ...part,
});
const piece = (part: Partial<Cited> = {}): Cited => ({ kind: 'statistics', stance: 'supports', isCurrent: true, ...part });
const proposed = (part: Partial<Proposed> = {}): Proposed => ({ law: 'compliant', practice: 'effective', cited: [], isAccepted: false, ...part });

describe('the proof of a judgement', () => {
  it.each([
    ['nothing where it is not assessed as met', 'law', proposed({ law: 'largely_compliant', cited: [piece()] }), 'none'],
    ['claimed without evidence', 'law', proposed(), 'claimed'],
    ['evidenced with a law in force', 'law', proposed({ cited: [piece({ kind: 'law' })] }), 'evidenced'],
    ['claimed with evidence out of date', 'law', proposed({ cited: [piece({ isCurrent: false })] }), 'claimed'],
    ['claimed with evidence against it only', 'law', proposed({ cited: [piece({ stance: 'contradicts' })] }), 'claimed'],
    ['claimed in practice with a law alone', 'practice', proposed({ cited: [piece({ kind: 'law' }), piece({ kind: 'agreement' })] }), 'claimed'],
    ['evidenced in practice with figures', 'practice', proposed({ cited: [piece({ kind: 'law' }), piece()] }), 'evidenced'],
    ['verified once accepted', 'practice', proposed({ cited: [piece()], isAccepted: true }), 'verified'],
    ['not verified without evidence, though accepted', 'practice', proposed({ isAccepted: true }), 'claimed'],
  ] as const)('%s', (_, lane, judgement, proof) => {
    expect(proofOf(lane, judgement)).toBe(proof);
  });
});

describe('the coverage of an article', () => {
  const article = [
    state('8.1.a', { law: 'compliant', lawProof: 'verified' }),
    state('8.1.b', { law: 'compliant', lawProof: 'claimed' }),
    state('8.1.c'),
    state('8.1.d', { applies: false }),
  ];

  it('nests claimed, evidenced and verified over what applies', () => {
    expect(tallyOf('law', article)).toEqual({ applicable: 3, assessed: 2, claimed: 2, evidenced: 1, verified: 1 });
  });
  it('rises with a judgement as met', () => {
    const { before, after } = coverageAfter('law', article, '8.1.c', proposed({ cited: [piece({ kind: 'law' })] }));
    expect([before.claimed, after.claimed, before.evidenced, after.evidenced]).toEqual([2, 3, 1, 2]);
  });
  it('falls where a met element is judged short, in that lane only', () => {
    expect(coverageAfter('law', article, '8.1.a', proposed({ law: 'non_compliant', practice: null })).after).toMatchObject({
      claimed: 1,
      evidenced: 0,
      verified: 0,
    });
    expect(coverageAfter('practice', article, '8.1.a', proposed({ practice: null })).after.assessed).toBe(0);
  });
});
