// What may be asked of a comparison. What cannot be used stays, so that the page can say so and keep what was chosen.
import { DossierKind, Id, LawKey, PracticeKey } from '@servanda/contract';
import * as z from 'zod';

/** Values of one name: repeated, or with commas. */
const several = (most: number) =>
  z
    .preprocess((value) => (value === undefined ? [] : [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : []))), z.array(z.string()))
    .transform((values) => [...new Set(values.map((value) => value.trim().toUpperCase().slice(0, 40)).filter(Boolean))].slice(0, most).sort());
const one = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value), schema)
    .nullable()
    .catch(null);

export const ComparisonAsked = z.object({
  state: several(24),
  dossier: several(24).transform((ids) => ids.map((id) => id.toLowerCase())),
  /** Kept as it came: what was never a release is told so. */
  since: one(z.string().min(1).max(40)),
  law: one(LawKey),
  practice: one(PracticeKey),
  kind: one(DossierKind),
});
export type ComparisonAsked = z.infer<typeof ComparisonAsked>;

/** An id, or one that nobody has. */
export const idOr = (text: string): string | null => Id.safeParse(text).data ?? null;
