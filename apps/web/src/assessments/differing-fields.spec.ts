import { describe, expect, it } from '@jest/globals';
import { type AssessValues, CheckedAssessment, valuesFrom } from './assess-values.ts';
import { differingParts, partOf } from './differing-fields.ts';

const passage = { file: '0190a000-0000-7000-8000-000000000002', page: 3, from: 0, to: 4, quote: 'Sold' };
const cite = (evidence: string, pinpoint = '', from?: number) => ({
  ...{ evidence, pinpoint, stance: 'supports' as const },
  passage: from === undefined ? null : { ...passage, from },
});
const values = (part: Partial<AssessValues> = {}): AssessValues => ({ ...valuesFrom(undefined, '2026-09-30'), basedOn: 3, reasons: 'Seen.', ...part });

describe('two texts of one judgement', () => {
  it('agree though one is based on an earlier number', () => expect(differingParts(values(), values({ basedOn: 4 }))).toEqual([]));
  it('differ by part, in the order of the form', () => {
    expect(differingParts(values({ law: 'compliant', reasons: 'Other.' }), values({ periodTo: '2025-12-31' }))).toEqual(['law', 'period', 'reasons']);
  });
  it('agree in citations whatever their order', () => {
    expect(differingParts(values({ citations: [cite('a'), cite('b')] }), values({ citations: [cite('b'), cite('a')] }))).toEqual([]);
    expect(differingParts(values({ citations: [cite('a', 'p. 1')] }), values({ citations: [cite('a')] }))).toEqual(['citations']);
    expect(differingParts(values({ citations: [cite('a', '', 1)] }), values({ citations: [cite('a', '', 2)] }))).toEqual(['citations']);
  });
  it('agree where only white space differs', () => expect(differingParts(values({ reasons: 'a  b' }), values({ reasons: 'a b' }))).toEqual([]));
  it('hand over a period as one', () => expect(partOf('period', values({ periodFrom: '2024-01-01' }))).toEqual({ periodFrom: '2024-01-01', periodTo: null }));
});

describe('the form of a judgement', () => {
  it('names every fault at once', () => {
    const paths = CheckedAssessment.safeParse(values({ reasons: ' ', asOf: '2999-01-01' })).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['reasons', 'law', 'asOf']));
  });
  it('takes a judgement in one lane', () => expect(CheckedAssessment.safeParse(values({ law: 'compliant' })).success).toBe(true));
});
