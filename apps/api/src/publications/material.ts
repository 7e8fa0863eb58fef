// What is read of a dossier for a release, before it is chosen from.
import type { ReleaseCitation, ReleaseElement, ReleaseEvidence, ReleaseMatter } from '@servanda/contract';

export type MaterialElement = Omit<ReleaseElement, 'citations' | 'restsOnUnpublished'> & {
  /** Pieces cited, public or not. */
  cited: number;
  citations: (Omit<ReleaseCitation, 'ref'> & { piece: string })[];
};
export type MaterialPiece = Omit<ReleaseEvidence, 'ref'> & { piece: string };

export interface Material extends Pick<ReleaseMatter, 'state' | 'stateName' | 'organisation' | 'dossier'> {
  elements: MaterialElement[];
  evidence: MaterialPiece[];
  internalPieces: number;
  restrictedPieces: number;
  /** Files of public pieces of which no clean copy stands. */
  filesWithoutCopy: number;
}
