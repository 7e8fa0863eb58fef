import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, so that a code on paper is read one way only. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [howMany, length, group] = [10, 24, 6];

/** A code of 120 bits; each byte modulo 32 is even, for 32 divides 256. */
const newCode = (): string => Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');

/** Ten codes as they are kept and typed, 24 characters without dashes. */
export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, newCode);

/** `K7M2QX-…`, as people read them. */
export const asPrinted = (code: string): string => (code.match(new RegExp(`.{${group}}`, 'g')) ?? []).join('-');

/** Only this is stored. */
export const recoveryCodeHash = (code: string): Buffer => createHash('sha256').update(code).digest();
