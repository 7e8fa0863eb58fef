// What the bytes of a file are, and whether they are what its name promises.
import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { checkCsv } from './csv.ts';
import type { DocumentType } from './file-name.ts';
import { checkPackage } from './package.ts';
import { checkPdf } from './pdf.ts';
import { checkRtf } from './rtf.ts';
import { isText, startsAsMarkup } from './text.ts';
import { unfit } from './unfit.ts';

/** A received file and the document that its name promises. */
export interface Promised {
  path: string;
  /** Bytes. */
  size: number;
  promised: DocumentType;
  mediaType: string;
  /** A table that is read cell by cell and thrown away: who reads it refuses the cell that acts, and says which. */
  isReadByCell?: boolean | undefined;
}

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
async function endsAsArchive({ path, size }: Promised): Promise<boolean> {
  const tail = await slice(path, Math.max(0, size - tailBytes), Math.min(size, tailBytes));
  for (let at = tail.lastIndexOf(endOfZip); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(endOfZip, at - 1))
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 20) === tail.length - at - 22) return true;
  return false;
}

const unknown = 'none that is kept here';
type Family = 'pdf' | 'rtf' | 'zip' | 'text';
const families: Record<DocumentType, Family> = { pdf: 'pdf', rtf: 'rtf', docx: 'zip', xlsx: 'zip', odt: 'zip', ods: 'zip', txt: 'text', csv: 'text' };

/** The family of the bytes, or words for what they are instead. */
async function familyOf(file: Promised, head: Buffer): Promise<Family | { seems: string }> {
  const start = head.toString('latin1', 0, 8);
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (start.startsWith('%PDF-')) return (await endsAsArchive(file)) ? { seems: 'a PDF and an archive at once' } : 'pdf';
  if (start.startsWith('{\\rtf')) return (await endsAsArchive(file)) ? { seems: 'an RTF and an archive at once' } : 'rtf';
  if (await isText(file.path, head)) return startsAsMarkup(head) ? { seems: 'a web page, drawing, data or program written as text' } : 'text';
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known?.ext === 'cfb') return { seems: 'an Office file of the old form, or one locked with a password' };
  return { seems: known ? `${known.mime}` : unknown };
}

/** Throws UnfitFile where the bytes are of another kind than the name promises, or where something in them acts. Reads in chunks. */
export async function lookThrough(file: Promised): Promise<void> {
  const { path, promised } = file;
  const family = await familyOf(file, await slice(path, 0, headBytes));
  if (family !== families[promised]) {
    const seems = typeof family === 'string' ? family.toUpperCase() : family.seems;
    if (families[promised] === 'text' && typeof family !== 'string' && family.seems === unknown)
      unfit(
        'not_text',
        `The name ends in .${promised}, but the file holds bytes that no text holds, such as NUL. Save it anew as text in UTF-8, and send that.`,
      );
    unfit('other_kind', `The name ends in .${promised}, but the bytes are of another kind: ${seems}. Send the document in its own format.`);
  }
  if (family === 'zip') await checkPackage(file);
  if (family === 'pdf') await checkPdf(path);
  if (family === 'rtf') await checkRtf(path);
  if (promised === 'csv' && !file.isReadByCell) await checkCsv(path);
}
