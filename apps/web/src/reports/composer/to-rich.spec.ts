import { expect, test } from '@jest/globals';
import { richOf } from '@servanda/contract';
import type { JSONContent } from '@tiptap/core';
import { richFrom } from './to-rich.ts';

const line = (text: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content });
const row = (cells: number): JSONContent => ({ type: 'tableRow', content: Array.from({ length: cells }, () => ({ type: 'tableCell', content: [line('x')] })) });

test('what came along when copying is taken out: controls, and marks that turn the words round', () => {
  expect(richFrom(doc(line('a\u000bb \u202etxt\u202c')))).toEqual({ body: richOf(['a b txt']), why: null });
  expect(richFrom(doc(line('\u202e'))).body).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [] }] });
});

test.each<[string, JSONContent, string]>([
  ['too long', line('word '.repeat(30_000)), 'long'],
  ['lists four deep', [1, 2, 3, 4].reduce((inner) => ({ type: 'bulletList', content: [{ type: 'listItem', content: [inner] }] }), line('x')), 'lists'],
  ['a table of unequal rows', { type: 'table', content: [row(1), row(2)] }, 'table'],
  ['a table thirteen wide', { type: 'table', content: [row(13)] }, 'table'],
])('a text that cannot be kept says why: %s', (_, content, why) => {
  expect(richFrom(doc(content))).toEqual({ body: null, why });
});
