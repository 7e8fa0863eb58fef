import { type IdentityFinding, newlyIdentifying } from '@servanda/contract';
import { refuse } from '../platform/http/refusal.ts';

type Said = Parameters<typeof newlyIdentifying>[1];

/**
 * What a piece newly makes public that may identify a child or a suspect. Refuses identity_unconfirmed where somebody did not
 * confirm it; what was confirmed goes into the journal by kind and place, never by its words.
 */
export function confirmedIdentity(
  before: Said | null,
  after: Said,
  isConfirmed: boolean | undefined,
): { identity?: { confirmed: true; found: IdentityFinding[] } } {
  const found = newlyIdentifying(before, after);
  if (found.length === 0) return {};
  if (!isConfirmed) refuse('identity_unconfirmed', { found: found.slice(0, 50) });
  return { identity: { confirmed: true, found: found.slice(0, 50) } };
}
