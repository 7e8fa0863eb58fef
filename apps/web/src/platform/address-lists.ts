// Words and lists in the address of a page, written so that a person can read and mend them: `kind=law,judgment`.
import { z } from 'zod';

/** A word in the address. `?q=12` arrives as a number and is read as the text that was typed. */
export const AddressText = z
  .union([z.string().min(1), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);

/** Several values of one kind, joined by commas; what is not of the kind is dropped. */
export const addressList = (kind: z.ZodType) =>
  z
    .union([z.string(), z.number().transform(String), z.array(z.string()).transform((values) => values.join(','))])
    .transform((text) => joined(listed(text).filter((one) => kind.safeParse(one).success)))
    .optional()
    .catch(undefined);

/** Which page of a list, from 1; the first is not written. */
export const AddressPage = z.number().int().min(2).optional().catch(undefined);

/** The values of an address list. */
export const listed = (text: string | undefined): string[] => (text ? text.split(',') : []);
const joined = (values: string[]): string | undefined => values.join(',') || undefined;

/** The address list with this value put in or taken out. */
export function withToggled(text: string | undefined, value: string): string | undefined {
  const now = listed(text);
  return joined(now.includes(value) ? now.filter((one) => one !== value) : [...now, value]);
}
