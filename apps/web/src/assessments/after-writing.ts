import { contract } from '@servanda/contract';

/** Doors whose answers are out of date once a judgement is recorded or reviewed. */
export const outdatedByJudgement = [
  contract.assessments.history,
  contract.assessments.criminalisation,
  contract.dossiers.obligations,
  contract.dossiers.list,
  contract.gaps.coverage,
  contract.gaps.list,
  contract.evidence.list,
  contract.evidence.get,
] as const;
