import { expect, test } from '@jest/globals';
import { countingOf } from './counting-releases.ts';

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const release = (dossier: string, number: number, articles: number[] | null, kind: 'own' | 'independent' = 'independent') => ({
  ...{ dossier, number, kind, articles, publishedAt: `2026-0${number}-01T00:00:00Z` },
  withdrawn: articles ? null : { at: '2026-05-01T00:00:00Z', reason: 'Mistaken' },
});

test('a release of some articles stands with the one before; what is covered anew or withdrawn is not told', () => {
  const told = countingOf([release('a', 1, all), release('a', 2, all), release('a', 3, [9]), release('a', 4, null), release('b', 1, all, 'own')]);
  expect(told.map((counting) => counting.map(({ dossier, number }) => `${dossier}${number}`))).toEqual([['b1'], ['a3', 'a2']]);
  expect(countingOf([release('a', 1, null)])).toEqual([]);
});
