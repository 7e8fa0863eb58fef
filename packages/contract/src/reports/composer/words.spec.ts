import { expect, test } from '@jest/globals';
import { RichText } from './rich-text.ts';
import { countWords, wordsIn } from './words.ts';

test.each([
  ['en', 'The State party’s law, s. 181B(1), covers “attempt”.', 9],
  ['fr', 'L’État n’a pas, jusqu’ici, répondu : 3 %.', 6],
  ['ar', 'لا شيء مسجَّل بشأن المادة 5(3).', 7],
  ['zh', '保护儿童。', 2],
  ['ru', 'Ничего не зафиксировано по статье 5(3).', 7],
  ['en', ' \n—…!?', 0],
])('words in %s: %s', (language, text, words) => {
  expect(countWords(text, language)).toBe(words);
});

test('footnotes, lists and cells of tables are words of the report; emphasis parts none', () => {
  const told = (text: string) => ({ type: 'text' as const, text });
  const line = (text: string) => ({ type: 'paragraph' as const, content: [told(text)] });
  const text = RichText.parse({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [told('Two '), { ...told('words'), marks: [{ type: 'bold' }] }, { type: 'footnote', attrs: { text: 'and a note' } }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [line('one point')] }] },
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [line('a head')] }] }] },
    ],
  });
  expect(wordsIn(text, 'en')).toBe(2 + 3 + 2 + 2);
});
