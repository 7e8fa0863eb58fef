import { type IdentityFinding, newlyIdentifying } from '@servanda/contract';
import { refuse } from '../platform/http/refusal.ts';
import type { Passage } from './identity/file-identity.rules.ts';

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

/** What stands in the text of a file and may identify somebody. */
export interface UndecidedText {
  file: string;
  found: Passage[];
}
/** Named by file and page, for a text has no field: `files.<id>.<page>`. */
const inTexts = (texts: readonly UndecidedText[]): IdentityFinding[] =>
  texts.flatMap(({ file, found }) => found.map(({ page, kind, at, length }) => ({ field: `files.${file}.${page}`, kind, at, length })));

/** The decision over what a piece newly makes public that may identify a child or a suspect: its own words, and the texts of its files. */
export const confirmedIdentity = (before: Said | null, after: Said, isConfirmed: boolean | undefined, texts: readonly UndecidedText[] = []): Confirmed =>
  confirmedFindings([...newlyIdentifying(before, after), ...inTexts(texts)], isConfirmed);
