import type { Readable } from 'node:stream';
import type { UnfitReason } from '@servanda/contract';
import { fileTypeFromBuffer } from 'file-type';
import { Fields } from './fields.ts';
import { windowsOf } from './windows.ts';

const wide = (bytes: Buffer) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
const otherEncoding = /^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8|us-ascii)/i;
// Any prefix may stand for a namespace, so names count without it. Runs are bounded, for a part may be made to be slow.
const named = (...names: string[]) => `<(?:[\\w.-]{1,40}:)?(?:${names.join('|')})\\b`;
const elsewhere = `(?:[a-z]{2,}:|//|\\\\\\\\)`;
const acting: [RegExp, UnfitReason][] = [
  [/<!(?:DOCTYPE|ENTITY)/, 'entities'],
  [/encryption-data/, 'locked'],
  [new RegExp(named('dde-source', 'dde-link', 'dde-connection'), 'i'), 'starts_program'],
  [
    new RegExp(
      `${named('event-listener', 'OLEObject', 'object-ole', 'plugin', 'applet', 'floating-frame', 'DataMashup', 'submission', 'script')}|<script:module|vnd\\.sun\\.star\\.(?:script|expand):`,
    ),
    'macros',
  ],
  [/\s(?:xlink:)?href\s*=\s*["']\s*(?:java|vb)script:|\s(?:xlink:)?href\s*=\s*["']\s*(?:macro|slot|data|shell|search-ms|ms-[a-z]+|mk|mhtml):/i, 'script_link'],
  [
    new RegExp(
      `${named('draw:image', 'draw:object', 'section-source', 'table-source', 'cell-range-source', 'image', 'use')}[^<>]{0,2000}href\\s*=\\s*["']${elsewhere}`,
      'i',
    ),
    'fetches',
  ],
  [
    /(?:<(?:\w{1,20}:)?(?:f|definedName)\b[^<>]{0,200}>|formula\s*=\s*["'])[^<"']{0,2000}(?:\b(?:WEBSERVICE|RTD|DDE|CALL|REGISTER\.ID|EXEC)\s*\(|\|[^<"'!]{0,200}!)/i,
    'formula',
  ],
];
// Fonts, drawings and settings of printers are parts of documents; whatever else has a known shape is a file inside a file.
const isPartOfADocument = (mime: string) =>
  /^(image|font)\//.test(mime) || ['application/xml', 'application/vnd.ms-fontobject', 'application/vnd.iccprofile'].includes(mime);
const character = (code: number) => (code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : '');
/** Characters that are written by their numbers, as themselves. */
const plain = (text: string) =>
  text.includes('&#')
    ? text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, digits?: string) => character(hex ? Number.parseInt(hex, 16) : Number(digits)))
    : text;
/** Markup is known by its first sign, for a package may give its parts any name. */
const isMarkup = (head: Buffer) => /^(?:\u00ef\u00bb\u00bf)?\s*<[?!A-Za-z]/.test(head.toString('latin1', 0, 200));

/** Why a part of a package is refused, or null. Reads it to its end in chunks, so that its declared size is proven. */
export async function checkPart(stream: Readable, name: string): Promise<UnfitReason | null> {
  let head = Buffer.alloc(0);
  let marked = /\.(xml|vml|rdf|svg)$/i.test(name);
  const fields = new Fields();
  for await (const { text, at } of windowsOf(stream, 4096)) {
    if (at === 0 && head.length < 4096) {
      head = Buffer.from(text.slice(0, 4100), 'latin1');
      marked ||= isMarkup(head) || wide(head);
    }
    if (!marked) continue;
    if (wide(head) || head.includes(0) || otherEncoding.test(text.slice(0, 200).replace(/^\u00ef\u00bb\u00bf/, ''))) return 'odd_encoding';
    const read = plain(text);
    for (const [pattern, why] of acting) if (pattern.test(read)) return why;
    const why = fields.read(text, at);
    if (why) return why;
  }
  if (marked) return null;
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  return known && !isPartOfADocument(known.mime) ? 'file_inside' : null;
}
