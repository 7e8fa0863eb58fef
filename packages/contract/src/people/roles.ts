// What every topic of people is written in: kinds, roles, addresses.
import * as z from 'zod';
import { Id } from '../shapes.ts';

export const OrganisationKind = z.enum(['government', 'ngo', 'nhri', 'operator']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;
export const Role = z.enum(['lead', 'reviewer', 'contributor', 'viewer']);
export type Role = z.infer<typeof Role>;

/** Password after NIST 800-63B-4: length only, used as typed. */
export const Password = z.string().min(15, 'Use at least 15 characters; a short sentence is easy to remember').max(256, 'At most 256 characters');
/**
 * One address is one account: plain ASCII (a domain of another script in its xn-- form), so that no two look alike, and lower case.
 * The letters are checked before they are lowered: U+212A, a sign that looks like K, would become a plain k.
 */
export const Email = z.string().trim().max(254).pipe(z.email('Write an e-mail address such as name@example.org').toLowerCase());

export const Organisation = z.object({ id: Id, name: z.string(), kind: OrganisationKind, iso3: z.string().nullable() }).meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;
