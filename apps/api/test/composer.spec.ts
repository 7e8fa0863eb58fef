// A report composed of a dossier: drafted from the record, written by people, frozen to issues.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '@servanda/catalogue';
import { plainOf, type ReportParagraph, richOf, type WorkingReport } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let base: string;
let report: string;
const who: Record<string, string> = {};
const ids: Record<string, string> = {};
const send = (as: string, method: 'get' | 'post' | 'put', path: string, body?: object) =>
  served
    .http()
    [method](`${base}${path}`)
    .set('cookie', who[as] ?? '')
    .send(body);
const working = async (as = 'lead'): Promise<WorkingReport> => (await send(as, 'get', `/reports/${report}`).expect(200)).body;
const about = ({ paragraphs }: WorkingReport, code: string): ReportParagraph => {
  const found = paragraphs.find(({ elements }) => elements.includes(code));
  if (!found) throw new Error(`No paragraph on ${code}`);
  return found;
};
const write = (as: string, { id }: ReportParagraph, version: number, lines: string[], more: object = {}) =>
  send(as, 'put', `/reports/${report}/paragraphs/${id}/text`, { version, body: richOf(lines), ...more });
const place = (as: string, { id }: ReportParagraph, seen: number, more: object) =>
  send(as, 'put', `/reports/${report}/paragraphs/${id}/place`, { place: seen, ...more });
const start = (as: string, more: object = {}) => send(as, 'post', '/reports', { kind: 'article_12', language: 'en', title: 'Initial report', ...more });
let piece: string;
const accept = async (code: string, number: number, reasons: string) => {
  const judgement = {
    basedOn: number === 1 ? null : number - 1,
    law: 'compliant',
    practice: 'limited',
    asOf: '2026-05-01',
    periodFrom: '2024-01-01',
    periodTo: '2025-12-31',
    reasons,
    submit: true,
  };
  const citations = [{ evidence: piece, pinpoint: 's. 12', stance: 'supports' }];
  await send('contributor', 'post', `/elements/${code}/assessments`, { ...judgement, citations }).expect(201);
  await send('lead', 'post', `/elements/${code}/assessments/${number}/reviews`, { act: 'accept' }).expect(201);
};

beforeAll(async () => {
  served = await serve();
  await seat(served);
  for (const role of ['lead', 'reviewer', 'contributor', 'viewer']) {
    who[role] = await signIn(served, `${role}@government.example`);
    ids[role] = (await scopeFor(served, `${role}@government.example`)).person;
  }
  who['ngo'] = await signIn(served, 'lead@ngo.example');
  base = `/api/dossiers/${await openedDossier(served, await scopeFor(served, 'lead@government.example'))}`;
  piece = (await send('contributor', 'post', '/evidence', { kind: 'law', title: 'Penal Code', citation: 'Gazette 12', originator: 'Parliament' }).expect(201))
    .body.id;
  await accept('3.2', 1, 'Sections 4 and 5 punish attempt.\n\nComplicity is punished alike.');
  report = (await start('contributor').expect(201)).body.id;
});
afterAll(() => served.stop());

describe('a composed report does', () => {
  test('begin with the sections of the guidelines and a paragraph for each element, drafted from what is accepted and traced to it', async () => {
    const read = await working();
    expect(read.sections.map(({ key }) => key)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
    expect(read).toMatchObject({ kind: 'article_12', wordLimit: 21_200, issued: [], may: { write: { allowed: true }, freeze: { allowed: true } } });
    expect(read.paragraphs).toHaveLength(52);
    expect(read.paragraphs.map(({ number }) => number)).toEqual(read.paragraphs.map((_, at) => at + 1));
    const attempt = about(read, '3.2');
    expect(plainOf(attempt.body)).toBe(
      'Article 3(2). In law, the State party assesses itself as compliant, as of 1 May 2026. In practice, the State party assesses its implementation as limited for the period from 1 January 2024 to 31 December 2025.\nSections 4 and 5 punish attempt.\nComplicity is punished alike.\n',
    );
    expect(attempt).toMatchObject({
      section: 'V',
      isSilent: false,
      isOutdated: false,
      news: null,
      evidence: [{ element: '3.2', title: 'Penal Code', pinpoint: 's. 12' }],
    });
    expect(plainOf(about(read, '4.1').body)).toBe('Nothing is recorded on Article 4(1).\n');
    expect(plainOf(about(read, '5.3').body)).toMatch(/^Article 5\(3\) does not apply to the State party: it makes extradition conditional/);
    expect(read.silence.find(({ element }) => element === '4.1')).toEqual({ element: '4.1', citation: 'Article 4(1)', section: 'V', why: 'nothing' });
    expect(read.silence.map(({ element }) => element)).not.toEqual(expect.arrayContaining(['3.2', '5.3']));
    expect(read.bySubject.map(({ section, citations }) => [section, citations.length])).toEqual(
      [
        ['V', 2],
        ['IV', 1],
        ['I', 3],
      ].sort(),
    );
  });

  test('say where the record has changed since, show both, and take it over', async () => {
    const before = about(await working(), '3.2');
    await write('contributor', before, 1, ['Our own words on attempt.']).expect(200);
    await accept('3.2', 2, 'Section 6 now punishes preparation too.');
    const changed = about(await working(), '3.2');
    expect(changed).toMatchObject({ isOutdated: true, version: 2, state: 'draft' });
    const history = (await send('viewer', 'get', `/reports/${report}/paragraphs/${changed.id}`).expect(200)).body;
    expect(plainOf(history.before)).toContain('Complicity is punished alike.');
    expect(plainOf(history.now)).toContain('Section 6 now punishes preparation too.');
    expect(history.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const taken = await send('contributor', 'put', `/reports/${report}/paragraphs/${changed.id}/text`, {
      version: 2,
      body: history.now,
      record: 'current',
    }).expect(200);
    expect(taken.body).toMatchObject({ isOutdated: false, version: 3 });
    // Restoring is writing an earlier text anew: the record that was taken in stays.
    const restored = (
      await send('contributor', 'put', `/reports/${report}/paragraphs/${changed.id}/text`, { version: 3, body: history.versions[0].body }).expect(200)
    ).body;
    expect(restored).toMatchObject({ isOutdated: false, version: 4 });
    expect(plainOf(restored.body)).toBe('Our own words on attempt.\n');
  });

  test('move, leave out, agree and assign; what is written after it was agreed is a draft again', async () => {
    const read = await working();
    const [first, second] = read.paragraphs.filter(({ section }) => section === 'VI');
    if (!first || !second) throw new Error('VI has paragraphs');
    await place('contributor', first, 1, { move: { section: 'VI', after: second.id } }).expect(200);
    expect(
      (await working()).paragraphs
        .filter(({ section }) => section === 'VI')
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual([second.id, first.id]);
    await place('contributor', first, 2, { move: { section: 'II', after: null }, assignee: ids['reviewer'] }).expect(200);
    expect((await place('lead', first, 3, { state: 'agreed' }).expect(200)).body).toMatchObject({
      section: 'II',
      state: 'agreed',
      assignee: { id: ids['reviewer'] },
    });
    expect((await write('contributor', first, first.version, ['Changed']).expect(200)).body.state).toBe('draft');
    const leftOut = (await place('contributor', second, 1, { isIncluded: false }).expect(200)).body;
    expect(leftOut.number).toBeNull();
    await place('contributor', second, 2, { isIncluded: true }).expect(200);
  });

  test('hold comments until they are settled, and paragraphs of one’s own', async () => {
    const added = (
      await send('contributor', 'post', `/reports/${report}/paragraphs`, { section: 'III', body: richOf(['A national plan was adopted.']) }).expect(201)
    ).body;
    const said = (await send('reviewer', 'post', `/reports/${report}/paragraphs/${added.id}/comments`, { text: 'Which year?' }).expect(201)).body;
    expect((await working()).paragraphs.find(({ id }) => id === added.id)).toMatchObject({ comments: 1, isSilent: false, isOutdated: false });
    const settle = () => send('contributor', 'post', `/reports/${report}/paragraphs/${added.id}/comments`, { settles: said.id });
    expect((await settle().expect(201)).body.settledAt).not.toBeNull();
    expect((await settle().expect(409)).body.code).toBe('wrong_state');
  });

  test('freeze to numbered issues with a hash that anyone can compute; the next says what is new', async () => {
    const { fingerprint } = await working();
    const issue = (await send('lead', 'post', `/reports/${report}/issues`, { fingerprint, note: 'For the minister' }).expect(201)).body;
    expect(issue).toMatchObject({ number: 1, note: 'For the minister', sha256: fingerprint });
    const kept = (await send('viewer', 'get', `/reports/${report}/issues/1`).expect(200)).body;
    expect(sha256(canonicalJson(kept.content))).toBe(kept.sha256);
    const again = await working();
    expect(new Set(again.paragraphs.map(({ news }) => news))).toEqual(new Set(['same']));
    expect((await send('lead', 'post', `/reports/${report}/issues`, { fingerprint: again.fingerprint }).expect(409)).body.code).toBe('wrong_state');
    const one = about(again, '10.2');
    await write('contributor', one, 1, ['Assistance was given to two States.']).expect(200);
    await place('contributor', about(again, '10.3'), 1, { isIncluded: false }).expect(200);
    const later = await working();
    expect(about(later, '10.2')).toMatchObject({ news: 'changed' });
    expect(later.dropped).toBe(1);
    expect(later.silence.find(({ element }) => element === '10.2')).toBeUndefined();
    expect((await send('lead', 'post', `/reports/${report}/issues`, { fingerprint: later.fingerprint }).expect(201)).body.number).toBe(2);
    expect(await working()).toMatchObject({ issues: 2, issued: [{ number: 2 }, { number: 1 }] });
  });

  test('an alternative report in another language, in its own voice and order', async () => {
    const id = (await start('contributor', { kind: 'alternative', language: 'ar', title: 'تقرير بديل', wordLimit: 5000 }).expect(201)).body.id;
    const read: WorkingReport = (await send('lead', 'get', `/reports/${id}`).expect(200)).body;
    expect(read.sections.map(({ key }) => key)).toEqual(['introduction', 'V', 'VI', 'IV', 'VII', 'I', 'recommendations']);
    expect(plainOf(about(read, '3.2').body)).toContain('المادة \u200e3(2)\u200e');
    expect(read).toMatchObject({ wordLimit: 5000, bySubject: [] });
    const sections = [...read.sections.slice(1), { key: 'annex', title: 'ملحق', guide: null }];
    const revised = { version: 1, title: 'تقرير', wordLimit: 6000, sections };
    // The introduction holds a paragraph: its section stays.
    expect((await send('lead', 'put', `/reports/${id}`, revised).expect(400)).body.fields[0].path).toBe('sections');
    await send('lead', 'put', `/reports/${id}`, { ...revised, sections: [...read.sections].reverse() }).expect(200);
    expect((await send('lead', 'put', `/reports/${id}`, { ...revised, sections: read.sections }).expect(409)).body.code).toBe('stale_version');
  });
});

test('an organisation’s own findings are never told in the voice of the State, whichever door is asked', async () => {
  const scope = await scopeFor(served, 'lead@ngo.example');
  const audit = `/api/dossiers/${await openedDossier(served, scope, 'Audit')}/reports`;
  const asked = () =>
    served
      .http()
      .get(`${audit}/article-12.docx`)
      .set('cookie', who['ngo'] ?? '');
  const answer = await whole(asked()).expect(200);
  expect(answer.headers['content-disposition']).toContain('-alternative-');
  const text = (await mammoth.extractRawText({ buffer: answer.body })).value;
  expect(text).toContain('Alternative report');
  expect(text).not.toMatch(/assesses itself|assesses its implementation|prepared by .* under article 12/);
  const { items } = (
    await served
      .http()
      .get(`${audit}/runs?limit=1`)
      .set('cookie', who['ngo'] ?? '')
      .expect(200)
  ).body;
  expect(items[0]).toMatchObject({ kind: 'alternative', state: 'made' });
});

describe('a composed report leaves', () => {
  const hostile = '#panic("pwn") *b* <lbl> @ref ]]} <script>alert(1)</script></w:t> {{x}} =HYPERLINK("http://x")';
  const spaceless = (value: string) => value.replace(/[\s\u200b]/g, '');
  const file = async (path: string): Promise<Buffer> => (await whole(send('viewer', 'get', `/reports/${path}`)).expect(200)).body;
  const pdfText = async (path: string) => spaceless((await extractText(await getDocumentProxy(new Uint8Array(await file(path))), { mergePages: true })).text);
  const docxText = async (path: string) => (await mammoth.extractRawText({ buffer: await file(path) })).value;

  test('as it stands: headings, lists, tables, footnotes and hostile words, as text, with what it is about after each paragraph', async () => {
    const own: WorkingReport = (await send('lead', 'get', `/reports/${(await start('lead', { title: 'As it stands' }).expect(201)).body.id}`).expect(200)).body;
    const p = (value: string, more: object = {}) => ({ type: 'paragraph', content: [{ type: 'text', text: value, ...more }] });
    const list = (...content: object[]) => ({ type: 'bulletList', content: content.map((inner) => ({ type: 'listItem', content: [inner] })) });
    const content = [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'A third heading' }] },
      { ...p(hostile, { marks: [{ type: 'italic' }, { type: 'bold' }] }) },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Noted' },
          { type: 'footnote', attrs: { text: `Note ${hostile}` } },
        ],
      },
      list(p('First'), list(p('Inner'))),
      {
        type: 'table',
        content: [
          ['H1', hostile],
          ['c1', 'c2'],
        ].map((row) => ({ type: 'tableRow', content: row.map((cell) => ({ type: 'tableCell', content: [p(cell)] })) })),
      },
    ];
    await send('lead', 'put', `/reports/${own.id}/paragraphs/${about(own, '6.1').id}/text`, { version: 1, body: { type: 'doc', content } }).expect(200);
    const text = await pdfText(`article-12.pdf?report=${own.id}`);
    for (const words of [
      hostile,
      `Note ${hostile}`,
      'A third heading',
      'Inner',
      'V. Prohibition and related matters',
      'Nothing is reported under this heading.',
    ])
      expect(text).toContain(spaceless(words));
    expect(text).toContain(spaceless('Elements: Article 3(2). Evidence: Penal Code, Gazette 12, s. 12'));
    expect(text).toContain(spaceless('Filed here by subject, since no heading of the guidelines names them: Article 1; Article 4(1).'));
    const word = await docxText(`article-12.docx?report=${own.id}`);
    expect(word).toContain(hostile);
    const notes = unzipSync(new Uint8Array(await file(`article-12.docx?report=${own.id}`)))['word/footnotes.xml'];
    expect(strFromU8(notes ?? new Uint8Array())).toContain('Note #panic(&quot;pwn&quot;)');
  });

  test('as issued, with notes at the end and what is new; the same bytes each time', async () => {
    const path = `article-12.pdf?report=${report}&issue=2`;
    const text = await pdfText(path);
    for (const words of [
      'Issue 2',
      'Notes: what stands behind each paragraph',
      'Changed paragraphs:',
      'Paragraphs no longer included: 1.',
      'Nothing is recorded on Article 4(1).',
    ])
      expect(text).toContain(spaceless(words));
    expect(text).not.toContain(spaceless('Elements: Article'));
    expect((await file(path)).equals(await file(path))).toBe(true);
    // Without a name it is the newest that was issued in the language.
    expect(await pdfText('article-12.pdf')).toContain(spaceless('Issue 2'));
  });

  test.each(['fr', 'es', 'ar', 'zh', 'ru'])('drafted from the record in %s where nobody has started one, alike in both formats', async (lang) => {
    const word = spaceless(await docxText(`article-12.docx?lang=${lang}`));
    expect(word).toContain('Section6nowpunishespreparationtoo.');
    expect(word).toMatch(
      { fr: /Interdictionetquestionsconnexes/, es: /Prohibición/, ar: /الحظروالمسائل/, zh: /禁止及有关事项/, ru: /Запрещение/ }[lang] ?? /never/,
    );
    const made = await file(`article-12.pdf?lang=${lang}`);
    expect(made.equals(await file(`article-12.pdf?lang=${lang}`))).toBe(true);
  });

  test('noted in the journal with its hash, its number and its language', async () => {
    const { items } = (
      await served
        .http()
        .get('/api/journal?group=release&limit=100')
        .set('cookie', who['lead'] ?? '')
        .expect(200)
    ).body;
    expect(items.map(({ act, data }: { act: string; data: object }) => ({ act, ...data }))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ act: 'report.exported', report: 'article-12', format: 'pdf', number: 2, lang: 'en', sha256: expect.any(String) }),
      ]),
    );
  });
});

describe('a composed report refuses', () => {
  const text = (value: string, more: object = {}) => ({ type: 'paragraph', content: [{ type: 'text', text: value, ...more }] });
  test.each<[string, unknown]>([
    ['a link', [text('x', { marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] })]],
    ['an image', [{ type: 'image', attrs: { src: 'https://example.org/x.png' } }]],
    ['raw HTML', [{ type: 'html', content: '<script>' }]],
    ['an attribute that is not known', [{ ...text('x'), attrs: { style: 'position:fixed' } }]],
    ['a heading of level 7', [{ type: 'heading', attrs: { level: 7 }, content: [] }]],
    [
      'a table with rows of unequal length',
      [{ type: 'table', content: [1, 2].map((n) => ({ type: 'tableRow', content: Array(n).fill({ type: 'tableCell', content: [text('x')] }) })) }],
    ],
    ['a control character', [text('a\u0008b')]],
    ['a lone surrogate', [text('a\ud800b')]],
    ['a list four deep', [[1, 2, 3, 4].reduce<object>((inner) => ({ type: 'bulletList', content: [{ type: 'listItem', content: [inner] }] }), text('x'))]],
    ['no text at all', 'x'],
  ])('%s in a paragraph', async (_, content) => {
    const { paragraphs } = await working();
    const answer = await send('contributor', 'put', `/reports/${report}/paragraphs/${paragraphs[0]?.id}/text`, { version: 1, body: { type: 'doc', content } });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
  });

  test('hostile words nowhere: they are kept letter for letter, in text, footnote and table, but for marks that turn them round', async () => {
    const hostile = '<script>alert(1)</script> =cmd|" #read("/etc/passwd") {{x}} \u2068txt\u2069 ]]> 𝔘';
    const turned = (words: string) => words.replace('txt', '\u202etxt\u202c');
    const bodyOf = (words: string, more: object[] = []) => ({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }, { type: 'footnote', attrs: { text: words } }, ...more],
        },
        { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [text(words)] }] }] },
      ],
    });
    const nothing = [
      { type: 'text', text: '\u202e' },
      { type: 'footnote', attrs: { text: '\u202a\u202c' } },
    ];
    const body = bodyOf(turned(hostile), nothing);
    const added = await send('contributor', 'post', `/reports/${report}/paragraphs`, { section: 'VIII', body }).expect(201);
    expect(added.body.body).toEqual(bodyOf(hostile));
    const written = await send('contributor', 'put', `/reports/${report}/paragraphs/${added.body.id}/text`, { version: 1, body }).expect(200);
    expect(written.body.body).toEqual(bodyOf(hostile));
    await place('contributor', written.body, 1, { isIncluded: false }).expect(200);
  });

  test('to lose a word where two write at once: the later one gets the text that stands, and both are kept', async () => {
    const one = about(await working(), '9.3');
    const two = await Promise.all([write('contributor', one, 1, ['From the ministry']), write('reviewer', one, 1, ['From the reviewer'])]);
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = two.find(({ status }) => status === 409);
    const stands = two.find(({ status }) => status === 200);
    expect(late?.body).toMatchObject({ code: 'stale_version', current: { version: 2, body: stands?.body.body } });
    const typed = plainOf(stands?.body.body).includes('ministry') ? 'From the reviewer' : 'From the ministry';
    await write('reviewer', one, 2, [typed]).expect(200);
    const { versions } = (await send('lead', 'get', `/reports/${report}/paragraphs/${one.id}`).expect(200)).body;
    expect(versions.map(({ body }: { body: WorkingReport['paragraphs'][number]['body'] }) => plainOf(body)).sort()).toEqual(
      ['From the ministry\n', 'From the reviewer\n', plainOf(one.body)].sort(),
    );
    expect((await place('contributor', one, 7, { isIncluded: false }).expect(409)).body.code).toBe('stale_version');
  });

  test('to freeze what was not seen, to give work to a viewer, to file under a section or element that is not there', async () => {
    expect((await send('lead', 'post', `/reports/${report}/issues`, { fingerprint: 'a'.repeat(64) }).expect(409)).body.code).toBe('stale_version');
    const one = about(await working(), '9.4');
    expect((await place('lead', one, 1, { assignee: ids['viewer'] }).expect(400)).body.fields[0].path).toBe('assignee');
    expect((await place('lead', one, 1, { move: { section: 'X', after: null } }).expect(400)).body.fields[0].path).toBe('move.section');
    expect((await send('lead', 'post', `/reports/${report}/paragraphs`, { section: 'X', body: richOf(['x']) }).expect(400)).body.fields[0].path).toBe(
      'section',
    );
    await send('lead', 'post', `/reports/${report}/paragraphs`, { section: 'I', elements: ['99.9'], body: richOf(['x']) }).expect(400);
  });
});

describe('a composed report keeps apart', () => {
  test('roles: a viewer reads and writes nothing; a contributor does not freeze', async () => {
    const read = await working('viewer');
    expect(read.may).toEqual({ write: { allowed: false, because: 'role' }, freeze: { allowed: false, because: 'role' } });
    await write('viewer', about(read, '3.3'), 1, ['x']).expect(403);
    await start('viewer').expect(403);
    await send('contributor', 'post', `/reports/${report}/issues`, { fingerprint: read.fingerprint }).expect(403);
  });
  test('tenants: nothing is seen or written from outside', async () => {
    const { id } = about(await working(), '3.3');
    for (const path of ['/reports', `/reports/${report}`, `/reports/${report}/paragraphs/${id}`, `/reports/${report}/issues/1`])
      await send('ngo', 'get', path).expect(404);
    await start('ngo').expect(404);
    await send('ngo', 'put', `/reports/${report}/paragraphs/${id}/text`, { version: 1, body: richOf(['x']) }).expect(404);
  });
});
