import { describe, expect, test } from '@jest/globals';
import { leastWeight, weightOf, wordsAround } from './password-strength.ts';

const around = wordsAround('lead@government.example', 'National focal point');
const common = new Set(['password', 'iloveyou', 'monkey', 'dragon', 'correct', 'horse', 'battery', 'staple', 'qwertyuiop', 'welcome']);
const weight = (password: string) => weightOf(password, { around, isCommon: (text) => common.has(text) });

describe('a password that is easy to guess', () => {
  test.each([
    'aaaaaaaaaaaaaaa',
    '123456789012345',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjkl',
    'azertyuiopqsdfghjklm',
    'passwordpassword',
    'P@ssw0rd12345678',
    'iloveyou iloveyou iloveyou',
    'monkey987654321',
    'lead@government.example',
    'government-national-focal',
    'Servanda-2026-Servanda',
    'pacta-sunt-servanda',
    'Zq7!'.repeat(64),
    'ａａａａａａａａａａａａａａａ',
    '密碼密碼密碼密碼密碼密碼密碼密碼',
  ])('%s', (password) => expect(weight(password)).toBeLessThan(leastWeight));
});

test.each(['li.an@mof.gov.example', 'a.b-c.d-e.f@justice.government.example'])('the own address %s, short as its parts may be', (address) => {
  const weighed = (password: string) => weightOf(password, { around: wordsAround(address, 'Bo Li An Xu') });
  expect(weighed(address)).toBeLessThan(leastWeight);
  expect(weighed(`${address.toUpperCase()}2026`)).toBeLessThan(leastWeight);
  expect(weighed('bo li an xu bo li an xu')).toBeLessThan(leastWeight);
});

describe('a password that is not', () => {
  test.each([
    'correct horse battery staple',
    'my dog eats two left shoes',
    'kX9$mQ2pLw8#vT5',
    'سبعة جسور فوق النهر',
    `${'a'.repeat(14)}kdjfhgx`,
    '🦉🌧️🎻🪁🦷🧦🫖🪵',
  ])('%s', (password) => expect(weight(password)).toBeGreaterThanOrEqual(leastWeight));
});

test('the longest is weighed at once', () => {
  const long = Array.from({ length: 256 }, (_, i) => String.fromCharCode(33 + ((i * 37) % 90))).join('');
  const before = performance.now();
  weight(long);
  expect(performance.now() - before).toBeLessThan(200);
});
