// A copy tells nothing but its content: every name that a format lets one write beside it is told to the uploader, and is nowhere in the copy.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Cleaned } from '../src/platform/cleaning/clean.ts';
import { checkDocument } from '../src/platform/files/document.ts';
import { inThread } from '../src/platform/files/threads.ts';
import { readText } from '../src/platform/text/read-text.ts';
import { docx, pdf } from './corpus/documents.ts';
import { canary, tellingDocx, tellingOdt, tellingPdf, tellingRtf, tellingXlsx } from './corpus/telling.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-clean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
async function cleaned(kind: string, bytes: Buffer) {
  const [path, out] = [join(folder, `${++files}.${kind}`), join(folder, `${files}.clean.${kind}`)];
  writeFileSync(path, bytes);
  const result = await inThread<Cleaned>('clean', { path, out, kind });
  if (result === 'beyond limits') throw new Error(result);
  return { result, copy: () => readFileSync(out), path, out };
}
/** All that can be read in a copy, its parts unpacked. */
const saysOf = (kind: string, copy: Buffer) =>
  kind === 'pdf' || kind === 'rtf'
    ? copy.toString('latin1')
    : Object.entries(unzipSync(copy))
        .map(([name, part]) => `${name}\n${strFromU8(part, true)}`)
        .join('\n');

describe('a copy', () => {
  test.each([
    [
      'docx',
      tellingDocx,
      ['author', 'last_saved_by', 'organisation', 'custom', 'comment', 'tracked_change', 'revision_id', 'place', 'camera', 'thumbnail'],
      'Kept & whole and added',
    ],
    ['xlsx', tellingXlsx, ['author', 'last_saved_by', 'comment', 'computer'], '12'],
    ['odt', tellingOdt, ['author', 'last_saved_by', 'comment', 'tracked_change', 'thumbnail'], 'Kept'],
    ['rtf', tellingRtf, ['author', 'organisation', 'comment', 'revision_id', 'tracked_change', 'moments'], 'Plain words. Kept. added'],
    ['pdf', tellingPdf, ['author', 'application', 'custom', 'comment', 'place', 'camera'], 'Kept'],
  ] as const)('of a %s holds its words and no name of anybody', async (kind, make, kinds, words) => {
    const bytes = await make();
    expect(saysOf(kind, bytes)).toContain(canary);
    const { result, copy, path, out } = await cleaned(kind, bytes);
    if ('cannot' in result) throw new Error(result.cannot);
    expect(result.isChanged).toBe(true);
    expect(result.found.map((f) => f.kind)).toEqual(expect.arrayContaining([...kinds]));
    expect(result.found.flatMap((f) => f.values).join()).toContain(canary);
    expect(saysOf(kind, copy())).not.toContain(canary);
    expect(saysOf(kind, copy())).not.toMatch(/rsid|Thumbnails|commentRange/);
    // It is a document like any other, and says what the file said.
    const size = copy().length;
    await expect(checkDocument({ path: out, size }, `copy.${kind}`)).resolves.toBe(kind);
    const read = await readText(out, kind);
    expect('text' in read ? read.text.parts.join('').trim() : read).toContain(words);
    // The text that is shown and searched is read from the file as it came, and holds no name either.
    const original = await readText(path, kind);
    expect('text' in original ? original.text.parts.join('').trim() : original).toContain(words);
    expect(JSON.stringify(original)).not.toContain(canary);
  });

  test('is the file itself where the file tells nothing', async () => {
    const { result } = await cleaned(
      'docx',
      docx({ 'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' }),
    );
    expect(result).toEqual({ found: [], isChanged: false });
    expect((await cleaned('pdf', pdf())).result).toEqual({ found: [], isChanged: false });
  });

  test.each([
    ['broken markup', 'docx', docx({ 'word/styles.xml': '<a><b></a>' }), 'damaged'],
    ['a broken PDF', 'pdf', Buffer.from('%PDF-1.7 nothing'), 'damaged'],
    ['a picture of a kind that is not known', 'docx', docx({ 'word/document.xml': '<a/>', 'word/media/image1.tiff': 'II*\0....' }), 'picture'],
    ['an RTF with text that was struck', 'rtf', Buffer.from('{\\rtf1 {\\deleted gone}}'), 'tracked_changes'],
    ['an RTF that does not end', 'rtf', Buffer.from('{\\rtf1 {\\info{\\author x}'), 'damaged'],
  ])('is not made of %s, and it is said why', async (_, kind, bytes, why) => {
    expect((await cleaned(kind, bytes)).result).toMatchObject({ cannot: why });
  });
});
