import { expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { firstWords } from './first-words.ts';

const words = '未成年人保护法';
const office = (part: string) => zipSync({ 'mimetype.txt': strToU8('x'), [part]: strToU8(`<p a="b">${words}</p><t>&amp;</t>`) });

test.each([
  ['law.docx', office('word/document.xml'), words],
  ['law.odt', office('content.xml'), words],
  ['law.xlsx', office('xl/sharedStrings.xml'), words],
  ['law.txt', strToU8(words), words],
  ['LAW.CSV', strToU8(words), words],
  ['law.txt', new Uint8Array([0xe9, 0x20, 0xe8, 0x20]), ''],
  ['law.docx', strToU8('no package'), ''],
  ['law.pdf', strToU8(words), ''],
])('%s', async (name, bytes, read) => {
  expect((await firstWords(new File([new Uint8Array(bytes)], name))).trim()).toBe(read);
});

test('of a part that never ends no more is unpacked than a beginning', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024).fill(97) }, { level: 6 });
  expect((await firstWords(new File([new Uint8Array(bomb)], 'bomb.docx'))).length).toBeLessThanOrEqual(256 * 1024);
});
