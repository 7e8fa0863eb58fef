import type { JournalProblem } from '@servanda/contract';
import { isSignedBy } from '../../platform/journal/signing-key.ts';
import { type AnchorFacts, anchorText } from './anchor-text.ts';

/** A kept anchor, with the hash that the chain has at its place today. */
export type KeptAnchor = Omit<AnchorFacts, 'organisation'> & { signature: string; hashToday: string | null };

const hex = (text: string) => Buffer.from(text, 'hex');

/** What is wrong with the anchors of one chain, in their order: not signed by a known key, out of their row, or of another chain than today's. */
export function anchorProblems(
  organisation: string,
  anchors: readonly KeptAnchor[],
  keys: ReadonlyMap<string, Buffer>,
): { seq: number; problem: JournalProblem }[] {
  return anchors.flatMap((anchor, place): { seq: number; problem: JournalProblem }[] => {
    const { seq } = anchor;
    const key = keys.get(anchor.key);
    const follows = anchor.number === place + 1 && anchor.previous === (anchors[place - 1]?.signature ?? '');
    if (!key || !follows || !isSignedBy(key, anchorText({ organisation, ...anchor }), hex(anchor.signature))) return [{ seq, problem: 'anchor_unsigned' }];
    if (anchor.hashToday === null) return [{ seq, problem: 'anchor_missing' }];
    return anchor.hashToday === anchor.hash ? [] : [{ seq, problem: 'anchor_differs' }];
  });
}
