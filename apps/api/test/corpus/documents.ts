// Documents made in the tests: the smallest valid ones of each kind, and hostile ones.
import { strToU8, type Zippable, zipSync } from 'fflate';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
export const rels = (inner = '') =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const zip = (files: Record<string, string | Uint8Array>): Buffer => {
  const parts: Zippable = {};
  // The mimetype of an ODF stands first and is stored, not packed.
  for (const [name, content] of Object.entries(files))
    parts[name] = [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }];
  return Buffer.from(zipSync(parts));
};
const docxParts = {
  '[Content_Types].xml': `${types.replace('/>', '>')}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': rels(),
  'word/document.xml': '<w:document/>',
};

export const docx = (more: Record<string, string | Uint8Array> = {}) => zip({ ...docxParts, ...more });
export const xlsx = (more: Record<string, string | Uint8Array> = {}) =>
  zip({
    '[Content_Types].xml': `${types.replace('/>', '>')}<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': rels(),
    'xl/workbook.xml': '<workbook/>',
    ...more,
  });
export const odt = (more: Record<string, string> = {}) =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:document-content/>', ...more });
export const ods = () => zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content/>' });
export const pdf = (inner = '') =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${inner} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
  );
export const rtf = (inner = '') => Buffer.from(`{\\rtf1\\ansi Plain words. ${inner}}`);
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 1)]);

/** Every kind that is kept, by its file name. */
export const good: [name: string, bytes: Buffer, mediaType: RegExp][] = [
  ['law.pdf', pdf(), /pdf/],
  ['report.docx', docx(), /wordprocessingml/],
  ['table.xlsx', xlsx(), /spreadsheetml/],
  ['policy.odt', odt(), /opendocument\.text/],
  ['figures.ods', ods(), /opendocument\.spreadsheet/],
  ['note.rtf', rtf(), /rtf/],
  ['texte.txt', Buffer.from('Loi n° 71 du 3 mars 2014, article 12 — نص عربي'), /text\/plain/],
  ['latin.txt', Buffer.from([0x4c, 0x6f, 0x69, 0x20, 0x6e, 0xb0, 0x20, 0x37]), /text\/plain/],
  ['rows.csv', Buffer.from('\ufeffyear;cases\r\n2024;12\r\n'), /text\/csv/],
  [
    'linked.docx',
    docx({
      'word/_rels/document.xml.rels': rels(
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org" TargetMode="External"/>',
      ),
    }),
    /wordprocessingml/,
  ],
];

const many: Record<string, string> = {};
for (let i = 0; i < 2_500; i++) many[`word/part${i}.xml`] = '';

/** What is refused, with the code of the refusal. */
export const bad: [name: string, bytes: Buffer, code: string][] = [
  ['photo.png', png, 'file_not_a_document'],
  ['photo.pdf', png, 'file_disguised'],
  ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file_not_a_document'],
  ['page.txt', Buffer.from('<!doctype html><script>1</script>'), 'file_disguised'],
  ['data.csv', Buffer.from('<?xml version="1.0"?><x/>'), 'file_disguised'],
  ['setup.exe', program, 'file_not_a_document'],
  ['setup.pdf', program, 'file_disguised'],
  ['archive.zip', zip({ 'a.txt': 'a' }), 'file_not_a_document'],
  ['report.pdf.exe', pdf(), 'file_not_a_document'],
  ['noextension', pdf(), 'file_not_a_document'],
  ['report.docx', pdf(), 'file_disguised'],
  ['report.docx', zip({ 'a.txt': 'a' }), 'file_disguised'],
  ['binary.txt', Buffer.from([1, 2, 3, 0, 255]), 'file_disguised'],
  ['empty.txt', Buffer.alloc(0), 'file_empty'],
  ['script.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'file_active'],
  ['hidden.pdf', pdf('/OpenAction << /S /J#61vaScript >>'), 'file_active'],
  ['launch.pdf', pdf('/AA << /O << /S /Launch >> >>'), 'file_active'],
  ['attached.pdf', pdf('/Names << /EmbeddedFiles 3 0 R >>'), 'file_active'],
  ['object.rtf', rtf('{\\object\\objemb}'), 'file_active'],
  ['macro.docx', docx({ 'word/vbaProject.bin': new Uint8Array([1, 2]) }), 'file_active'],
  ['nested.docx', docx({ 'word/embeddings/inner.zip': zip({ a: 'a' }) }), 'file_active'],
  [
    'remote.docx',
    docx({
      'word/_rels/settings.xml.rels': rels(
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/>',
      ),
    }),
    'file_active',
  ],
  ['outside.docx', docx({ '../../etc/passwd': 'x' }), 'file_active'],
  ['script.odt', odt({ 'Basic/Standard/Module1.xml': '<x/>' }), 'file_active'],
  ['bomb.docx', docx({ 'word/big.xml': new Uint8Array(20 * 1024 * 1024) }), 'file_bloated'],
  ['many.docx', docx(many), 'file_bloated'],
  ['cut.docx', docx().subarray(0, 120), 'file_disguised'],
];
