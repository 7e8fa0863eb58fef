import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { criminalisationActs, criminalisationColumns, criminalisationGroups, groupCodeOf } from '@servanda/catalogue';
import { CriminalisationColumnCode, CriminalisationRow, CriminalisationValue, DocumentLanguage, mostCells } from '@servanda/contract';
import fc from 'fast-check';
import { against, mandatedFor, resolver, type Said } from './criminalisation.rules.ts';
import { type MatrixNames, matrixNames, nameIn } from './names.ts';

const rows = ['STATE', ...criminalisationGroups.map(({ code }) => code), ...criminalisationActs.map(({ code }) => code)];
const columns = criminalisationColumns.map(({ code }) => code);
const cell = fc.record({ row: fc.constantFrom(...rows), column: fc.constantFrom(...columns), value: fc.constantFrom(...CriminalisationValue.options) });
const matrix = fc.uniqueArray(cell, { selector: ({ row, column }) => `${row} ${column}`, maxLength: 200 });
const actOf = (code: string) => {
  const found = criminalisationActs.find((act) => act.code === code);
  if (!found) throw new Error(`There is no act ${code}.`);
  return found;
};
const said = (...cells: [row: string, column: string, value: CriminalisationValue][]): Said[] => cells.map(([row, column, value]) => ({ row, column, value }));

describe('a cell of the matrix', () => {
  it('holds what the nearest row says, and says nothing where no row does', () => {
    fc.assert(
      fc.property(matrix, (cells) => {
        const held = resolver(cells);
        for (const act of criminalisationActs)
          for (const column of columns) {
            const own = [act.code, groupCodeOf(act), 'STATE'].map((row) => cells.find((one) => one.row === row && one.column === column));
            const nearest = own.find((one) => one !== undefined);
            expect(held(act, column)).toEqual({ value: nearest?.value ?? null, from: nearest?.row ?? null });
          }
      }),
      { numRuns: 25 },
    );
  });

  it('is never changed by what is said of another column, another group or another act', () => {
    fc.assert(
      fc.property(matrix, cell, (cells, more) => {
        const others = cells.filter((one) => one.row !== more.row || one.column !== more.column);
        const [before, after] = [resolver(others), resolver([...others, more])];
        for (const act of criminalisationActs)
          for (const column of columns) {
            const bears = column === more.column && [act.code, groupCodeOf(act), 'STATE'].includes(more.row);
            if (!bears) expect(after(act, column)).toEqual(before(act, column));
          }
      }),
      { numRuns: 25 },
    );
  });

  it('is emptied into what it covered', () => {
    const cells = said(['STATE', 'C11', 'yes'], ['M', 'C11', 'partly'], ['R22', 'C11', 'no']);
    expect(resolver(cells)(actOf('R22'), 'C11')).toEqual({ value: 'no', from: 'R22' });
    expect(resolver(cells.slice(0, 2))(actOf('R22'), 'C11')).toEqual({ value: 'partly', from: 'M' });
    expect(resolver(cells.slice(0, 1))(actOf('R22'), 'C11')).toEqual({ value: 'yes', from: 'STATE' });
  });
});

describe('what speaks against a verdict', () => {
  it.each<[string, string, Said[], number]>([
    ['an act without an offence, on its element', '3.1.b', said(['R11', 'C01', 'no']), 1],
    ['not on the element of another act', '3.1.c', said(['R11', 'C01', 'no']), 0],
    ['no jurisdiction in the territory, for all 22 acts', '4.1', said(['STATE', 'C11', 'no']), 22],
    ['but not where an act has it', '4.1', said(['STATE', 'C11', 'no'], ['R01', 'C11', 'yes']), 21],
    ['not a column that is only qualified', '3.2', said(['STATE', 'C06', 'no']), 0],
    ['not an optional one', '4.1', said(['STATE', 'C14', 'no']), 0],
    ['not partly, not unknown, not a missing cell', '3.1.b', said(['R11', 'C01', 'partly'], ['R12', 'C01', 'unknown']), 0],
    ['not on an element of services', '8.1.a', said(['STATE', 'C01', 'no']), 0],
  ])('%s', (_, element, cells, count) => {
    expect(against(element, cells)).toHaveLength(count);
  });

  it('is looked for in mandated columns alone', () => {
    const mandated = new Set(criminalisationColumns.filter(({ force }) => force === 'mandatory').map(({ code }) => code));
    for (const element of ['3.1.a.i.a', '3.3', '4.1', '5.4', '7.a.i', '9.1-1'])
      for (const column of mandatedFor(element)) expect(mandated.has(column)).toBe(true);
    expect(mandatedFor('3.1.b')).toEqual(['C01', 'C02', 'C03', 'C04', 'C05']);
    expect(mandatedFor('7.a.i')).toEqual([]);
  });
});

describe('the names of the contract', () => {
  it('are the rows and columns of the catalogue, and none more', () => {
    for (const row of rows) expect(CriminalisationRow.safeParse(row).success).toBe(true);
    for (const column of columns) expect(CriminalisationColumnCode.safeParse(column).success).toBe(true);
    for (const stranger of ['', 'R00', 'R23', 'SZ', 'state', 'R1', 'STATE ']) expect(CriminalisationRow.safeParse(stranger).success).toBe(false);
    for (const stranger of ['C00', 'C30', 'c01', 'C1']) expect(CriminalisationColumnCode.safeParse(stranger).success).toBe(false);
    expect(mostCells).toBe(rows.length * criminalisationColumns.length);
  });
});

describe('the names of the matrix in other languages', () => {
  const others = DocumentLanguage.exclude(['en']).options;
  const shape = (names: MatrixNames) => Object.entries(names).map(([kind, words]) => [kind, Object.keys(words)]);
  const onScreen = (lang: string) => JSON.parse(readFileSync(new URL(`../../../../web/src/platform/locales/${lang}/matrix.json`, import.meta.url), 'utf8'));

  it.each(others)('are complete in %s: every act, object, group, column and question, none in English', (lang) => {
    expect(shape(matrixNames[lang])).toEqual(shape(matrixNames.en));
    for (const [kind, words] of Object.entries(matrixNames.en))
      for (const [code, english] of Object.entries(words)) {
        const said = Object.entries(matrixNames[lang]).find(([of]) => of === kind)?.[1][code] ?? '';
        expect(said.trim().length).toBeGreaterThan(1);
        expect({ code, said }).not.toEqual({ code, said: english });
        if (lang === 'ar') expect(said).not.toMatch(/[A-Za-z]/);
      }
  });

  it.each(['en', 'fr', 'ar'] as const)('are on the screen in %s what they are in documents and on public pages', (lang) => {
    expect(onScreen(lang)).toEqual(matrixNames[lang]);
  });

  it('share one object among the acts of a group', () => {
    for (const act of criminalisationActs) expect(matrixNames.en.object[groupCodeOf(act)]).toBe(act.object);
  });

  it('are those of the catalogue alone: what a release says otherwise stays as it says it', () => {
    expect(nameIn('fr', 'column', 'C24', 'Mutual legal assistance')).toBe('Entraide judiciaire');
    expect(nameIn('ar', 'object', 'R12', 'child prostitution as defined in art. 2 (b)')).toContain('استغلال الأطفال في البغاء');
    expect(nameIn('fr', 'column', 'C24', 'Assistance')).toBeNull();
    expect(nameIn('fr', 'act', 'R99', 'offering')).toBeNull();
    expect(nameIn('en', 'column', 'C24', 'Mutual legal assistance')).toBeNull();
  });
});
