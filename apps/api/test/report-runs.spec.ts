// Reports in the background, in six languages and every format: what is ordered, stopped, broken off, kept back; hostile and oversized text read back.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DocumentFormat, DocumentKind, DocumentLanguage, StatusReport } from '@servanda/contract';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { DocumentMaker } from '../src/reports/documents/document-maker.ts';
import { own } from '../src/reports/documents/model.ts';
import { pdfMaker } from '../src/reports/documents/pdf.ts';
import { statusDocument } from '../src/reports/documents/status-report.ts';
import { wordsOf } from '../src/reports/documents/words.ts';
import { ReportWork } from '../src/reports/runs/runs.work.ts';
import { schemaFaults } from './docx-schema.ts';
import { pathsOf } from './pdf-paths.ts';
import { spoilers, spoilt } from './pdf-spoilers.ts';
import { uaFaults } from './pdf-ua.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let organisation: string;
const cookies: Record<string, string> = {};
let dossier: string;
let empty: string;
let secret: string;
const get = (path: string, who = 'lead') =>
  served
    .http()
    .get(path)
    .set('cookie', cookies[who] ?? '');
const post = (path: string, body: object, who = 'lead') =>
  served
    .http()
    .post(path)
    .set('cookie', cookies[who] ?? '')
    .send(body);
const fixed = async (of: string, file: string): Promise<Buffer> => (await whole(get(`/api/dossiers/${of}/reports/${file}`)).expect(200)).body;
const order = async (body: object, who = 'lead') => (await post(`/api/dossiers/${dossier}/reports/runs`, body, who).expect(201)).body;
const textOf = async (pdf: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replace(/[\s\u200b]/g, '');
/** The processes that make documents for this one. */
const makers = () =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0 && isMaker(pid));
const isMaker = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('maker.child');
  } catch {
    return false;
  }
};

beforeAll(async () => {
  served = await serve();
  // What a document may take is tried below, with limits of its own; on a busy machine the usual one would be met by chance.
  Object.assign(served.app.get(DocumentMaker).limits, { longest: 300_000 });
  await seat(served);
  organisation = (await scopeFor(served, 'lead@government.example')).organisation;
  for (const who of ['lead', 'viewer']) cookies[who] = await signIn(served, `${who}@government.example`);
  const made = async (path: string, body: object) => (await post(path, body).expect(201)).body.id;
  dossier = await made('/api/dossiers', { iso3: 'XAA', title: 'Reports' });
  empty = await made('/api/dossiers', { iso3: 'XAA', title: 'Empty' });
  secret = await made(`/api/dossiers/${dossier}/evidence`, { kind: 'report', title: 'Kept back', originator: 'Observer', confidentiality: 'restricted' });
  const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'So.', submit: true, citations: [{ evidence: secret }] };
  await post(`/api/dossiers/${dossier}/elements/8.1.e/assessments`, judgement).expect(201);
});
afterAll(() => served.stop());

test('every kind of an empty dossier is made in each of the six languages and each format', async () => {
  for (const [at, lang] of DocumentLanguage.options.entries())
    for (const kind of DocumentKind.options) {
      const format = DocumentFormat.options[(at + DocumentKind.options.indexOf(kind)) % 3] ?? 'pdf';
      const bytes = await fixed(empty, `${kind}.${format}?lang=${lang}`);
      const title = wordsOf[lang].titles[kind];
      if (format === 'html') expect(bytes.toString()).toContain(`<h1>${title}</h1>`);
      if (format === 'docx') expect(strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array())).toContain(title);
      if (format !== 'pdf') continue;
      const { info } = await (await getDocumentProxy(new Uint8Array(bytes))).getMetadata();
      expect(info).toMatchObject({ Title: expect.stringContaining(title), Language: lang });
    }
}, 90_000);

test('every kind of Word document satisfies the schema of ECMA-376, in English and from right to left; planted faults are found', async () => {
  const wanted = [...DocumentKind.options.map((kind) => `${kind}.docx?lang=en`), 'article-12.docx', 'gaps.docx?lang=ar', 'statistics.docx?lang=ar'];
  const made = await Promise.all(wanted.map(async (file) => [file.replace(/(\.docx)\?lang=(.*)/, '-$2$1'), await fixed(dossier, file)] as const));
  const parts = unzipSync(new Uint8Array(made[2]?.[1] ?? Buffer.of()));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const planted = (name: string, from: RegExp, to: string): [string, Uint8Array] => {
    expect({ name, isPlanted: from.test(xml) }).toEqual({ name, isPlanted: true });
    return [name, zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(from, to)) })];
  };
  const faulty = Object.fromEntries([
    planted('order.docx', /(<w:pStyle w:val="[^"]*"\/>)(<w:[a-z]+[^>]*\/>)/i, '$2$1'),
    planted('relation.docx', /<w:footerReference([^>]*?)r:id="[^"]*"/, '<w:footerReference$1r:id="rIdNone"'),
    planted('bookmark.docx', /<w:bookmarkStart ([^>]*?)w:id="\d+"([^>]*)\/>/, '<w:bookmarkStart $1w:id="7"$2/><w:bookmarkStart $1w:id="7"$2/>'),
    planted('cell.docx', /<w:tc>(<w:tcPr>.*?<\/w:tcPr>).*?<\/w:tc>/s, '<w:tc>$1</w:tc>'),
    planted('value.docx', /<w:jc w:val="[^"]*"\/>/, '<w:jc w:val="sideways"/>'),
    planted('unknown.docx', /<w:body>/, '<w:body><w:invented/>'),
  ]);
  const found = await schemaFaults({ ...Object.fromEntries(made), ...faulty });
  for (const [name] of made) expect({ name, faults: found[name] }).toEqual({ name, faults: [] });
  expect(Object.keys(faulty).filter((name) => found[name]?.length === 0)).toEqual([]);
}, 120_000);

test('every kind of PDF stands the checks of PDF/UA-1 that a machine can make; planted faults are found', async () => {
  const wanted = [...DocumentKind.options.map((kind, at) => `${kind}.pdf?lang=${DocumentLanguage.options[at]}`), 'article-12.pdf'];
  const made = await Promise.all(wanted.map(async (file) => [file, await fixed(dossier, file)] as const));
  for (const [file, bytes] of made) expect({ file, faults: await uaFaults(bytes) }).toEqual({ file, faults: [] });
  const briefing = made[1]?.[1] ?? Buffer.of();
  for (const [checkpoint, spoil] of spoilers) {
    const faults = await uaFaults(await spoilt(briefing, spoil));
    expect({ checkpoint, isFound: faults.some((fault) => fault.startsWith(checkpoint)) }).toEqual({ checkpoint, isFound: true });
  }
}, 120_000);

test('a briefing is of two pages at most; a draft is marked on each', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await fixed(dossier, 'briefing.pdf?draft=true')));
  expect(pdf.numPages).toBeLessThanOrEqual(2);
  const { text } = await extractText(pdf);
  for (const page of text) expect(page).toContain('Draft');
});

test('an order of a day to come is refused, and names the field where it stands', async () => {
  const asOf = '2999-01-01';
  const refused = await post(`/api/dossiers/${dossier}/reports/runs`, { kind: 'gaps', format: 'html', asOf }).expect(422);
  expect(refused.body).toMatchObject({ code: 'moment_unusable', fields: [{ path: 'asOf' }] });
});

test('an order is made in the background, listed, fetched, and gives the bytes of the fixed door', async () => {
  const run = await order({ kind: 'gaps', format: 'html', lang: 'fr' }, 'viewer');
  expect(run).toMatchObject({ state: 'waiting', file: null, may: { cancel: { allowed: true }, fetch: { allowed: false } } });
  await served.app.get(ReportWork).make({ organisation, run: run.id });
  const { items } = (await get(`/api/dossiers/${dossier}/reports/runs`).expect(200)).body;
  expect(items[0]).toMatchObject({ id: run.id, state: 'made', file: { isKept: true, name: expect.stringMatching(/^servanda-XAA-gaps-.*-fr\.html$/) } });
  const bytes = (await whole(get(`/api/dossiers/${dossier}/reports/runs/${run.id}/file`)).expect(200)).body;
  expect(bytes.equals(await fixed(dossier, 'gaps.html?lang=fr'))).toBe(true);
  const { body: journal } = await get('/api/journal?limit=1').expect(200);
  expect(journal.items[0]).toMatchObject({ act: 'report.exported', data: { report: 'gaps', format: 'html', lang: 'fr' } });
});

test('two at once are both made, and one that was stopped is not', async () => {
  const [first, second, stopped] = [
    await order({ kind: 'status', format: 'docx' }),
    await order({ kind: 'status', format: 'pdf', lang: 'es' }),
    await order({ kind: 'status', format: 'pdf', lang: 'ru' }),
  ];
  await post(`/api/dossiers/${dossier}/reports/runs/${stopped.id}/cancel`, {}, 'viewer').expect(403);
  await post(`/api/dossiers/${dossier}/reports/runs/${stopped.id}/cancel`, {}).expect(200);
  const work = served.app.get(ReportWork);
  await Promise.all([first, second, stopped].map(({ id }) => work.make({ organisation, run: id })));
  const { items } = (await get(`/api/dossiers/${dossier}/reports/runs?limit=3`).expect(200)).body;
  expect(items.map(({ state }: { state: string }) => state).sort()).toEqual(['cancelled', 'made', 'made']);
});

test('a process that is killed half-way leaves a refusal that says what to do, nothing behind, and the next one is made', async () => {
  const broken = get(`/api/dossiers/${dossier}/reports/status.pdf?lang=zh`).then((answer) => answer);
  let isAnswered = false;
  void broken.then(() => {
    isAnswered = true;
  });
  while (!isAnswered) {
    for (const pid of makers()) process.kill(pid, 'SIGKILL');
    await new Promise((next) => setTimeout(next, 5));
  }
  expect(await broken).toMatchObject({ status: 503, body: { code: 'unavailable', detail: expect.stringContaining('in the background') } });
  const { items } = (await get(`/api/dossiers/${dossier}/reports/runs?limit=1`).expect(200)).body;
  expect(items[0]).toMatchObject({ state: 'failed', reason: 'beyond_limits', file: null, may: { retry: { allowed: true } } });
  await post(`/api/dossiers/${dossier}/reports/runs/${items[0].id}/retry`, {}).expect(200);
  await served.app.get(ReportWork).make({ organisation, run: items[0].id });
  expect((await get(`/api/dossiers/${dossier}/reports/runs?limit=1`)).body.items[0]).toMatchObject({ state: 'made' });
});

test('one that takes too long, or too much memory, is ended and says so; one that is stopped midway ends too; the product answers all the while', async () => {
  const { limits } = served.app.get(DocumentMaker);
  const usual = { ...limits };
  const work = served.app.get(ReportWork);
  const state = async () => (await get(`/api/dossiers/${dossier}/reports/runs?limit=1`).expect(200)).body.items[0];
  for (const [limit, formats] of [
    [{ longest: 1 }, ['docx', 'xlsx']],
    [{ memory: 1, watch: 1 }, ['html', 'oscal']],
  ] as const) {
    Object.assign(limits, usual, limit);
    for (const format of formats) {
      // A process that has just begun: none of these is made within a millisecond of it.
      for (const pid of makers()) process.kill(pid, 'SIGKILL');
      const run = await order({ kind: 'status', format, lang: 'fr' });
      const making = work.make({ organisation, run: run.id });
      await get('/api/health').expect(200);
      await making;
      expect([format, await state()]).toMatchObject([
        format,
        { id: run.id, state: 'failed', reason: 'beyond_limits', file: null, may: { retry: { allowed: true } } },
      ]);
    }
  }
  Object.assign(limits, usual);
  const run = await order({ kind: 'status', format: 'pdf', lang: 'ar' });
  for (const pid of makers()) process.kill(pid, 'SIGKILL');
  const making = work.make({ organisation, run: run.id });
  while (makers().length === 0) await new Promise((next) => setTimeout(next, 5));
  for (const pid of makers()) process.kill(pid, 'SIGSTOP');
  expect(await state()).toMatchObject({ state: 'working', may: { cancel: { allowed: true } } });
  await post(`/api/dossiers/${dossier}/reports/runs/${run.id}/cancel`, {}).expect(200);
  await making;
  expect(await state()).toMatchObject({ id: run.id, state: 'cancelled', file: null });
  await post(`/api/dossiers/${dossier}/reports/runs/${run.id}/retry`, {}).expect(200);
  await work.make({ organisation, run: run.id });
  expect(await state()).toMatchObject({ id: run.id, state: 'made' });
});

test('restricted evidence is taken in where it stands open or its purpose is said, marked, and given to no one else', async () => {
  await get(`/api/dossiers/${dossier}/reports/status.pdf?restricted=include`).expect(403);
  await post(`/api/dossiers/${dossier}/reports/runs`, { kind: 'status', format: 'pdf', restricted: { purpose: 'short' } }).expect(400);
  const purpose = 'For the brief of the minister';
  const run = await order({ kind: 'status', format: 'html', restricted: { purpose } });
  await served.app.get(ReportWork).make({ organisation, run: run.id });
  const file = `/api/dossiers/${dossier}/reports/runs/${run.id}/file`;
  const html = (await whole(get(file)).expect(200)).body.toString();
  for (const said of ['Kept back', 'Restricted pieces included', '<p class="mark">Restricted</p>']) expect(html).toContain(said);
  await get(file, 'viewer').expect(403);
  const { items } = (await get('/api/journal?limit=3').expect(200)).body;
  expect(items).toContainEqual(expect.objectContaining({ act: 'report.ordered', data: expect.objectContaining({ purpose }) }));
  await post(`/api/dossiers/${dossier}/evidence/${secret}/openings`, { purpose }).expect(201);
  expect(await textOf(await fixed(dossier, 'status.pdf?restricted=include'))).toContain('Keptback');
  expect(await textOf(await fixed(dossier, 'status.pdf'))).not.toContain('Keptback');
});

test('a PDF that is set in parts is the one that is set as a whole: its pages, bookmarks, contents, links, notes and structure', async () => {
  const report = StatusReport.parse((await get(`/api/dossiers/${dossier}/reports/status.json`).expect(200)).body);
  const document = statusDocument(report, { lang: 'en', isDraft: true });
  // A sentence with a footnote in every chapter, whose text looks like what stands in such a file.
  document.blocks = document.blocks.flatMap((block, at) =>
    block.is === 'heading' && block.level < 3
      ? [block, { is: 'text', look: 'plain', line: [own('See 7 0 R.'), { ...own(' So.'), note: [own(`Note (${at} 0 R`)] }] }]
      : [block],
  );
  const [parts, one] = [await pdfMaker({ part: 3, whole: 0 })(document), await pdfMaker()(document)];
  const textsOf = async (pdf: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text;
  expect(await textsOf(parts)).toEqual(await textsOf(one));
  expect(await pathsOf(parts)).toEqual(await pathsOf(one));
  expect(await uaFaults(parts)).toEqual([]);
  // Several parts indeed: each brings its own share of the fonts.
  const fontsIn = (pdf: Buffer) => pdf.toString('latin1').split('/FontFile2 ').length;
  expect(fontsIn(parts)).toBeGreaterThan(fontsIn(one) * 2);
}, 90_000);

test('40,000 characters of reasons, 500 pieces, signs that turn or hide text and markup of every format come out as they were typed', async () => {
  const report = StatusReport.parse((await get(`/api/dossiers/${dossier}/reports/status.json`).expect(200)).body);
  const hostile = [
    '#panic("x") `raw` $y$ @z',
    '</style><script>alert(1)</script>',
    '=HYPERLINK("http://x")',
    ']]></w:t>{MERGEFIELD x}',
    '\u202egnp.exe\u0007\u{1f9ff}',
    'العربية (4.1) abc',
    '儿童 дети',
  ];
  const piece = {
    id: dossier,
    kind: 'law',
    title: hostile.join(' '),
    citation: '',
    originator: '',
    pinpoint: '',
    stance: 'supports',
    confidentiality: 'internal',
    datedOn: null,
    isOutOfDate: false,
  };
  const [row, ...more] = report.rows;
  const evidence = Array.from({ length: 500 }, (_, at) =>
    StatusReport.shape.rows.element.shape.evidence.element.parse({ ...piece, id: `01890a5d-ac96-774b-bcce-${String(at).padStart(12, '0')}` }),
  );
  const rows = row ? [{ ...row, reasons: `${hostile.join('\n')}\n${'x'.repeat(20_000)} ${'long words '.repeat(2000)}`, evidence }, ...more] : [];
  const maker = served.app.get(DocumentMaker);
  const document = statusDocument({ ...report, rows }, { lang: 'en', isDraft: false });
  // However slow the machine: what is asked here is what is printed, not how fast.
  maker.limits.longest = 80_000;
  const text = await textOf(await maker.make('pdf', document));
  for (const said of [
    '#panic("x")`raw`$y$@z',
    '</style><script>alert(1)</script>',
    '=HYPERLINK("http://x")',
    ']]></w:t>{MERGEFIELDx}',
    'gnp.exe�',
    '儿童дети',
    'E500',
  ])
    expect(text).toContain(said);
  const html = (await maker.make('html', document)).toString();
  expect(html.match(/<script|<\/style>/g)).toEqual(['</style>']);
  for (const sign of ['\u202e', '\u0007']) expect(html).not.toContain(sign);
  const xml = strFromU8(unzipSync(new Uint8Array(await maker.make('docx', document)))['word/document.xml'] ?? new Uint8Array());
  expect([...xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map(([, field]) => field).join()).not.toMatch(/HYPERLINK|MERGEFIELD/);
  expect(xml).toContain(']]&gt;&lt;/w:t&gt;{MERGEFIELD x}');
  maker.limits.longest = 30_000;
}, 90_000);
