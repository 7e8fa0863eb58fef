import { describe, expect, it } from '@jest/globals';
import type { ElementState } from '@servanda/contract';
import { rowFacts } from './checklist-row.ts';

type Part = Partial<Pick<ElementState, 'applies' | 'supports' | 'contradicts' | 'outOfDate' | 'reviewStatus' | 'gaps' | 'lacks'>>;
const blank = { code: '7.a.i', obligation: '7', article: 7, ordinal: 1, citation: '', title: '', section: 'V', ground: null, groundReason: null };
const empty = { law: null, practice: null, lawProof: 'none', practiceProof: 'none', asOf: null, standingNumber: null, latestNumber: null } as const;
const state = (part: Part): ElementState => ({
  ...blank,
  ...empty,
  ...{
    applies: true,
    reviewStatus: null,
    recordedAt: null,
    author: null,
    supports: 0,
    contradicts: 0,
    outOfDate: 0,
    lacks: { law: [], practice: [] },
    gaps: [],
  },
  ...{ body: null, owner: null, isMine: false },
  ...part,
});

describe('a line of the checklist', () => {
  it('names once what the evidence of its elements lacks', () => {
    const lacks = { law: ['older_than_shelf_life' as const], practice: ['no_independent_originator' as const, 'older_than_shelf_life' as const] };
    const facts = rowFacts([state({ lacks }), state({ lacks }), state({ applies: false, lacks: { law: [], practice: ['part_of_territory'] } })]);
    expect(facts.lacks).toEqual(['no_independent_originator', 'older_than_shelf_life']);
  });
  it('adds the evidence of the elements that apply', () => {
    const facts = rowFacts([state({ supports: 2, contradicts: 1 }), state({ supports: 1, outOfDate: 1 }), state({ applies: false, supports: 9 })]);
    expect(facts).toMatchObject({ supports: 3, contradicts: 1, outOfDate: 1 });
  });
  it('tells the review by its steps, what is returned or missing first', () => {
    const facts = rowFacts([state({ reviewStatus: 'accepted' }), state({ reviewStatus: 'returned' }), state({}), state({ reviewStatus: 'accepted' })]);
    expect(facts.reviews).toEqual([
      { status: 'returned', count: 1 },
      { status: null, count: 1 },
      { status: 'accepted', count: 2 },
    ]);
  });
  it('names each kind of gap once, the most pressing first', () => {
    expect(rowFacts([state({ gaps: ['law_only'] }), state({ gaps: ['shortfall_in_law', 'law_only'] })]).gaps).toEqual(['shortfall_in_law', 'law_only']);
  });
});
