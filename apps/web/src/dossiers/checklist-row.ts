// What the checklist says of an obligation beyond its two verdicts: gathered from its elements, never a mean.
import { type ElementState, GapKind, Lack, type ObligationState, type ReviewStatus } from '@servanda/contract';

export interface RowFacts {
  supports: number;
  contradicts: number;
  outOfDate: number;
  /** How many elements stand at each step of the review, the least advanced first; null: nothing recorded. */
  reviews: readonly { status: ReviewStatus | null; count: number }[];
  /** Kinds of gap, the most pressing first. */
  gaps: readonly GapKind[];
  /** What the evidence behind a verdict lacks, in any of them. */
  lacks: readonly Lack[];
}

const order: readonly (ReviewStatus | null)[] = ['returned', null, 'draft', 'submitted', 'accepted'];

/** Of one element, or of all elements of an obligation that apply. */
export function rowFacts(elements: readonly ElementState[]): RowFacts {
  const counted = elements.filter(({ applies }) => applies);
  const sum = (key: 'supports' | 'contradicts' | 'outOfDate') => counted.reduce((total, state) => total + state[key], 0);
  const reviews = order.map((status) => ({ status, count: counted.filter(({ reviewStatus }) => reviewStatus === status).length }));
  const gaps = GapKind.options.filter((kind) => counted.some((state) => state.gaps.includes(kind)));
  const lacks = Lack.options.filter((lack) => counted.some((state) => state.lacks.law.includes(lack) || state.lacks.practice.includes(lack)));
  return {
    supports: sum('supports'),
    contradicts: sum('contradicts'),
    outOfDate: sum('outOfDate'),
    reviews: reviews.filter(({ count }) => count > 0),
    gaps,
    lacks,
  };
}

/** Obligations grouped by article, in the order of the treaty. */
export const byArticle = (obligations: readonly ObligationState[]): [article: number, ObligationState[]][] => [
  ...Map.groupBy(obligations, ({ article }) => article),
];
