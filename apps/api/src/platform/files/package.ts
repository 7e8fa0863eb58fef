// DOCX, XLSX, ODT and ODS are zip packages: the directory is read first, within limits, then each part in a stream.
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { codeOf, isPlain } from './faults.ts';
import type { DocumentType } from './file-name.ts';
import type { Promised } from './look-through.ts';
import { checkPart } from './part.ts';
import { checkRelationships } from './relationships.ts';
import { UnfitFile } from './unfit.ts';

const mostParts = 2000;
/** Bytes. */
const mostUnpacked = 200 * 1024 * 1024;
const mostRatio = 100;
/** Bytes of a part that is read whole: its list of contents or of relationships. */
const mostList = 4 * 1024 * 1024;

const actingPart =
  /(^|\/)(vba[^/]*\.(bin|xml)|attachedToolbars\.bin)$|(^|\/)(embeddings|activeX|ctrlProps|macrosheets|dialogsheets|intlMacrosheets|externalLinks|queryTables|webextensions)\/|^xl\/connections\.xml$|^(Basic|Scripts|Dialogs)\/|\/(Basic|Scripts)\//i;
const actingName =
  /\.(zip|7z|rar|gz|tar|jar|apk|docx?|docm|dot[mx]?|rtf|xlsx?|xlsm|xlsb|pptx?|odt|ods|odp|pdf|exe|dll|scr|bat|cmd|com|ps1|vbs?|js|hta|msi|lnk|xhtml|mht(?:ml)?|url|inf|reg|jse|ws[fh]|chm|cpl|iso|img|cab|lzh|html?|svgz|swf|mp[34]|m4[av]|mov|avi|wm[av]|wav|ogg|webm)$/i;
const isLink = (part: yauzl.Entry) => ((part.externalFileAttributes >>> 16) & 0xf000) === 0xa000;

async function readDirectory(zip: yauzl.ZipFile, size: number): Promise<yauzl.Entry[]> {
  if (zip.entryCount > mostParts) throw new UnfitFile('too_many_parts');
  const parts: yauzl.Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const part of zip.eachEntry()) {
    const name = part.fileName.normalize('NFC').toLowerCase();
    if (names.has(name)) throw new UnfitFile('twin_parts');
    if (part.isEncrypted()) throw new UnfitFile('locked');
    if (isLink(part)) throw new UnfitFile('pointing_part');
    if (actingPart.test(part.fileName)) throw new UnfitFile('macros');
    if (actingName.test(part.fileName)) throw new UnfitFile('file_inside');
    unpacked += part.uncompressedSize;
    if (unpacked > mostUnpacked) throw new UnfitFile('unpacks_vast');
    names.add(name);
    parts.push(part);
  }
  if (unpacked > size * mostRatio) throw new UnfitFile('unpacks_hundredfold');
  checkPlaces(parts);
  return parts;
}

/** Parts stand one after the other from the first byte on: none inside another, nothing before the first. */
function checkPlaces(parts: yauzl.Entry[]): void {
  let end = 0;
  for (const part of parts.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (part.relativeOffsetOfLocalHeader < end || (end === 0 && part.relativeOffsetOfLocalHeader !== 0)) throw new UnfitFile('parts_overlap');
    end = part.relativeOffsetOfLocalHeader + 30 + part.fileNameLength + part.compressedSize;
  }
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostList) throw new UnfitFile('list_too_long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What marks each kind: its folder or media type (ECMA-376 part 2; ODF 1.3 part 2, 3.3). */
const folders: Partial<Record<DocumentType, string>> = { docx: 'word/', xlsx: 'xl/' };
const otherMain = /(presentationml\.\w+|\.template)\.main\+xml/;

/** The parts that make a package what its name says. */
async function checkKind(zip: yauzl.ZipFile, parts: yauzl.Entry[], { promised, mediaType }: Promised): Promise<void> {
  const read = async (name: string) => {
    const part = parts.find((p) => p.fileName === name);
    return part ? (await whole(await zip.openReadStreamPromise(part))).toString('utf8') : null;
  };
  const types = await read('[Content_Types].xml');
  const mimetype = await read('mimetype');
  if (types !== null && /macroEnabled|vbaProject|activeX|oleObject|macrosheet|dialogsheet/i.test(types)) throw new UnfitFile('macros');
  const folder = folders[promised];
  const isOffice = folder && types !== null && mimetype === null && !otherMain.test(types) && parts.some((p) => p.fileName.startsWith(folder));
  const isOpen = !folder && types === null && mimetype === mediaType && parts.some((p) => p.fileName === 'content.xml');
  if (!isOffice && !isOpen) throw new UnfitFile('parts_missing');
}

async function checkParts(zip: yauzl.ZipFile, parts: yauzl.Entry[]): Promise<void> {
  for (const part of parts) {
    if (part.fileName.endsWith('/')) continue;
    const stream = await zip.openReadStreamPromise(part);
    const why = /\.rels$/i.test(part.fileName) ? checkRelationships(await whole(stream)) : await checkPart(stream, part.fileName);
    if (why) throw new UnfitFile(why);
  }
}

/** Refuses a package that is locked or acts (file_active), unpacks beyond bounds (file_bloated) or is not of the promised kind (file_disguised). */
export async function checkPackage(file: Promised): Promise<void> {
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(file.path, { autoClose: false });
    const parts = await readDirectory(zip, file.size);
    await checkKind(zip, parts, file);
    await checkParts(zip, parts);
  } catch (error) {
    throw damaged(error);
  } finally {
    zip?.close();
  }
}

/** What the zip reader says of a broken package is the sender's matter; a failing disk is ours. */
function damaged(error: unknown): unknown {
  const code = codeOf(error);
  if (code.startsWith('Z_')) return new UnfitFile('damaged');
  if (code !== '' || !isPlain(error) || error instanceof UnfitFile) return error;
  return /relative path|absolute path|invalid characters/.test(error.message) ? new UnfitFile('part_outside') : new UnfitFile('damaged');
}
