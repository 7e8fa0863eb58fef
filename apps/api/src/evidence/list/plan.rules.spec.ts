import { expect, test } from '@jest/globals';
import { ListColumn as Columns, type ListColumn } from '@servanda/contract';
import { folded, listOf, readCell } from './list.rules.ts';
import { choices, heads } from './list.words.ts';
import { type Known, planOf } from './plan.rules.ts';

const known = (more: Partial<Known>): Known => ({
  ...{ id: '01890a5d-ac96-774b-bcce-b302099a8057', version: 1, isWithdrawn: false, isErased: false, hasProvisions: false },
  content: {
    ...{ kind: 'law', title: 'Act', citation: '', originator: 'Parliament', originatorKind: null, collector: '', method: null, territory: '' },
    ...{ coversWholeTerritory: null, population: '', translationOf: null, reviewBy: null, language: 'en', datedOn: null, inForceFrom: null, inForceTo: null },
    ...{ periodFrom: null, periodTo: null, confidentiality: 'internal', link: null, summary: '' },
  },
  ...more,
});
const outcome = (cells: Partial<Record<ListColumn, string>>, piece: Known) =>
  planOf({ rows: [{ row: 2, cells: { reference: 'L-1', ...cells } }], columns: [], unread: [] }, new Map([['L-1', piece]]))[0]?.shown;

test.each<[string, Partial<Record<ListColumn, string>>, Partial<Known>, string, string | null]>([
  ['says nothing new', { title: 'Act' }, {}, 'unchanged', null],
  ['says something else', { title: 'Another act' }, {}, 'changed', null],
  ['empties a field', { originator: '' }, {}, 'refused', 'Say at least a word'],
  ['leaves confidentiality empty', { confidentiality: '' }, {}, 'unchanged', null],
  ['turns the order of days', { inForceFrom: '2026-01-01', inForceTo: '2025-01-01' }, {}, 'refused', 'It ends before it comes into force'],
  ['makes a report of a law', { kind: 'report' }, {}, 'changed', null],
  [
    'makes a report of a law on which provisions hang',
    { kind: 'report' },
    { hasProvisions: true },
    'refused',
    'Provisions of the transposition table hang on it: it stays a law until they are withdrawn',
  ],
  [
    'takes the restriction off',
    { confidentiality: 'internal' },
    { content: { ...known({}).content, confidentiality: 'restricted' } },
    'refused',
    'This piece is restricted: open it with a purpose and take the restriction off by hand',
  ],
  ['is of a withdrawn piece', {}, { isWithdrawn: true }, 'refused', 'This piece was withdrawn; it takes no more revisions'],
  ['is of an erased piece', {}, { isWithdrawn: true, isErased: true }, 'refused', 'This piece was erased; a list does not bring it back'],
])('a row that %s', (_, cells, piece, expected, message) => {
  const shown = outcome(cells, known(piece));
  expect(shown?.outcome).toBe(expected);
  expect(shown?.faults[0]?.message ?? null).toBe(message);
});

test.each<[string | number | { day: string }, string | null]>([
  ['2026-03-31', '2026-03-31'],
  ['2026-03-31T00:00:00', '2026-03-31'],
  [46112, '2026-03-31'],
  ['46112', '2026-03-31'],
  [46112.75, '2026-03-31'],
  [{ day: '2026-03-31' }, '2026-03-31'],
  [2014, null],
  ['2014', null],
  ['31/12/2025', null],
  ['31.12.2025', null],
  ['12345678', null],
])('the day %j is %s', (cell, day) => {
  expect(readCell('datedOn', cell)).toEqual(day ? { value: day } : { fault: 'Write the day as 2026-03-31' });
});

test('no two heads, and no two words of one column, are read as the same', () => {
  const all = Columns.options.flatMap((column) => [...new Set(Object.values(heads[column]).map(folded))]);
  expect(all).toHaveLength(new Set(all).size);
  for (const values of Object.values(choices)) {
    const words = Object.values(values).flatMap((by) => [...new Set(Object.values(by).map(folded))]);
    expect(words).toHaveLength(new Set(words).size);
  }
});

test('a head that comes twice is read once; an unknown one is named', () => {
  const list = listOf([
    {
      name: '',
      rows: [
        ['External reference', 'Title', 'TITLE ', 'Shelf'],
        ['L-1', 'Act', 'x', 'y'],
      ],
    },
  ]);
  expect(list).toMatchObject({ columns: ['reference', 'title'], unread: ['TITLE', 'Shelf'], rows: [{ row: 2, cells: { reference: 'L-1', title: 'Act' } }] });
});
