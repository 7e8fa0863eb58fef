// A published dossier as it stands beside others on the same State: for each element by its newest release that stands and covers it.
import type { DossierKind, Lanes, Proof, ReleaseElement, ReleaseEvidence } from '@servanda/contract';
import type * as z from 'zod';
import type { Position } from '../../gaps/contest.rules.ts';

/** A release in short. */
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
}
/** A dossier under the head of its newest release. */
interface Counted extends Head {
  /** That release and every other that counts for an element, the newest first. */
  counts: Head[];
}
/** The release that counts for an element. */
interface FromRelease {
  release: string;
}

/** With what counts on each element that it covers. */
export interface DossierOn extends Counted {
  elements: (Omit<Position, 'dossier'> & FromRelease & { code: string; lawProof: Proof; practiceProof: Proof; asOf: string | null; contributedBy?: string })[];
  /** Whether a release that stands publishes a criminalisation matrix. */
  hasMatrix: boolean;
}
/** With all that it says on one obligation. */
export interface DossierOnObligation extends Counted {
  elements: (ReleaseElement & FromRelease)[];
  evidence: (ReleaseEvidence & FromRelease)[];
}

/** The release from which something said is; without it, the newest. */
export const releaseFor = (dossier: Counted, said: FromRelease | undefined): Head => dossier.counts.find(({ id }) => id === said?.release) ?? dossier;

/** What each dossier says of an element; dossiers that say nothing of it are not among them. */
export const positionsOn = (dossiers: readonly Pick<DossierOn, 'dossier' | 'elements'>[], code: string): Position[] =>
  dossiers.flatMap(({ dossier, elements }) => elements.filter((element) => element.code === code).map((element) => ({ ...element, dossier })));
