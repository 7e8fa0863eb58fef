import { createReadStream } from 'node:fs';
import { createInflate } from 'node:zlib';
import { codeOf } from './faults.ts';
import { unfit } from './unfit.ts';
import { windowsOf } from './windows.ts';

/** A PDF name as its bytes may be written: each letter as itself or as `#xx` (ISO 32000-1, 7.3.5). */
const letter = (c: string) => {
  const hex = c.charCodeAt(0).toString(16);
  return `(?:${c}|#${[...hex].map((h) => (/[a-f]/.test(h) ? `[${h}${h.toUpperCase()}]` : h)).join('')})`;
};
const nameOf = (name: string) => `/${[...name].map(letter).join('')}(?![A-Za-z0-9#])`;
// Scripts, starting of programs, files inside, forms with scripts, and sound or film.
const scripts = ['JavaScript', 'Launch', 'XFA', 'SubmitForm', 'ImportData'];
const inside = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'GoToE', 'RichMedia', 'Rendition', 'Movie', 'Sound'];
const acting = [...scripts, ...inside].map(nameOf);
// Two letters would be met by chance in compressed bytes, so what stands around them counts too.
const shortScript = `(?<=[\\s<>\\[\\]()/])${nameOf('JS')}(?=\\s*(?:\\(|<|\\d+\\s+\\d+\\s+R))`;
// An address that is a script; in clear or as hexadecimal.
const scriptAddress = '\\(\\s*(?:java|vb)script:|<\\s*(?:6a|4a)\\s*(?:61|41)\\s*(?:76|56)\\s*(?:61|41)\\s*(?:73|53)\\s*(?:63|43)';
const actingName = new RegExp([...acting, shortScript, scriptAddress].join('|'));
const encryption = new RegExp(`${nameOf('Encrypt')}\\s*(?:<<|\\d)`);
const structure = new RegExp(`(${nameOf('ObjStm')})|(${nameOf('Predictor')})|(?<!end)stream(?:\\r\\n|[\\r\\n ])?`, 'g');
/** An object stream begins with pairs of whole numbers (ISO 32000-1, 7.5.7); anything else was packed twice. */
const numbersFirst = /^\s*\d+\s+\d+\s*[\d<[(/\s]/;
const overlap = 512;
/** Bytes that all object streams of one document may unpack to. */
const mostUnpacked = 64 * 1024 * 1024;

const refuseActive = (): never =>
  unfit(
    'pdf_acts',
    'The PDF holds a script, an embedded file, sound or film, starts a program or sends what is filled in. Print it to a new PDF, and send that.',
  );
const refuseHidden = (): never => unfit('pdf_packed', 'The PDF is packed so that its parts cannot be looked into. Print it to a new PDF, and send that.');
const refuseLocked = (): never =>
  unfit('locked', 'The PDF is locked: it is encrypted, so that it cannot be looked into. Save a copy without a password or protection, and send that.');

/** Places in the file where the data of an object stream begins; their objects are not seen from outside. */
async function lookOver(path: string): Promise<number[]> {
  const places: number[] = [];
  let seen = 0;
  let isObjectStream = false;
  let isPredicted = false;
  for await (const { text, at } of windowsOf(createReadStream(path), overlap)) {
    if (actingName.test(text)) refuseActive();
    if (encryption.test(text)) refuseLocked();
    for (const found of text.matchAll(structure)) {
      const end = at + found.index + found[0].length;
      // What stands at the very end of a window may be cut short; the next window holds it whole.
      const isCut = text.length > overlap && text.length - found.index < 64;
      if (end <= seen || isCut) continue;
      seen = end;
      if (found[1]) isObjectStream = true;
      else if (found[2]) isPredicted = true;
      else {
        if (isObjectStream) places.push(isPredicted ? refuseHidden() : end);
        isObjectStream = false;
        isPredicted = false;
      }
    }
  }
  return places;
}

/** Unpacks one object stream and looks for acting names in it; answers its unpacked bytes. */
async function lookInto(path: string, start: number, room: number): Promise<number> {
  const raw = createReadStream(path, { start });
  const unpacked = raw.pipe(createInflate());
  raw.on('error', (error) => unpacked.destroy(error));
  let size = 0;
  try {
    for await (const { text, at } of windowsOf(unpacked, overlap)) {
      if (at === 0 && text.length > 8 && !numbersFirst.test(text)) refuseHidden();
      if (actingName.test(text)) refuseActive();
      size = at + text.length;
      if (size > room) refuseHidden();
    }
    return size;
  } catch (error) {
    if (codeOf(error).startsWith('Z_')) return refuseHidden();
    throw error;
  } finally {
    raw.destroy();
    unpacked.destroy();
  }
}

/**
 * Refuses a PDF that acts: scripts, started programs, embedded files, sound and film (file_active). Names are
 * found also where they are written with `#xx`, and inside object streams packed by Flate; an object stream
 * packed otherwise is refused, and so is whatever is encrypted, because it cannot be looked into. Content streams are not unpacked:
 * what stands there is drawn, not executed.
 */
export async function checkPdf(path: string): Promise<void> {
  let room = mostUnpacked;
  for (const start of await lookOver(path)) room -= await lookInto(path, start, room);
}
