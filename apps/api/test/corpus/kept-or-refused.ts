// What is kept and what is refused, by file name. Apart from the makers of documents, for the large ones take a second to pack and few ask for them.
import { docx, ods, odt, pdf, png, program, rels, rtf, xlsx, zip } from './documents.ts';

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
