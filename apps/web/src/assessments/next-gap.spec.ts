import { describe, expect, it } from '@jest/globals';
import type { GapKind } from '@servanda/contract';
import { nextGap } from './next-gap.ts';

const element = (code: string, ...gaps: GapKind[]) => ({ code, gaps });

describe('the next gap', () => {
  const elements = [element('1', 'not_assessed'), element('3.2'), element('3.3', 'awaiting_review'), element('3.4', 'no_evidence')];
  it('is the next in the order of the treaty that somebody can mend', () => expect(nextGap(elements, '3.2')?.code).toBe('3.4'));
  it('goes round to the beginning', () => expect(nextGap(elements, '3.4')?.code).toBe('1'));
  it('is never the element itself', () => expect(nextGap([element('1', 'not_assessed'), element('3.2')], '1')).toBeUndefined());
  it('is one that waits for review where nothing else is left', () =>
    expect(nextGap([element('1'), element('3.3', 'awaiting_review')], '1')?.code).toBe('3.3'));
});
