// One archive of one moment: every row from one REPEATABLE READ snapshot, then every file that those rows name.
// Memory does not grow with the data but for the list of files (some 150 bytes each): rows and bytes pass through in pieces.
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open as openFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as newPack } from 'tar-stream';
import { ArchiveFault, seal } from './container.mjs';
import { brokenChains, chainsOf, copyOut, filesOf, filesSql, migrationsOf, sequencesOf, settle, tablesOf } from './tables.mjs';

/** Rows of a table travel in parts of about this size, for an archive's part must tell its length before it begins. */
const part = 4 * 1024 * 1024;

/** Adds one part and waits until it has gone on its way. */
const add = (pack, name, size, source) =>
  new Promise((done, failed) => {
    const sink = pack.entry({ name, size, mode: 0o600, mtime: new Date(0) }, (error) => (error ? failed(error) : done()));
    pipeline(source, sink).catch(failed);
  });
const addBytes = (pack, name, bytes) => add(pack, name, bytes.length, Readable.from(bytes.length ? [bytes] : []));
const addJson = (pack, name, value) => addBytes(pack, name, Buffer.from(JSON.stringify(value, null, 1)));

async function addTable(db, pack, table) {
  const hash = createHash('sha256');
  let [rows, parts, held, size] = [0, 0, [], 0];
  const send = () => addBytes(pack, `tables/${table.schema}.${table.table}/${String(++parts).padStart(6, '0')}`, Buffer.concat(held.splice(0)));
  for await (const chunk of db.query(copyTo(copyOut(table)))) {
    hash.update(chunk);
    // The text form writes a line break within a value as \n, so that each byte 0x0A ends a row.
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    held.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= part) {
      await send();
      size = 0;
    }
  }
  if (held.length) await send();
  return { ...table, rows, parts, sha256: hash.digest('hex') };
}

async function addFile(db, pack, store, { organisation, sha256 }) {
  const place = store.nameOf(organisation, sha256);
  const size = await store.sizeOf(organisation, sha256);
  if (size === null) {
    // The snapshot has ended: this sees the present.
    const { rowCount } = await db.query(`${filesSql} AND f.organisation_id = $1 AND f.sha256 = $2`, [organisation, sha256]);
    throw new ArchiveFault(
      rowCount
        ? `The file ${place} is named by a row and is not there. Restore it from an older backup; nothing was written.`
        : 'Evidence was erased, or an organisation deleted, while the backup ran. Run it once more; nothing was written.',
    );
  }
  const hash = createHash('sha256');
  const hashed = async function* () {
    for await (const chunk of await store.read(organisation, sha256)) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await add(pack, `files/${organisation}/${sha256}`, size, Readable.from(hashed()));
  if (hash.digest('hex') !== sha256)
    throw new ArchiveFault(
      `The file ${place} is not what it was when it was kept (its SHA-256 differs). Restore it from an older backup; nothing was written.`,
    );
  return { organisation, sha256, bytes: size };
}

async function fill(pack, { url, options, store, version }) {
  const db = new pg.Client({ connectionString: url, options, connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    await db.query(settle);
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const {
      rows: [moment],
    } = await db.query("SELECT now() AS at, current_setting('server_version') AS postgres");
    const tables = await tablesOf(db);
    const begin = {
      format: 1,
      version,
      takenAt: moment.at.toISOString(),
      postgres: moment.postgres,
      migrations: await migrationsOf(db),
      tables,
      sequences: await sequencesOf(db),
    };
    await addJson(pack, 'begin.json', begin);
    const broken = await brokenChains(db);
    const chains = await chainsOf(db);
    const wanted = await filesOf(db);
    const written = [];
    for (const table of tables) written.push(await addTable(db, pack, table));
    await db.query('COMMIT');
    const files = [];
    for (const file of wanted) files.push(await addFile(db, pack, store, file));
    await addJson(pack, 'manifest.json', { ...begin, tables: written, chains, files });
    return { takenAt: begin.takenAt, tables: written, chains, files, broken };
  } finally {
    await db.end();
  }
}

/**
 * Writes the archive of a database and its files. It appears under its name only when it is whole.
 * @param {{ url: string, options?: string, store: object, file: string, key?: string, version: string }} what
 */
export async function writeBackup({ file, key, ...from }) {
  if (existsSync(file)) throw new ArchiveFault(`${file} exists already; a backup never overwrites another.`);
  if (!existsSync(dirname(file))) throw new ArchiveFault(`There is no folder ${dirname(file)}.`);
  const growing = `${file}.part`;
  const pack = newPack();
  try {
    const filled = fill(pack, from);
    filled.then(
      () => pack.finalize(),
      (error) => pack.destroy(error),
    );
    await pipeline(pack, (source) => seal(source, key), createWriteStream(growing, { mode: 0o600, flush: true }));
    const done = await filled;
    await rename(growing, file);
    const folder = await openFile(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
    return { ...done, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(growing, { force: true });
    if (error?.code === 'ENOSPC') throw new ArchiveFault(`The disk is full; no backup was written to ${file}.`);
    throw error;
  }
}
