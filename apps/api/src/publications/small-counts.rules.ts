// Counts of one to four people in a text: so few that those who know the case may know them. Pure.

const few = '(?:[1-4]|[١-٤]|one|two|three|four|deux|trois|quatre|طفل واحد|طفلان|طفلين|ثلاثة|أربعة)';
const people =
  '(?:child(?:ren)?|girls?|boys?|minors?|victims?|survivors?|adolescents?|infants?|enfants?|filles?|garçons?|mineur(?:e|es|s)?|victimes?|أطفال|طفل|فتيات|فتيان|ضحايا|ضحية|قاصرين|قاصرات)';
const counted = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${few}\s+(?:[\p{L}-]+\s+){0,2}${people}(?!\p{L})|طفلان|طفلين|طفل واحد`, 'giu');

export interface SmallCount {
  kind: 'small_count';
  at: number;
  length: number;
}
/** Where a text counts one to four people, in reading order. */
export const smallCountsIn = (text: string): SmallCount[] =>
  [...text.matchAll(counted)].map(({ 0: words, index }) => ({ kind: 'small_count', at: index, length: words.length }));
