import { sessionLimits } from '@servanda/contract';

/** Absolute life of a session, milliseconds. */
export const sessionLife = sessionLimits.hours * 60 * 60 * 1000;
/** A session unused for this long is over (PostgreSQL interval). */
export const sessionIdle = `${sessionLimits.idleMinutes} minutes`;
/** Over TLS the name forbids any other host or path to set the cookie (RFC 6265bis). */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-servanda' : 'servanda');
