// What documents say in six languages: citations, days, penalties; nothing of them is left in English or in the form of a program.
import { describe, expect, test } from '@jest/globals';
import { catalogue, criminalisationColumns } from '@servanda/catalogue';
import { type CriminalisationReport, DocumentLanguage, type KeptPenalty } from '@servanda/contract';
import { contentOf, type Fed } from '../../assessments/criminalisation/matrix-content.ts';
import { matrixNames } from '../../assessments/criminalisation/names.ts';
import { citationIn, placeIn } from '../composer/said.ts';
import { criminalisationDocument } from '../criminalisation/criminalisation-document.ts';
import { entitled } from './citations.ts';
import { dayIn, dayInWords, spanOf } from './days.ts';
import { penaltyIn } from './penalties.ts';
import { wordsOf } from './words.ts';

const every = catalogue.obligations.flatMap(({ elements }) => elements);
const told = (line: { text: string }[]) => line.map(({ text }) => text).join('');

test('a citation of the treaty is in the language of the document, with its number from left to right', () => {
  expect(citationIn('Article 5(1), first limb', 'fr')).toBe('Article 5(1), premier membre');
  expect(citationIn('Article 12(2), second sentence', 'zh')).toBe('第 12(2) 条，第二句');
  expect(citationIn('Article 3(1)(a)(i)a', 'ar')).toBe('المادة \u200e3(1)(a)(i)a\u200e');
  expect(placeIn('Article 9(1), first sentence', 'ru')).toBe('9(1), первое предложение');
  for (const lang of DocumentLanguage.exclude(['en']).options)
    for (const { citation, title } of every) {
      expect(placeIn(citation, lang)).not.toMatch(/limb|sentence|Article/);
      expect(told(entitled({ citation, title }, lang)).endsWith(title)).toBe(true);
    }
});

test('a day is told in words, the first of a month in French as an ordinal; a span may be open', () => {
  expect(dayInWords('2026-03-01', 'fr')).toBe('1er mars 2026');
  expect(dayInWords('2026-03-21', 'fr')).toBe('21 mars 2026');
  expect(dayIn('2026-11-27', 'zh').text).toBe('2026年11月27日');
  expect(dayIn(null, 'en').text).toBe('—');
  const span = (from: string | null, to: string | null) => spanOf(from, to, wordsOf.en, 'en');
  expect(span('2024-03-01', '2026-02-28')).toBe('1 March 2024 – 28 February 2026');
  expect(span('2024-03-01', null)).toBe('since 1 March 2024');
  expect(span(null, '2026-02-28')).toBe('until 28 February 2026');
  for (const lang of DocumentLanguage.options) expect(dayInWords('2026-11-27', lang)).not.toMatch(/[٠-٩]|2026-11/);
});

describe('a penalty', () => {
  const time: KeptPenalty = { unit: 'years', minimum: 8, maximum: 15, currency: null, toLife: false, note: '' };
  const fine: KeptPenalty = { ...time, unit: 'fine', minimum: 0, maximum: 200_000, currency: 'ARU' };
  test.each<[KeptPenalty, DocumentLanguage, string]>([
    [time, 'en', '8–15 years'],
    [time, 'ar', 'من 8 إلى 15 سنة'],
    [{ ...time, maximum: 1, minimum: null }, 'en', 'up to 1 year'],
    [{ ...time, maximum: null }, 'ru', 'от 8 лет'],
    [{ ...time, minimum: 5, maximum: 5 }, 'ru', '5 лет'],
    [{ ...time, minimum: 12, maximum: null, toLife: true }, 'en', '12 years to life imprisonment'],
    [{ ...time, unit: 'life', minimum: null, maximum: null, toLife: true }, 'es', 'cadena perpetua'],
    [fine, 'en', 'fine: up to 200,000 ARU'],
    [{ ...fine, unit: 'other', minimum: null, maximum: null, currency: null, note: 'loss of accreditation' }, 'fr', 'loss of accreditation'],
  ])('%j in %s', (penalty, lang, words) => {
    expect(told(penaltyIn(penalty, wordsOf[lang], lang))).toBe(words);
  });
});

describe('the criminalisation matrix', () => {
  const dossier = { id: '0'.repeat(36), title: '1', kind: 'own' as const, iso3: 'XAA', stateName: 'Aruna', organisation: '1' };
  const fed: Fed = {
    ...{ code: '4.1', citation: 'Article 4(1)', title: 'Jurisdiction', obligation: '4.1' },
    ...{ applies: true, law: 'compliant' },
    matrixReason: '',
  };
  const report: CriminalisationReport = {
    ...{ schema: 'urn:servanda:schema:criminalisation-matrix:1', treaty: 'opsc', catalogueVersion: '1', catalogueSha256: '0'.repeat(64), dossier },
    ...contentOf([{ row: 'STATE', column: 'C11', value: 'no' }], [fed]),
    ...{ on: '2026-11-27', version: 1, restrictedSourcesLeftOut: 0, sha256: '0'.repeat(64) },
    set: [{ row: 'STATE', column: 'C11', value: 'no', source: '', isWithdrawn: false, isRestricted: false }],
  };
  test.each(DocumentLanguage.exclude(['en']).options)('names its acts and columns in %s, and leaves in English only titles of elements and sources', (lang) => {
    const { blocks } = criminalisationDocument(report, { lang, isDraft: false, isRestricted: false });
    const heads = blocks.flatMap((block) => (block.is === 'table' && block.isDense ? block.head : []));
    expect(heads.slice(1)).toEqual(criminalisationColumns.map(({ code }) => `${code} ${matrixNames[lang].column[code]}`));
    const runs = blocks.flatMap((block) => (block.is === 'table' ? block.rows.flat(3) : []));
    const written = new Set(runs.flatMap(({ as, lang: tongue, text }) => (as === 'said' && tongue === 'en' ? [text] : [])));
    expect([...written]).toEqual(['Article 3(1) with CRC art. 1', 'Article 3(1) chapeau', 'guideline II Data', fed.title]);
    const texts = runs.map(({ text }) => text);
    const { object: _, ...shown } = matrixNames[lang];
    for (const words of Object.values(shown)) expect(texts).toEqual(expect.arrayContaining(Object.values(words)));
  });
});
