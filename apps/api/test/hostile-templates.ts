// Templates that mean ill, and what the check says of each: by its code, part, page, paragraph and field; or the refusal at the door, before anybody reads it.
import type { RefusalCode, TemplateFaultCode, TemplatePart } from '@servanda/contract';
import { docx } from './corpus/documents.ts';
import { field, link, p, pageBreak, row, template } from './templates.ts';

type Fault = [code: TemplateFaultCode, part: TemplatePart, page: number | null, paragraph: number | null, field: string];
const second = (body: string) => p('Dear Sir, {state}') + pageBreak + body;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const settingsLink = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t1" Type="${office}/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;
const settings = `<w:settings xmlns:w="${word}" xmlns:r="${office}"><w:attachedTemplate r:id="t1"/></w:settings>`;

const macros = docx({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
});

/** Kept out by the check, with every fault. */
export const hostile: [string, Buffer, Fault[]][] = [
  [
    'a list in a header',
    template(p('{state}'), { header: p('{confidentiality}') + p('{#gaps}{gap}{/gaps}') }),
    [['list_around_page', 'header', null, 2, '{#gaps}']],
  ],
  ['a placeholder not closed', template(second(p('{reasons'))), [['unclosed', 'body', 2, 3, '{reasons']]],
  ['one not closed that is split over runs', template(second(p('{rea', 'so', 'ns'))), [['unclosed', 'body', 2, 3, '{reasons']]],
  ['an unknown one that is split over runs, sign by sign', template(second(p(...'{colleague}'))), [['unknown', 'body', 2, 3, '{colleague}']]],
  [
    'one that ends in another paragraph',
    template(second(p('{sta') + p('te}'))),
    [
      ['unclosed', 'body', 2, 3, '{sta'],
      ['unopened', 'body', 2, 4, 'te}'],
    ],
  ],
  [
    'what reaches for the prototype',
    template(second(p('{__proto__}{constructor}{state.constructor}{#toString}{/toString}'))),
    (['{__proto__}', '{constructor}', '{state.constructor}', '{#toString}', '{/toString}'] as const).map((of): Fault => ['unknown', 'body', 2, 3, of]),
  ],
  [
    'expressions of other languages',
    template(second(p('{state | upper}') + p("{$eval('1')}") + p('{state || x}'))),
    [
      ['unknown', 'body', 2, 3, '{state | upper}'],
      ['unknown', 'body', 2, 4, "{$eval('1')}"],
      ['unknown', 'body', 2, 5, '{state || x}'],
    ],
  ],
  ['markup that would be brought in', template(second(p('{@reasons}'))), [['raw_markup', 'body', 2, 3, '{@reasons}']]],
  ['another spelling of placeholders', template(second(p('{=<% %>=}'))), [['delimiters', 'body', 2, 3, '{=<% %>=}']]],
  ['a field that takes a file in', template(second(field('INCLUDETEXT "/etc/passwd"'))), [['field_code', 'body', 2, 3, 'INCLUDETEXT "/etc/passwd"']]],
  [
    'a field in one attribute that takes a file in',
    template(second('<w:p><w:fldSimple w:instr=" INCLUDETEXT /etc/passwd "/></w:p>')),
    [['field_code', 'body', 2, 3, 'INCLUDETEXT /etc/passwd']],
  ],
  ['a link in a field', template(second(field('HYPERLINK "http://example.org"'))), [['field_code', 'body', 2, 3, 'HYPERLINK "http://example.org"']]],
  [
    'a placeholder within a field',
    template(second(field('REF {state}'))),
    [
      ['in_field_code', 'body', 2, 3, 'REF {state}'],
      ['field_code', 'body', 2, 3, 'REF {state}'],
    ],
  ],
  [
    'a link to the outside',
    template(p('{state}'), { links: link('hyperlink', 'https://example.org', true) }),
    [['external_link', 'file', null, null, 'https://example.org']],
  ],
  ['a list that leaves its table', template(`<w:tbl>${row('{#gaps}')}</w:tbl>${p('{/gaps}')}`), [['list_split', 'body', 1, 2, '{/gaps}']]],
  ['a list upon itself', template(p('{#elements}{#elements}{law}{/elements}{/elements}')), [['list_misplaced', 'body', 1, 1, '{#elements}']]],
  ['more than two thousand placeholders', template(p('{state}').repeat(2000)), [['too_large', 'file', null, null, '2001 > 2000']]],
  [
    'a part of another program',
    template(p('{state}'), { links: link('chart', 'charts/chart1.xml') }),
    [['foreign_part', 'file', null, null, 'charts/chart1.xml']],
  ],
];

/** Kept out at the door. */
export const refused: [string, string, Buffer, number, RefusalCode][] = [
  ['a zip bomb', 'letter.docx', template(p('{state}'), { more: { 'word/styles.xml': new Uint8Array(200_000_000) } }), 415, 'file_bloated'],
  [
    'macros in a file that says it has none',
    'letter.docx',
    template(p('{state}'), { more: { 'word/vbaProject.bin': new Uint8Array([1]) } }),
    415,
    'file_active',
  ],
  ['a document with macros by its name', 'letter.docm', template(p('{state}')), 415, 'file_not_a_document'],
  ['a document with macros under another name', 'letter.docx', macros, 415, 'file_active'],
  [
    'a template that it is based on, elsewhere',
    'letter.docx',
    template(p('{state}'), { more: { 'word/settings.xml': settings, 'word/_rels/settings.xml.rels': settingsLink('https://example.org/t.dotm') } }),
    415,
    'file_active',
  ],
  ['a picture from elsewhere', 'letter.docx', template(p('{state}'), { links: link('image', 'https://example.org/a.png', true) }), 415, 'file_active'],
  ['a field that takes a picture in', 'letter.docx', template('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE file:///etc/passwd "/></w:p>'), 415, 'file_active'],
  ['ten thousand equal placeholders', 'letter.docx', template(p('{state}').repeat(10_000)), 415, 'file_bloated'],
  ['a command of another program', 'letter.docx', template(p('{state}') + field('DDEAUTO c:\\cmd "/k calc"')), 415, 'file_active'],
];
