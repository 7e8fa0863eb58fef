import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../bootstrap.mjs';
import { roles, urlWith } from '../database.mjs';
import { ArchiveFault } from './container.mjs';
import { archiveKey, filesFolder, reachDatabase } from './reach.mjs';
import { prepareBackupRole } from './role.mjs';
import { openStore } from './store.mjs';
import { writeBackup } from './write.mjs';

const [file, ...more] = process.argv.slice(2);
if (!file || more.length) {
  console.error('Say where to: npm run backup -- FILE');
  process.exit(1);
}
let stop = () => undefined;
try {
  const key = archiveKey();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // With a login of the backup role no administrator is needed; else the administrator takes that role, which only reads.
  let from = { url: process.env.BACKUP_DATABASE_URL };
  if (!from.url) {
    const reached = await reachDatabase();
    stop = reached.stop;
    await prepareBackupRole(reached.admin, reached.database);
    from = { url: urlWith(reached.admin, { database: reached.database }), options: `-c role=${roles.backup}` };
  }
  const began = performance.now();
  const done = await writeBackup({ ...from, store: await openStore(filesFolder), file: resolve(file), key, version });
  const rows = done.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${file}: as of ${done.takenAt}, ${rows} rows of ${done.tables.length} tables, ${done.files.length} files, ${(done.bytes / 1048576).toFixed(1)} MiB, in ${((performance.now() - began) / 1000).toFixed(1)} s with ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB of memory.`,
  );
  console.log(
    key
      ? 'Encrypted with AES-256-GCM. Without the key nobody reads it, you included: keep the key elsewhere.'
      : 'NOT encrypted: whoever holds this file reads everything in it. Set BACKUP_KEY to encrypt.',
  );
  if (done.broken.length) {
    console.error(
      `Beware: the journal of organisation ${done.broken[0].organisation} is broken at entry ${done.broken[0].seq}. It is kept as it is; restore will say so, too.`,
    );
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof ArchiveFault ? error.message : `The backup failed, nothing was written: ${error?.stack ?? error}`);
  process.exitCode = 1;
} finally {
  stop();
}
