import { expect, test } from '@jest/globals';
import { dropped, stepped } from './places.ts';

const of = (id: string, section = 'I') => ({ id, section });
const [a, b, c, d] = [of('a'), of('b'), of('c'), of('d', 'II')];
const paragraphs = [a, b, c, d];

test('a paragraph is stepped within its section, and not beyond its ends', () => {
  expect([stepped(paragraphs, a, 1), stepped(paragraphs, b, -1), stepped(paragraphs, c, -1)]).toEqual([
    { section: 'I', after: 'b' },
    { section: 'I', after: null },
    { section: 'I', after: 'a' },
  ]);
  expect([stepped(paragraphs, a, -1), stepped(paragraphs, c, 1), stepped(paragraphs, d, 1)]).toEqual([null, null, null]);
});

test('a paragraph is dropped before or after another, of its own section or another; where it stands already nothing is moved', () => {
  expect(dropped(paragraphs, 'c', a, 'before')).toEqual({ section: 'I', after: null });
  expect(dropped(paragraphs, 'a', c, 'before')).toEqual({ section: 'I', after: 'b' });
  expect(dropped(paragraphs, 'a', c, 'after')).toEqual({ section: 'I', after: 'c' });
  expect(dropped(paragraphs, 'a', d, 'after')).toEqual({ section: 'II', after: 'd' });
  expect(dropped(paragraphs, 'd', a, 'before')).toEqual({ section: 'I', after: null });
  expect([dropped(paragraphs, 'b', a, 'after'), dropped(paragraphs, 'a', b, 'before'), dropped(paragraphs, 'b', c, 'before')]).toEqual([null, null, null]);
});
