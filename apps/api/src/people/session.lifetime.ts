/** Absolute life of a session, milliseconds. */
export const sessionLife = 12 * 60 * 60 * 1000;
/** A session unused for this long is over (PostgreSQL interval). */
export const sessionIdle = '60 minutes';
/** Over TLS the name forbids any other host or path to set the cookie (RFC 6265bis). */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-servanda' : 'servanda');
