// Where a copied range goes whose lines have no headings: a spreadsheet has a line for each act, the grid rows of groups between.
import { describe, expect, it } from '@jest/globals';
import { type MatrixRow, type Place, rowsOf, shownIn } from './matrix-draft.ts';
import type { ValueWords } from './matrix-keys.ts';
import { pastedAt } from './matrix-paste.ts';
import { copiedFrom } from './matrix-range.ts';

/** As many acts to a group as Article 3(1) has. */
const groups: [string, number][] = [
  ['SA', 3],
  ['SB', 3],
  ['SC', 3],
  ['SAD', 1],
  ['P', 4],
  ['M', 8],
];
const acts = groups
  .flatMap(([group, count]) => Array.from({ length: count }, () => group))
  .map((group, i) => ({ ...{ code: `R${String(i + 1).padStart(2, '0')}`, group, act: 'offering', object: '' }, element: '3.1', citation: '', cells: [] }));
const rows: MatrixRow[] = rowsOf({ acts, groups: groups.map(([code]) => ({ code, element: '3.1', title: 'Of children', citation: '' })) });
const columns = Array.from({ length: 29 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
const english: ValueWords = {
  words: { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Not applicable', unknown: 'Unknown' },
  letters: { yes: 'y', partly: 'p', no: 'n', not_applicable: 'a', unknown: 'u' },
};
const arabic: ValueWords = { ...english, words: { yes: 'نعم', partly: 'جزئيًا', no: 'لا', not_applicable: 'لا ينطبق', unknown: 'غير معروف' } };
const target = { rows, columns, read: shownIn({ recorded: [] }, []), known: english };
const lines = (count: number, across = 1) => Array.from({ length: count }, () => Array.from({ length: across }, () => 'yes').join('\t')).join('\n');
const at = (row: string): Place => ({ row, column: 'C01' });
/** The rows that were set, each once, in their order. */
const set = (pasted: ReturnType<typeof pastedAt>) => ('cells' in pasted ? [...new Set(pasted.cells.map(({ row }) => row))] : pasted);
const codes = rows.map(({ code }) => code);
const ofActs = acts.map(({ code }) => code);

describe('lines without headings', () => {
  it('copied from a spreadsheet at the first act set the 22 acts, pass the groups over, and say so', () => {
    const pasted = pastedAt(lines(22, 29), at('R01'), target);
    expect(set(pasted)).toEqual(ofActs);
    expect(pasted).toMatchObject({ refused: [], went: { first: 'R01', last: 'R22', lines: 22, over: ['SB', 'SC', 'SAD', 'P', 'M'] } });
    expect('cells' in pasted && pasted.cells.length).toBe(22 * 29);
    for (const row of ['STATE', 'SA']) expect(set(pastedAt(lines(22, 29), at(row), target))).toEqual(ofActs);
  });

  it('go down the acts from any act, and what is too much is refused', () => {
    const pasted = pastedAt(lines(4), at('R20'), target);
    expect(set(pasted)).toEqual(['R20', 'R21', 'R22']);
    expect(pasted).toMatchObject({ refused: [{ line: 4, why: 'outside' }], went: { last: 'R22', lines: 3, over: [] } });
  });

  it('as many as the grid has rows are the whole of it', () => {
    expect(set(pastedAt(lines(29), at('STATE'), target))).toEqual(codes);
    expect(pastedAt(lines(29), at('R01'), target)).toEqual({
      ask: [
        { way: 'whole', to: codes },
        { way: 'acts', to: ofActs },
      ],
    });
  });

  it('that could go two ways set nothing before one is chosen', () => {
    const ask = [
      { way: 'grid', to: ['SB', 'R04', 'R05'] },
      { way: 'acts', to: ['R04', 'R05', 'R06'] },
    ];
    expect(pastedAt(lines(3), at('SB'), target)).toEqual({ ask });
    expect(set(pastedAt(lines(3), at('SB'), target, 'grid'))).toEqual(['SB', 'R04', 'R05']);
    expect(set(pastedAt(lines(3), at('SB'), target, 'acts'))).toEqual(['R04', 'R05', 'R06']);
    expect(set(pastedAt('yes', at('SB'), target))).toEqual(['SB']);
  });

  it('copied here over a group find their rows again by their headings', () => {
    const filled = shownIn(
      { recorded: [] },
      ['R03', 'SB', 'R04'].map((row) => ({ row, column: 'C02', value: 'no', source: null })),
    );
    const copied = copiedFrom({ rows: [codes.indexOf('R03'), codes.indexOf('R04')], columns: [1, 1] }, { ...target, read: filled });
    expect(set(pastedAt(copied, { row: 'R03', column: 'C02' }, target))).toEqual(['R03', 'SB', 'R04']);
  });
});

describe('a word for a value', () => {
  it.each([
    ['n/a', english],
    ['N.A.', english],
    ['s/o', english],
    ['S. O.', english],
    ['غ/م', english],
    ['لا ينطبق', english],
    ['غير منطبق', arabic],
  ])('%s says not applicable', (word, known) => {
    expect(pastedAt(word, at('R01'), { ...target, known })).toMatchObject({ cells: [{ value: 'not_applicable' }], refused: [] });
  });

  it('is read in Arabic with its vowel signs and without', () => {
    for (const word of ['جزئيًا', 'جزئياً', 'جزئيا'])
      expect(pastedAt(word, at('R01'), { ...target, known: arabic })).toMatchObject({ cells: [{ value: 'partly' }] });
  });
});
