import { expect, it } from '@jest/globals';
import type { Cited } from './coverage-after.ts';
import { proofWarnings } from './proof-warnings.ts';

const piece = (part: Partial<Cited> = {}): Cited => ({ kind: 'statistics', stance: 'supports', isCurrent: true, ...part });

it.each([
  ['nothing to warn of where nothing is claimed', { law: 'largely_compliant', practice: 'limited', cited: [] }, []],
  ['both lanes claimed without evidence', { law: 'compliant', practice: 'effective', cited: [] }, ['law_unproven', 'practice_unproven']],
  ['a piece that speaks against proves nothing', { law: 'compliant', practice: null, cited: [piece({ stance: 'contradicts' })] }, ['law_unproven']],
  ['evidence out of date', { law: 'compliant', practice: 'effective', cited: [piece({ isCurrent: false })] }, ['law_out_of_date', 'practice_out_of_date']],
  ['practice on law alone', { law: 'compliant', practice: 'effective', cited: [piece({ kind: 'law' })] }, ['practice_law_only']],
  [
    'practice on law and old figures',
    { law: null, practice: 'effective', cited: [piece({ kind: 'law' }), piece({ isCurrent: false })] },
    ['practice_out_of_date'],
  ],
  ['all proven', { law: 'compliant', practice: 'effective', cited: [piece({ kind: 'law' }), piece()] }, []],
] as const)('%s', (_, judgement, warnings) => {
  expect(proofWarnings(judgement)).toEqual(warnings);
});
