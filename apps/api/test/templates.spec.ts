// Templates of an organisation: filled from the record, refused by place and field, kept apart; text that somebody typed stays text.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TemplateCheck, TemplateFault } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import { starterTemplate } from '../src/reports/templates/starter.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { field, link, p, pageBreak, row, template } from './templates.ts';
import { whole } from './whole.ts';

let served: Served;
let dossier: string;
let lead: string;
let stranger: string;
const hostile = '<w:p>&amp; </w:t><script>{state}{#elements} {{=<% %>=}} ]]> =1+1 \u202eevil';

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
    ...{ basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: `First line\n${hostile}`, submit: true },
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
    expect(text).toContain(hostile.replace('\u202e', ''));
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

  test.each<[string, string, string[]]>([
    ['markup that would be brought in', p('{@reasons}'), ['raw_markup']],
    ['another spelling of placeholders', p('{=<% %>=}'), ['delimiters']],
    ['an expression', p('{constructor}{state.length}{1+1}'), ['unknown', 'unknown', 'unknown']],
    ['what every object has', p('{__proto__}{#toString}'), ['unknown', 'unknown']],
    ['a list as a value, a value as a list', p('{elements}{#state}'), ['list_as_value', 'value_as_list']],
    ['lists that cross', p('{#elements}{#evidence}{/elements}{/evidence}'), ['list_crossed', 'list_unopened']],
    ['a list that leaves its table', `<w:tbl>${row('{#gaps}')}</w:tbl>${p('{/gaps}')}`, ['list_split']],
    ['a field that runs a macro', field('MACROBUTTON Open {state}'), ['in_field_code', 'field_code']],
    ['a field that fetches a file, in one attribute', '<w:p><w:fldSimple w:instr=" INCLUDETEXT /etc/passwd "/></w:p>', ['field_code']],
    ['a link in a field', field('HYPERLINK "http://example.org"'), ['field_code']],
    ['a placeholder within a field', field('REF {state}'), ['in_field_code', 'field_code']],
    ['nothing to fill', p('Dear Sir'), ['no_placeholder']],
  ])('for %s', async (_, body, codes) => {
    const header = codes[0] === 'no_placeholder' ? p('') : p('{confidentiality}');
    expect((await faultsOf(template(body, { header }))).map(([code]) => code)).toEqual(codes);
  });

  test('for what leads outside, is no text or picture, is too large, or says nowhere how confidential it is; harmless fields are kept', async () => {
    const codes = async (bytes: Buffer) => (await check(bytes)).faults.map(({ code }) => code);
    expect(await codes(template(p('{state}'), { links: link('hyperlink', 'https://example.org', true) }))).toEqual(['external_link']);
    expect(await codes(template(p('{state}'), { links: link('chart', 'charts/chart1.xml') }))).toEqual(['foreign_part']);
    expect(await codes(template(p('{state}'), { more: { 'word/media/a.png': Buffer.from('GIF8 not a PNG') } }))).toEqual(['foreign_part']);
    expect(await codes(template(p('{state}'), { header: p('') }))).toEqual(['no_confidentiality']);
    const endnotes = `<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote>${p('{state}')}</w:endnote></w:endnotes>`;
    expect(await codes(template(p('{state}'), { more: { 'word/endnotes.xml': endnotes } }))).toEqual(['not_filled']);
    expect(await codes(template(p('{state}').repeat(2001)))).toEqual(['too_large']);
    const noise = Buffer.from(Array.from({ length: 2_200_000 }, (_, at) => (at * 2_654_435_761) >>> 24));
    expect(await codes(template(p('{state}'), { more: { 'word/media/a.png': noise } }))).not.toEqual([]);
    expect(await codes(template(p('{state}') + field('PAGE') + field('TOC \\o "1-3" \\h') + field('HYPERLINK \\l "part_1"')))).toEqual([]);
    await send('/check', template(p('{state}'), { more: { 'word/vbaProject.bin': new Uint8Array([1]) } })).expect(415);
    await send('/check', template(p('{state}') + field('DDEAUTO c:\\cmd "/k calc"'))).expect(415);
    await send('/check', Buffer.from('words'), lead, 'letter.txt').expect(400);
    await send('/check', template(p('{state}'), { links: link('image', 'https://example.org/a.png', true) })).expect(415);
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
