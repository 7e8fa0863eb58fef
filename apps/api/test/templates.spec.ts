// Templates of an organisation: filled from the record, refused by place and field, kept apart; text that somebody typed stays text.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TemplateCheck, type TemplateFault, templateValues, templateWithin } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import { example, fill as fillIn } from '../src/reports/templates/fill.ts';
import { starterTemplate } from '../src/reports/templates/starter.ts';
import { judgesTimes } from './faults/figures.ts';
import { hostile, refused } from './hostile-templates.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { field, p, pageBreak, row, template } from './templates.ts';
import { whole } from './whole.ts';

const vocabulary = { values: templateValues, within: templateWithin };
let served: Served;
let dossier: string;
let lead: string;
let stranger: string;
const typed = '<w:p>&amp; </w:t><script>{state}{#elements} {{=<% %>=}} ]]> =1+1 evil';

const send = (path: string, bytes: Buffer, as = lead, name = 'letter.docx') =>
  served.http().post(`/api/templates${path}`).set('cookie', as).attach('file', bytes, { filename: name });
const check = async (bytes: Buffer): Promise<TemplateCheck> => (await send('/check', bytes).expect(200)).body;
const faultsOf = async (bytes: Buffer) =>
  (await check(bytes)).faults.map(({ code, part, page, paragraph, field: of }: TemplateFault) => [code, part, page, paragraph, of]);
const add = async (bytes: Buffer, name: string): Promise<string> => (await send(`?name=${name}`, bytes).expect(201)).body.id;
const fill = async (id: string, query = ''): Promise<Buffer> =>
  (await whole(served.http().get(`/api/dossiers/${dossier}/reports/from-template/${id}${query}`).set('cookie', lead)).expect(200)).body;
const partOf = (bytes: Buffer, name = 'word/document.xml') => strFromU8(unzipSync(new Uint8Array(bytes))[name] ?? new Uint8Array());
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('|')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await signIn(served, 'lead@government.example');
  stranger = await signIn(served, 'lead@neighbour.example');
  const post = async (path: string, body: object) => (await served.http().post(path).set('cookie', lead).send(body).expect(201)).body;
  dossier = (await post('/api/dossiers', { iso3: 'XAA', title: 'Templates' })).id;
  const open = { kind: 'report', title: 'Open report', originator: 'Ministry' };
  const cited = (await post(`/api/dossiers/${dossier}/evidence`, open)).id;
  const secret = (await post(`/api/dossiers/${dossier}/evidence`, { ...open, title: 'Kept back', confidentiality: 'restricted' })).id;
  await post(`/api/dossiers/${dossier}/elements/8.1.e/assessments`, {
    ...{ basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: `First line\n${typed}`, submit: true },
    citations: [{ evidence: cited }, { evidence: secret }],
  });
});
afterAll(() => served.stop());

describe('a template is', () => {
  test('filled from the record: values, paragraphs and rows of lists, in the language asked for, the same bytes each time; typed text stays text', async () => {
    const body = [
      p('St', 'ate: {sta', 'te}, {day_iso}'),
      ...[
        p('{#elements}'),
        p('{citation}: {law}'),
        p('{reasons}'),
        `<w:tbl>${row('{#evidence}{piece_title}', '{stance}{/evidence}')}</w:tbl>`,
        p('{^evidence}'),
        p('(none)'),
        p('{/evidence}'),
      ],
      ...[p('{/elements}'), `<w:tbl>${row('{#annex}{piece_number}', '{piece_title}{/annex}')}</w:tbl>`, p('{restricted_left_out}')],
    ];
    const id = await add(template(body.join('')), 'Letter');
    const filled = await fill(id);
    const xml = partOf(filled);
    const text = textOf(xml);
    expect(text).toMatch(/^St\|ate: Republic of Aruna\|, \d{4}-\d\d-\d\d\|/);
    expect(text.match(/\(none\)/g)).toHaveLength(50);
    expect(text).toMatch(/Open report\|supports/);
    expect(text).toMatch(/E1\|Open report/);
    expect(text).not.toContain('Kept back');
    // Word for word but for the mark that would turn the text, and no element of it came to be.
    expect(text).toContain(typed);
    expect(xml).not.toContain('<script>');
    expect(xml).toMatch(/First line<\/w:t>.{0,40}<w:br\/>/);
    expect(partOf(filled, 'word/header1.xml')).toContain('Internal');
    expect(sha256(await fill(id))).toBe(sha256(filled));
    expect(textOf(partOf(await fill(id, '?draft=true'), 'word/header1.xml'))).toBe('Draft · Internal');
    for (const [lang, mark] of Object.entries({ fr: 'Interne', ar: 'داخلي', zh: '内部' }))
      expect(textOf(partOf(await fill(id, `?lang=${lang}`), 'word/header1.xml'))).toBe(mark);
  });

  test('found in the journal with its hash, taken out of use once, and then gone', async () => {
    const id = await add(template(p('{state}')), 'Brief');
    await send('?name=BRIEF', template(p('{state}'))).expect(409);
    const kept = (await whole(served.http().get(`/api/templates/${id}/file`).set('cookie', lead)).expect(200)).body;
    await fill(id);
    const entries = (await served.http().get('/api/journal').set('cookie', lead).expect(200)).body.items;
    expect(entries[0]).toMatchObject({ act: 'report.exported', data: { report: 'template', template: id, templateSha256: sha256(kept) } });
    await served.http().post(`/api/templates/${id}/withdraw`).set('cookie', lead).expect(204);
    await served.http().post(`/api/templates/${id}/withdraw`).set('cookie', lead).expect(404);
    await served.http().get(`/api/dossiers/${dossier}/reports/from-template/${id}`).set('cookie', lead).expect(404);
    await send('?name=Brief', template(p('{state}'))).expect(201);
  });

  test('given to begin with in each language of the interface, with nothing wrong in it', async () => {
    for (const lang of ['en', 'fr', 'ar'] as const) expect([lang, (await check(await starterTemplate(lang))).faults]).toEqual([lang, []]);
  });
});

test('a list of ten thousand rows is filled within its time, and no list in a list grows without end', () => {
  const filling = {
    ...example(vocabulary),
    gaps: Array.from({ length: 10_000 }, (_, at) => ({ gap: `Gap ${at}`, citation: '8.1', element_title: 'x', next_step: '' })),
  };
  const bytes = template(`<w:tbl>${row('{#gaps}{citation}', '{gap}{/gaps}')}</w:tbl>`);
  const began = performance.now();
  const filled = fillIn(bytes, filling, { title: 'Rows', organisation: 'Ours', day: '2026-01-01' });
  if (judgesTimes) expect(performance.now() - began).toBeLessThan(10_000);
  expect(partOf(filled).match(/<w:tr>/g)).toHaveLength(10_000);
  expect(partOf(filled)).toContain('Gap 9999');
  // Each list stands within others only where the contract says so, and never within itself.
  for (const [list, around] of Object.entries(templateWithin)) expect(around).not.toContain(list);
});

describe('a template is refused', () => {
  test('with page, paragraph and field of each fault', async () => {
    const body = p('{state}') + pageBreak + p('Dear {colleague}') + p('{#elements}{law') + p('{piece_title}') + p('{#articles}') + p('}');
    expect(await faultsOf(template(body, { header: p('{confidentiality}') + p('{#gaps}{gap}{/gaps}') }))).toEqual([
      ['unknown', 'body', 2, 3, '{colleague}'],
      ['unclosed', 'body', 2, 4, '{law'],
      ['outside_list', 'body', 2, 5, '{piece_title}'],
      ['list_misplaced', 'body', 2, 6, '{#articles}'],
      ['unopened', 'body', 2, 7, '}'],
      ['list_unclosed', 'body', 2, 4, '{#elements}'],
      ['list_unclosed', 'body', 2, 6, '{#articles}'],
      ['list_around_page', 'header', null, 2, '{#gaps}'],
    ]);
  });

  test.each(hostile)('by name, page and field: %s', async (_, bytes, faults) => {
    expect(await faultsOf(bytes)).toEqual(faults);
  });

  test.each(refused)('before it is read: %s', async (_, name, bytes, status, code) => {
    const { body } = await send('/check', bytes, lead, name).expect(status);
    expect(body.code).toBe(code);
  });

  test.each<[string, string, string[]]>([
    ['a list as a value, a value as a list', p('{elements}{#state}'), ['list_as_value', 'value_as_list']],
    ['lists that cross', p('{#elements}{#evidence}{/elements}{/evidence}'), ['list_crossed', 'list_unopened']],
    ['a field that runs a macro', field('MACROBUTTON Open {state}'), ['in_field_code', 'field_code']],
    ['nothing to fill', p('Dear Sir'), ['no_placeholder']],
  ])('for %s', async (_, body, codes) => {
    const header = codes[0] === 'no_placeholder' ? p('') : p('{confidentiality}');
    expect((await faultsOf(template(body, { header }))).map(([code]) => code)).toEqual(codes);
  });

  test('for what leads outside, is no text or picture, is too large, or says nowhere how confidential it is; harmless fields are kept', async () => {
    const codes = async (bytes: Buffer) => (await check(bytes)).faults.map(({ code }) => code);
    expect(await codes(template(p('{state}'), { more: { 'word/media/a.png': Buffer.from('GIF8 not a PNG') } }))).toEqual(['foreign_part']);
    expect(await codes(template(p('{state}'), { header: p('') }))).toEqual(['no_confidentiality']);
    const endnotes = `<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote>${p('{state}')}</w:endnote></w:endnotes>`;
    expect(await codes(template(p('{state}'), { more: { 'word/endnotes.xml': endnotes } }))).toEqual(['not_filled']);
    const noise = Buffer.from(Array.from({ length: 2_200_000 }, (_, at) => (at * 2_654_435_761) >>> 24));
    expect(await codes(template(p('{state}'), { more: { 'word/media/a.png': noise } }))).not.toEqual([]);
    expect(await codes(template(p('{state}') + field('PAGE') + field('TOC \\o "1-3" \\h') + field('HYPERLINK \\l "part_1"')))).toEqual([]);
    await send('/check', Buffer.from('words'), lead, 'letter.txt').expect(400);
  });

  test('whole, and nothing of it is kept; the refusal names every fault', async () => {
    const { body } = await send('?name=Wrong', template(p('{colleague}'))).expect(400);
    expect(body.fields).toEqual([{ path: 'file', code: 'unknown', message: 'body, page 1, paragraph 1: “{colleague}”: There is no placeholder of this name' }]);
    expect((await served.http().get('/api/templates').set('cookie', lead).expect(200)).body.items.map(({ name }: { name: string }) => name)).not.toContain(
      'Wrong',
    );
  });
});

describe('a template is kept apart', () => {
  test('from another organisation, from whoever may not choose it, and from a dossier of others', async () => {
    const id = await add(template(p('{state}')), 'Ours');
    expect((await served.http().get('/api/templates').set('cookie', stranger).expect(200)).body.items).toEqual([]);
    await served.http().get(`/api/templates/${id}/file`).set('cookie', stranger).expect(404);
    await served.http().post(`/api/templates/${id}/withdraw`).set('cookie', stranger).expect(404);
    const theirs = (await send('?name=Theirs', template(p('{state}')), stranger).expect(201)).body.id;
    await served.http().get(`/api/dossiers/${dossier}/reports/from-template/${theirs}`).set('cookie', stranger).expect(404);
    const viewer = await signIn(served, 'viewer@government.example');
    const { body } = await served.http().get('/api/templates').set('cookie', viewer).expect(200);
    expect(body.may.add).toEqual({ allowed: false, because: 'role' });
    await send('?name=Viewer', template(p('{state}')), viewer).expect(403);
    await send('/check', template(p('{state}')), viewer).expect(403);
    await whole(served.http().get(`/api/dossiers/${dossier}/reports/from-template/${id}`).set('cookie', viewer)).expect(200);
  });
});
