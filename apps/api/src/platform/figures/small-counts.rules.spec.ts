import { describe, expect, test } from '@jest/globals';
import { isSmall, type Sum, withheld } from './small-counts.rules.ts';

const cellsOf = (rows: Record<string, number>) => new Map(Object.entries(rows));
const lines = (columns: string[], rows: string[]): Sum[] => [
  ...[...rows, 'all'].map((row) => ({ total: `${row} all`, parts: columns.map((column) => `${row} ${column}`) })),
  ...[...columns, 'all'].map((column) => ({ total: `all ${column}`, parts: rows.map((row) => `${row} ${column}`) })),
];
/** The same numbers each time: a table of cases that nobody had to write. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}
const total = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
function tableOf(roll: (sides: number) => number, columns: string[], rows: string[]): Map<string, number> {
  const inner = new Map(
    rows.flatMap((row) => columns.map((column) => [`${row} ${column}`, roll(3) === 0 ? 0 : roll(2) === 0 ? 1 + roll(5) : 5 + roll(30)] as const)),
  );
  const at = (row: string, column: string) => inner.get(`${row} ${column}`) ?? 0;
  return new Map([
    ...inner,
    ...rows.map((row) => [`${row} all`, total(columns.map((column) => at(row, column)))] as const),
    ...columns.map((column) => [`all ${column}`, total(rows.map((row) => at(row, column)))] as const),
    ['all all', total([...inner.values()])],
  ]);
}

/** Whether a reader who tries every count near the true one finds another table that fits, with another count in the cell. Knows nothing of how the rule works. */
function isAmbiguous(cell: string, cells: Map<string, number>, sums: Sum[], out: Set<string>): boolean {
  const open = [cell, ...[...out].filter((name) => name !== cell)];
  const tried = new Map([...cells].filter(([name]) => !out.has(name)));
  const holds = () =>
    sums.every(({ total: whole, parts }) => {
      const all = tried.get(whole);
      const known = parts.map((part) => tried.get(part));
      return all === undefined || known.includes(undefined) || all === total(known.map((count) => count ?? 0));
    });
  const go = (at: number): boolean => {
    const name = open[at];
    if (name === undefined) return true;
    const count = cells.get(name) ?? 0;
    for (const other of [1, -1, 0, 2, -2, 3, -3, 4].map((step) => count + step).filter((value) => value >= 1 && (at > 0 || value !== count))) {
      tried.set(name, other);
      if (holds() && go(at + 1)) return true;
    }
    tried.delete(name);
    return false;
  };
  return go(0);
}

describe('small counts', () => {
  test('are from one to four', () => expect([0, 1, 4, 5].map(isSmall)).toEqual([false, true, true, false]));

  test('are withheld, and with one of a row the smallest other of it', () => {
    const cells = cellsOf({ girls: 3, boys: 12, other: 40, all: 55 });
    expect(withheld(cells, [{ total: 'all', parts: ['girls', 'boys', 'other'] }])).toEqual(new Set(['girls', 'boys']));
  });

  test('of which two could still be told, as one and one are of two, take a third along', () => {
    const cells = cellsOf({ a: 1, b: 1, c: 9, all: 11 });
    expect(withheld(cells, [{ total: 'all', parts: ['a', 'b', 'c'] }])).toEqual(new Set(['a', 'b', 'c']));
  });

  test('alone in their row take its total along, and noughts are shown', () => {
    const cells = cellsOf({ girls: 2, boys: 0, all: 2, 'girls 2': 8, 'boys 2': 9, 'all 2': 17 });
    const out = withheld(cells, [
      { total: 'all', parts: ['girls', 'boys'] },
      { total: 'all 2', parts: ['girls 2', 'boys 2'] },
    ]);
    expect(out).toEqual(new Set(['girls', 'all']));
  });

  test('of a total that holds more than is recorded are withheld alone', () => {
    expect(withheld(cellsOf({ girls: 3, boys: 12, all: 30 }), [{ total: 'all', parts: ['girls', 'boys'] }])).toEqual(new Set(['girls']));
  });

  test('without a total are withheld alone; without any, nothing is', () => {
    expect(withheld(cellsOf({ girls: 3, boys: 12 }), [{ total: 'all', parts: ['girls', 'boys'] }])).toEqual(new Set(['girls']));
    expect(withheld(cellsOf({ girls: 0, boys: 12, all: 12 }), [{ total: 'all', parts: ['girls', 'boys'] }])).toEqual(new Set());
  });
});

describe('no small count of a table with totals of rows and columns', () => {
  const shapes: [number, number][] = [
    [2, 2],
    [3, 2],
    [2, 3],
    [3, 3],
  ];
  test.each(shapes)('can be computed, %i by %i, 60 tables', (width, height) => {
    const [columns, rows] = [['girls', 'boys', 'other'].slice(0, width), ['north', 'south', 'west'].slice(0, height)];
    const sums = lines(columns, rows);
    for (let seed = 1; seed <= 60; seed++) {
      const cells = tableOf(dice(seed * 7919 + width), columns, rows);
      const out = withheld(cells, sums);
      for (const [cell, count] of cells) {
        if (count === 0) expect(out.has(cell)).toBe(false);
        if (isSmall(count)) expect({ seed, cell, isTold: !out.has(cell) || !isAmbiguous(cell, cells, sums, out) }).toEqual({ seed, cell, isTold: false });
      }
    }
  });

  test('stays hidden for nothing: to show a count that was withheld along with it tells it', () => {
    const sums = lines(['girls', 'boys'], ['north', 'south']);
    const cells = cellsOf({
      ...{ 'north girls': 2, 'north boys': 15, 'north all': 17, 'south girls': 20, 'south boys': 30, 'south all': 50 },
      ...{ 'all girls': 22, 'all boys': 45, 'all all': 67 },
    });
    const out = withheld(cells, sums);
    expect(out).toEqual(new Set(['north girls', 'north boys', 'south girls', 'south boys']));
    for (const shown of [...out].filter((cell) => cell !== 'north girls'))
      expect(isAmbiguous('north girls', cells, sums, new Set([...out].filter((cell) => cell !== shown)))).toBe(false);
  });

  test('is found in three dimensions either, and most counts stay shown: 5 regions by 4 age groups by 3 sexes', () => {
    const roll = dice(5);
    const names = (from: string, count: number) => Array.from({ length: count }, (_, at) => `${from}${at}`);
    const [regions, ages, sexes] = [names('r', 5), names('a', 4), names('s', 3)];
    const cells = new Map<string, number>();
    const add = (cell: string, count: number) => cells.set(cell, (cells.get(cell) ?? 0) + count);
    for (const region of regions)
      for (const age of ages)
        for (const sex of sexes) {
          const count = roll(4) === 0 ? 1 + roll(4) : roll(40);
          for (const r of [region, '*']) for (const a of [age, '*']) for (const s of [sex, '*']) add(`${r} ${a} ${s}`, count);
        }
    const sums = [
      ...[...regions, '*'].flatMap((r) => [...ages, '*'].map((a) => ({ total: `${r} ${a} *`, parts: sexes.map((s) => `${r} ${a} ${s}`) }))),
      ...[...regions, '*'].flatMap((r) => [...sexes, '*'].map((s) => ({ total: `${r} * ${s}`, parts: ages.map((a) => `${r} ${a} ${s}`) }))),
      ...[...ages, '*'].flatMap((a) => [...sexes, '*'].map((s) => ({ total: `* ${a} ${s}`, parts: regions.map((r) => `${r} ${a} ${s}`) }))),
    ];
    const out = withheld(cells, sums);
    expect(out.size).toBeLessThan(cells.size * 0.6);
    for (const [cell, count] of cells) expect(isSmall(count) && !out.has(cell)).toBe(false);
  });
});
