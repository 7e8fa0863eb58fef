// Where the data stands, for the commands: the server of DATABASE_URL or the embedded one, the file store, the key.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../bootstrap.mjs';
import { urlWith } from '../database.mjs';
import { startCluster } from '../postgres.mjs';
import { ArchiveFault } from './container.mjs';

/** The key of archives, or undefined. Throws for one that is too short to be one. */
export function archiveKey() {
  const { BACKUP_KEY: given, BACKUP_KEY_FILE: file } = process.env;
  if (!given && !file) return undefined;
  const key = given || readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new ArchiveFault('BACKUP_KEY must hold 32 characters or more. One way to make one: openssl rand -base64 32');
  return key;
}

export const home = process.env.SERVANDA_HOME ?? join(root, '.local');
export const filesFolder = process.env.FILES_DIR ?? join(home, 'files');

const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1)) || 'servanda';

/** The same server by a database that is there: one that is still to be made cannot be connected to. */
async function connectable(url) {
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await db.connect();
    return url;
  } catch (error) {
    if (error.code !== '3D000') throw error;
    return urlWith(url, { database: 'postgres' });
  } finally {
    await db.end().catch(() => undefined);
  }
}

/** An administrator's URL, the database's name, and `stop` for a server that was started only for this. */
export async function reachDatabase({ mayCreate = false } = {}) {
  const url = process.env.DATABASE_URL;
  if (url && mayCreate) return { admin: await connectable(url), database: databaseOf(url), stop: () => undefined };
  if (url) return { admin: url, database: databaseOf(url), stop: () => undefined };
  if (!mayCreate && !existsSync(join(home, 'postgres/data/PG_VERSION')))
    throw new ArchiveFault(`There is no data to back up in ${home}. Start Servanda once (npm start), or name your server in DATABASE_URL.`);
  const cluster = await startCluster({ home: join(home, 'postgres'), durable: true });
  return { admin: cluster.url('postgres'), database: 'servanda', stop: cluster.adopted ? () => undefined : cluster.stop };
}
