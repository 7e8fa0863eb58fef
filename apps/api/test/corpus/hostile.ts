// Hostile documents that need more care to make: odd directories, packed objects, two kinds at once.
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { docx, odt, pdf, png, program, rels, rtf, xlsx } from './documents.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const external = (kind: string, mode = 'External') =>
  docx({ 'word/_rels/document.xml.rels': rels(`<Relationship Id="r1" TargetMode="${mode}" Type="${office}/${kind}" Target="https://example.org/a>b"/>`) });

/** A PDF whose second object is a stream; `dictionary` and bytes as given. */
export const streamed = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([pdf(), Buffer.from(`9 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream\nendobj\n%%EOF\n')]);
const action = '5 0 6 30 << /Type /Action /S /JavaScript /JS (app.alert(1)) >> << /Type /Catalog >>';
const quiet = '5 0 6 30 << /Type /Page /Parent 2 0 R >> << /Type /Catalog >>';
const packed = (text: string) => deflateSync(Buffer.from(text));

/** Sets bits of the general purpose flag of every entry, in both directories. */
function flagged(zip: Buffer, bits: number): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = 0; at < bytes.length - 4; at++) {
    const signature = bytes.readUInt32LE(at);
    if (signature === 0x04034b50) bytes[at + 6] = (bytes[at + 6] ?? 0) | bits;
    if (signature === 0x02014b50) bytes[at + 8] = (bytes[at + 8] ?? 0) | bits;
  }
  return bytes;
}

/** Understates the unpacked size of the last part in the directory. */
function understated(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(10, bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
  return bytes;
}

const linked = Buffer.from(
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8('<w:document/>'),
    'word/link.xml': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
  }),
);
const tenThousand: Record<string, string> = {};
for (let i = 0; i < 10_000; i++) tenThousand[`word/p${i}.xml`] = '';

const word = (inner: string) => docx({ 'word/document.xml': `<w:document xmlns:w="w">${inner}</w:document>` });
const run = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

/** What is refused, with the code of the refusal. */
export const hostile: [why: string, name: string, bytes: Buffer, code: string][] = [
  ['10,000 parts', 'many.docx', docx(tenThousand), 'file_bloated'],
  ['1:1000', 'bomb.xlsx', Buffer.from(zipSync({ 'xl/a.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 })), 'file_bloated'],
  ['a part larger than it says', 'liar.docx', understated(docx({ 'word/z.xml': 'x'.repeat(5000) })), 'file_disguised'],
  ['a locked package', 'locked.docx', flagged(docx(), 1), 'file_active'],
  ['a symbolic link', 'link.docx', linked, 'file_active'],
  ['an absolute name', 'root.docx', docx({ '/etc/passwd': 'x' }), 'file_active'],
  ['bytes before the package', 'before.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()]), 'file_disguised'],
  ['bytes before the first part', 'gap.docx', Buffer.concat([Buffer.from('PK\x03\x04'), docx()]), 'file_disguised'],
  ['a nested archive under another name', 'inner.docx', docx({ 'word/media/image1.png': docx() }), 'file_active'],
  ['a program under another name', 'program.docx', docx({ 'word/media/image1.png': program }), 'file_active'],
  ['an OLE object', 'ole.docx', docx({ 'word/embeddings/oleObject1.bin': 'x' }), 'file_active'],
  ['an ActiveX control', 'control.docx', docx({ 'word/activeX/activeX1.xml': '<x/>' }), 'file_active'],
  ['a macro sheet', 'sheet.xlsx', xlsx({ 'xl/macrosheets/sheet1.xml': '<x/>' }), 'file_active'],
  ['a linked workbook', 'linked.xlsx', xlsx({ 'xl/externalLinks/externalLink1.xml': '<x/>' }), 'file_active'],
  ['an image of another place', 'remote.docx', external('image'), 'file_active'],
  ['the same, hidden by character references', 'remote.docx', external('image', '&#x45;xternal'), 'file_active'],
  ['an embedded web page', 'chunk.docx', external('aFChunk', 'Internal'), 'file_active'],
  ['entities', 'xxe.docx', docx({ 'word/styles.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }), 'file_active'],
  ['text in an unusual encoding', 'utf7.docx', docx({ 'word/styles.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' }), 'file_active'],
  [
    'a field that starts a program',
    'dde.docx',
    docx({ 'word/footer.xml': '<w:instrText xml:space="preserve"> DDEAUTO c:\\\\x "y" </w:instrText>' }),
    'file_active',
  ],
  ['a listener', 'listener.odt', odt({ 'styles.xml': '<script:event-listener script:language="ooo:script"/>' }), 'file_active'],
  [
    'a section of another place',
    'section.odt',
    odt({ 'styles.xml': '<text:section-source xlink:type="simple" xlink:href="https://example.org/x"/>' }),
    'file_active',
  ],
  ['a locked ODT', 'locked.odt', odt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'file_active'],
  ['a text named a table', 'text.ods', odt(), 'file_disguised'],
  ['a workbook named a text', 'book.docx', xlsx(), 'file_disguised'],
  ['a PDF that is an archive too', 'both.pdf', Buffer.concat([pdf(), docx()]), 'file_disguised'],
  ['a web page that is a PDF too', 'page.pdf', Buffer.concat([Buffer.from('<script>1</script>\n'), pdf()]), 'file_disguised'],
  ['a drawing named PDF', 'drawing.pdf', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'file_disguised'],
  ['a picture named table', 'picture.csv', png, 'file_disguised'],
  ['a script named text', 'run.txt', Buffer.from('#!/bin/sh\nrm -r /\n'), 'file_disguised'],
  ['half a character of UTF-16', 'half.txt', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'file_disguised'],
  ['a PDF with sound and film', 'film.pdf', pdf('/AA << /O << /S /Rendition >> >>'), 'file_active'],
  ['a PDF with an XFA form', 'form.pdf', pdf('/AcroForm << /XFA 3 0 R >>'), 'file_active'],
  ['a script across two chunks', 'across.pdf', pdf(`%${'x'.repeat(65_536 - 60)}\n/S /JavaScript /JS (x)`), 'file_active'],
  ['a script in a packed object stream', 'packed.pdf', streamed('/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', packed(action)), 'file_active'],
  ['the same with written-out letters', 'packed.pdf', streamed('/Type /Obj#53tm /N 2 /First 9 /Filter /FlateDecode', packed(action)), 'file_active'],
  [
    'an object stream packed twice',
    'twice.pdf',
    streamed('/Type /ObjStm /N 2 /First 9 /Filter [/FlateDecode /FlateDecode]', deflateSync(packed(action))),
    'file_active',
  ],
  ['an object stream packed otherwise', 'lzw.pdf', streamed('/Type /ObjStm /N 2 /First 9 /Filter /LZWDecode', Buffer.from([1, 2, 3])), 'file_active'],
  [
    'an object stream that unpacks without end',
    'vast.pdf',
    streamed('/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', packed(quiet + ' '.repeat(70 * 1024 * 1024))),
    'file_active',
  ],
  ['an RTF with a template of another place', 'template.rtf', rtf('{\\*\\template https://example.org/t.dot}'), 'file_active'],
  ['an RTF field that starts a program', 'dde.rtf', rtf('{\\field{\\*\\fldinst DDEAUTO c:\\\\x "y"}}'), 'file_active'],
];

/** What acts, and is refused as file_active with words that say so. */
export const acting: [why: string, name: string, bytes: Buffer, says: RegExp][] = [
  ['a locked PDF', 'locked.pdf', Buffer.concat([pdf(), Buffer.from('trailer << /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF\n')]), /locked/],
  ['the same with written-out letters', 'locked.pdf', Buffer.concat([pdf(), Buffer.from('trailer << /#45ncrypt 5 0 R >>\n')]), /locked/],
  ['a PDF that sends what is filled in', 'form.pdf', pdf('/AA << /O << /S /SubmitForm /F (https://example.org) >> >>'), /sends what is filled in/],
  ['a PDF with a file pinned to a page', 'pinned.pdf', pdf('/Annots [<< /Subtype /FileAttachment /FS 3 0 R >>]'), /embedded file/],
  ['a PDF whose link is a script', 'link.pdf', pdf('/A << /S /URI /URI (javascript:alert\\(1\\)) >>'), /script/],
  ['a field cut into runs', 'dde.docx', word(run('DD') + run('EAU') + run('TO c:\\x')), /starts another program/],
  [
    'the same across two chunks',
    'dde.docx',
    word(`${run('DD')}<w:t>${randomBytes(65_000).toString('hex')}</w:t>${run('EAUTO c:\\x')}`),
    /starts another program/,
  ],
  ['a field that fetches a picture', 'spy.docx', word(run(' INCLUDEPICTURE "https://example.org/1.png" \\d ')), /fetches something/],
  ['markup under another name', 'other.docx', docx({ 'word/main.dat': '<w:x><o:OLEObject xmlns:o="o"/></w:x>' }), /embedded objects/],
  ['a listener under another prefix', 'listener.odt', odt({ 'content.xml': '<a><s:event-listener xmlns:s="urn:oasis:script"/></a>' }), /scripts/],
  ['a link that runs a macro', 'macro.odt', odt({ 'content.xml': '<a xlink:href="&#118;nd.sun.star.script:Standard.Run"/>' }), /scripts/],
  ['a link that is a script', 'link.odt', odt({ 'content.xml': '<a xlink:href="javascript:run()"/>' }), /script/],
  [
    'a link that starts a program',
    'link.docx',
    docx({ 'word/_rels/document.xml.rels': rels(`<Relationship Id="r1" TargetMode="External" Type="${office}/hyperlink" Target="ms-msdt:/id"/>`) }),
    /starts a program/,
  ],
  ['a formula that fetches', 'spy.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': '<c><f>_xlfn.WEBSERVICE("https://example.org")</f></c>' }), /formula/],
  ['a formula that starts a program', 'dde.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': "<c><f>cmd|'/c calc'!A0</f></c>".replaceAll("'", '') }), /formula/],
  ['a connection to a database', 'data.xlsx', xlsx({ 'xl/connections.xml': '<connections/>' }), /embedded objects/],
  ['a drawing with a script', 'drawing.docx', docx({ 'word/media/image1.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' }), /scripts/],
  ['a table that starts a program', 'dde.csv', Buffer.from("year,cases\n2024,=cmd|' /C calc'!A0\n"), /formula/],
  ['a table that fetches, in UTF-16', 'spy.csv', Buffer.from('\ufeffyear;"=HYPERLINK(""https://example.org"")"\n', 'utf16le'), /formula/],
  ['an RTF that fetches a picture', 'spy.rtf', rtf('{\\field{\\*\\fldinst INCLUDEPICTURE "https://example.org/1.png"}}'), /fetches something/],
];

/** A PDF of so many empty pages. */
export const pdfOfPages = (count: number): Buffer => {
  const kids = Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ');
  const pages = Array.from({ length: count }, (_, i) => `${i + 3} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n`).join('');
  const tree = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${count} >>\nendobj\n`;
  return Buffer.from(`%PDF-1.7\n${tree}${pages}trailer << /Root 1 0 R >>\n%%EOF\n`);
};

/** What looks odd and is kept all the same. */
export const unusual: [why: string, name: string, bytes: Buffer][] = [
  ['UTF-16 with its mark', 'wide.txt', Buffer.from('\ufeffنص القانون', 'utf16le')],
  ['Arabic in an 8-bit code page', 'arabic.txt', Buffer.from([0xe4, 0xd5, 0x20, 0x81, 0x8d, 0x90, 0x0d, 0x0a])],
  ['text that begins like a bitmap', 'bm.txt', Buffer.from('BMJ guidance, annex 2')],
  ['a packed object stream without scripts', 'packed.pdf', streamed('/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', packed(quiet))],
  ['a letterhead with a picture', 'letter.docx', docx({ 'word/media/image1.png': png })],
  ['the printer of a workbook', 'printed.xlsx', xlsx({ 'xl/printerSettings/printerSettings1.bin': Buffer.from('\\\\print', 'utf16le') })],
  ['an RTF that remembers its template', 'office.rtf', rtf('{\\*\\template C:\\\\Office\\\\Normal.dotm}')],
  ['two endings, the last one true', 'law.exe.pdf', pdf()],
  ['a capital ending', 'LAW.PDF', pdf()],
  ['a PDF of 5,000 pages', 'long.pdf', pdfOfPages(5000)],
  ['figures below zero and a sum of words', 'change.csv', Buffer.from('area;change\nNorth;-12\nSouth;+3\nWest;-;=\n')],
  ['a formula of sums', 'sum.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': '<c><f>SUM(A1:A9)+Sheet2!B2</f></c>' })],
  ['fields of a contents list and of links', 'toc.docx', word(run(' TOC \\o "1-3" ') + run(' HYPERLINK "https://example.org" '))],
];
