import { allow, contract, type May, type OrganisationKind, type Role } from '@servanda/contract';
import { policy as allowance } from './allowance.policy.ts';

interface Who {
  role: Role;
  organisationKind: OrganisationKind;
  /** Set for a guest of a coalition. */
  guest?: object | undefined;
}
const { people, dossiers, assessments, evidence, publications, reports } = contract;

/**
 * Who may do what in his or her organisation; pure, so that the answer to the screen and the check of the act are the same.
 * Each act is a door, and the contract says who may come through it: nothing is decided here a second time.
 */
export const policy = {
  openDossier: (who: Who): May => allowance.mayUse(dossiers.open, who),
  reviseFacts: (who: Who): May => allowance.mayUse(dossiers.reviseFacts, who),
  recordAssessment: (who: Who): May => allowance.mayUse(assessments.record, who),
  addEvidence: (who: Who): May => allowance.mayUse(evidence.add, who),
  /** Submitting is for authors too; accepting and returning come through the same door. */
  review: (who: Who): May => allowance.mayUse({ allows: allow.reviewers }, who),
  /** Who answers for what is for the lead to say. */
  assign: (who: Who): May => allowance.mayUse(dossiers.assign, who),
  export: (who: Who): May => allowance.mayUse(reports.statusJson, who),
  /** Publishing and withdrawing; each asks for a fresh proof besides. */
  publish: (who: Who): May => allowance.mayUse(publications.publish, who),
  keepKeys: (who: Who): May => allowance.mayUse(people.addKey, who),
  readJournal: (who: Who): May => allowance.mayUse(people.journal, who),
  manageOrganisation: (who: Who): May => allowance.mayUse({ allows: allow.governors }, who),
};
