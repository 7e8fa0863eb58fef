import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkTreaty } from './check.ts';
import { CatalogueError } from './errors.ts';
import { compileTreaty } from './treaty-text.ts';

// An invented treaty, laid out unlike the Protocol: Roman numerals, titles, parts, closing words, no preamble formula.
const LIGHTHOUSES = `CONVENTION ON THE CARE OF LIGHTHOUSES

The Governments of the coastal States,

Considering that lights save lives,

Have agreed as follows:

PART I
General provisions

Article I
Definitions

For the purposes of this Convention:

(a) “Light” means any light;
(b) “Keeper” means:
    (i) a person who keeps a light; or
    (ii) a person who
         repairs one.

Article II - Duties of keepers

1. Every keeper shall light the lamp at dusk and shall put it
out at dawn. The keeper shall log both.

2. A keeper may:

(a) sleep by day;
(b) read by night.

Such leave shall be logged.

PART II

Article III

Fees shall be fair.

They shall be published.

IN WITNESS WHEREOF the undersigned have signed.
`;

const lineOf = (read: () => unknown): { line: number; message: string } => {
  try {
    read();
  } catch (error) {
    if (error instanceof CatalogueError) return { line: error.line, message: error.message };
    throw error;
  }
  throw new Error('it was read');
};

describe('another treaty', () => {
  const treaty = compileTreaty(LIGHTHOUSES);
  const text = (code: string) => treaty.provisions.find((one) => one.code === code)?.text;

  it('is read by the same compiler', () => {
    expect(treaty.title).toBe('CONVENTION ON THE CARE OF LIGHTHOUSES');
    expect(treaty.articles).toEqual([
      { number: 1, title: 'Definitions', line: 12 },
      { number: 2, title: 'Duties of keepers', line: 23 },
      { number: 3, title: null, line: 37 },
    ]);
    expect(treaty.provisions.map(({ code }) => code)).toEqual([
      'pre',
      'pre.1',
      'pre.end',
      '1',
      '1.a',
      '1.b',
      '1.b.i',
      '1.b.ii',
      '2',
      '2.1',
      '2.2',
      '2.2.a',
      '2.2.b',
      '2.2.end',
      '3',
      '3.2',
    ]);
    expect(text('1.b.ii')).toBe('a person who repairs one.');
    expect(text('2.2.end')).toBe('Such leave shall be logged.');
    expect(treaty.marks.at(-1)?.text).toMatch(/^IN WITNESS WHEREOF/);
  });

  it('loses no character', () => {
    expect(unclaimed(LIGHTHOUSES)).toBe('');
  });

  it('has its own register of “shall”, with lines', () => {
    expect(checkTreaty(LIGHTHOUSES).shall.map(({ code, line, quote }) => `${code} ${line} ${quote}`)).toEqual([
      '2.1-1 25 Every keeper shall light the lamp at dusk and shall put it',
      '2.1-2 25 shall put it out at dawn.',
      '2.1-3 26 The keeper shall log both.',
      '2.2.end 33 Such leave shall be logged.',
      '3 39 Fees shall be fair.',
      '3.2 41 They shall be published.',
    ]);
    expect(checkTreaty(LIGHTHOUSES).articles.map(({ paragraphs, shall }) => [paragraphs, shall])).toEqual([
      [1, 0],
      [2, 4],
      [2, 2],
    ]);
  });
});

describe('a text that cannot be read', () => {
  it.each([
    ['nothing', '  \n', 0, /empty/],
    ['bytes', 'Article 1\n\u0000\u0001', 2, /not plain text/],
    ['no article', 'Dear friend,\nhow are you?', 2, /no article was found/],
    ['an article twice', 'Article 1\n\nA.\n\nArticle 2\n\nB.\n\nArticle 2\n\nC.', 9, /second time \(first on line 5\)/],
    ['an article out of order', 'Article 1\n\nA.\n\nArticle 3\n\nB.', 5, /Article 2 was expected/],
    ['a first article that is not the first', 'Article 4\n\nA.', 1, /Article 1 was expected/],
    ['a missing paragraph', 'Article 1\n\n1. A.\n\n3. C.', 5, /“3\.” stands where entry 2/],
    ['a missing point', 'Article 1\n\nStates shall:\n(a) A;\n(c) C.', 5, /“\(c\)” stands where entry 2/],
    ['an empty article', 'Article 1\n\nArticle 2\n\nB.', 1, /no text/],
  ])('is refused with its line: %s', (_what, text, line, message) => {
    const refused = lineOf(() => compileTreaty(text));
    expect(refused.line).toBe(line);
    expect(refused.message).toMatch(message);
  });

  it('is refused where curated words are not where they should be', () => {
    const displaced = [{ line: 3, was: 'B', after: 1, because: 'It is not there.' }];
    expect(lineOf(() => compileTreaty('Article 1\n\nA.', { displaced })).line).toBe(3);
  });
});

const isRemoval = (kind: string): boolean => ['footnote', 'glued-footnote', 'page-number'].includes(kind);

/** Characters of the source that no provision, mark or removal claims, or that several claim. */
function unclaimed(source: string): string {
  const { provisions, marks, repairs } = compileTreaty(source);
  const claims = new Uint8Array(source.length);
  const removals = repairs.filter(({ now, kind }) => isRemoval(kind) || (kind === 'split-word' && !now.includes('-'))).map(({ span }) => span);
  for (const { start, end } of [...provisions, ...marks].flatMap(({ spans }) => spans).concat(removals)) {
    for (let i = start; i < end; i += 1) claims[i]! += 1;
  }
  return [...source].filter((letter, i) => !/\s/.test(letter) && claims[i] !== 1).join('');
}

describe('any well-formed treaty', () => {
  const word = fc.constantFrom('State', 'shall', 'report', 'every', 'year', 'implemen-\ntation', 'implementation', 'CO2', 'article 3,', 'Party');
  const sentence = fc.array(word, { minLength: 2, maxLength: 25 }).map((words) => `The ${words.join(' ')} duly.`);
  const layout = fc.record({ indent: fc.constantFrom('', ' ', '   '), gap: fc.constantFrom('\n\n', '\n \n', '\n\n12\n\n', '\n\f\n') });

  it('is read without losing, doubling or inventing a character', () => {
    fc.assert(
      fc.property(fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), layout, (articles, { indent, gap }) => {
        const source = articles.map((own, a) => `${indent}Article ${a + 1}\n\n${own.map((text, p) => `${indent}${p + 1}. ${text}`).join(gap)}`).join('\n\n');
        const { provisions } = compileTreaty(source);
        expect(provisions.filter(({ kind }) => kind === 'paragraph')).toHaveLength(articles.flat().length);
        expect(checkTreaty(source).shall).toHaveLength(source.match(/\bshall\b/g)?.length ?? 0);
        expect(unclaimed(source)).toBe('');
      }),
      { numRuns: 60 },
    );
  });
});
