import { createReadStream } from 'node:fs';
import { codeOf } from './faults.ts';

// Tab, line feed, form feed, carriage return; every other C0 control and DEL marks bytes that are no text.
const allowed = new Set([0x09, 0x0a, 0x0c, 0x0d]);
const isControl = (code: number) => (code < 0x20 && !allowed.has(code)) || code === 0x7f;
const markup = /^\s*(<(\?xml|!doctype|!--|html|head|body|script|svg|iframe|img|style|meta|link|math|table|div|title)\b|#!|%!PS)/i;

const utf16Of = (head: Buffer) => (head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null);

/**
 * Whether a file is text from its first byte to its last: UTF-16 with its mark, or UTF-8 or an 8-bit code page
 * (Windows-1252 and its sisters for other scripts), without control characters.
 */
export async function isText(path: string, head: Buffer): Promise<boolean> {
  const wide = utf16Of(head);
  const decoder = wide ? new TextDecoder(wide, { fatal: true }) : null;
  try {
    for await (const chunk of createReadStream(path)) {
      if (!Buffer.isBuffer(chunk)) return false;
      if (decoder) {
        const text = decoder.decode(chunk, { stream: true });
        for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) return false;
      } else for (const byte of chunk) if (isControl(byte)) return false;
    }
    decoder?.decode();
    return true;
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false; // half a character
    throw error;
  }
}

/** Whether text begins as HTML, SVG, XML, PostScript or a script does: kinds that act when they are opened. */
export function startsAsMarkup(head: Buffer): boolean {
  return markup.test(new TextDecoder(utf16Of(head) ?? 'utf-8').decode(head));
}
