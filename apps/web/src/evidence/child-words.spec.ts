import { expect, test } from '@jest/globals';
import { childWordsIn } from './child-words.ts';

const excerpts = (text: string) => childWordsIn(text).map(({ excerpt }) => excerpt);

test.each([
  ['The court heard A.B., a 12-year-old, in camera.', ['A.B., a 12-year-old']],
  ['X. Y., aged 15, testified by video.', ['X. Y., aged 15']],
  ['Amina Diallo, aged 9, was placed in care.', ['Amina Diallo, aged 9']],
  ['The girl Amina Diallo was placed in care.', ['girl Amina Diallo']],
  ['a boy named Karim was found', ['boy named Karim']],
  ['She was born on 3 May 2014.', ['was born on 3']],
  ['A. B., âgée de 13 ans, a été entendue', ['A. B., âgée de 13 ans']],
  ['l’enfant prénommée Awa', ['enfant prénommée Awa']],
  ['née le 3 mai 2014', ['née le 3']],
  ['تاريخ الميلاد', ['تاريخ الميلاد']],
])('%s', (text, expected) => {
  expect(excerpts(text)).toEqual(expected);
});

test.each([
  'Penal Code, Article 174, as amended by Law No. 12 of 2019',
  'Children aged 10 to 14 received legal aid in 212 cases.',
  'No child under 18 years of age may be recruited.',
  'The State v. A.B., Supreme Court, Case No. 44/2021',
  'Training of 120 judges over 12 years in the Northern Province',
  'Plan national sur 5 ans',
  'Committee on the Rights of the Child, report of the U.N. Special Rapporteur',
  '',
])('is silent on: %s', (text) => {
  expect(excerpts(text)).toEqual([]);
});

test('says a thing once, in reading order', () => {
  const text = 'Born on 2 June 2012, the girl Mira Onda, aged 11, lives there. Date of birth is on page 2.';
  expect(excerpts(text)).toEqual(['Born on 2', 'girl Mira Onda', 'Date of birth']);
});
