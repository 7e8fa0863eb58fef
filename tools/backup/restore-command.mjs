import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { knownMigrations, migrate, prepareDatabase, prepareRoles, urlWith } from '../database.mjs';
import { keptSecret } from '../secrets.mjs';
import { endWhatWasOpen } from './aftermath.mjs';
import { ArchiveFault } from './container.mjs';
import { demandEmpty } from './empty.mjs';
import { addedFiles, stagedFiles } from './files.mjs';
import { loadTables } from './load.mjs';
import { archiveKey, filesFolder, home, reachDatabase } from './reach.mjs';
import { eachPart, proveArchive } from './read.mjs';
import { openStore } from './store.mjs';

/** The archive's migrations, all of which this version must know and hold unchanged. */
function demandKnown(manifest) {
  const known = new Map(knownMigrations().map(({ name, checksum }) => [name, checksum]));
  const strange = manifest.migrations.find(({ name }) => !known.has(name));
  if (strange)
    throw new ArchiveFault(
      `The archive comes from a newer version of Servanda (${manifest.version}, ${strange.name}) than this one. Update first, then restore.`,
    );
  const other = manifest.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (other) throw new ArchiveFault(`The archive's ${other.name} is not the one that this version knows: they are of different making.`);
  return manifest.migrations.map(({ name }) => name);
}

async function restore(file, key, manifest) {
  const migrations = demandKnown(manifest);
  const store = await openStore(filesFolder);
  if (!(await store.isEmpty()))
    throw new ArchiveFault(
      `The file store ${store.name} is not empty. Restore goes only into an empty instance; name another place in FILES_DIR or FILES_URL.`,
    );
  const { admin, database, stop } = await reachDatabase({ mayCreate: true });
  try {
    // The server's own roles; a server of yours has them from `prepare`, whose password stays as it is.
    await prepareRoles(admin, process.env.DATABASE_URL ? null : keptSecret(join(home, 'secrets/runtime-role')));
    await prepareDatabase(admin, database);
    const url = urlWith(admin, { database });
    await demandEmpty(url);
    await prepareDatabase(admin, database);
    await migrate(admin, database, migrations);
    await mkdir(filesFolder, { recursive: true });
    const files = store.blobs ? addedFiles(filesFolder, store.blobs) : stagedFiles(filesFolder);
    await files.begin();
    const parts = (takeTable) =>
      eachPart(file, key, async (name, stream) => {
        const [kind, first, second] = name.split('/');
        if (kind === 'tables') await takeTable(first, stream);
        else if (kind === 'files') await files.add(first, second, stream);
      });
    const broken = await loadTables({ url, manifest, parts, keep: files.keep }).catch(async (error) => {
      await files.giveUp();
      throw error;
    });
    const newer = await migrate(admin, database);
    const ended = await endWhatWasOpen(url);
    return { broken, newer, ...ended };
  } finally {
    stop();
  }
}

const args = process.argv.slice(2);
const isCheck = args[0] === '--check';
const file = isCheck ? args[1] : args[0];
try {
  if (!file) throw new ArchiveFault('Say from where: npm run restore -- FILE   (or --check FILE, which only verifies it)');
  if (!existsSync(file)) throw new ArchiveFault(`There is no file ${file}.`);
  const key = archiveKey();
  const began = performance.now();
  const manifest = await proveArchive(resolve(file), key);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `The archive is whole: as of ${manifest.takenAt}, version ${manifest.version}, ${rows} rows of ${manifest.tables.length} tables, ${manifest.files.length} files, ${manifest.chains.length} journals.`,
  );
  if (!isCheck) {
    const { broken, newer, sessions, links } = await restore(resolve(file), key, manifest);
    for (const { organisation, seq } of broken)
      console.error(`The journal of organisation ${organisation} is broken at entry ${seq}, as it was when the backup was made.`);
    if (newer.length) console.log(`Migrated on from there: ${newer.join(', ')}`);
    console.log(
      `Restored and compared byte by byte: every row, every file${broken.length ? '' : ', every journal verified'}. ${sessions} open sessions and ${links} mailed links were ended. ${((performance.now() - began) / 1000).toFixed(1)} s with ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB of memory.`,
    );
    if (broken.length) process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof ArchiveFault ? error.message : `The restore failed: ${error?.stack ?? error}`);
  process.exitCode = 1;
}
