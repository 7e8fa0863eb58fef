import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';
import type { Found } from './found.ts';
import { leftOut, rulesFor } from './office.ts';
import { cleanPicture } from './picture.ts';
import { filtered } from './xml-filter.ts';

/** One moment for every part: the packing tells nothing of its own. */
const packedOn = new Date(Date.UTC(1980, 0, 1));
const isMarkup = (head: Buffer) => /^(?:\u00ef\u00bb\u00bf)?\s*<[?!A-Za-z]/.test(head.toString('latin1', 0, 200));

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Writes the package anew to `out`, part by part, without what it tells beside its content. */
export async function cleanPackage(path: string, out: string, found: Found): Promise<void> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  const packed = new yazl.ZipFile();
  const writing = pipeline(packed.outputStream, createWriteStream(out));
  try {
    for await (const part of zip.eachEntry()) {
      const name = part.fileName;
      if (name.endsWith('/')) continue;
      const gone = leftOut(name);
      if (gone) {
        if (gone.kind) found.add(gone.kind);
        continue;
      }
      const bytes = await whole(await zip.openReadStreamPromise(part));
      const options = { mtime: packedOn, mode: 0o100644, compress: name !== 'mimetype' };
      const isXml = isMarkup(bytes);
      const clean = isXml
        ? await whole(Readable.from(filtered(inChunks(bytes), rulesFor(name, found))).map((text) => Buffer.from(text)))
        : cleanPicture(bytes, found);
      packed.addBuffer(clean, name, options);
    }
  } catch (error) {
    packed.end();
    await writing.catch(() => undefined);
    throw error;
  } finally {
    zip.close();
  }
  packed.end();
  await writing;
}
