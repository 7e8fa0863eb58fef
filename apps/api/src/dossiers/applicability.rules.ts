import type { DossierFacts, Ground, Rule } from '@servanda/contract';

export interface Applicability {
  applies: boolean;
  ground: Ground | null;
  reason: string | null;
}
const stays: Applicability = { applies: true, ground: null, reason: null };
const out = (ground: Ground, reason: string): Applicability => ({ applies: false, ground, reason });
const known = (basis: string) => (basis ? ` ${basis}` : '');

/**
 * Whether an element applies to a State, by rule with reason and never by a click (domain: not-applicable grounds).
 * What is not known stays in: silence never shortens the list of duties.
 */
export function applicabilityOf(rule: Rule, state: { isCrcParty: boolean }, facts: DossierFacts): Applicability {
  const { extraditionConditionalOnTreaty: conditional, laterExtraditionTreaty: later, inPositionToAssist: able } = facts;
  switch (rule) {
    case 'always':
      return stays;
    case 'unless-extradition-conditional-on-treaty':
      return conditional.answer === true
        ? out('extradition_conditional_on_treaty', `Article 5(3) binds States that do not make extradition conditional on a treaty; this State does.${known(conditional.basis)}`)
        : stays;
    case 'where-later-extradition-treaty':
      return later.answer === false
        ? out('no_later_extradition_treaty', `The second duty of Article 5(1) arises with an extradition treaty concluded later; there is none.${known(later.basis)}`)
        : stays;
    case 'crc-parties':
      return state.isCrcParty ? stays : out('not_party_to_the_crc', 'Article 12(2), first sentence, binds parties to the Convention on the Rights of the Child; this State is not one.');
    case 'non-crc-parties':
      return state.isCrcParty ? out('party_to_the_crc', 'Article 12(2), second sentence, binds States that are not party to the Convention on the Rights of the Child; this State is.') : stays;
    case 'in-a-position-to-assist':
      return able.answer === false ? out('not_in_a_position_to_assist', `Article 10(4) binds States in a position to assist; this State is not.${known(able.basis)}`) : stays;
  }
}

/** Facts before anybody stated them. */
export const unknownFacts: DossierFacts = {
  extraditionConditionalOnTreaty: { answer: null, basis: '' },
  laterExtraditionTreaty: { answer: null, basis: '' },
  inPositionToAssist: { answer: null, basis: '' },
};
