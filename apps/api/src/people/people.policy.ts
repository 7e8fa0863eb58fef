import type { May, OrganisationKind, Role } from '@servanda/contract';

const yes: May = { allowed: true, because: null };
const no: May = { allowed: false, because: 'role' };
const when = (allowed: boolean): May => (allowed ? yes : no);

interface Who {
  role: Role;
  organisationKind: OrganisationKind;
}
/** The operator runs the instance and sees no dossier. */
const keepsDossiers = (who: Who) => who.organisationKind !== 'operator';
const writes: readonly Role[] = ['lead', 'reviewer', 'contributor'];

/** Who may do what in his or her organisation; pure, so that the answer to the screen and the check of the act are the same. */
export const policy = {
  openDossier: (who: Who): May => when(keepsDossiers(who) && who.role === 'lead'),
  reviseFacts: (who: Who): May => when(keepsDossiers(who) && who.role === 'lead'),
  recordAssessment: (who: Who): May => when(keepsDossiers(who) && writes.includes(who.role)),
  addEvidence: (who: Who): May => when(keepsDossiers(who) && writes.includes(who.role)),
  review: (who: Who): May => when(keepsDossiers(who) && (who.role === 'lead' || who.role === 'reviewer')),
  export: (who: Who): May => when(keepsDossiers(who)),
  manageOrganisation: (who: Who): May => when(who.role === 'lead'),
};
