import { describe, expect, test } from '@jest/globals';
import { WorkbookField } from '@servanda/contract';
import fc from 'fast-check';
import { type Content, compare, nothing } from './compare.rules.ts';

const base: Content = { ...nothing, law: 'partially_compliant', asOf: '2026-03-31', reasons: 'Penal Code' };
const with_ = (said: Partial<Content>): Content => ({ ...base, ...said });

describe('a row, three ways', () => {
  test.each<[string, { was: Content; now: Content; sheet: Partial<Content> }, string, string[], Partial<Content>]>([
    ['nobody wrote', { was: base, now: base, sheet: base }, 'unchanged', [], base],
    ['only the sheet', { was: base, now: base, sheet: with_({ law: 'compliant' }) }, 'changed', ['law'], with_({ law: 'compliant' })],
    ['only the record', { was: base, now: with_({ law: 'compliant' }), sheet: base }, 'unchanged', [], with_({ law: 'compliant' })],
    [
      'both the same, as when a workbook comes in again',
      { was: base, now: with_({ law: 'compliant' }), sheet: with_({ law: 'compliant' }) },
      'unchanged',
      [],
      with_({ law: 'compliant' }),
    ],
    [
      'both, in one field',
      { was: base, now: with_({ law: 'compliant' }), sheet: with_({ law: 'non_compliant' }) },
      'conflict',
      ['law'],
      with_({ law: 'non_compliant' }),
    ],
    [
      'both, in different fields: a decision for a person, and neither is lost',
      { was: base, now: with_({ reasons: 'Penal Code, as amended' }), sheet: with_({ practice: 'limited' }) },
      'conflict',
      ['practice', 'reasons'],
      with_({ practice: 'limited', reasons: 'Penal Code, as amended' }),
    ],
    ['the first judgement', { was: nothing, now: nothing, sheet: base }, 'changed', ['law', 'asOf', 'reasons'], base],
    ['the first, but a colleague was faster', { was: nothing, now: with_({ law: 'compliant' }), sheet: base }, 'conflict', ['law', 'asOf', 'reasons'], base],
    [
      'a field emptied',
      { was: with_({ qualifierNote: 'Feasible' }), now: with_({ qualifierNote: 'Feasible' }), sheet: base },
      'changed',
      ['qualifierNote'],
      base,
    ],
    ['a missing column says nothing', { was: base, now: base, sheet: { law: 'compliant' } }, 'changed', ['law'], with_({ law: 'compliant' })],
  ])('%s', (_, sides, outcome, differing, merged) => {
    const compared = compare(sides);
    expect(compared).toMatchObject({ outcome, merged });
    expect([...compared.differing].sort()).toEqual([...differing].sort());
  });
});

const word = fc.constantFrom('', 'a', 'b', 'c');
const content = fc.record({ law: word, practice: word, asOf: word, periodFrom: word, periodTo: word, reasons: word, qualifierNote: word });
const sides = fc.record({ was: content, now: content, sheet: content });

describe('whatever three sides say', () => {
  test('a sheet that was not touched changes nothing', () =>
    fc.assert(fc.property(content, content, (was, now) => compare({ was, now, sheet: was }).outcome === 'unchanged')));
  test('where the record stood still there is no conflict, and the sheet is what comes of it', () =>
    fc.assert(
      fc.property(content, content, (was, sheet) => {
        const { outcome, merged } = compare({ was, now: was, sheet });
        expect(outcome).not.toBe('conflict');
        expect(merged).toEqual(sheet);
      }),
    ));
  test('what comes of it is, field by field, what the sheet changed or else what is recorded: nobody’s word is lost unseen', () =>
    fc.assert(
      fc.property(sides, ({ was, now, sheet }) => {
        const { outcome, merged, differing } = compare({ was, now, sheet });
        for (const field of WorkbookField.options) {
          expect(merged[field]).toBe(sheet[field] === was[field] ? now[field] : sheet[field]);
          if (outcome !== 'unchanged' && merged[field] !== now[field]) expect(differing).toContain(field);
          if (outcome === 'conflict' && was[field] !== now[field]) expect(differing).toContain(field);
        }
      }),
    ));
  test('once taken, the same sheet changes nothing any more', () =>
    fc.assert(fc.property(sides, ({ was, now, sheet }) => compare({ was, now: compare({ was, now, sheet }).merged, sheet }).outcome === 'unchanged')));
});
