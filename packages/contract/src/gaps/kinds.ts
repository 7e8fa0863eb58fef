import * as z from 'zod';

/** Kinds of gap, the most pressing first: this is also the default order of the gap list. */
export const GapKind = z.enum([
  'returned',
  'shortfall_in_law',
  'shortfall_in_practice',
  'not_assessed',
  'no_evidence',
  'evidence_out_of_date',
  'law_only',
  'awaiting_review',
]);
export type GapKind = z.infer<typeof GapKind>;

/** The next sensible step out of a gap. */
export const NextStep = z.enum([
  'assess',
  'assess_practice',
  'revise',
  'add_evidence',
  'renew_evidence',
  'review',
  'plan_measure_in_law',
  'plan_measure_in_practice',
]);
export type NextStep = z.infer<typeof NextStep>;
