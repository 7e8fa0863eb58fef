/// <reference types="node" />
// English is the measure: French has every key, Arabic no key that English lacks, and every plural has its general form.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { refusals, unfits } from '@servanda/contract';
import { withWordsOf } from './i18n.kinds.ts';

const read = (language: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`./locales/${language}/${file}`, import.meta.url), 'utf8'));
const flat = (value: Record<string, unknown>, before = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    inner && typeof inner === 'object' ? flat(inner as Record<string, unknown>, `${before}${key}.`) : [[before + key, String(inner)]],
  );
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const stems = (language: string, file: string) => [...new Set(flat(read(language, file)).map(([key]) => stem(key)))].sort();
const blanks = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort();

const files = readdirSync(new URL('./locales/en/', import.meta.url));

describe.each(files)('the words of %s', (file) => {
  it('are all there in French, and none more', () => {
    expect(stems('fr', file)).toEqual(stems('en', file));
  });

  it('say of none in every language what English says of none', () => {
    const said = flat(read('en', file)).flatMap(([key]) => (key.endsWith('_zero') ? [key] : []));
    for (const language of ['fr', 'ar']) {
      const known = new Set(flat(read(language, file)).map(([key]) => key));
      // What Arabic does not say yet stands in English.
      const here = language === 'fr' ? said : said.filter((key) => known.has(key.replace(/zero$/, 'other')));
      expect({ language, lacking: here.filter((key) => !known.has(key)) }).toEqual({ language, lacking: [] });
    }
  });

  it('are in Arabic only where English knows them', () => {
    const known = new Set(stems('en', file));
    expect(stems('ar', file).filter((key) => !known.has(key))).toEqual([]);
  });

  it('fill in the same blanks in every language', () => {
    const english = new Map(flat(read('en', file)).map(([key, text]) => [key, blanks(text)]));
    for (const language of ['fr', 'ar'])
      for (const [key, text] of flat(read(language, file))) {
        const measure = english.get(key) ?? english.get(`${stem(key)}_other`);
        if (measure) expect({ key, language, blanks: blanks(text).filter((name) => !measure.includes(name)) }).toEqual({ key, language, blanks: [] });
      }
  });
});

describe('the words of a kind of organisation', () => {
  it.each(['audit.json', 'state.json'])('stand in %s only for words that are said to all, with no other blanks', (file) => {
    for (const language of ['en', 'fr', 'ar'])
      for (const [namespace, words] of Object.entries(read(language, file))) {
        const common = new Map(flat(read(language, `${namespace}.json`)).map(([key, text]) => [key, blanks(text)]));
        const strange = flat(words as Record<string, unknown>).filter(
          ([key, text]) => !blanks(text).every((blank) => common.get(key)?.includes(blank)) || !common.has(key),
        );
        expect({ language, namespace, strange }).toEqual({ language, namespace, strange: [] });
      }
  });

  it('are laid over the common ones, word by word', () => {
    const common = { role: { lead: 'Lead', viewer: 'Viewer' }, title: 'People' };
    expect(withWordsOf(common, { role: { lead: 'Lead auditor' } })).toEqual({ role: { lead: 'Lead auditor', viewer: 'Viewer' }, title: 'People' });
    expect(withWordsOf(common, undefined)).toBe(common);
    expect(common.role.lead).toBe('Lead');
  });
});

describe('the words of refusal', () => {
  it('exist for every code of the contract', () => {
    expect(Object.keys(read('en', 'platform.json')['refusals'] as object).sort()).toEqual(Object.keys(refusals).sort());
  });

  it('exist in every language for what is found in a file that is not kept', () => {
    for (const language of ['en', 'fr', 'ar'])
      expect(Object.keys(read(language, 'platform.json')['unfits'] as object).sort()).toEqual(Object.keys(unfits).sort());
  });
});
