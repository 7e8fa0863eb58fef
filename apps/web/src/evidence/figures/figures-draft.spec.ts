import { describe, expect, test } from '@jest/globals';
import { cellsOf, draftOf, emptyRow, faultsAt, pastedInto, toRows } from './figures-draft.ts';

const series = { element: '3.1.b', indicator: 'convicted' as const };
const other = { element: '3.1.c', indicator: 'victims' as const };

describe('figures as they are typed', () => {
  test('are read as spreadsheets write them; nothing is not nought', () => {
    const { rows, faults } = toRows([{ ...emptyRow(series), year: '2025', age: '12 – 14', girls: '1 240', boys: '1,003', other: '–', all: '٢٬٢٤٣' }]);
    expect(faults).toEqual({});
    expect(rows).toEqual([{ ...series, year: 2025, region: '', age: '12-14', girls: 1240, boys: 1003, other: null, all: 2243 }]);
    expect(draftOf(rows)[0]).toMatchObject({ year: '2025', girls: '1240', other: '' });
  });

  test('leave empty rows out, and faults stand at the row that was typed', () => {
    const { rows, places, faults } = toRows([
      emptyRow(series),
      { ...emptyRow(series), year: '2025', girls: 'ten' },
      { ...emptyRow(series), year: '2024', all: '7' },
    ]);
    expect(faults).toEqual({ 'rows.1.girls': 'Write a whole number' });
    expect(rows).toHaveLength(1);
    expect(places).toEqual([1, 2]);
    expect(faultsAt({ 'rows.1.all': 'No', rows: 'Too many' }, places)).toEqual({ 'rows.2.all': 'No', rows: 'Too many' });
  });

  test('are filled in from a cell on by what was copied, within their series', () => {
    const cells = cellsOf('2024\tNorth\t\t5\r\n2025\t"South"\t12-14\t6\t7\n');
    expect(cellsOf('2024')).toBeNull();
    const filled = pastedInto([emptyRow(series), emptyRow(other)], series, { place: 0, field: 'year' }, cells ?? []);
    expect(filled.map(({ element, year, region, age, girls, boys }) => [element, year, region, age, girls, boys])).toEqual([
      ['3.1.b', '2024', 'North', '', '5', ''],
      ['3.1.c', '', '', '', '', ''],
      ['3.1.b', '2025', 'South', '12-14', '6', '7'],
    ]);
    // What does not fit beside the last column is left.
    expect(pastedInto([emptyRow(series)], series, { place: 0, field: 'all' }, [['9', '10']])[0]).toMatchObject({ all: '9' });
  });
});
