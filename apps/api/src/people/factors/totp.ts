import { Secret, TOTP } from 'otpauth';

const period = 30;
/** One step before and after: a clock may be half a minute off. */
const window = 1;
const totpOf = (secret: string, account = '') =>
  new TOTP({ issuer: 'Servanda', label: account, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** A new secret of 160 bits in base32, as RFC 4226 asks for HMAC-SHA-1. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture says to an authenticator. */
export const totpUri = (secret: string, account: string): string => totpOf(secret, account).toString();

/** The step (RFC 6238: seconds since 1970 by 30) that `code` belongs to, within one step of `now`; null where to none. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}
