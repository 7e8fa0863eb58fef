import { describe, expect, test } from '@jest/globals';
import type { LawVerdict, PracticeVerdict, ReleaseElement } from '@servanda/contract';
import { moveOf } from './changes.rules.ts';
import { difference } from './text-difference.ts';

const element = (law: LawVerdict | null, practice: PracticeVerdict | null = null, applies = true): ReleaseElement => ({
  ...{ code: '1', obligation: '1', article: 1, citation: 'Article 1', title: 'One', applies, ground: null, groundReason: null, law, practice },
  ...{ lawProof: 'none', practiceProof: 'none', isAccepted: null, asOf: null, periodFrom: null, periodTo: null, assessedOn: null },
  ...{ reasons: '', qualifierNote: '', citations: [], restsOnUnpublished: false },
});

describe('how a verdict moved', () => {
  test.each([
    ['to a better place of the scale', element('non_compliant'), element('compliant'), 'up'],
    ['to a weaker one', element('compliant'), element('largely_compliant'), 'down'],
    ['not at all', element('compliant'), element('compliant'), null],
    ['from none', element(null), element('non_compliant'), 'first'],
    ['to none', element('compliant'), element(null), 'dropped'],
    ['into the release', null, element('compliant'), 'first'],
    ['out of the release', element('compliant'), null, 'dropped'],
    ['into the release, without a verdict', null, element(null), null],
    ['because it no longer applies', element('compliant'), element(null, null, false), 'other'],
    ['because it applies now', element(null, null, false), element(null), 'other'],
    ['nowhere, for it applies in neither', element(null, null, false), element(null, null, false), null],
  ] as const)('in law: %s', (_, before, after, move) => expect(moveOf('law', before, after)).toBe(move));

  test.each([
    ['effective', 'none', 'down'],
    ['limited', 'substantial', 'up'],
    ['limited', 'no_data', 'other'],
    ['no_data', 'effective', 'other'],
    [null, 'no_data', 'first'],
  ] as const)('in practice: %s to %s', (before, after, move) => expect(moveOf('practice', element(null, before), element(null, after))).toBe(move));
});

describe('two texts in one', () => {
  test('what went is struck out, what came is underlined, and neither is markup', () =>
    expect(String(difference('The Act <b> covers every child.', 'The Act <b> covers most children.', 'en'))).toBe(
      'The Act &lt;b&gt; covers <del>every child</del><ins>most children</ins>.',
    ));
  test('in Arabic it goes by words, not by letters', () =>
    expect(String(difference('يغطي القانون كل طفل في البلد', 'يغطي القانون بعض الأطفال في البلد', 'ar'))).toContain('<del>كل طفل</del><ins>بعض الأطفال</ins>'));
  test('where too little is shared they stand apart', () =>
    expect(difference('One two three four five.', 'Nothing of it is here any more at all.', 'en')).toBeNull());
});
