import { describe, expect, it } from '@jest/globals';
import { readCuration } from './curation.ts';
import { readCsv } from './data-files.ts';
import {
  calendarOverrides,
  catalogue,
  criminalisationActs,
  criminalisationColumns,
  criminalisationGroups,
  dueDateExamples,
  findElement,
  reservations,
  statesParties,
} from './index.ts';

const curation = readCuration();
const elements = catalogue.obligations.flatMap((obligation) => obligation.elements);
const isSentence = /^\p{Lu}.*[.?]$/u;

describe('the curated words', () => {
  it('are written for exactly the elements and obligations there are', () => {
    expect(Object.keys(curation.elements).sort()).toEqual(elements.map(({ code }) => code).sort());
    expect(Object.keys(curation.obligations).sort()).toEqual(['3.1', '7', '8.1']);
  });

  it.each(elements.map((element) => [element.code, element] as const))('are complete for %s', (_code, element) => {
    const { title, plain, questions, criteria, typicalEvidence, typicalBody } = element;
    expect(title).toMatch(/^\p{Lu}.{7,59}$/u);
    expect(plain).toMatch(isSentence);
    expect(plain.length).toBeLessThanOrEqual(320);
    for (const list of [questions, criteria.law, criteria.practice]) {
      expect(list.length).toBeGreaterThanOrEqual(2);
      expect(list.length).toBeLessThanOrEqual(4);
      for (const text of list) expect(text).toMatch(isSentence);
    }
    expect(typicalEvidence.length).toBeGreaterThanOrEqual(2);
    expect(typicalBody.length).toBeGreaterThanOrEqual(1);
  });

  it('never take a statute alone for practice: data over time and an independent voice are asked for', () => {
    for (const { code, criteria } of elements) {
      const practice = criteria.practice.join(' ');
      expect([code, /two years|five-year|whole period/.test(practice)]).toEqual([code, true]);
      expect([code, /independent|confirm|NGO|report/i.test(practice)]).toEqual([code, true]);
    }
  });

  it('use United Nations terms, the treaty’s own only in quotation', () => {
    const words = JSON.stringify([curation.elements, curation.obligations, curation.register.notes, curation.register.optional.map(({ title }) => title)]);
    expect(words).not.toMatch(/child prostitut|child pornograph|prostitute|child sex tourism|shadow report/i);
  });

  it('give titles that are unique', () => {
    expect(new Set(elements.map(({ title }) => title)).size).toBe(51);
    expect(new Set(catalogue.obligations.map(({ title }) => title)).size).toBe(37);
  });
});

describe('notes and optional clauses', () => {
  it('are the five “shall” without an obligation and the remark on Article 7(b)', () => {
    expect(catalogue.notes.map(({ code }) => code)).toEqual(['5.2', '7.b-text', '8.2-2', '8.3-2', '8.6', '11']);
    const uncounted = catalogue.shall.filter(({ code, obligation }) => obligation !== code).map(({ code }) => code);
    expect(catalogue.notes.filter(({ kind }) => kind !== 'textual').map(({ code }) => code)).toEqual(uncounted);
  });

  it('bear on obligations that exist, which name them in turn', () => {
    for (const { code, bearsOn } of catalogue.notes) {
      expect(catalogue.obligations.filter(({ notes }) => notes.includes(code)).map((one) => one.code)).toEqual(bearsOn);
    }
  });

  it('cover every row of the table of other provisions', () => {
    expect(curation.register.optional.map(({ register }) => register).sort()).toEqual(
      readCsv('other-provisions.csv')
        .map((row) => row['provision'])
        .sort(),
    );
  });
});

describe('States, dates and reservations', () => {
  it('are 178 parties and 8 signatories, with their lines', () => {
    expect(statesParties).toHaveLength(186);
    expect(statesParties.filter(({ status }) => status === 'party')).toHaveLength(178);
    expect(statesParties.filter(({ status, type, depositedOn }) => status === 'signatory' && type === null && depositedOn === null)).toHaveLength(8);
    expect(statesParties.map(({ sourceLine }) => sourceLine)).toEqual(Array.from({ length: 186 }, (_, i) => i + 2));
    expect(statesParties.find(({ iso3 }) => iso3 === 'CMR')).toMatchObject({ sourceLine: 31, status: 'signatory', signedOn: '2001-10-05' });
    expect(statesParties.filter(({ isCrcParty }) => !isCrcParty).map(({ iso3 }) => iso3)).toEqual(['USA']);
    expect(statesParties.filter(({ type }) => type === 'succession').map(({ iso3 }) => iso3)).toEqual(['MNE']);
    expect(new Set(statesParties.map(({ iso3 }) => iso3)).size).toBe(186);
    for (const { signedOn, depositedOn } of statesParties) for (const day of [signedOn, depositedOn]) expect(day ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('keep reservations to States that have one and provisions that exist', () => {
    const codes = new Set(catalogue.provisions.map(({ code }) => code));
    expect(reservations.map(({ iso3, provision }) => `${iso3} ${provision}`)).toEqual([
      'KWT 3.5',
      'SYR 3.5',
      'USA 3.5',
      'USA 4.1',
      'KOR 3.1.a.ii',
      'MYS 3.1.a.ii',
      'LAO 5.2',
    ]);
    for (const { iso3, provision } of reservations) {
      expect(codes.has(provision)).toBe(true);
      expect(statesParties.find((state) => state.iso3 === iso3)?.hasReservationOrDeclaration).toBe(true);
    }
  });

  it('take overrides from the worked cases', () => {
    expect(dueDateExamples).toHaveLength(9);
    expect(dueDateExamples.find(({ iso3 }) => iso3 === 'BEN')).toMatchObject({ entryIntoForce: '2005-02-28', printedDue: null });
    expect(calendarOverrides).toMatchObject([{ iso3: 'USA', event: 'next-report', on: '2016' }]);
  });
});

describe('the criminalisation matrix', () => {
  it('has 22 acts, each under an element of Article 3(1), and 29 columns', () => {
    expect(criminalisationActs).toHaveLength(22);
    for (const { element } of criminalisationActs) expect(findElement(element)?.obligation).toBe('3.1');
    expect(new Set(criminalisationActs.map(({ element }) => element)).size).toBe(6);
    expect(criminalisationActs[0]).toMatchObject({ code: 'R01', element: '3.1.a.i.a', citation: 'Article 3(1)(a)(i)a' });
    expect(criminalisationGroups.map(({ code }) => code)).toEqual(['SA', 'SB', 'SC', 'SAD', 'P', 'M']);
    expect(criminalisationColumns.map(({ code }) => code)).toEqual(Array.from({ length: 29 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`));
  });

  it('says of each column what it asks, under which article, and which elements it bears on', () => {
    for (const { title, asks, citation, feeds } of criminalisationColumns) {
      expect([title, asks, citation].every((words) => words.length > 3)).toBe(true);
      expect(asks.endsWith('?')).toBe(true);
      for (const element of feeds) if (element !== 'act') expect(findElement(element)?.code).toBe(element);
    }
  });

  it('lets every column that the text mandates bear on an element, and no evidence or optional one', () => {
    const bearing = criminalisationColumns.filter(({ feeds }) => feeds.length > 0).map(({ force }) => force);
    expect(new Set(bearing)).toEqual(new Set(['mandatory', 'qualified', 'conditional']));
    expect(criminalisationColumns.filter(({ force, feeds }) => force === 'mandatory' && feeds.length === 0)).toEqual([]);
    expect(criminalisationColumns.filter(({ force }) => force === 'mandatory')).toHaveLength(16);
  });
});
