import { createHash, randomBytes } from 'node:crypto';

/** A new opaque token of 256 bits; it is shown once, to its owner. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** Only this is stored. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
