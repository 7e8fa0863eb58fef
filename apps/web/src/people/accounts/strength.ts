import { leastWeight, weightOf, wordsAround } from '@servanda/contract';

export const shortest = 15;
export type Strength = 'none' | 'short' | 'weak' | 'fair' | 'good';

/** How a new password stands, as far as this side can tell; the list of common ones is on the server. */
export function strengthOf(password: string, around: readonly string[]): Strength {
  if (password === '') return 'none';
  if (password.length < shortest) return 'short';
  const weight = weightOf(password, { around: wordsAround(...around) });
  if (weight < leastWeight) return 'weak';
  return weight < 20 ? 'fair' : 'good';
}
