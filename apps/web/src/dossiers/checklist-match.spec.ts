import { describe, expect, it } from '@jest/globals';
import type { ElementState, ObligationState } from '@servanda/contract';
import { choiceOf, obligationMatches, saysAll } from './checklist-match.ts';

const element = (code: string, part: Partial<ElementState> = {}): ElementState => ({
  code,
  obligation: '8.1',
  article: 8,
  ordinal: 1,
  citation: `Article ${code}`,
  title: 'Support services',
  section: 'VI',
  applies: true,
  ground: null,
  groundReason: null,
  law: null,
  practice: null,
  lawProof: 'none',
  practiceProof: 'none',
  asOf: null,
  standingNumber: null,
  reviewStatus: null,
  latestNumber: null,
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
  ...part,
});
const obligation = (...elements: ElementState[]): ObligationState => ({
  code: '8.1',
  article: 8,
  ordinal: 18,
  citation: 'Article 8(1)',
  title: 'Protect child victims',
  section: 'VI',
  applies: true,
  law: null,
  practice: null,
  lawProof: 'none',
  practiceProof: 'none',
  elements,
});
const words = {
  citation: 'Article 8(1)',
  title: 'Protect child victims',
  text: 'States Parties shall adopt appropriate measures',
  plain: 'From the first report to the end',
};

describe('the checklist', () => {
  const law = obligation(
    element('8.1.a', { law: 'compliant', body: { id: 'moj', name: 'Justice', shortName: '' }, owner: { id: 'me', name: 'Me' }, isMine: true }),
    element('8.1.b', { law: 'non_compliant', gaps: ['shortfall_in_law'], body: { id: 'mos', name: 'Social', shortName: '' } }),
  );
  it.each([
    ['nothing asked', {}, true],
    ['its article', { article: '3,8' }, true],
    ['another article', { article: '3' }, false],
    ['its section', { section: 'VI' }, true],
    ['another section', { section: 'V' }, false],
    ['a verdict of one element', { law: 'non_compliant' }, true],
    ['a verdict of none', { law: 'partially_compliant' }, false],
    ['a verdict and a gap of the same element', { law: 'non_compliant', gap: 'shortfall_in_law' }, true],
    ['a verdict and a gap of two elements', { law: 'compliant', gap: 'shortfall_in_law' }, false],
    ['empty in practice', { practice: 'not_assessed' }, true],
    ['its body', { body: 'moj' }, true],
    ['another body', { body: 'moi,none' }, false],
    ['its owner, and mine', { owner: 'me', mine: true }, true],
    ['nobody in particular', { owner: 'none' }, true],
    ['the body of one element and the verdict of another', { body: 'moj', law: 'non_compliant' }, false],
    ['words of the treaty', { q: 'appropriate MEASURES' }, true],
    ['a citation of an element', { q: '8.1.b' }, true],
    ['words that stand nowhere', { q: 'appropriate rocket' }, false],
  ])('%s', (_, search, shown) => expect(obligationMatches(search, law, words)).toBe(shown));

  it('never reads empty as a verdict', () => {
    expect(choiceOf('law', element('8.1.a'))).toBe('not_assessed');
    expect(choiceOf('law', element('8.1.a', { applies: false, law: null }))).toBe('not_applicable');
  });
  it('finds words whatever their accents', () => expect(saysAll('proces', ['Procès équitable'])).toBe(true));
});
