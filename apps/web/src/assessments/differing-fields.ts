import type { AssessValues } from './assess-values.ts';

/** The parts of a judgement that are compared and taken as one. */
export const parts = ['law', 'practice', 'asOf', 'period', 'reasons', 'qualifierNote', 'citations'] as const;
export type Part = (typeof parts)[number];

/** One part of a form's values, ready to be laid into another. */
export function partOf(part: Part, values: AssessValues): Partial<AssessValues> {
  if (part === 'period') return { periodFrom: values.periodFrom, periodTo: values.periodTo };
  return { [part]: values[part] };
}

const keyOf = (part: Part, values: AssessValues): string =>
  part === 'citations'
    ? values.citations
        .map(({ evidence, pinpoint, stance, passage }) =>
          JSON.stringify([evidence, pinpoint.trim(), stance, passage?.file, passage?.page, passage?.from, passage?.to]),
        )
        .sort()
        .join()
    : JSON.stringify(partOf(part, values)).replace(/\\n|\s+/g, ' ');

/** The parts in which two texts differ; white space and the order of citations do not count. */
export const differingParts = (one: AssessValues, other: AssessValues): Part[] => parts.filter((part) => keyOf(part, one) !== keyOf(part, other));
