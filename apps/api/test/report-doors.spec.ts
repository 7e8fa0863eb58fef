// What holds of every kind in every format: the same bytes wherever it is written, a run with its history, the journal, what is left out, bad input read back.
import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DocumentFormat, IssueContent, RunKind, runFormats, StatusReport } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { Database } from '../src/platform/db/database.ts';
import { composedDocument } from '../src/reports/composer/composed-document.ts';
import { ComposerQueries } from '../src/reports/composer/composer.queries.ts';
import { contentOf } from '../src/reports/composer/composition.rules.ts';
import { draftedReport } from '../src/reports/composer/drafted-report.ts';
import { DocumentMaker } from '../src/reports/documents/document-maker.ts';
import type { Writing } from '../src/reports/documents/maker.orders.ts';
import { statusDocument } from '../src/reports/documents/status-report.ts';
import { ReportWork } from '../src/reports/runs/runs.work.ts';
import { statusCsv } from '../src/reports/status-csv.ts';
import { WorkbookQueries } from '../src/reports/workbook/workbook.queries.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let cookie: string;
let organisation: string;
let dossier: string;
const get = (path: string) => served.http().get(path).set('cookie', cookie);
const post = (path: string, body: object) => served.http().post(path).set('cookie', cookie).send(body);
const at = (file: string) => `/api/dossiers/${dossier}/reports/${file}`;
const made = async (path: string, body: object) => (await post(path, body).expect(201)).body;
const newestEntry = async () => (await get('/api/journal?limit=1').expect(200)).body.items[0];
/** Every word of a file, without spaces; by another library than the one that wrote it. */
async function wordsOf(bytes: Buffer, format: string): Promise<string> {
  const spaceless = (text: string) => text.replace(/[\s\u200b]/g, '');
  if (format === 'pdf') return spaceless((await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text);
  if (format === 'xlsx') return spaceless((await readExcel(bytes)).flatMap(({ data }) => data.flat()).join(' '));
  const xml = format === 'docx' ? strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array()) : bytes.toString();
  return spaceless(format === 'docx' || format === 'html' ? xml.replace(/<[^>]*>/g, '') : xml);
}
async function contentNow(): Promise<IssueContent> {
  const record = await served.app.get(Database).work(organisation, (sql) => served.app.get(ComposerQueries).record(sql, { organisation }, dossier));
  return contentOf(draftedReport(record, 'en'), record);
}

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  organisation = (await scopeFor(served, 'lead@government.example')).organisation;
  dossier = (await made('/api/dossiers', { iso3: 'XAA', title: 'Every door' })).id;
  const piece = (title: string, confidentiality: string) =>
    made(`/api/dossiers/${dossier}/evidence`, { kind: 'law', title, originator: 'Parliament', citation: 's. 4', confidentiality });
  const [open, shut] = [await piece('Canary public', 'public'), await piece('Canary restricted', 'restricted')];
  for (const code of ['3.2', '8.1.e'])
    await made(`/api/dossiers/${dossier}/elements/${code}/assessments`, {
      ...{ basedOn: null, law: 'partially_compliant', practice: 'limited', asOf: '2026-03-31', reasons: 'Canary reasons', submit: true },
      citations: [{ evidence: open.id }, { evidence: shut.id }],
    });
  const reviewer = await signIn(served, 'reviewer@government.example');
  await served.http().post(`/api/dossiers/${dossier}/elements/8.1.e/assessments/1/reviews`).set('cookie', reviewer).send({ act: 'accept' });
});
afterAll(() => served.stop());

const ordered = RunKind.exclude(['alternative']).options.flatMap((kind) => runFormats[kind].map((format) => ({ kind, format })));
describe.each(ordered)('$kind as $format', ({ kind, format }) => {
  test('is ordered, made, listed and fetched; noted before its bytes go; and holds nothing that is restricted', async () => {
    const run = await made(at('runs'), { kind, format });
    await served.app.get(ReportWork).make({ organisation, run: run.id });
    const { items } = (await get(at('runs?limit=1')).expect(200)).body;
    expect(items[0]).toMatchObject({ id: run.id, kind, format, state: 'made', file: { isKept: true } });
    const answer = await whole(get(at(`runs/${run.id}/file`))).expect(200);
    const report = kind.replace('_', '-');
    expect(await newestEntry()).toMatchObject({
      act: 'report.exported',
      data: { dossier, run: run.id, report, format, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(answer.headers['content-disposition']).toContain(`servanda-XAA-${report}-`);
    const words = await wordsOf(answer.body, format);
    if (kind === 'status') expect(words).toContain('Canaryreasons');
    expect(words).not.toContain('Canaryrestricted');
    if (!DocumentFormat.safeParse(format).success) return;
    // Judgements are the organisation's own: nothing that tells of them is less than internal.
    if (format === 'html') expect(words).toContain('Internal');
  });
});

test('the fixed doors give what a run gave, and leave a run in the history', async () => {
  for (const [file, kind, format] of [
    ['status.xlsx', 'status', 'xlsx'],
    ['status.oscal.json', 'status', 'oscal'],
    ['workbook.xlsx?lang=ar', 'workbook', 'xlsx'],
    ['article-12.pdf?lang=fr', 'article_12', 'pdf'],
    ['article-12.docx?lang=zh', 'article_12', 'docx'],
  ]) {
    const { body: bytes } = await whole(get(at(file ?? ''))).expect(200);
    const { items } = (await get(at('runs?limit=1')).expect(200)).body;
    expect(items[0]).toMatchObject({ kind, format, state: 'made' });
    expect((await whole(get(at(`runs/${items[0].id}/file`))).expect(200)).body.equals(bytes)).toBe(true);
  }
});

test('what is asked twice may hold restricted evidence only where a person reads it; days and formats that are not made are refused by field', async () => {
  const purpose = { purpose: 'For the minister alone' };
  for (const [body, path] of [
    [{ kind: 'gaps', format: 'xlsx' }, 'format'],
    [{ kind: 'workbook', format: 'pdf' }, 'format'],
    [{ kind: 'article_12', format: 'pdf', asOf: '2026-01-01' }, 'asOf'],
    [{ kind: 'status', format: 'oscal', restricted: purpose }, 'restricted'],
    [{ kind: 'article_12', format: 'pdf', restricted: purpose }, 'restricted'],
    [{ kind: 'workbook', format: 'xlsx', restricted: purpose }, 'restricted'],
  ] as const)
    expect((await post(at('runs'), body).expect(400)).body.fields).toMatchObject([{ path }]);
  for (const kind of ['status', 'gaps', 'briefing'] as const) {
    const run = await made(at('runs'), { kind, format: 'html', restricted: purpose });
    await served.app.get(ReportWork).make({ organisation, run: run.id });
    const html = await wordsOf((await whole(get(at(`runs/${run.id}/file`))).expect(200)).body, 'html');
    // As confidential as the most confidential thing inside.
    expect(html).toContain('Restricted');
    if (kind === 'status') expect(html).toContain('Canaryrestricted');
  }
  await get(at('article-12.pdf?report=01890a5d-ac96-774b-bcce-000000000000')).expect(404);
});

test('the same record gives the same bytes in every format, wherever it is written', async () => {
  const report = (await get(at('status.json')).expect(200)).body;
  const correlation = (await get(at('correlation.json')).expect(200)).body;
  const criminalisation = (await get(at('criminalisation.json')).expect(200)).body;
  const workbook = await served.app.get(Database).work(organisation, (sql) => served.app.get(WorkbookQueries).contentIn(sql, organisation, dossier));
  const told = JSON.stringify({ report, correlation, criminalisation, content: await contentNow(), workbook });
  const written = (env: NodeJS.ProcessEnv) =>
    new Promise<Record<string, string>>((settle, fail) => {
      const child = execFile(process.execPath, [new URL('./report-bytes.ts', import.meta.url).pathname], { env, maxBuffer: 1e7 }, (error, out) =>
        error ? fail(error) : settle(JSON.parse(out)),
      );
      child.stdin?.end(told);
    });
  const [here, there] = await Promise.all([
    written({ TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' }),
    written({ TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' }),
  ]);
  expect(Object.keys(here).length).toBeGreaterThan(60);
  expect(here).toEqual(there);
}, 120_000);

const bad: [name: string, text: string, shown: string][] = [
  ['a right-to-left name in a left-to-right table', 'قانون (4.1) Code 12', 'Code12'],
  ['emoji', 'before\u{1f9ff}\u{1f468}\u200d\u{1f469}after', 'after'],
  ['control characters', 'be\u0007fore\u0000\u001b[31m\ufffe', 'before'],
  ['half a character', 'left\ud800right', 'right'],
  ['signs that turn text', 'abc\u202egnp.exe\u2066', 'abcgnp.exe'],
  ['markup of each format', '#panic("x")</w:t>]]><script>=1+1', '#panic("x")'],
  ['40,000 characters of reasons', `${'long words '.repeat(3600)}THE-END`, 'THE-END'],
];
test('bad input comes out of every writer as it was typed, or without what no text holds', async () => {
  const sound = StatusReport.parse((await get(at('status.json')).expect(200)).body);
  const content = await contentNow();
  const maker = served.app.get(DocumentMaker);
  const evidence = bad.flatMap(([, title], n) =>
    Array.from({ length: 10 }, (_, m) => ({
      ...{
        id: `01890a5d-ac96-774b-bcce-${String(n * 100 + m).padStart(12, '0')}`,
        kind: 'law' as const,
        title: title.slice(0, 300),
        citation: '',
        originator: '',
      },
      ...{ pinpoint: '', stance: 'supports' as const, confidentiality: 'internal' as const, datedOn: null, isOutOfDate: false },
    })),
  );
  const report = {
    ...sound,
    rows: sound.rows.map((row) => (row.element === '8.1.e' ? { ...row, reasons: bad.map(([, text]) => text).join('\n'), evidence } : row)),
  };
  const [section, ...sections] = content.sections;
  if (!section) throw new Error('The report has no section');
  const paragraphs = section.paragraphs.slice(0, 1).map((paragraph) => ({
    ...paragraph,
    body: { ...paragraph.body, content: bad.map(([, text]) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })) },
  }));
  const manner = { lang: 'en' as const, isDraft: false };
  const composed = composedDocument({ ...content, sections: [{ ...section, paragraphs }, ...sections] }, { on: report.on, sha256: report.sha256, issue: null });
  const writings: [format: string, writing: Writing][] = [
    ...DocumentFormat.options.flatMap((format): [string, Writing][] => [
      [format, { task: 'make', format, document: statusDocument(report, manner) }],
      [format, { task: 'make', format, document: composed }],
    ]),
    ['xlsx', { task: 'status_xlsx', report, lang: 'en' }],
    ['oscal', { task: 'status_oscal', report }],
  ];
  // A cell holds 32,767 letters, and marks of direction as they were typed.
  const other: Record<string, string[]> = { xlsx: ['THE-END', 'abcgnp.exe'] };
  for (const [format, writing] of writings) {
    const words = (await wordsOf(await maker.write(writing), format)).replaceAll('&quot;', '"').replaceAll('\\', '');
    for (const [name, , shown] of bad) if (!other[format]?.includes(shown)) expect([format, name, words.includes(shown)]).toEqual([format, name, true]);
    // No writer lets a control through.
    expect([format, /\p{Cc}/u.test(words), format !== 'xlsx' && /[\u202e\u2066]/.test(words)]).toEqual([format, false, false]);
  }
  expect(statusCsv(report)).toContain('THE-END');
}, 120_000);
