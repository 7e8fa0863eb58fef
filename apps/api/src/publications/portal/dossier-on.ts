// A published dossier by its newest release, as it stands beside others on the same State.
import type { DossierKind, Lanes, Proof, ReleaseElement, ReleaseEvidence } from '@servanda/contract';
import type * as z from 'zod';
import type { Position } from '../../gaps/contest.rules.ts';

export interface Head {
  id: string;
  number: number;
  organisation: string;
  organisationKind: 'government' | 'ngo' | 'nhri';
  dossier: string;
  kind: DossierKind;
  publishedAt: string;
  sha256: string;
  coverage: z.infer<typeof Lanes>;
  asOf: string;
  title: string;
  articles: number[];
  /** Whether it publishes its criminalisation matrix. */
  hasMatrix: boolean;
}

/** With the positions on each of its elements. */
export interface DossierOn extends Head {
  elements: (Omit<Position, 'dossier'> & { code: string; lawProof: Proof; practiceProof: Proof; asOf: string | null })[];
}
/** With all that it says on one obligation. */
export interface DossierOnObligation extends Head {
  elements: ReleaseElement[];
  evidence: ReleaseEvidence[];
}

/** What each dossier says of an element; dossiers that say nothing of it are not among them. */
export const positionsOn = (dossiers: readonly Pick<DossierOn, 'dossier' | 'elements'>[], code: string): Position[] =>
  dossiers.flatMap(({ dossier, elements }) => elements.filter((element) => element.code === code).map((element) => ({ ...element, dossier })));
