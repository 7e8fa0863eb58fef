import { expect, test } from '@jest/globals';
import { isolated } from './isolated.ts';

test.each([
  ['a Latin name in Arabic is kept whole', 'Desk officer, cybercrime', 'ar', '\u2068Desk officer, cybercrime\u2069'],
  ['an Arabic name in English, too', 'مكتب الشرطة', 'en', '\u2068مكتب الشرطة\u2069'],
  ['what runs with the sentence stays as it is', 'Ministry of Justice', 'fr', 'Ministry of Justice'],
  ['figures have no direction of their own to keep', '1,200', 'ar', '1,200'],
  ['what is whole already is not wrapped twice', '\u2068FIU Note 9/2025\u2069', 'ar', '\u2068FIU Note 9/2025\u2069'],
  ['two wholes beside each other become one', '\u2068A\u2069 \u2068B\u2069', 'ar', '\u2068\u2068A\u2069 \u2068B\u2069\u2069'],
])('%s', (_, value, tongue, expected) => {
  expect(isolated(value, tongue)).toBe(expected);
});
