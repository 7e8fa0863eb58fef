// Reads an archive: once to prove it before anything is touched, once more to load it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { extract as newExtract } from 'tar-stream';
import { ArchiveFault, open } from './container.mjs';

/** Calls `take(name, stream)` for each part of the archive, in order; a part that is left unread is passed over. */
export async function eachPart(file, key, take) {
  const extract = newExtract();
  const fed = pipeline(createReadStream(file), (source) => open(source, key), extract);
  // A fault of the archive arrives here as well as in the loop; it is the same one.
  fed.catch(() => undefined);
  try {
    for await (const entry of extract) {
      await take(entry.header.name, entry);
      entry.resume();
    }
    await fed;
  } catch (error) {
    extract.destroy();
    const cause = await fed.then(
      () => error,
      (fault) => (fault instanceof ArchiveFault ? fault : error),
    );
    if (cause instanceof ArchiveFault) throw cause;
    if (/tar/i.test(cause?.message ?? '')) throw new ArchiveFault(`The archive's inside is damaged: ${cause.message}.`);
    throw cause;
  }
}

async function bytesOf(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Reads the whole archive and returns its manifest, if all that it promises is there: each table's rows and hash, each file. */
export async function proveArchive(file, key) {
  let manifest;
  const tables = new Map();
  const files = new Map();
  await eachPart(file, key, async (name, stream) => {
    const [kind, first, second] = name.split('/');
    if (name === 'manifest.json') manifest = JSON.parse((await bytesOf(stream)).toString('utf8'));
    else if (kind === 'tables') {
      const seen = tables.get(first) ?? { hash: createHash('sha256'), rows: 0 };
      tables.set(first, seen);
      for await (const chunk of stream) {
        seen.hash.update(chunk);
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) seen.rows++;
      }
    } else if (kind === 'files') {
      const hash = createHash('sha256');
      for await (const chunk of stream) hash.update(chunk);
      if (hash.digest('hex') !== second) throw new ArchiveFault(`The file ${second} in the archive is not what its SHA-256 says.`);
      files.set(`${first}/${second}`, true);
    }
  });
  if (!manifest) throw new ArchiveFault('The archive has no manifest at its end: it was not finished.');
  if (manifest.format !== 1) throw new ArchiveFault(`The archive has format ${manifest.format}, which only a newer version of Servanda reads.`);
  const empty = createHash('sha256').digest('hex');
  for (const { schema, table, rows, sha256 } of manifest.tables) {
    const seen = tables.get(`${schema}.${table}`);
    if ((seen?.rows ?? 0) !== rows || (seen?.hash.digest('hex') ?? empty) !== sha256)
      throw new ArchiveFault(`The table ${table} in the archive is not what its manifest says (${seen?.rows ?? 0} rows, ${rows} promised).`);
  }
  const missing = manifest.files.find(({ organisation, sha256 }) => !files.has(`${organisation}/${sha256}`));
  if (missing || files.size !== manifest.files.length) throw new ArchiveFault('The files in the archive are not those of its manifest.');
  return manifest;
}
