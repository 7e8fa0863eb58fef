import { contract } from '@servanda/contract';

/** Doors whose answers are out of date once a piece is revised, withdrawn or erased. */
export const outdatedByRevision = [
  contract.evidence.get,
  contract.evidence.list,
  contract.evidence.revisions,
  contract.evidence.text,
  contract.assessments.history,
  contract.dossiers.obligations,
  contract.gaps.list,
  contract.gaps.coverage,
] as const;
