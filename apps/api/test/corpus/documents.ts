// Documents made in the tests: the smallest valid ones of each kind.
import { strToU8, type Zippable, zipSync } from 'fflate';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
export const rels = (inner = '') =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
/** A package of these parts, whatever they are. */
export const zip = (files: Record<string, string | Uint8Array>): Buffer => {
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
