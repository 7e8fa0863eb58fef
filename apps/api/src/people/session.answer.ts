import type { contract, Returned } from '@servanda/contract';
import { isSecondFactorMissing, isSingleSignOnMissing } from './factors/factors.rules.ts';
import { policy } from './people.policy.ts';
import type { SessionFacts } from './people.queries.ts';

const moment = (at: string) => new Date(at).toISOString();

/** The session as its person is told it, with what he or she may do. */
export function sessionAnswer(facts: SessionFacts, now: Date): Returned<typeof contract.people.whoAmI> {
  const who = { role: facts.role, organisationKind: facts.organisation.kind };
  return {
    person: facts.person,
    organisation: facts.organisation,
    role: facts.role,
    body: facts.body,
    organisations: facts.organisations,
    signedInAt: moment(facts.signedInAt),
    expiresAt: moment(facts.expiresAt),
    methods: facts.methods,
    confirmedAt: moment(facts.confirmedAt),
    secondFactor: {
      has: facts.hasSecondFactor,
      requiredFrom: facts.secondFactorFrom && moment(facts.secondFactorFrom),
      isMissing: isSecondFactorMissing(facts, now),
    },
    isSingleSignOnMissing: isSingleSignOnMissing(facts),
    may: {
      openDossier: policy.openDossier(who),
      recordAssessment: policy.recordAssessment(who),
      addEvidence: policy.addEvidence(who),
      review: policy.review(who),
      manageOrganisation: policy.manageOrganisation(who),
      readJournal: policy.readJournal(who),
    },
  };
}
