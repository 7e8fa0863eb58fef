import { newToken } from '../tokens.ts';

/** By this word a key is known wherever it leaks to: in a repository, in a log. */
const prefix = 'servanda_';

/** A new key of 256 bits, and the first characters of it that may be shown again. */
export function newKey(): { token: string; hint: string } {
  const token = `${prefix}${newToken()}`;
  return { token, hint: token.slice(0, prefix.length + 4) };
}

/** The last day on which a key made at `now` may work: a year ahead. */
export function lastDayFrom(now: Date): string {
  const ahead = new Date(now);
  ahead.setUTCFullYear(now.getUTCFullYear() + 1);
  return ahead.toISOString().slice(0, 10);
}

/**
 * The key that a request brings: null where it brings none, '' where what it brings is no key of ours.
 * A request that brings a key is that key's alone: its cookie counts for nothing, not even where the key is wrong.
 */
export function keyIn(authorization: string | undefined): string | null {
  if (authorization === undefined || !/^bearer(\s|$)/i.test(authorization)) return null;
  return /^bearer (servanda_[\w-]{43})$/i.exec(authorization)?.[1] ?? '';
}
