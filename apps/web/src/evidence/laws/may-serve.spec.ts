/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mayServe } from './may-serve.ts';

const folder = new URL('../../../../../packages/catalogue/data/curation/elements/', import.meta.url);
/** The elements of the catalogue as they are curated. */
const elements = readdirSync(folder).flatMap((file) => {
  const curated: Record<string, { title: string; evidence: string[] }> = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return Object.entries(curated).map(([code, { title, evidence }], ordinal) => ({ code, title, ordinal, typicalEvidence: evidence }));
});
const likely = (words: string) => mayServe(elements, words).likely.map(({ element }) => element.code);

describe('the elements that an article may serve', () => {
  it.each([
    ['Penal Code: sale of a child for forced labour', ['3.1.a.i.c']],
    ['Adoption Act: inducing consent to an adoption by improper payments', ['3.1.a.ii', '3.5']],
    ['Extradition Act: extradition without a treaty', ['5.3']],
    ['Proceeds of Crime Act: confiscation of proceeds', ['7.a.ii']],
    ['Penal Code: attempt and participation', ['3.2']],
    ['Code of Criminal Procedure: closed hearings and publication bans', ['8.1.e']],
  ])('%s', (words, codes) => expect(likely(words).slice(0, 4)).toEqual(expect.arrayContaining(codes)));

  it('are offered without order where the words say nothing, and none is lost', () => {
    const { likely: none, needing, rest } = mayServe(elements, 'القانون الجنائي');
    expect([none, needing.length + rest.length]).toEqual([[], elements.length]);
    expect(needing.map(({ element }) => element.code)).toContain('3.1.b');
    expect(rest.map(({ code }) => code)).toContain('10.3');
  });
});
