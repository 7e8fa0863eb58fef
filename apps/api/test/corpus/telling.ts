// Documents that tell of people beside their content: each holds the canary wherever its format lets one put a name.
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { docx, odt, rels, rtf, xlsx } from './documents.ts';

/** Stands wherever a name could stand. */
export const canary = 'Zorana Quill';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const by = `w:author="${canary}" w:date="2026-01-01T00:00:00Z"`;
const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${canary}</dc:creator><cp:lastModifiedBy>${canary} II</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>`;
const app = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${canary} Ltd</Company><Application>Writer</Application></Properties>`;

/** A JPEG whose Exif names the camera and a place; no picture a decoder would show. */
export const photograph = (): Buffer => {
  const tiff = Buffer.alloc(60);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // The maker, and where the directory of the place begins.
  for (const [at, tag, type, count, value] of [
    [10, 0x010f, 2, canary.length + 1, 40],
    [22, 0x8825, 4, 1, 34],
  ] as const) {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  tiff.write(canary, 40, 'latin1');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    length,
    exif,
    Buffer.from([0xff, 0xdb, 0, 3, 1, 0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9]),
    Buffer.from(canary),
  ]);
};

export const tellingDocx = (): Buffer =>
  docx({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/customXml/item1.xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': rels(
      '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>',
    ),
    'word/document.xml': `<w:document ${w}><w:body><w:p w:rsidR="00AA11BB"><w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve">Kept &amp; whole </w:t></w:r><w:ins ${by}><w:r><w:t>and added</w:t></w:r></w:ins><w:del ${by}><w:r><w:delText>Struck ${canary}</w:delText></w:r></w:del><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p></w:body></w:document>`,
    'word/comments.xml': `<w:comments ${w}><w:comment w:id="1" ${by}><w:p><w:r><w:t>Ask ${canary}</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/settings.xml': `<w:settings ${w}><w:rsids><w:rsid w:val="00AA11BB"/></w:rsids><w:zoom w:percent="100"/></w:settings>`,
    'word/media/image1.jpeg': photograph(),
    'customXml/item1.xml': `<a>${canary}</a>`,
    'docProps/core.xml': core,
    'docProps/app.xml': app,
    'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="v"><property name="Case"><vt:lpwstr>${canary}</vt:lpwstr></property></Properties>`,
    'docProps/thumbnail.jpeg': photograph(),
  });

const x = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const tellingXlsx = (): Buffer =>
  xlsx({
    'xl/workbook.xml': `<workbook ${x} xmlns:a="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"><fileSharing userName="${canary}"/><a:absPath url="C:\\Users\\${canary}"/><sheets/></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${x} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData><row><c><v>12</v></c></row></sheetData><pageSetup paperSize="9" r:id="rId1"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': rels('<Relationship Id="rId1" Type="http://x/printerSettings" Target="../printerSettings/printerSettings1.bin"/>'),
    'xl/printerSettings/printerSettings1.bin': Buffer.from(`\\\\print\\${canary}`, 'utf16le'),
    'xl/comments1.xml': `<comments ${x}><authors><author>${canary}</author></authors><commentList><comment ref="A1"><text><t>${canary}</t></text></comment></commentList></comments>`,
    'docProps/core.xml': core,
  });

const o =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"';
export const tellingOdt = (): Buffer =>
  odt({
    'content.xml': `<office:document-content ${o}><office:body><office:text><text:tracked-changes><text:changed-region><office:change-info><dc:creator>${canary}</dc:creator></office:change-info></text:changed-region></text:tracked-changes><text:p>Kept<office:annotation><dc:creator>${canary}</dc:creator><text:p>A note</text:p></office:annotation></text:p></office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${o} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><meta:initial-creator>${canary}</meta:initial-creator><dc:creator>${canary} II</dc:creator></office:meta></office:document-meta>`,
    'Thumbnails/thumbnail.png': 'x',
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/></manifest:manifest>`,
  });

export const tellingRtf = (): Buffer =>
  rtf(
    `{\\info{\\author ${canary}}{\\company ${canary} Ltd}{\\creatim\\yr2026}}{\\*\\rsidtbl\\rsid123}\\insrsid123 Kept. {\\*\\atnauthor ${canary}}\\chatn {\\*\\annotation Ask \\{ ${canary}}\\revised\\revauth1 added`,
  );

export async function tellingPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 200]);
  page.drawText('Kept');
  document.setAuthor(canary);
  document.setProducer(`Writer of ${canary}`);
  const { context } = document;
  document.catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x:xmpmeta>${canary}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })));
  const note = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(canary), Contents: PDFString.of(`Ask ${canary}`) });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
  const camera = context.stream(photograph(), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceGray',
    Filter: 'DCTDecode',
  });
  page.node.setXObject(PDFName.of('Im1'), context.register(camera));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
