import { describe, expect, it } from '@jest/globals';
import { readCuration } from './curation.ts';
import { readText } from './data-files.ts';
import { compileTreaty } from './treaty-text.ts';

const source = readText('treaty.txt');
const treaty = compileTreaty(source, readCuration());
const text = (code: string) => treaty.provisions.find((one) => one.code === code)?.text;
const repairs = (kind: string) => treaty.repairs.filter((one) => one.kind === kind);

describe('each trap of the source', () => {
  it('puts the displaced words back at the end of the third recital', () => {
    expect(text('pre.2')).toMatch(/moral or social development,$/);
    expect(text('pre.3')).toMatch(/for the purpose of the sale of children, child prostitution and child pornography,$/);
    expect(repairs('displaced-line')).toHaveLength(1);
    expect(repairs('displaced-line')[0]).toMatchObject({ line: 18, was: 'of children, child prostitution and child pornography,' });
  });

  it('reads the Cyrillic enumerator of Article 7(c)', () => {
    expect(treaty.provisions.find(({ code }) => code === '7.c')).toMatchObject({ label: '(c)', citation: 'Article 7(c)' });
    expect(repairs('enumerator')).toHaveLength(1);
    expect(repairs('enumerator')[0]).toMatchObject({ line: 238, was: '\u0441', now: 'c' });
  });

  it('quotes Article 7(b) as received', () => {
    expect(text('7.b')).toBe('Execute requests from another State Party for seizure or confiscation of goods or proceeds referred to in subparagraph (a) (i);');
  });

  it('takes footnote numbers off the words they are glued to', () => {
    expect(repairs('glued-footnote').map(({ line, was, now }) => [line, was, now])).toEqual([
      [9, 'Child1', 'Child'],
      [56, 'Adoption1', 'Adoption'],
      [57, 'Abduction2', 'Abduction'],
      [61, 'Labour3', 'Labour'],
    ]);
    expect(text('pre.9')).toContain('Inter-Country Adoption, the Hague Convention on the Civil Aspects of International Child Abduction, the Hague');
  });

  it('takes footnotes out of the preamble and of Article 2', () => {
    expect(repairs('footnote').map(({ line }) => line)).toEqual([50, 98, 99, 100]);
    expect(treaty.provisions.some((one) => one.text.includes('Cm '))).toBe(false);
    expect(text('2.c')).toMatch(/^Child pornography means .* purposes\.$/);
  });

  it('joins a recital that a page break and a footnote interrupt', () => {
    expect(text('pre.8')).toContain('child pornography, and also believing in the importance');
  });

  it('takes the page number out of Article 17', () => {
    expect(repairs('page-number')).toMatchObject([{ line: 428, was: '12' }]);
    expect(text('17.2')).toMatch(/^The Secretary-General/);
  });

  it('reads headings, paragraphs and lines that begin with a space', () => {
    expect(repairs('leading-space').map(({ line }) => line)).toEqual([1, 51, 149, 192, 241, 290, 335, 380]);
    expect(text('8.1')).toMatch(/^States Parties shall adopt/);
    expect(text('3.5')).toMatch(/^States Parties shall take all/);
  });

  it('gives unnumbered articles their own words and empty paragraphs none', () => {
    for (const code of ['1', '2', '7', '11']) expect(text(code)).not.toBe('');
    for (const code of ['3', '4', '5', '8', '12', '17']) expect(text(code)).toBe('');
    expect(text('7.a.i')).toBe('Goods such as materials, assets and other instrumentalities used to commit or facilitate offences under the present Protocol;');
  });

  it('reads on over blank lines inside a sentence', () => {
    expect(text('2.a')).toContain('whereby a child is transferred by any person');
    expect(text('3.1.c')).toContain('exporting, offering, selling or possessing');
  });

  it('joins “Secretary-General” over a line end', () => {
    expect(text('16.1')).toContain('file it with the Secretary-General of the United Nations');
    expect(repairs('split-word')).toMatchObject([{ line: 401, now: 'Secretary-General' }]);
  });

  it('lists every repair with its line, its place and a reason', () => {
    for (const { line, span, because } of treaty.repairs) {
      expect(source.slice(0, span.start).split('\n')).toHaveLength(line);
      expect(because).toMatch(/\.$/);
    }
    expect(treaty.repairs).toHaveLength(20);
  });
});

describe('repairs by rule, in any text', () => {
  const read = (body: string) => compileTreaty(`Article 1\n\n${body}\n`);

  it('leaves a digit in a word alone unless a footnote bears its number', () => {
    expect(read('States shall measure CO2 every year.').provisions[0]?.text).toBe('States shall measure CO2 every year.');
  });

  it('drops a hyphen at a line end only where the text has the word in one piece', () => {
    const { provisions } = read('The imple-\nmentation and the inter-\nnal rules shall follow from implementation.');
    expect(provisions[0]?.text).toBe('The implementation and the inter-nal rules shall follow from implementation.');
  });

  it('reads form feeds and carriage returns as white space', () => {
    expect(read('States shall\r\n\f\nreport.\r').provisions[0]?.text).toBe('States shall report.');
  });

  it('takes a footnote under a drawn rule out and lists the rule', () => {
    const { provisions, repairs: found } = read('States1 shall report.\n_______\n1 A note.');
    expect(provisions[0]?.text).toBe('States shall report.');
    expect(found.map(({ kind }) => kind)).toEqual(['glued-footnote', 'footnote', 'footnote']);
  });
});
