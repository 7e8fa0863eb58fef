import type { DossierFacts, Ground, Rule } from '@servanda/contract';

export interface Applicability {
  applies: boolean;
  ground: Ground | null;
  /** One English sentence that names the provision and how it is known; null where the element applies. */
  reason: string | null;
}

const applies: Applicability = { applies: true, ground: null, reason: null };
const out = (ground: Ground, ...sentences: string[]): Applicability => ({ applies: false, ground, reason: sentences.filter(Boolean).join(' ') });

/**
 * Whether an element applies to a State, with the legal ground where not (domain: not-applicable grounds, a closed list).
 * What is not known takes nothing out. A reservation takes nothing out either: it is shown with its text.
 */
export function applicability(rule: Rule, state: { isCrcParty: boolean }, facts: DossierFacts): Applicability {
  switch (rule) {
    case 'always':
      return applies;
    case 'unless-extradition-conditional-on-treaty': {
      const { answer, basis } = facts.extraditionConditionalOnTreaty;
      if (answer !== true) return applies;
      return out(
        'extradition_conditional_on_treaty',
        'Article 5(3) binds States that do not make extradition conditional on a treaty; this State does.',
        basis,
      );
    }
    case 'where-later-extradition-treaty': {
      const { answer, basis } = facts.laterExtraditionTreaty;
      if (answer !== false) return applies;
      return out('no_later_extradition_treaty', 'Article 5(1) speaks here of extradition treaties concluded later; this State has concluded none.', basis);
    }
    case 'crc-parties':
      if (state.isCrcParty) return applies;
      return out(
        'not_party_to_the_crc',
        'Article 12(2), first sentence, binds parties to the Convention on the Rights of the Child; this State is not a party.',
      );
    case 'non-crc-parties':
      if (!state.isCrcParty) return applies;
      return out(
        'party_to_the_crc',
        'Article 12(2), second sentence, binds States that are not parties to the Convention on the Rights of the Child; this State is a party.',
      );
    case 'in-a-position-to-assist': {
      const { answer, basis } = facts.inPositionToAssist;
      if (answer !== false) return applies;
      return out('not_in_a_position_to_assist', 'Article 10(4) binds States in a position to provide assistance; this State is not.', basis);
    }
  }
}

/** Nothing is known yet: every conditional element stays in. */
export const noFacts: DossierFacts = {
  extraditionConditionalOnTreaty: { answer: null, basis: '' },
  laterExtraditionTreaty: { answer: null, basis: '' },
  inPositionToAssist: { answer: null, basis: '' },
};
