/// <reference types="node" />
// Every act that the product can write has its sentence, in every language.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ActGroup, JournalAct, JournalProblem } from '@servanda/contract';

const house = new URL('../../../../../', import.meta.url);
const wordsIn = (language: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../platform/locales/${language}/journal.json`, import.meta.url), 'utf8'));
const at = (words: unknown, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((within, part) => (within && typeof within === 'object' ? Object.entries(within).find(([name]) => name === part)?.[1] : undefined), words);
const textsUnder = (folder: string, ending: RegExp): string =>
  readdirSync(new URL(folder, house), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !path.includes('.spec.') && !path.startsWith('generated'))
    .map((path) => readFileSync(new URL(`${folder}${path}`, house), 'utf8'))
    .join('\n');

describe.each(['en', 'fr', 'ar'])('the journal in %s', (language) => {
  const words = wordsIn(language);
  it.each(JournalAct.options)('has a sentence for %s', (act) => expect(String(at(words, `acts.${act}`) ?? '').length).toBeGreaterThan(3));
  it('has words for every group of acts and every problem of a chain', () => {
    for (const group of ActGroup.options) expect([group, typeof at(words, `group.${group}`)]).toEqual([group, 'string']);
    for (const problem of JournalProblem.options) expect([problem, typeof at(words, `problem.${problem}`)]).toEqual([problem, 'string']);
  });
  it('names in each sentence the things that the English one names', () => {
    const blanks = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    for (const act of JournalAct.options) expect([act, blanks(at(words, `acts.${act}`))]).toEqual([act, blanks(at(wordsIn('en'), `acts.${act}`))]);
  });
});

describe('the list of acts', () => {
  const migrations = textsUnder('prisma/migrations/', /\.sql$/);
  it('holds every act that a function of the database writes', () => {
    const written = [...migrations.matchAll(/journal_outside\([^;]*?'([a-z_]+\.[a-z_]+)'/g)].map(([, act]) => act);
    expect(written.length).toBeGreaterThanOrEqual(6);
    expect(written.filter((act) => !JournalAct.safeParse(act).success)).toEqual([]);
  });
});
