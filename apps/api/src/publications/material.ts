// What is read of a dossier for a release, before it is chosen from.
import type { CriminalisationValue, ReleaseCitation, ReleaseElement, ReleaseEvidence, ReleaseMatter } from '@servanda/contract';

export type MaterialElement = Omit<ReleaseElement, 'citations' | 'restsOnUnpublished' | 'contributedBy'> & {
  /** The organisation of a coalition that gave the judgement; null: the one that publishes. */
  contributedBy: string | null;
  /** Why it complies although the matrix says no. */
  matrixReason: string;
  /** Pieces cited, public or not. */
  cited: number;
  citations: (Omit<ReleaseCitation, 'ref'> & { piece: string })[];
};
export type MaterialPiece = Omit<ReleaseEvidence, 'ref'> & { piece: string };

/** A cell of the criminalisation matrix, with the words of its source. */
export interface MaterialCell {
  row: string;
  column: string;
  value: CriminalisationValue;
  source: string;
  isPublic: boolean;
}

export interface Material extends Pick<ReleaseMatter, 'state' | 'stateName' | 'organisation' | 'dossier'> {
  elements: MaterialElement[];
  evidence: MaterialPiece[];
  matrix: MaterialCell[];
  internalPieces: number;
  restrictedPieces: number;
  /** Files of public pieces of which no clean copy stands. */
  filesWithoutCopy: number;
}
