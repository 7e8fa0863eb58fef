import { describe, expect, test } from '@jest/globals';
import { type DossierFacts, Rule } from '@servanda/contract';
import { elementsInOrder } from '../obligations/register.ts';
import { applicability, noFacts } from './applicability.rules.ts';

const basis = 'Extradition Act 1998, section 4.';
const facts = (name: keyof DossierFacts, answer: boolean | null): DossierFacts => ({ ...noFacts, [name]: { answer, basis: answer === null ? '' : basis } });
const conditional = 'extraditionConditionalOnTreaty';
const later = 'laterExtraditionTreaty';
const able = 'inPositionToAssist';

describe('which elements apply', () => {
  test.each([
    ['unless-extradition-conditional-on-treaty', facts(conditional, true), true, 'extradition_conditional_on_treaty'],
    ['unless-extradition-conditional-on-treaty', facts(conditional, false), true, null],
    ['unless-extradition-conditional-on-treaty', facts(conditional, null), true, null],
    ['where-later-extradition-treaty', facts(later, false), true, 'no_later_extradition_treaty'],
    ['where-later-extradition-treaty', facts(later, true), true, null],
    ['where-later-extradition-treaty', facts(later, null), true, null],
    ['in-a-position-to-assist', facts(able, false), true, 'not_in_a_position_to_assist'],
    ['in-a-position-to-assist', facts(able, true), true, null],
    ['in-a-position-to-assist', facts(able, null), true, null],
    ['crc-parties', noFacts, true, null],
    ['crc-parties', noFacts, false, 'not_party_to_the_crc'],
    ['non-crc-parties', noFacts, true, 'party_to_the_crc'],
    ['non-crc-parties', noFacts, false, null],
    ['always', { [conditional]: { answer: true, basis }, [later]: { answer: false, basis }, [able]: { answer: false, basis } }, false, null],
  ] as const)('%s, %j, party to the Convention: %s → %s', (rule, known, isCrcParty, ground) => {
    const { applies, ground: found, reason } = applicability(rule, { isCrcParty }, known);
    expect({ applies, ground: found }).toEqual({ applies: ground === null, ground });
    expect(reason === null).toBe(applies);
  });

  test('the reason names the provision and how it is known', () => {
    const { reason } = applicability('unless-extradition-conditional-on-treaty', { isCrcParty: true }, facts(conditional, true));
    expect(reason).toBe(`Article 5(3) binds States that do not make extradition conditional on a treaty; this State does. ${basis}`);
  });

  test('the conditional elements are those of the closed list, and no other', () => {
    const conditionalOnes = elementsInOrder.filter((element) => element.rule !== 'always').map(({ code, rule }) => [code, rule]);
    expect(conditionalOnes).toEqual([
      ['5.1-2', 'where-later-extradition-treaty'],
      ['5.3', 'unless-extradition-conditional-on-treaty'],
      ['10.4', 'in-a-position-to-assist'],
      ['12.2-1', 'crc-parties'],
      ['12.2-2', 'non-crc-parties'],
    ]);
    expect(new Set(conditionalOnes.map(([, rule]) => rule)).size).toBe(Rule.options.length - 1);
  });

  test('with nothing known, one element is out for any State, for the Convention decides', () => {
    const out = (isCrcParty: boolean) => elementsInOrder.filter(({ rule }) => !applicability(rule, { isCrcParty }, noFacts).applies).map(({ code }) => code);
    expect([out(true), out(false)]).toEqual([['12.2-2'], ['12.2-1']]);
  });
});
