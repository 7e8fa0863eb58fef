import { describe, expect, it } from '@jest/globals';
import { type MatrixRow, type Pending, shownIn, withCells } from './matrix-draft.ts';
import { noSteps, stepped, takenBack, takenUp } from './matrix-history.ts';
import { movedBy, type ValueWords, valueOfKey } from './matrix-keys.ts';
import { filled, linesOf, pastedAt } from './matrix-paste.ts';
import { carried, copiedFrom, spanOf, wholeOf, within } from './matrix-range.ts';

const rows: MatrixRow[] = [
  { code: 'STATE', kind: 'state', above: [], element: null, name: '', more: '' },
  { code: 'P', kind: 'group', above: ['STATE'], element: '3.1.b', name: 'Offering', more: '' },
  { code: 'R11', kind: 'act', above: ['P', 'STATE'], element: '3.1.b', name: 'offering a child', more: '' },
];
const [state, group, act] = rows;
const columns = ['C01', 'C02', 'C03'];
const french: ValueWords = {
  words: { yes: 'Oui', partly: 'En partie', no: 'Non', not_applicable: 'Sans objet', unknown: 'Inconnu' },
  letters: { yes: 'o', partly: 'p', no: 'n', not_applicable: 's', unknown: 'i' },
};
const kept = (row: string, column: string, value: 'yes' | 'no') => ({
  ...{ row, column, value, version: 1, recordedBy: 'Lead', recordedAt: '2026-11-27T10:00:00.000Z' },
  source: { kind: 'words' as const, words: 's. 9' },
});
const recorded = [kept('STATE', 'C01', 'yes'), kept('R11', 'C02', 'no')];
const source = { kind: 'words' as const, words: 's. 9' };
const shown = (pending: Pending[]) => shownIn({ recorded }, pending);
const cell = (row: string, column: string, value: Pending['value'], said: Pending['source'] = null): Pending => ({ row, column, value, source: said });
const target = { rows, columns, read: shown([]), known: french };

describe('a cell as it is shown', () => {
  it('says from where it has its value, and what of it is not sent', () => {
    if (!state || !group || !act) throw new Error('three rows');
    expect(shown([])(act, 'C01')).toMatchObject({ value: 'yes', from: 'STATE', isPending: false, own: null });
    expect(shown([cell('P', 'C01', 'partly')])(act, 'C01')).toMatchObject({ value: 'partly', from: 'P', isPending: false });
    expect(shown([cell('R11', 'C02', null)])(act, 'C02')).toMatchObject({ value: null, from: null, isPending: true, own: null });
    expect(shown([])(act, 'C03')).toMatchObject({ value: null, from: null });
  });

  it('is typed no longer once it says again what is recorded', () => {
    const typed = withCells({ recorded }, [], [cell('R11', 'C02', 'yes')]);
    expect(typed).toHaveLength(1);
    expect(withCells({ recorded }, typed, [cell('R11', 'C02', 'no', source)])).toEqual([]);
  });

  it('is taken back and up again, step by step', () => {
    const one = [cell('P', 'C01', 'no')];
    const two = [...one, cell('P', 'C02', 'yes')];
    const back = takenBack(stepped(stepped(noSteps, []), one), two);
    expect(back?.cells).toEqual(one);
    expect(back && takenUp(back.steps, one)?.cells).toEqual(two);
    expect(takenBack(noSteps, two)).toBeNull();
    expect(back && takenUp(stepped(back.steps, one), [])).toBeNull();
  });
});

describe('a range from a spreadsheet', () => {
  const paste = (text: string, from = { row: 'P', column: 'C01' }) => pastedAt(text, from, target, 'grid');
  const went = { first: 'P', last: 'R11', lines: 2, over: [] };
  it('sets cells by word, code, letter and question mark, and leaves what is empty', () => {
    expect(paste('oui\t\tEN PARTIE\r\nnot applicable\tn\t?\r\n')).toEqual({
      cells: [
        cell('P', 'C01', 'yes'),
        cell('P', 'C03', 'partly'),
        cell('R11', 'C01', 'not_applicable'),
        cell('R11', 'C02', 'no', source),
        cell('R11', 'C03', 'unknown'),
      ],
      refused: [],
      went,
    });
  });

  it('names each cell that is no value or has no place, and sets the others', () => {
    expect(paste('oui\tpeut-être\nnon\noui')).toEqual({
      cells: [cell('P', 'C01', 'yes'), cell('R11', 'C01', 'no')],
      refused: [
        { line: 1, field: 2, word: 'peut-être', why: 'unread', place: { row: 'P', column: 'C02' } },
        { line: 3, field: 1, word: 'oui', why: 'outside', place: null },
      ],
      went,
    });
  });

  it('goes where its own headings say, in whatever order, and tells a heading from a value', () => {
    expect(paste('\tC03 c\tC01\nR11 offering\tn\to\nSTATE\to\t\n')).toEqual({
      cells: [cell('R11', 'C03', 'no'), cell('R11', 'C01', 'yes'), cell('STATE', 'C03', 'yes')],
      refused: [],
      went: null,
    });
    expect(paste('P\to\nP\to')).toMatchObject({ cells: [{ column: 'C01', value: 'partly' }, { column: 'C02' }, { row: 'R11' }, {}], refused: [] });
    expect(paste('C02\tC01\no\tn')).toMatchObject({
      cells: [
        { row: 'P', column: 'C02', value: 'yes' },
        { row: 'P', column: 'C01', value: 'no' },
      ],
    });
  });

  it('is refused whole, and at once, where it is larger than the grid', () => {
    const long = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 'yes').join('\t')).join('\n');
    expect(paste(long)).toEqual({ tooMany: 10_000 });
    const began = performance.now();
    expect(paste('\t'.repeat(3_000_000))).toEqual({ tooMany: 3_000_001 });
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('keeps a field with quotes, tabs and line breaks together', () => {
    expect(linesOf('"yes\n""see"" s. 9"\tno\r\nsaid "so"\t\n')).toEqual([
      ['yes\n"see" s. 9', 'no'],
      ['said "so"', ''],
    ]);
    expect(linesOf('')).toEqual([['']]);
  });

  it('fills the chosen range where it is one value', () => {
    const span = { rows: [0, 1], columns: [1, 2] } as const;
    expect([filled('oui\r\n', span), filled('a\tb', span)]).toEqual(['oui\toui\noui\toui', null]);
  });
});

describe('a chosen range', () => {
  const range = { held: { row: 'R11', column: 'C02' }, at: { row: 'P', column: 'C01' } };
  const chosen = within(spanOf(range, rows, columns), rows, columns);
  it('is copied with what holds in it; the whole matrix with headings and what was set alone, and comes back unchanged', () => {
    expect(copiedFrom(spanOf(range, rows, columns), target, false)).toBe('Oui\t\nOui\tNon');
    expect(copiedFrom(spanOf(range, rows, columns), target)).toBe('P Offering\tOui\t\nR11 offering a child\tOui\tNon');
    const whole = copiedFrom(spanOf(wholeOf(rows, columns), rows, columns), target);
    expect(whole).toBe('\tC01\tC02\tC03\nSTATE\tOui\t\t\nP Offering\t\t\t\nR11 offering a child\t\tNon\t');
    const back = pastedAt(whole, { row: 'P', column: 'C02' }, target);
    expect(back).toMatchObject({ refused: [] });
    expect('cells' in back && withCells({ recorded }, [], back.cells)).toEqual([]);
  });

  it('takes a new value everywhere, and a new source where something is said', () => {
    if (!group) throw new Error('a group');
    const read = shown([]);
    expect(carried(cell('P', 'C01', 'no'), read(group, 'C01'), chosen, read)).toEqual([
      cell('P', 'C01', 'no'),
      cell('P', 'C02', 'no'),
      cell('R11', 'C01', 'no'),
      cell('R11', 'C02', 'no', source),
    ]);
    const words = { kind: 'words' as const, words: 's. 12' };
    const typed = shown([cell('P', 'C01', 'no')]);
    expect(carried(cell('P', 'C01', 'no', words), typed(group, 'C01'), chosen, typed)).toEqual([
      cell('P', 'C01', 'no', words),
      cell('R11', 'C02', 'no', words),
    ]);
  });
});

describe('the keys of the grid', () => {
  it('stand for values in the language of the reader, in English and as figures', () => {
    expect(['o', 'Y', 's', '3', 'x'].map((key) => valueOfKey(key, french))).toEqual(['yes', 'yes', 'not_applicable', 'no', null]);
  });

  it.each<[string, boolean, boolean, [number, number], [number, number] | null]>([
    ['ArrowDown', false, false, [0, 0], [1, 0]],
    ['ArrowDown', true, false, [0, 2], [2, 2]],
    ['ArrowUp', false, false, [0, 0], [0, 0]],
    ['ArrowLeft', false, true, [0, 0], [0, 1]],
    ['ArrowRight', false, false, [0, 2], [0, 2]],
    ['Home', true, false, [2, 2], [0, 0]],
    ['End', false, false, [1, 0], [1, 2]],
    ['q', false, false, [1, 0], null],
  ])('%s (far %s, right to left %s) leads on', (key, isFar, isRtl, from, to) => {
    expect(movedBy(key, isFar, isRtl, from, [3, 3])).toEqual(to);
  });
});
