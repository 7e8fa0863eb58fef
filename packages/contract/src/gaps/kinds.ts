import * as z from 'zod';

/** Kinds of gap, the most pressing first: this is also the default order of the gap list. */
export const GapKind = z.enum([
  'returned',
  'shortfall_in_law',
  'shortfall_in_practice',
  'not_assessed',
  'no_evidence',
  'evidence_out_of_date',
  'evidence_weak',
  'evidence_revised',
  'law_only',
  'awaiting_review',
]);
export type GapKind = z.infer<typeof GapKind>;

/** What the set of pieces behind a verdict lacks: words beside the verdict, never a score (decision 0014). */
export const Lack = z.enum(['only_law_for_practice', 'no_independent_originator', 'part_of_territory', 'older_than_shelf_life']);
export type Lack = z.infer<typeof Lack>;

/** The next sensible step out of a gap. */
export const NextStep = z.enum([
  'assess',
  'assess_practice',
  'revise',
  'add_evidence',
  'renew_evidence',
  'strengthen_evidence',
  'recheck_citation',
  'review',
  'plan_measure_in_law',
  'plan_measure_in_practice',
]);
export type NextStep = z.infer<typeof NextStep>;
