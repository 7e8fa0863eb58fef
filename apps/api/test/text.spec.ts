// The text inside files: read in a thread of its own after the upload, kept by page, read again on request; a hostile file costs its own job and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { documentOf } from '../src/demo/documents.ts';
import { EvidenceText } from '../src/evidence/text.service.ts';
import { Database } from '../src/platform/db/database.ts';
import { Jobs } from '../src/platform/jobs/jobs.ts';
import { limits } from '../src/platform/text/limits.ts';
import { readText } from '../src/platform/text/read-text.ts';
import { docx, ods, odt, pdf, rtf, xlsx } from './corpus/documents.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-text-'));
const kept = (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const wordText = (...lines: string[]) =>
  docx({
    'word/document.xml': `<w:document ${w}><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  });
const sheetText = xlsx({
  'xl/sharedStrings.xml': '<sst><si><t>Région</t></si><si><r><t>Cases </t></r><r><t>2025</t></r></si></sst>',
  'xl/worksheets/sheet1.xml':
    '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>Nord</t></is></c><c><v>12</v></c></row></sheetData></worksheet>',
});
const openText = (body: string) =>
  `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body>${body}</office:body></office:document-content>`;
const gazette = documentOf({ name: 'gazette.pdf', lines: ['Article 181B of the Penal Code', 'Whoever offers or delivers a child'] });

describe('the reader', () => {
  test.each([
    ['txt', Buffer.from('Loi n° 71\r\nنص عربي'), 'Loi n° 71\nنص عربي'],
    ['txt', Buffer.from([0x4c, 0x6f, 0x69, 0x20, 0x6e, 0xb0, 0x20, 0x37]), 'Loi n° 7'],
    ['txt', Buffer.from('\ufeffNUL \u0000 and \u0007 bell', 'utf16le'), 'NUL  and  bell'],
    ['csv', Buffer.from('year;cases\n2024;12\n'), 'year;cases\n2024;12'],
    ['docx', wordText('First paragraph', 'الفقرة الثانية'), 'First paragraph\nالفقرة الثانية'],
    ['xlsx', sheetText, 'Région\tCases 2025\nNord\t12'],
    ['odt', odt({ 'content.xml': openText('<office:text><text:h>Title</text:h><text:p>One<text:tab/>two</text:p></office:text>') }), 'Title\nOne\ttwo'],
    ['ods', ods(), ''],
    ['rtf', rtf("caf\\'e9 \\u1605?\\par Second"), 'Plain words. café م\nSecond'],
    [
      'rtf',
      rtf('{\\info{\\title A title}{\\author Somebody}{\\doccomm Ask}}\\b{\\*\\generator Writer}Bold{\\pict\\pngblip 89504e47} end'),
      'Plain words. Bold end',
    ],
    ['pdf', gazette, 'Article 181B of the Penal Code\nWhoever offers or delivers a child'],
  ])('reads %s', async (kind, bytes, expected) => {
    const result = await readText(kept(`a.${kind}`, bytes), kind);
    expect(
      'text' in result
        ? result.text.parts
            .join('')
            .replace(/^\ufeff/, '')
            .trim()
        : result,
    ).toBe(expected);
  });

  test('a broken file, one that takes too long and one that needs too much memory end by themselves, with the reason', async () => {
    expect(await readText(kept('b.pdf', Buffer.from('%PDF-1.7 nothing')), 'pdf')).toMatchObject({ unreadable: 'damaged' });
    expect(await readText(kept('b.docx', Buffer.from('PK nothing')), 'docx')).toMatchObject({ unreadable: 'damaged' });
    expect(await readText(kept('c.txt', Buffer.alloc(20_000_000, 'a ')), 'txt', { ...limits, longest: 1 })).toMatchObject({ unreadable: 'too_slow' });
    const greedy = await readText(kept('d.rtf', Buffer.from(`{\\rtf1 ${'{\\b '.repeat(400_000)}`)), 'rtf', { ...limits, mostMemory: 16 });
    expect(['too_big', 'damaged']).toContain('unreadable' in greedy ? greedy.unreadable : greedy);
  });

  test('a long text is cut into parts that join to the whole, and kept up to the limit', async () => {
    const text = Array.from({ length: 4000 }, (_, i) => `Paragraph ${i} of a long report 🜂.`).join('\n');
    const result = await readText(kept('e.txt', Buffer.from(text)), 'txt');
    expect('text' in result && [result.text.parts.join('') === text, result.text.parts.length > 40, result.text.isWhole]).toEqual([true, true, true]);
    const cut = await readText(kept('f.txt', Buffer.from(text)), 'txt', { ...limits, mostCharacters: 10_000 });
    expect('text' in cut && [cut.text.isWhole, cut.text.parts.join('').length <= 10_000]).toEqual([false, true]);
  });
});

describe('the text of a piece', () => {
  let served: Served;
  let cookie: string;
  let dossier: string;
  let evidence: string;
  beforeAll(async () => {
    served = await serve();
    await seat(served);
    cookie = await signIn(served, 'contributor@government.example');
    const lead = await scopeFor(served, 'lead@government.example');
    dossier = await openedDossier(served, lead);
    evidence = await addedEvidence(served, lead, dossier);
  });
  afterAll(() => served.stop());

  const at = (path = '') => `/api/dossiers/${dossier}/evidence/${evidence}${path}`;
  const upload = async (name: string, bytes: Buffer): Promise<{ id: string; text: { state: string } }> =>
    (await served.http().post(at('/files')).set('cookie', cookie).attach('file', bytes, name).expect(201)).body;
  const textOf = async (file: string, query = '') =>
    (
      await served
        .http()
        .get(at(`/files/${file}/text${query}`))
        .set('cookie', cookie)
        .expect(200)
    ).body;
  const settled = async (file: string) => {
    for (const until = Date.now() + 20_000; Date.now() < until; ) {
      const { text } = await textOf(file);
      if (text.state !== 'waiting') return text;
    }
    throw new Error('the text was never read');
  };

  test('waits after the upload, is read by a job of the queue, and is given by page', async () => {
    const file = await upload('gazette.pdf', gazette);
    expect(file.text).toEqual({ state: 'waiting', reason: null, pages: 0, characters: 0, hasPages: false, isWhole: true, pagesInAll: null, identity: null });
    await served.app.get(EvidenceText).serve();
    expect(await settled(file.id)).toMatchObject({ state: 'done', pages: 1, hasPages: true, isWhole: true, pagesInAll: 1 });
    const { items, name } = await textOf(file.id);
    expect([name, items[0].number, items[0].startsAt]).toEqual(['gazette.pdf', 1, 0]);
    expect(items[0].text).toContain('Whoever offers or delivers a child');
    const db = new pg.Client({ connectionString: served.adminUrl });
    await db.connect();
    // What a killed process had begun is taken up after half a minute without a sign of life.
    const taken = await db.query("SELECT DISTINCT heartbeat_seconds AS beat FROM jobs.job WHERE name = 'evidence.text'").finally(() => db.end());
    expect(taken.rows).toEqual([{ beat: 30 }]);
    const queues = await served.app.get(Jobs).state();
    expect(queues.filter(({ queue }) => queue === 'evidence.text')).toMatchObject([{ waiting: 0, failed: 0 }]);
  });

  test('says that there is none, or why it cannot be read, and reads again on request', async () => {
    const [empty, broken] = [await upload('scan.pdf', pdf()), await upload('broken.docx', docx())];
    expect((await settled(empty.id)).state).toMatch(/no_text|failed/);
    expect(await settled(broken.id)).toMatchObject({ state: 'failed', reason: 'damaged' });
    const again = await served
      .http()
      .post(at(`/files/${broken.id}/text`))
      .set('cookie', cookie)
      .expect(200);
    expect(again.body.text.state).toBe('waiting');
    const lead = await scopeFor(served, 'lead@government.example');
    const asked = await served.app.get(Database).read(lead, (sql) => sql("SELECT 1 FROM journal_entry WHERE act = 'evidence.text_asked_again'"));
    expect(asked).toHaveLength(1);
    await settled(broken.id);
    const done = await upload('note.txt', Buffer.from('Plain.'));
    await settled(done.id);
    expect(
      (
        await served
          .http()
          .post(at(`/files/${done.id}/text`))
          .set('cookie', cookie)
          .expect(409)
      ).body.code,
    ).toBe('wrong_state');
    const viewer = await signIn(served, 'viewer@government.example');
    expect(
      (
        await served
          .http()
          .post(at(`/files/${broken.id}/text`))
          .set('cookie', viewer)
          .expect(403)
      ).body.code,
    ).toBe('forbidden');
    const other = await signIn(served, 'lead@ngo.example');
    expect(
      (
        await served
          .http()
          .get(at(`/files/${done.id}/text`))
          .set('cookie', other)
          .expect(404)
      ).body.code,
    ).toBe('not_found');
  });

  test('one that the database keeps too slowly ends as failed, to be read again, and never waits for ever', async () => {
    const admin = new pg.Client({ connectionString: served.adminUrl });
    await admin.connect();
    const cancelled = "BEGIN RAISE query_canceled USING MESSAGE = 'canceling statement due to statement timeout'; END";
    await admin.query(`CREATE FUNCTION app.test_slow() RETURNS trigger LANGUAGE plpgsql AS '${cancelled.replaceAll("'", "''")}'`);
    await admin.query('CREATE TRIGGER test_slow BEFORE INSERT ON evidence_page EXECUTE FUNCTION app.test_slow()');
    const file = await upload('slow.txt', Buffer.from('Slowly kept.'));
    try {
      expect(await settled(file.id)).toMatchObject({ state: 'failed', reason: 'too_slow' });
    } finally {
      await admin.query('DROP FUNCTION app.test_slow() CASCADE').finally(() => admin.end());
    }
    await served
      .http()
      .post(at(`/files/${file.id}/text`))
      .set('cookie', cookie)
      .expect(200);
    expect(await settled(file.id)).toMatchObject({ state: 'done', characters: 12 });
  });

  test('a refused upload queues nothing; a text whose job was lost is queued anew when a process begins to serve', async () => {
    const db = served.app.get(Database);
    const file = await upload('lost.txt', Buffer.from('Found again.'));
    await settled(file.id);
    const lead = await scopeFor(served, 'lead@government.example');
    await db.hotWrite(lead, (sql) => sql("UPDATE evidence_text SET state = 'waiting', changed_at = now() - interval '1 day' WHERE file_id = $1", [file.id]));
    await served.app.get(EvidenceText).serve();
    expect(await settled(file.id)).toMatchObject({ state: 'done', characters: 12 });
  });
});
