// Reminds a writer of words that could tell who a child or a suspect is. It never blocks what is not public; people decide.
import { type IdentityKind, identityIn } from '@servanda/contract';

/** A run of text that could identify somebody. */
export interface ChildWords {
  excerpt: string;
  /** Offset of the excerpt in the text. */
  at: number;
  kind: IdentityKind;
}

/** What in the text could identify a child or a suspect, in reading order. */
export const childWordsIn = (text: string): ChildWords[] =>
  identityIn(text).map(({ kind, at, length }) => ({ kind, at, excerpt: text.slice(at, at + length) }));
