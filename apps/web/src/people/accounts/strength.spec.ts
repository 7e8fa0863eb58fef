import { expect, test } from '@jest/globals';
import { strengthOf } from './strength.ts';

const around = ['lead@government.example', 'National focal point'];

test.each([
  ['', 'none'],
  ['seven bridges', 'short'],
  ['government.example', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['seven new bridges', 'fair'],
  ['seven bridges over one river', 'good'],
])('%j is %s', (password, strength) => expect(strengthOf(password, around)).toBe(strength));
