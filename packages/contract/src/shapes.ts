import * as z from 'zod';

/** Shapes that every word uses. */
export const Id = z.uuid();
/** The version of a record that its writer saw: 1, 2, 3 …, as far as a column of it counts. */
export const Version = z.number().int().min(1).max(2_147_483_647);
/** A calendar day without a zone. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '0001', 'Use a year from 1 onwards')
  .meta({ description: 'Calendar day, YYYY-MM-DD, without a zone' });
/** A moment, UTC. */
export const Moment = z.iso.datetime({ offset: true });
/** A past moment by which a record is read as it stood: a moment, or a calendar day (UTC) for its end. */
export const AsOf = z
  .union([Day.transform((day) => `${day}T23:59:59.999Z`), Moment.transform((moment) => new Date(moment).toISOString())], {
    error: 'Write a day such as 2026-05-01 or a moment such as 2026-05-01T12:00:00Z',
  })
  .meta({ description: 'Reads the record as it stood at this moment; a day means its end, UTC' });
/** The query of a door that can look back. */
export const LookBack = z.object({ asOf: AsOf.optional() });
export const Iso3 = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'Use the three-letter code, such as XAA')
  .meta({ description: 'ISO 3166-1 alpha-3 code' });
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** `8.1.e`, `5.1-2`, `3.1.a.i.b`. */
export const ElementCode = z.string().regex(/^\d{1,2}(\.\d+(-\d+)?)?(\.[a-z]+)*$/, 'Use a code of the catalogue, such as 8.1.e');

const controls = /[^\P{Cc}\t\n\r]/u;
/** Text a person typed: NFC, well formed, without control characters except tab and line end. */
const typed = (schema: z.ZodString) =>
  schema
    .refine((s) => s.isWellFormed() && !controls.test(s), 'Remove the control characters (they may come from copying)')
    .transform((s) => s.normalize('NFC').replace(/\r\n?/g, '\n').trim());
const atMost = (max: number) => typed(z.string().max(max, `At most ${max} characters`));
const atLeast = (min: number) => z.string().min(min, 'Say at least a word');
/** Marks that override, embed or isolate the direction of writing. */
const overriding = /[\u202a-\u202e\u2066-\u2069]/gu;
/** One line of typed text, `min`–`max` characters; marks that override or isolate the direction of writing are taken out, as they are of the names of files. Joiners stay, for words need them. */
export const Line = (max: number, min = 1) =>
  atMost(max)
    .transform((s) => s.replace(overriding, '').trim())
    .pipe(atLeast(min));
/** Marks that turn the direction of writing: at home in prose, in a name only a disguise. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** The name of a person, organisation or body: one line, without marks that turn the direction of writing. */
export const Name = (max: number, min = 1) =>
  atMost(max)
    .pipe(atLeast(min))
    .refine((s) => !turning.test(s), 'Remove the invisible marks of direction (they may come from copying)');
/** Marks that embed or override the direction of writing: whoever reads behind them reads other words than were typed. */
const reversing = /[\u202a-\u202e]/u;
/** Typed text of several lines; may be empty. What turns its words round is refused, for it may be published; isolates and marks of order stay, for prose in two scripts needs them. */
export const Prose = (max: number) =>
  atMost(max).refine((s) => !reversing.test(s), 'Remove the invisible marks that turn the words round (U+202A to U+202E): type the words about them anew');
/** Words copied out of a document, where nobody typed such marks: they are taken out. */
export const Copied = (max: number) => atMost(max).transform((s) => s.replace(/[\u202a-\u202e]/gu, '').trim());

/** A page of a list: `limit` 1–100, `offset` from 0. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() });

/** Several values in one query parameter: `kind=law,judgment` or repeated. */
export const anyOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined || v === '' ? undefined : (Array.isArray(v) ? v : [v]).flatMap((s) => String(s).split(','))), z.array(item).optional());

/** Whether the caller may do a thing, and the reason where not, so that the screen can say it. */
export const May = z
  .object({ allowed: z.boolean(), because: z.enum(['role', 'own_work', 'state', 'not_applicable', 'past', 'last_lead', 'oneself']).nullable() })
  .meta({ id: 'May' });
export type May = z.infer<typeof May>;
