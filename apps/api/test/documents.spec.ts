// The status report as PDF and DOCX: read back by other means than those that wrote it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { extractText, getDocumentProxy } from 'unpdf';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

const hostile = [
  '#panic("pwn") #sys.inputs *b* _e_ $x^2$ <lbl> @ref \\u{41} /* ]]}',
  '#read("/etc/passwd") #eval("1") #import "@preview/x:0.1.0"',
  '<script>alert(1)</script></w:t></w:r> &amp; ]]>',
  '{{place}} {name} $1 $& =HYPERLINK("http://x") TOC \\o "1-3"',
];
const turned = 'abc\u2066def\u{1f600}';

let served: Served;
let cookie: string;
let dossier: string;
const ask = (file: string) => served.http().get(`/api/dossiers/${dossier}/reports/${file}`).set('cookie', cookie).buffer(true);
const bytes = async (file: string): Promise<Buffer> => (await whole(ask(file)).expect(200)).body;
const spaceless = (text: string) => text.replace(/[\s\u200b]/g, '');

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  const post = async (path: string, body: object) => (await served.http().post(path).set('cookie', cookie).send(body).expect(201)).body;
  dossier = (await post('/api/dossiers', { iso3: 'XAA', title: 'Aruna 2026 #strong[x] <b>' })).id;
  const law = await post(`/api/dossiers/${dossier}/evidence`, {
    kind: 'law',
    title: 'قانون حماية الطفل رقم 12',
    originator: 'Parliament',
    citation: 's. 4.2(b)',
  });
  const source = await post(`/api/dossiers/${dossier}/evidence`, { kind: 'report', title: 'Kept back', originator: 'Observer', confidentiality: 'restricted' });
  await post(`/api/dossiers/${dossier}/elements/8.1.e/assessments`, {
    ...{ basedOn: null, law: 'compliant', practice: 'limited', asOf: '2026-03-31', submit: true },
    reasons: [...hostile, turned].join('\n'),
    citations: [{ evidence: law.id, pinpoint: '#link("javascript:x")' }, { evidence: source.id }],
  });
});
afterAll(() => served.stop());

describe('the PDF', () => {
  test('is tagged, of one language and with a title; user text is printed as it was typed', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await bytes('status.pdf')));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: expect.stringContaining('Status report'), Language: 'en' });
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const text = spaceless((await extractText(pdf, { mergePages: true })).text);
    for (const line of [...hostile, 'Aruna 2026 #strong[x] <b>', '#link("javascript:x")']) expect(text).toContain(spaceless(line));
    expect(text).toContain('abcdef�');
    expect(text).not.toContain('Keptback');
  });

  test('is the same to the byte for the same record, and another in another language', async () => {
    const first = await bytes('status.pdf?lang=ar');
    expect(first.equals(await bytes('status.pdf?lang=ar'))).toBe(true);
    expect(first.equals(await bytes('status.pdf?lang=fr'))).toBe(false);
    // Latin values of an Arabic cover end where its Arabic lines begin: at the right.
    const cover = await (await getDocumentProxy(new Uint8Array(first))).getPage(1);
    const ends = (await cover.getTextContent()).items.flatMap((item) =>
      'str' in item && /^Republic of Aruna/.test(item.str) ? [item.transform[4] + item.width] : [],
    );
    expect(ends.map((end) => Math.round((cover.view[2] ?? 0) - end))).toEqual([Math.round((28 * 72) / 25.4)]);
  });
});

describe('the DOCX', () => {
  test('is well formed, with headings, contents and repeated heads; user text is text', async () => {
    const parts = unzipSync(new Uint8Array(await bytes('status.docx')));
    for (const [name, part] of Object.entries(parts).filter(([part]) => /\.(xml|rels)$/.test(part))) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(strFromU8(part)).close();
    }
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    for (const said of ['w:val="Heading1"', 'w:val="Heading3"', '<w:tblHeader/>', 'TOC \\h \\o']) expect(xml).toContain(said);
    const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) =>
      text
        ?.replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&'),
    );
    for (const line of hostile) expect(texts).toContain(line);
    expect([...xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, field]) => field).join()).not.toContain('HYPERLINK');
    expect(Object.keys(parts).filter((name) => /embeddings|vba|externalLink/i.test(name))).toEqual([]);
    expect(xml).not.toContain('Kept back');
  });

  test('in Arabic runs right to left, and is the same to the byte for the same record', async () => {
    const first = await bytes('status.docx?lang=ar');
    expect(first.equals(await bytes('status.docx?lang=ar'))).toBe(true);
    const xml = strFromU8(unzipSync(new Uint8Array(first))['word/document.xml'] ?? new Uint8Array());
    for (const said of ['<w:bidi/>', '<w:rtl/>', '<w:bidiVisual/>', 'تقرير الحالة']) expect(xml).toContain(said);
    // A sentence from left to right is held together: its full stop would else stand at its other end.
    expect(xml).toContain('\u200eAruna 2026 #strong[x] &lt;b&gt;\u200e');
    // The treaty is cited in the language of the document.
    expect(xml).toContain('المادة \u200e8(1)(e)\u200e');
    expect(xml).not.toMatch(/>Article \d|\d{4}-\d{2}-\d{2}</);
  });
});

test('each is in the journal with its format and the hash of the record; another language is refused', async () => {
  const { body: report } = await ask('status.json').expect(200);
  await bytes('status.pdf');
  const { body: journal } = await served.http().get('/api/journal?limit=1').set('cookie', cookie).expect(200);
  expect(journal.items[0]).toMatchObject({ act: 'report.exported', data: { format: 'pdf', sha256: report.sha256 } });
  await ask('status.pdf?lang=xx').expect(400);
});

test('an element that no longer applies is said not to apply and nothing else, whatever was judged before', async () => {
  const as = (asked: ReturnType<ReturnType<typeof served.http>['get']>) => asked.set('cookie', cookie);
  const open = (await as(served.http().post('/api/dossiers')).send({ iso3: 'XAA', title: 'Extradition' }).expect(201)).body;
  const at = `/api/dossiers/${open.id}`;
  const judged = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'Extradition Act, s. 4' };
  await as(served.http().post(`${at}/elements/5.3/assessments`))
    .send({ ...judged, submit: true })
    .expect(201);
  const facts = { ...open.facts, extraditionConditionalOnTreaty: { answer: true, basis: 'Extradition Act' } };
  await as(served.http().put(`${at}/facts`))
    .send({ version: open.version, facts })
    .expect(200);
  const html = (await whole(as(served.http().get(`${at}/reports/status.html`))).expect(200)).body.toString();
  const section = html.slice(html.indexOf('Extradition without a treaty</bdi></h4>'), html.indexOf('Extradition Act, s. 4'));
  expect([...section.matchAll(/<b>([^<]*)<\/b>([^<]*)/g)].map(([, label, proof]) => [label, proof])).toEqual([
    ['Not applicable', ''],
    ['Not applicable', ''],
  ]);
});
