// What a national provision threatens: a list of ranges, each with its unit.
import * as z from 'zod';
import { Prose } from '../shapes.ts';

/** `fine` is a sum of money, `day_fines` a number of daily rates, `life` imprisonment for life, `other` is said in the note. */
export const PenaltyUnit = z.enum(['days', 'months', 'years', 'life', 'fine', 'day_fines', 'other'], {
  error: 'Say the unit: days, months or years of imprisonment, life, a fine or another penalty',
});
export type PenaltyUnit = z.infer<typeof PenaltyUnit>;

const Amount = z.number().min(0, 'Use a number from 0 upwards').max(1e12, 'Use a smaller number').nullable().default(null);
const isImprisonment = (unit: PenaltyUnit) => unit === 'days' || unit === 'months' || unit === 'years';

const fields = z.object({
  unit: PenaltyUnit,
  /** Bounds of the range in its unit; null: the law names none. */
  minimum: Amount,
  maximum: Amount,
  /** ISO 4217; of a fine only. */
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'Use the three letters of the currency, such as EUR')
    .nullable()
    .default(null),
  /** Imprisonment whose upper bound is for life. */
  toLife: z.boolean().default(false),
  /** What the range leaves unsaid: "and", "or", loss of a licence. */
  note: Prose(300).default(''),
});

/** One range of penalty. */
export const Penalty = fields
  .superRefine((p, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (p.minimum !== null && p.maximum !== null && p.minimum > p.maximum) fault('maximum', 'The maximum is below the minimum');
    if (p.unit === 'fine' && p.currency === null) fault('currency', 'Say the currency of the fine');
    if (p.unit !== 'fine' && p.currency !== null) fault('currency', 'Only a fine has a currency');
    if (p.toLife && !isImprisonment(p.unit)) fault('toLife', 'Only imprisonment can reach up to life');
    if (p.toLife && p.maximum !== null) fault('maximum', 'The maximum is life: leave the number out');
    const hasBound = p.minimum !== null || p.maximum !== null;
    if ((p.unit === 'life' || p.unit === 'other') && hasBound) fault('minimum', 'This penalty has no numbers');
    if (p.unit !== 'life' && p.unit !== 'other' && !hasBound && !p.toLife) fault('maximum', 'Give a minimum or a maximum');
    if (p.unit === 'other' && p.note === '') fault('note', 'Say what the penalty is');
  })
  .meta({ id: 'Penalty' });
export type Penalty = z.infer<typeof Penalty>;

/** A range as it was kept. */
export const KeptPenalty = z.object({ ...fields.shape, note: z.string(), currency: z.string().nullable() }).meta({ id: 'KeptPenalty' });
export type KeptPenalty = z.infer<typeof KeptPenalty>;
