import * as z from 'zod';

/** In law: text in force on a stated date. Never averaged with practice. Order: best first. */
export const LawVerdict = z.enum(['compliant', 'largely_compliant', 'partially_compliant', 'non_compliant']);
export type LawVerdict = z.infer<typeof LawVerdict>;
/** In practice: evidence from a stated period. `no_data` says that somebody looked and found none. Order: best first. */
export const PracticeVerdict = z.enum(['effective', 'substantial', 'limited', 'none', 'no_data']);
export type PracticeVerdict = z.infer<typeof PracticeVerdict>;

export const Lane = z.enum(['law', 'practice']);
export type Lane = z.infer<typeof Lane>;

/** Work and review status, kept apart from the verdict. */
export const ReviewStatus = z.enum(['draft', 'submitted', 'accepted', 'returned']);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

/**
 * How far a verdict of `compliant` or `effective` is proven. `none`: not (yet) assessed as met.
 * `claimed` ⊃ `evidenced` (supporting evidence in force and not out of date) ⊃ `verified` (and accepted by another person).
 */
export const Proof = z.enum(['none', 'claimed', 'evidenced', 'verified']);
export type Proof = z.infer<typeof Proof>;

/** Whether a cited piece bears the verdict out or speaks against it. */
export const Stance = z.enum(['supports', 'contradicts']);
export type Stance = z.infer<typeof Stance>;
