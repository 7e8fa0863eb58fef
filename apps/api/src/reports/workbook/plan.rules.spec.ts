import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readWorkbook } from '../../platform/tables/workbook.ts';
import { type Content, nothing } from './compare.rules.ts';
import { basesOf, type Known, planOf } from './plan.rules.ts';
import { baseKey, baseOf } from './row-key.ts';
import { checklistsOf, letters } from './sheet.rules.ts';

const dossier = '01900000-0000-7000-8000-000000000001';
const saved: Content = {
  ...nothing,
  ...{ law: 'partially_compliant', practice: 'no_data', asOf: '2026-03-31', periodFrom: '2024-01-01', qualifierNote: '+1 @SUM' },
  reasons: '=HYPERLINK("http://x.example","y") _x0041_ <b>&amp; "quoted"\nsecond line\n\ttab  two spaces \u2028 sep \u200f mark 😀 نص عربي',
};
const known = (code: string, more: Partial<Known> = {}): [string, Known] => [
  code,
  { code, citation: '', title: '', applies: true, latest: null, now: null, bases: [], ...more },
];
const latest = { number: 2, status: 'accepted' as const, author: 'Lead', recordedAt: '2026-04-01T00:00:00Z' };

describe('a workbook that another program saved', () => {
  // Taken in French, opened and saved by LibreOffice 7.4: four elements, one of them judged, one that does not apply.
  const fromLibreOffice = async () => {
    const [list] = checklistsOf(await readWorkbook(readFileSync(new URL('../../../test/corpus/from-libreoffice.xlsx', import.meta.url))));
    if (!list) throw new Error('no checklist');
    return list;
  };
  const outcomes = async (first: Partial<Known>) => {
    const list = await fromLibreOffice();
    const elements = new Map([known('1', first), known('3.2'), known('3.3'), known('3.4', { applies: false })]);
    return planOf(list, { dossier, today: '2026-11-27', known: elements });
  };

  test('says letter by letter what it said when it was taken', async () => {
    const list = await fromLibreOffice();
    expect(list).toMatchObject({ unread: [], missing: [] });
    expect(basesOf(list, dossier)).toEqual([{ code: '1', base: 2 }]);
    const planned = await outcomes({ latest, now: saved, bases: [{ number: 2, content: saved }] });
    expect(planned.map(({ shown }) => [shown.element, shown.outcome])).toEqual(['1', '3.2', '3.3', '3.4'].map((code) => [code, 'unchanged']));
  });
  test('is compared with what it was and what it is', async () => {
    const before = { ...saved, law: 'non_compliant' };
    const [changed] = await outcomes({ latest, now: before, bases: [{ number: 2, content: before }] });
    expect(changed?.shown).toMatchObject({ outcome: 'changed', fields: [{ field: 'law', cell: 'F2', was: 'non_compliant', sheet: 'partially_compliant' }] });
    const [conflict] = await outcomes({ latest: { ...latest, number: 3 }, now: { ...before, practice: 'limited' }, bases: [{ number: 2, content: before }] });
    expect(conflict).toMatchObject({ shown: { outcome: 'conflict' }, write: { number: 4, law: 'partially_compliant', practice: 'limited' } });
    const [unmet] = await outcomes({ latest: { ...latest, number: 1 }, now: before });
    expect(unmet?.shown.faults).toMatchObject([{ cell: 'N2', field: 'base' }]);
  });
});

describe('the key of a row', () => {
  test.each([0, 1, 42])('%i comes back, and only for its own element and dossier', (number) => {
    const key = baseKey(dossier, '8.1.e', number);
    expect(baseOf(key, dossier, '8.1.e')).toBe(number);
    expect(baseOf(key, dossier, '8.1.d')).toBeNull();
    expect(baseOf(key, '01900000-0000-7000-8000-000000000002', '8.1.e')).toBeNull();
  });
  test.each(['', 'r1', 'r01-00000000', 'r1-zzzzzzzz', '1'])('%j is none', (key) => expect(baseOf(key, dossier, '8.1.e')).toBeNull());
});

test('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
