import { type IdentityFinding, newlyIdentifying } from '@servanda/contract';
import { refuse } from '../platform/http/refusal.ts';

type Said = Parameters<typeof newlyIdentifying>[1];
/** What the journal keeps of the decision: kind and place of each finding, never its words. */
export interface Confirmed {
  identity?: { confirmed: true; found: IdentityFinding[] };
}

/** The decision over what was found, for the journal. Refuses identity_unconfirmed where somebody did not confirm it. */
export function confirmedFindings(found: IdentityFinding[], isConfirmed: boolean | undefined): Confirmed {
  if (found.length === 0) return {};
  if (!isConfirmed) refuse('identity_unconfirmed', { found: found.slice(0, 50) });
  return { identity: { confirmed: true, found: found.slice(0, 50) } };
}

/** The decision over what a piece newly makes public that may identify a child or a suspect. */
export const confirmedIdentity = (before: Said | null, after: Said, isConfirmed: boolean | undefined): Confirmed =>
  confirmedFindings(newlyIdentifying(before, after), isConfirmed);
