import type { May } from '@servanda/contract';
import { policy as people } from '../people/people.policy.ts';
import type { Scope } from '../platform/db/scope.ts';

type Who = Pick<Scope, 'role' | 'organisationKind' | 'iso3' | 'guest'>;

/** Who may do what with dossiers; pure. The same answers are shown (`may`) and enforced. */
export const policy = {
  /** Leads open dossiers. */
  open: (who: Who): May => people.openDossier(who),
  /** A government keeps the file on its own State; NGOs and NHRIs on any party. */
  openOn: (who: Who, iso3: string): May =>
    who.organisationKind === 'government' && who.iso3 !== iso3 ? { allowed: false, because: 'role' } : people.openDossier(who),
  reviseFacts: (who: Who): May => people.reviseFacts(who),
  /** What a member may do in any dossier of his or her organisation; `seen` closes what a past state leaves shut. Exporting the past is reading it. */
  inDossier: (who: Who, seen: (may: May) => May = (may) => may) => ({
    reviseFacts: seen(people.reviseFacts(who)),
    recordAssessment: seen(people.recordAssessment(who)),
    addEvidence: seen(people.addEvidence(who)),
    review: seen(people.review(who)),
    export: people.export(who),
    assign: seen(people.assign(who)),
  }),
};
