import { describe, expect, it } from '@jest/globals';
import { catalogue, findElement } from './index.ts';

const segmentsOf = (code: string) => catalogue.provisions.find((one) => one.code === code)?.segments ?? [];

describe('segments', () => {
  it('join to the text of every provision', () => {
    for (const { code, text, segments } of catalogue.provisions) {
      expect([code, segments.map((one) => one.text).join('')]).toEqual([code, text]);
      expect(segments.every((one) => one.text !== '')).toBe(true);
    }
  });

  it('leave nothing of Articles 1–12 plain and everything else plain', () => {
    for (const { article, segments } of catalogue.provisions) {
      const isSubstantive = article >= 1 && article <= 12;
      for (const { role } of segments) expect(role === 'plain').toBe(!isSubstantive);
    }
  });

  it('show every element, note and optional clause somewhere', () => {
    const all = catalogue.provisions.flatMap(({ segments }) => segments);
    const elements = catalogue.obligations.flatMap((obligation) => obligation.elements.map(({ code }) => code));
    for (const code of elements) expect(all.some((one) => one.role === 'element' && one.elements.includes(code))).toBe(true);
    for (const { code } of [...catalogue.notes, ...catalogue.optional]) expect(all.some(({ ref }) => ref === code)).toBe(true);
  });

  it('name only what exists', () => {
    const obligations = new Set(catalogue.obligations.map(({ code }) => code));
    const refs = new Set([...catalogue.notes, ...catalogue.optional].map(({ code }) => code));
    for (const { obligation, elements, ref } of catalogue.provisions.flatMap(({ segments }) => segments)) {
      expect(obligation === null || obligations.has(obligation)).toBe(true);
      expect(ref === null || refs.has(ref)).toBe(true);
      for (const code of elements) expect(findElement(code)?.obligation).toBe(obligation);
    }
  });

  it('cut a sentence with two obligations at the second “shall”', () => {
    expect(segmentsOf('5.1').map(({ text, obligation }) => [text.slice(0, 12), obligation])).toEqual([
      ['The offences', '5.1-1'],
      ['shall be inc', '5.1-2'],
    ]);
  });

  it('give the shared words of Article 3(1)(a) all four of its elements', () => {
    expect(segmentsOf('3.1.a')).toMatchObject([{ role: 'obligation', elements: ['3.1.a.i.a', '3.1.a.i.b', '3.1.a.i.c', '3.1.a.ii'] }]);
  });

  it('mark a nested clause as its note and still as its obligation', () => {
    expect(segmentsOf('8.2')).toMatchObject([
      { text: 'States Parties shall ensure that ', obligation: '8.2-1', ref: null },
      { role: 'element', obligation: '8.2-1', ref: '8.2-2' },
    ]);
  });

  it('set “may” clauses, conditions and savings apart', () => {
    expect(segmentsOf('5.2').map(({ role, ref }) => [role, ref])).toEqual([
      ['optional', '5.2-may'],
      ['note', '5.2'],
    ]);
    expect(segmentsOf('11.b')).toMatchObject([{ role: 'note', ref: '11' }]);
    expect(segmentsOf('2.a')).toMatchObject([{ role: 'definition', ref: '2' }]);
    expect(segmentsOf('3.4').map(({ role }) => role)).toEqual(['element', 'optional']);
  });
});
