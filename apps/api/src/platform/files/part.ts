import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { windowsOf } from './windows.ts';

/** Whether a part of a package is XML by its name. */
export const isMarkupPart = (name: string): boolean => /\.(xml|vml|rdf)$/i.test(name);

const wide = (bytes: Buffer) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
const otherEncoding = /^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8|us-ascii)/i;
const acting: [RegExp, string][] = [
  [/<!(?:DOCTYPE|ENTITY)/, 'its text declares entities'],
  [/encryption-data/, 'it is locked with a password, so that it cannot be looked into'],
  [/instrText[^>]*>[^<]*\bDDE|w:instr\s*=\s*["']\s*DDE|<(?:office:dde-source|table:dde-link|text:dde-connection)/i, 'a field starts another program'],
  [
    /<script:(?:event-listener|module)|<(?:[\w.-]+:)?OLEObject\b|<draw:(?:plugin|applet|floating-frame|object-ole)\b/,
    'it holds macros, scripts or embedded objects',
  ],
  [
    /<(?:draw:(?:image|object)|text:section-source|table:(?:table-source|cell-range-source))\b[^>]*xlink:href\s*=\s*["'](?:[a-z]{2,}:|\/\/|\\\\)/i,
    'it fetches a part from another place',
  ],
];
// Fonts, drawings and settings of printers are parts of documents; whatever else has a known shape is a file inside a file.
const isPartOfADocument = (mime: string) =>
  /^(image|font)\//.test(mime) || ['application/xml', 'application/vnd.ms-fontobject', 'application/vnd.iccprofile'].includes(mime);

/** Why a part of a package is refused, or null. Reads it to its end in chunks, so that its declared size is proven. */
export async function checkPart(stream: Readable, isMarkup: boolean): Promise<string | null> {
  let head = Buffer.alloc(0);
  for await (const { text, at } of windowsOf(stream, 4096)) {
    if (at === 0 && head.length < 4096) head = Buffer.from(text.slice(0, 4100), 'latin1');
    if (!isMarkup) continue;
    if (wide(head) || head.includes(0) || otherEncoding.test(text.slice(0, 200).replace(/^\u00ef\u00bb\u00bf/, '')))
      return 'its text is written in an unusual encoding';
    for (const [pattern, why] of acting) if (pattern.test(text)) return why;
  }
  if (isMarkup) return null;
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  return known && !isPartOfADocument(known.mime) ? 'it holds another file that is no part of a document' : null;
}
