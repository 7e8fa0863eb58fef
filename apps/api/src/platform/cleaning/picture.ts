// What cameras and programs write into pictures: where, when, by whom, with what.
import { CannotClean, type Found } from './found.ts';

const exif = Buffer.from('Exif\0\0', 'latin1');
const gpsTag = 0x8825;
const cameraTags = new Map([
  [0x010f, 'camera'],
  [0x0110, 'camera'],
  [0x013b, 'author'],
  [0x8298, 'author'],
] as const);

/** Tells what the directory of an Exif block holds. */
function tellExif(block: Buffer, found: Found): void {
  const isLittle = block.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (at + 2 <= block.length ? (isLittle ? block.readUInt16LE(at) : block.readUInt16BE(at)) : 0);
  const u32 = (at: number) => (at + 4 <= block.length ? (isLittle ? block.readUInt32LE(at) : block.readUInt32BE(at)) : 0);
  const start = u32(4);
  for (let i = 0; i < Math.min(u16(start), 200); i++) {
    const at = start + 2 + i * 12;
    const tag = u16(at);
    if (tag === gpsTag) found.add('place');
    const kind = [...cameraTags].find(([number]) => number === tag)?.[1];
    const length = u32(at + 4);
    const from = length > 4 ? u32(at + 8) : at + 8;
    if (kind) found.add(kind, block.toString('latin1', from, from + Math.min(length, 100)).replace(/\0.*/s, ''));
  }
}

/** A JPEG without its Exif, XMP, IPTC and comments; the picture itself is not touched. */
function cleanJpeg(bytes: Buffer, found: Found): Buffer {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, end);
    // APP1 to APP15 but for the colours (ICC in APP2, Adobe in APP14), and comments.
    const isColour = marker === 0xe2 ? data.toString('latin1', 0, 11) === 'ICC_PROFILE' : marker === 0xee;
    const isMetadata = ((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe) && !isColour;
    if (isMetadata) {
      found.add('picture');
      if (marker === 0xe1 && data.subarray(0, 6).equals(exif)) tellExif(data.subarray(6), found);
    } else kept.push(bytes.subarray(at, end));
    at = end;
  }
  // What hangs on behind the picture (a second one, a film) goes as well.
  const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  return Buffer.concat([...kept, bytes.subarray(at, last < at ? bytes.length : last + 2)]);
}

/** A PNG without its texts, times and Exif. */
function cleanPng(bytes: Buffer, found: Found): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf'].includes(kind)) {
      found.add('picture');
      if (kind === 'eXIf') tellExif(bytes.subarray(at + 8, end - 4), found);
    } else kept.push(bytes.subarray(at, end));
    at = end;
    if (kind === 'IEND') break;
  }
  return Buffer.concat(kept);
}

const begins = (bytes: Buffer, sign: string) => bytes.toString('latin1', 0, sign.length) === sign;

/** The picture without what it tells beside itself. Throws CannotClean for kinds that hold such and are not known here. */
export function cleanPicture(bytes: Buffer, found: Found): Buffer {
  if (begins(bytes, '\xff\xd8\xff')) return cleanJpeg(bytes, found);
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return cleanPng(bytes, found);
  const isTiff = begins(bytes, 'II*\0') || begins(bytes, 'MM\0*');
  const isOther = bytes.toString('latin1', 4, 8) === 'ftyp' || (begins(bytes, 'RIFF') && bytes.toString('latin1', 8, 12) === 'WEBP');
  if (isTiff || isOther) throw new CannotClean('picture');
  return bytes;
}
