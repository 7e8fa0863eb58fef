import { describe, expect, test } from '@jest/globals';
import { draftOf, emptyRow, faultsAt, toRows } from './figures-draft.ts';
import { byYear } from './figures-order.ts';
import { cellsOf, linesOf, pastedInto } from './figures-pasted.ts';

const series = { element: '3.1.b', indicator: 'convicted' as const };
const words = {
  columns: { year: 'Année', region: 'Région', age: 'Âge', girls: 'Filles', boys: 'Garçons', other: 'Autre', all: 'Total' },
  nothing: ['Ensemble de l’État', 'Tous âges', 'non renseigné'],
};
const other = { element: '3.1.c', indicator: 'victims' as const };

describe('figures as they are typed', () => {
  test('are read as spreadsheets write them; nothing is not nought', () => {
    const { rows, faults } = toRows(
      [{ ...emptyRow(series), year: '2025', age: '12 – 14', girls: '1 240', boys: '1,003', other: '–', all: '٢٬٢٤٣' }],
      'Inconnu',
    );
    expect(faults).toEqual({});
    expect(rows).toEqual([{ ...series, year: 2025, region: '', age: '12-14', girls: 1240, boys: 1003, other: null, all: 2243 }]);
    expect(draftOf(rows, 'Inconnu')[0]).toMatchObject({ year: '2025', girls: '1240', other: '' });
  });

  test('leave empty rows out, and faults stand at the row that was typed', () => {
    const { rows, places, faults } = toRows(
      [emptyRow(series), { ...emptyRow(series), year: '2025', girls: 'ten' }, { ...emptyRow(series), year: '2024', age: 'inconnu', all: '7' }],
      'Inconnu',
    );
    expect(faults).toEqual({ 'rows.1.girls': 'Write a whole number' });
    expect(rows).toMatchObject([{ age: 'unknown' }]);
    expect(draftOf(rows, 'Inconnu')[0]).toMatchObject({ age: 'Inconnu' });
    expect(places).toEqual([1, 2]);
    expect(faultsAt({ 'rows.1.all': 'No', rows: 'Too many' }, places)).toEqual({ 'rows.2.all': 'No', rows: 'Too many' });
  });

  test('are filled in from a cell on by what was copied, within their series', () => {
    const cells = cellsOf('2024\tNorth\t\t5\r\n2025\t"South"\t12-14\t6\t7\n');
    expect(cellsOf('2024')).toBeNull();
    const filled = pastedInto([emptyRow(series), emptyRow(other)], series, 0, linesOf(cells ?? [], 'year', words));
    expect(filled.map(({ element, year, region, age, girls, boys }) => [element, year, region, age, girls, boys])).toEqual([
      ['3.1.b', '2024', 'North', '', '5', ''],
      ['3.1.c', '', '', '', '', ''],
      ['3.1.b', '2025', 'South', '12-14', '6', '7'],
    ]);
    // What does not fit beside the last column is left.
    expect(linesOf([['9', '10']], 'all', words)).toEqual([{ all: '9' }]);
  });

  test('stand where the head of what was copied names them; a head of other words is left out; what says nothing leaves the field empty', () => {
    const copied = [
      ['ANNÉE', 'Région', 'Âge', 'Total', 'Filles'],
      ['2025', 'Ensemble de l’État', 'Tous âges', '21', 'non renseigné'],
    ];
    expect(linesOf(copied, 'year', words)).toEqual([{ year: '2025', region: '', age: '', all: '21', girls: '' }]);
    expect(
      linesOf(
        [
          ['Jahr', 'Gebiet'],
          ['2025', 'Nord'],
        ],
        'year',
        words,
      ),
    ).toEqual([{ year: '2025', region: 'Nord' }]);
    expect(linesOf([['North', 'South']], 'region', words)).toEqual([{ region: 'North', age: 'South' }]);
  });

  test('are read by year, the newest first, and the whole before its parts', () => {
    const row = (year: number, region: string, age: string) => ({ ...series, year, region, age, girls: null, boys: null, other: null, all: 9 });
    const read = byYear([row(2024, '', ''), row(2025, 'South', '12-14'), row(2025, 'South', ''), row(2025, 'South', '9-11'), row(2025, '', '')]);
    expect(read.map(({ year, regions }) => [year, ...regions.map(({ region, rows }) => [region, ...rows.map(({ age }) => age)])])).toEqual([
      [2025, ['', ''], ['South', '', '9-11', '12-14']],
      [2024, ['', '']],
    ]);
  });
});
