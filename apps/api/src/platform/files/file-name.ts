import { extname } from 'node:path';
import { documentTypes } from '@servanda/contract';

export type DocumentType = keyof typeof documentTypes;
/** Bytes: what every usual file system holds. */
const longest = 255;
// Controls, line separators and the marks that turn the direction of writing; joiners stay, for names need them.
const unwanted = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function shortened(stem: string, room: number): string {
  let kept = '';
  for (const character of stem) {
    if (Buffer.byteLength(kept + character) > room) break;
    kept += character;
  }
  return kept;
}

/**
 * The name under which an uploaded file is shown and served, never stored: its base name in NFC, without control
 * and bidirectional characters, at most 255 bytes of UTF-8 (the ending stays). Empty where nothing is left.
 */
export function cleanName(sent: string | undefined): string {
  const base = (sent ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = base.normalize('NFC').replace(unwanted, '').trim().replace(/\.+$/, '');
  const ending = extname(name);
  if (Buffer.byteLength(name) <= longest) return name;
  return Buffer.byteLength(ending) > 20
    ? shortened(name, longest)
    : shortened(name.slice(0, name.length - ending.length), longest - Buffer.byteLength(ending)) + ending;
}

const isDocumentType = (ending: string): ending is DocumentType => Object.hasOwn(documentTypes, ending);

/** The kind of document a name promises by its last ending, or null. */
export function promisedType(name: string): DocumentType | null {
  const ending = extname(name).slice(1).toLowerCase();
  return isDocumentType(ending) ? ending : null;
}
