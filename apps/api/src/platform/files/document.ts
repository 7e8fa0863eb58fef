// Documents only: what a file is, by its bytes, and whether anything in it acts (decision 0007).
import { open } from 'node:fs/promises';
import { documentTypes } from '@servanda/contract';
import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '../http/refusal.ts';
import { type DocumentType, promisedType } from './file-name.ts';
import type { Received } from './file-store.ts';
import { checkPackage } from './package.ts';
import { checkPdf } from './pdf.ts';
import { checkRtf } from './rtf.ts';
import { isText, startsAsMarkup } from './text.ts';

const headBytes = 4100;
const tailBytes = 22 + 0xffff;
const endOfZip = Buffer.from('PK\x05\x06', 'latin1');

async function slice(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether an archive hangs on the end of the file: readers of archives look there first. */
async function endsAsArchive({ path, size }: Received): Promise<boolean> {
  const tail = await slice(path, Math.max(0, size - tailBytes), Math.min(size, tailBytes));
  for (let at = tail.lastIndexOf(endOfZip); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(endOfZip, at - 1))
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 20) === tail.length - at - 22) return true;
  return false;
}

type Family = 'pdf' | 'rtf' | 'zip' | 'text';
const families: Record<DocumentType, Family> = { pdf: 'pdf', rtf: 'rtf', docx: 'zip', xlsx: 'zip', odt: 'zip', ods: 'zip', txt: 'text', csv: 'text' };

/** The family of the bytes, or words for what they are instead. */
async function familyOf(received: Received, head: Buffer): Promise<Family | { seems: string }> {
  const start = head.toString('latin1', 0, 8);
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (start.startsWith('%PDF-')) return (await endsAsArchive(received)) ? { seems: 'a PDF and an archive at once' } : 'pdf';
  if (start.startsWith('{\\rtf')) return (await endsAsArchive(received)) ? { seems: 'an RTF and an archive at once' } : 'rtf';
  if (await isText(received.path, head)) return startsAsMarkup(head) ? { seems: 'a web page, drawing, data or program written as text' } : 'text';
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known?.ext === 'cfb') return { seems: 'an Office file of the old form, or one locked with a password' };
  return { seems: known ? `${known.mime}` : 'none that is kept here' };
}

/**
 * Says what kind of document a received file is; name and bytes must agree. Refuses file_empty, file_not_a_document,
 * file_disguised and file_active, each with a sentence that says why. Reads in chunks.
 */
export async function checkDocument(received: Received, name: string): Promise<DocumentType> {
  if (received.size === 0) refuse('file_empty');
  const promised = promisedType(name);
  if (!promised)
    refuse('file_not_a_document', {
      detail: `Only documents are kept: ${Object.keys(documentTypes).join(', ').toUpperCase()}. Images, video, audio, archives and programs are refused, whatever their name.`,
    });
  const family = await familyOf(received, await slice(received.path, 0, headBytes));
  if (family !== families[promised]) {
    const seems = typeof family === 'string' ? family.toUpperCase() : family.seems;
    refuse('file_disguised', { detail: `The name ends in .${promised}, but the bytes are of another kind: ${seems}. Send the document in its own format.` });
  }
  if (family === 'zip') await checkPackage(received, promised);
  if (family === 'pdf') await checkPdf(received.path);
  if (family === 'rtf') await checkRtf(received.path);
  return promised;
}
