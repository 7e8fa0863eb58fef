// The table of the ASVS names every requirement of levels 1 and 2 once, and every proof that it names is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../bootstrap.mjs';
import { fits, installed } from '../licences.mjs';

/** Requirements of levels 1 and 2 by section of ASVS 5.0.0: how many the section has in all, and which of them are level 3. */
const sections = {
  ...{ 1.1: [2], 1.2: [10, 10], 1.3: [12, 12], 1.4: [3], 1.5: [3, 3], 2.1: [3], 2.2: [3], 2.3: [5, 5], 2.4: [2, 2], 3.2: [3, 3], 3.3: [5, 5] },
  ...{
    3.4: [8, 7, 8],
    3.5: [8, 6, 7, 8],
    3.7: [5, 3, 4, 5],
    4.1: [5, 4, 5],
    4.2: [5, 2, 3, 4, 5],
    4.3: [2],
    4.4: [4],
    5.1: [1],
    5.2: [6, 4, 5, 6],
    5.3: [3, 3],
  },
  ...{ 5.4: [3], 6.1: [3], 6.2: [12], 6.3: [8, 5, 6, 7, 8], 6.4: [6, 5, 6], 6.5: [8, 6, 7, 8], 6.6: [4, 4], 6.8: [4], 7.1: [3], 7.2: [4], 7.3: [2], 7.4: [5] },
  ...{ 7.5: [3, 3], 7.6: [2], 8.1: [4, 3, 4], 8.2: [4, 4], 8.3: [3, 2, 3], 8.4: [2, 2], 9.1: [3], 9.2: [4], 10.1: [2], 10.2: [3, 3], 10.3: [5, 5] },
  ...{
    10.4: [16, 12, 13, 14, 15, 16],
    10.5: [5],
    10.6: [2],
    10.7: [3],
    11.1: [4, 3, 4],
    11.2: [5, 4, 5],
    11.3: [5, 4, 5],
    11.4: [4],
    11.5: [2, 2],
    11.6: [2, 2],
  },
  ...{
    12.1: [5, 4, 5],
    12.2: [2],
    12.3: [5, 5],
    13.1: [4, 2, 3, 4],
    13.2: [6, 6],
    13.3: [4, 3, 4],
    13.4: [7, 6, 7],
    14.1: [2],
    14.2: [8, 5, 6, 7, 8],
    14.3: [3],
  },
  ...{ 15.1: [5, 4, 5], 15.2: [5, 4, 5], 15.3: [7], 16.1: [1], 16.2: [5], 16.3: [4], 16.4: [3], 16.5: [4, 4], 17.1: [2, 2], 17.2: [8, 5, 6, 7, 8], 17.3: [2] },
};
const wanted = Object.entries(sections).flatMap(([section, [all, ...third]]) =>
  Array.from({ length: all }, (_, i) => i + 1)
    .filter((n) => !third.includes(n))
    .map((n) => `V${section}.${n}`),
);
const table = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const rows = [...table.matchAll(/^\| (V[\d.]+) \| ([12]) \| ([a-z ]+) \| (.+?) \| (.*?) \|$/gm)].map(([, id, level, state, how, proofs]) => ({
  id,
  level,
  state,
  how,
  proofs,
}));
const everyFile = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    ['node_modules', 'dist', 'generated', '.git', '.local'].includes(entry.name)
      ? []
      : entry.isDirectory()
        ? everyFile(join(folder, entry.name))
        : [entry.name],
  );

describe('docs/asvs.md', () => {
  test('has each of the 253 requirements once', () => {
    expect(wanted).toHaveLength(253);
    expect(rows.map(({ id }) => id)).toEqual(wanted);
  });

  test('names for what is met a proof that is there', () => {
    const names = new Set(['apps', 'packages', 'e2e', 'tools'].flatMap((folder) => everyFile(join(root, folder))));
    const is = (proof) => (/\.spec$/.test(proof) ? ['.ts', '.mjs'].some((end) => names.has(proof + end)) : existsSync(join(root, proof)));
    for (const { id, state, proofs } of rows) {
      const named = [...proofs.matchAll(/`([^`]+)`/g)].map(([, proof]) => proof);
      if (state === 'met') expect([id, named.length > 0]).toEqual([id, true]);
      expect([id, named.filter((proof) => !is(proof))]).toEqual([id, []]);
    }
  });

  test('counts its states rightly', () => {
    const of = (state) => rows.filter((row) => row.state === state).length;
    expect(table).toContain(`${of('met')} met, ${of('not applicable')} not applicable, ${of('operator')} by the operator`);
    expect(table).toContain(`${of('not met')} not met.`);
  });
});

describe('licences', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-2.0-only)', true],
    ['MIT AND Apache-2.0', true],
    ['SSPL-1.0', false],
    ['UNLICENSED', false],
    [undefined, false],
    ['GPL-2.0-only', false],
  ])('%s: %s', (licence, expected) => expect(fits(licence)).toBe(expected));
  test('are read of hundreds of packages', () => expect(installed().length).toBeGreaterThan(300));
});
