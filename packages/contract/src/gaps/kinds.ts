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
  'contested',
  'law_only',
  'awaiting_review',
]);
export type GapKind = z.infer<typeof GapKind>;

/** What the set of pieces behind a verdict lacks: words beside the verdict, never a score (decision 0014). */
export const Lack = z.enum(['only_law_for_practice', 'no_independent_originator', 'part_of_territory', 'older_than_shelf_life']);
export type Lack = z.infer<typeof Lack>;

/** How well what is contested is evidenced: whether both ends, one or neither cites published evidence. */
export const ContestBacking = z.enum(['both', 'one', 'neither']);
export type ContestBacking = z.infer<typeof ContestBacking>;
/** How what counts of others' published dossiers differs from one's own; published material alone (decision 0041). */
export const ContestFact = z.object({
  /** Organisations whose release differs. */
  by: z.array(z.string()),
  /** Who of their coalition gave it, by the place in `by`; absent where all of it is their own. */
  given: z.array(z.string().nullable()).optional(),
  /** Steps of the scale. */
  distance: z.number().int(),
  on: z.enum(['scale', 'applies', 'no_data']),
  backing: ContestBacking,
});
export type ContestFact = z.infer<typeof ContestFact>;

/** The next sensible step out of a gap. */
export const NextStep = z.enum([
  'assess',
  'assess_practice',
  'revise',
  'add_evidence',
  'renew_evidence',
  'strengthen_evidence',
  'recheck_citation',
  'reply',
  'review',
  'plan_measure_in_law',
  'plan_measure_in_practice',
]);
export type NextStep = z.infer<typeof NextStep>;
