import { describe, expect, it } from '@jest/globals';
import { readCsv, readText } from './data-files.ts';
import { catalogue, findElement, findObligation } from './index.ts';
import { sha256 } from './treaty-text.ts';

const source = readText('treaty.txt');
const clean = (text: string) => text.replace(/\s+/g, ' ');
const elements = catalogue.obligations.flatMap((obligation) => obligation.elements);

describe('the register of every “shall”', () => {
  it('has 42 entries, 37 obligations and 51 elements', () => {
    expect(catalogue.shall.map(({ number }) => number)).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
    expect(catalogue.obligations.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
    expect(elements.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
  });

  it('has 35 duties, 2 deeming provisions and 5 that are no obligation', () => {
    const codes = (role: string) => catalogue.shall.filter((entry) => entry.role === role).map(({ code }) => code);
    expect(codes('duty')).toHaveLength(35);
    expect(codes('deeming')).toEqual(['5.1-1', '5.4']);
    expect(codes('condition')).toEqual(['5.2']);
    expect(codes('nested')).toEqual(['8.2-2', '8.3-2']);
    expect(codes('savings')).toEqual(['8.6', '11']);
    expect(catalogue.obligations.filter(({ modality }) => modality === 'shall be deemed').map(({ code }) => code)).toEqual(['5.1-1', '5.4']);
  });

  it('claims every “shall” of Articles 1–12 exactly once, and no other', () => {
    const from = source.indexOf('ARTICLE 1 ');
    const to = source.indexOf('ARTICLE 13');
    const printed = [...source.slice(from, to).matchAll(/\bshall\b/gi)].map(({ index }) => from + index);
    expect(printed).toHaveLength(42);
    expect(catalogue.shall.map(({ shall }) => shall.start)).toEqual(printed);
    for (const { shall } of catalogue.shall) expect(source.slice(shall.start, shall.end)).toBe('shall');
  });

  it('quotes word for word at the span', () => {
    const rows = readCsv('shall-register.csv');
    catalogue.shall.forEach((entry, i) => {
      expect(entry.quote).toBe(rows[i]?.['quote_first_12_words']);
      expect(clean(source.slice(entry.span.start, entry.span.end))).toBe(entry.quote);
    });
  });

  it('splits Articles 3(1), 7 and 8(1) into their points, every other obligation into one', () => {
    const codesOf = (code: string) => findObligation(code)?.elements.map((element) => element.code);
    expect(codesOf('3.1')).toEqual(['3.1.a.i.a', '3.1.a.i.b', '3.1.a.i.c', '3.1.a.ii', '3.1.b', '3.1.c']);
    expect(codesOf('7')).toEqual(['7.a.i', '7.a.ii', '7.b', '7.c']);
    expect(codesOf('8.1')).toEqual([...'abcdefg'].map((point) => `8.1.${point}`));
    for (const { code } of catalogue.obligations) if (!['3.1', '7', '8.1'].includes(code)) expect(codesOf(code)).toEqual([code]);
  });

  it('hashes the wording that is judged', () => {
    for (const { wording, wordingSha256 } of elements) expect(wordingSha256).toBe(sha256(wording));
    expect(new Set(elements.map(({ wordingSha256 }) => wordingSha256)).size).toBe(51);
  });

  it('judges words of the treaty only', () => {
    const words = catalogue.provisions.map(({ text, label }) => `${label} ${text}`).join(' ');
    for (const { wording, text } of elements) {
      for (const part of wording.split(' […] ')) {
        const ownWords = part.replace(/ (?:\([a-z]+\)|[a-c]\.) (?=[A-Z])/g, '\n').split('\n');
        for (const own of ownWords) expect(words).toContain(own);
      }
      expect(text).not.toBe('');
    }
  });

  it('gives the point with its chapeau', () => {
    expect(findElement('7.c')?.wording).toBe(
      'States Parties shall, subject to the provisions of their national law: (c) Take measures aimed at closing, on a temporary or definitive basis, premises used to commit such offences.',
    );
    expect(findElement('5.1-2')?.wording).toMatch(/^The offences referred to in article 3, paragraph 1, \[…\] shall be included/);
  });

  it('decides by rule where an element may not apply', () => {
    const ruled = catalogue.obligations.filter(({ rule }) => rule !== 'always').map(({ code, rule }) => [code, rule]);
    expect(ruled).toEqual([
      ['5.1-2', 'where-later-extradition-treaty'],
      ['5.3', 'unless-extradition-conditional-on-treaty'],
      ['10.4', 'in-a-position-to-assist'],
      ['12.2-1', 'crc-parties'],
      ['12.2-2', 'non-crc-parties'],
    ]);
    expect(findObligation('3.4')?.rule).toBe('always');
  });

  it('files each obligation in a section, and says where no heading names it', () => {
    const codes = catalogue.sections.map(({ code }) => code);
    for (const { section } of catalogue.obligations) expect(codes).toContain(section);
    expect(catalogue.obligations.filter(({ sectionNamed }) => !sectionNamed).map(({ code, section }) => `${code} ${section}`)).toEqual([
      '1 V',
      '4.1 V',
      '9.5 IV',
      '12.1 I',
      '12.2-1 I',
      '12.2-2 I',
    ]);
    expect(codes).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
  });

  it('cites sentences and limbs', () => {
    const citations = Object.fromEntries(catalogue.shall.map(({ code, citation }) => [code, citation]));
    expect(citations).toMatchObject({
      '5.1-2': 'Article 5(1), second limb',
      '5.2': 'Article 5(2), second sentence',
      '6.2-1': 'Article 6(2), first sentence',
      '8.2-1': 'Article 8(2)',
      '8.2-2': 'Article 8(2), subordinate clause',
    });
  });
});
