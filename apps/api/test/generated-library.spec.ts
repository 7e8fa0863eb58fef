// The generated library (npm run seed:library): a dozen of its documents, every format and language, pass the checks and give their text.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { documentOf, formats, languages } from '../../../tools/library/documents.mjs';
import { checkDocument } from '../src/platform/files/document.ts';
import { readText } from '../src/platform/text/read-text.ts';
import { sha256Of } from './library-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-generated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Words as they stand, without marks of direction and breaks of lines. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ');

test.each([0, 1, 2, 3, 4, 6, 12, 18, 24, 25, 33, 38])('number %d is a document of its kind, the same each time, and says what it says', async (number) => {
  const { file, says } = await documentOf(number);
  const path = join(folder, file.name);
  const kind = file.name.split('.').at(-1) ?? '';
  writeFileSync(path, file.bytes);
  const sha256 = sha256Of(file.bytes);
  expect(await checkDocument({ path, size: file.bytes.length }, file.name)).toBe(kind);
  expect(sha256Of((await documentOf(number)).file.bytes)).toBe(sha256);
  const read = await readText(path, kind);
  expect('text' in read ? plain(read.text.parts.join('')) : read).toContain(plain(says));
});

test('a dozen are every format and every language', async () => {
  const names = await Promise.all([0, 1, 2, 3, 4, 6, 12, 18, 24, 25, 33, 38].map(async (number) => (await documentOf(number)).file.name));
  expect(new Set(names.map((name) => name.split('.')[1]))).toEqual(new Set(formats));
  expect(new Set(names.map((name) => name.split('-')[1]))).toEqual(new Set(languages));
});
