// Templates made in the tests, as Word writes them, part by part: what is in braces, in which part, and what should not be there.
import { docx, rels } from './corpus/documents.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A paragraph; its pieces stand in runs of their own, as Word splits what was typed. */
export const p = (...pieces: string[]) => `<w:p>${pieces.map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`).join('')}</w:p>`;
export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
export const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
export const field = (instruction: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${[...instruction].map((sign) => `<w:r><w:instrText xml:space="preserve">${escaped(sign)}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

/** `header`: what stands in the header; `more`: other parts; `links`: further relationships of the body. */
export function template(
  body: string,
  { header = p('{confidentiality}'), more = {}, links = '' }: { header?: string; more?: Record<string, string | Uint8Array>; links?: string } = {},
): Buffer {
  const kind = (name: string, of: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${of}+xml"/>`;
  return docx({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${kind('document', 'document.main')}${kind('header1', 'header')}</Types>`,
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': rels(`<Relationship Id="h1" Type="${office}/header" Target="header1.xml"/>${links}`),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr></w:body></w:document>`,
    'word/header1.xml': `<?xml version="1.0"?><w:hdr xmlns:w="${main}">${header}</w:hdr>`,
    ...more,
  });
}
export const link = (type: string, target: string, isExternal = false) =>
  `<Relationship Id="x1" Type="${office}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
