import { describe, expect, it } from '@jest/globals';
import { readCuration } from './curation.ts';
import { readText } from './data-files.ts';
import { compileTreaty, sha256 } from './treaty-text.ts';
import type { Span } from './types.ts';

const source = readText('treaty.txt');
const treaty = compileTreaty(source, readCuration());
const bare = (text: string): string => text.replace(/\s/g, '');
const sliced = (spans: Span[]): string => spans.map(({ start, end }) => source.slice(start, end)).join('');
const removals = treaty.repairs.filter(({ kind }) => ['footnote', 'glued-footnote', 'page-number'].includes(kind));

describe('the treaty text', () => {
  it('is the text received, byte for byte', () => {
    expect(sha256(source)).toBe('91698b078d29f490c9b1bc4f6cf3c6c58ca99feefe37bd93ba9a49d382c7e82e');
  });

  it('has a title, twelve recitals, seventeen articles and a closing line', () => {
    expect(treaty.title).toMatch(/^OPTIONAL PROTOCOL TO THE CONVENTION .* AND CHILD PORNOGRAPHY$/);
    expect(treaty.provisions.filter(({ kind }) => kind === 'recital')).toHaveLength(12);
    expect(treaty.articles.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    expect(treaty.marks.at(-1)).toMatchObject({ kind: 'closing', text: '[Here follows the signatures]' });
  });

  it('claims every character of the source exactly once', () => {
    const claims = new Uint8Array(source.length);
    const spans = [...treaty.provisions.flatMap((one) => one.spans), ...treaty.marks.flatMap((one) => one.spans), ...removals.map(({ span }) => span)];
    for (const { start, end } of spans) for (let i = start; i < end; i += 1) claims[i]! += 1;
    const wrong = [...source].flatMap((letter, i) => (/\s/.test(letter) || claims[i] === 1 ? [] : [`${i} ${letter} ${claims[i]}`]));
    expect(wrong).toEqual([]);
    expect(spans.every(({ start, end }) => start < end)).toBe(true);
  });

  it('reassembles to the source: every provision is its spans and nothing else', () => {
    for (const { code, text, spans } of treaty.provisions) expect([code, bare(text)]).toEqual([code, bare(sliced(spans))]);
    for (const { text, spans } of treaty.marks) expect(bare(text).replace('(c)', '')).toEqual(bare(sliced(spans)).replace(/\([cс]\)/, ''));
  });

  it('reads in the order of the source, but for the displaced words', () => {
    const pieces = [
      ...treaty.provisions.flatMap(({ spans }) => spans),
      ...treaty.marks.flatMap(({ spans }) => spans),
      ...removals.map(({ span }) => span),
    ].sort((a, b) => a.start - b.start);
    const read = bare(sliced(pieces));
    const printed = bare(source);
    const differs = [...printed].findIndex((letter, i) => letter !== read[i]);
    expect([differs, printed.slice(differs, differs + 40), read.slice(differs, differs + 40)]).toEqual([-1, '', '']);
    expect(read).toHaveLength(printed.length);
  });

  it('holds clean words only: no line ends, no double spaces, nothing outside ASCII', () => {
    for (const { text, label } of treaty.provisions) expect(`${label}${text}`).toMatch(/^(?! )(?!.* {2})[\x20-\x7e]*(?<! )$/);
  });

  it('gives every provision a unique code under a parent that precedes it', () => {
    const seen = new Set<string>();
    for (const { code, parent } of treaty.provisions) {
      expect(seen.has(code)).toBe(false);
      expect(parent === null || seen.has(parent)).toBe(true);
      seen.add(code);
    }
  });

  it('cites as lawyers do', () => {
    const citation = (code: string) => treaty.provisions.find((one) => one.code === code)?.citation;
    expect(['1', '3.1', '3.1.a.i.b', '7.a.ii', '8.1.g', 'pre.4', 'pre.end'].map(citation)).toEqual([
      'Article 1',
      'Article 3(1)',
      'Article 3(1)(a)(i)b',
      'Article 7(a)(ii)',
      'Article 8(1)(g)',
      'Preamble, recital 4',
      'Preamble, closing words',
    ]);
  });
});
