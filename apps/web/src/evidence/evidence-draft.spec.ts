import { expect, test } from '@jest/globals';
import { faultsIn } from '../platform/form/use-form.ts';
import { CheckedDraft, differing, emptyDraft, toAdd } from './evidence-draft.ts';

const law = { ...emptyDraft, kind: 'law' as const, title: ' Penal Code ', originator: 'Parliament' };

test('an empty draft names each field that must be said, the kind among them', () => {
  expect(Object.keys(faultsIn(CheckedDraft, emptyDraft))).toEqual(['kind', 'title', 'originator']);
});

test('a period that ends before it begins is named at its end', () => {
  expect(faultsIn(CheckedDraft, { ...law, periodFrom: '2024-02-01', periodTo: '2024-01-31' })).toEqual({ periodTo: 'The period ends before it begins' });
});

test('what is left empty is sent as nothing', () => {
  expect(toAdd(law)).toMatchObject({ title: 'Penal Code', datedOn: null, link: null, citation: '' });
});

test('two drafts differ by what they say, not by spaces at the ends', () => {
  expect(differing(law, { ...law, title: 'Penal Code', citation: 'Gazette 12/2019' })).toEqual(['citation']);
});
