// Roles, database and migrations: what stands between an empty PostgreSQL and a served product.
import { createHash, createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { prepareJobs } from './jobs.mjs';
import { runPrisma } from './prisma.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const id = pg.escapeIdentifier;

/** Roles of the cluster: the owner of the tables never signs in, the runtime role owns nothing (decision 0003). */
export const roles = { owner: 'servanda_owner', runtime: 'servanda_app', backup: 'servanda_backup', public: 'servanda_public', guest: 'servanda_guest' };

async function asAdmin(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Puts another person, password or database into a connection URL. */
export function urlWith(url, { user, password, database }) {
  const next = new URL(url);
  if (user) next.username = user;
  if (password) next.password = password;
  if (database) next.pathname = `/${database}`;
  return next.href;
}

/** Creates the roles where they are missing and gives the runtime role its password (null: it keeps the one it has). */
export async function prepareRoles(adminUrl, runtimePassword) {
  await asAdmin(adminUrl, async (db) => {
    for (const role of [roles.owner, roles.runtime, roles.public, roles.guest])
      await db.query(`DO $$ BEGIN CREATE ROLE ${id(role)} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    if (runtimePassword) await db.query(`ALTER ROLE ${id(roles.runtime)} LOGIN PASSWORD ${pg.escapeLiteral(runtimePassword)}`);
    await db.query(`ALTER ROLE ${id(roles.runtime)} SET statement_timeout = '15s'`);
    await db.query(`ALTER ROLE ${id(roles.runtime)} SET idle_in_transaction_session_timeout = '10s'`);
    await db.query(`ALTER ROLE ${id(roles.runtime)} SET lock_timeout = '5s'`);
    await db.query(`GRANT ${id(roles.owner)} TO CURRENT_USER`);
    // The portal's transactions take the public role on; what it may read is not given to the runtime role along with it (decision 0040).
    await db.query(`ALTER ROLE ${id(roles.runtime)} NOINHERIT`);
    await db.query(`GRANT ${id(roles.public)} TO ${id(roles.runtime)}`);
    // The same for the transactions of a coalition's guests (decision 0043).
    await db.query(`GRANT ${id(roles.guest)} TO ${id(roles.runtime)}`);
  });
}

/** Creates the database where it is missing; its tables will belong to the owner role. */
export async function prepareDatabase(adminUrl, database) {
  await asAdmin(adminUrl, async (db) => {
    const { rowCount } = await db.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await db.query(`CREATE DATABASE ${id(database)}`);
    await db.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${id(database)} FROM PUBLIC`);
    await db.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${id(database)} TO ${id(roles.owner)}`);
    await db.query(`GRANT CONNECT ON DATABASE ${id(database)} TO ${id(roles.runtime)}`);
  });
  await asAdmin(urlWith(adminUrl, { database }), async (db) => {
    await db.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${id(roles.owner)}`);
    await db.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  });
}

const known = () =>
  readdirSync(join(root, 'prisma/migrations'), { withFileTypes: true })
    .filter((f) => f.isDirectory())
    .map((f) => f.name)
    .sort();

/** The names of all migrations that this version knows, with the checksum that Prisma keeps of each. */
export const knownMigrations = () =>
  known().map((name) => ({
    name,
    checksum: createHash('sha256')
      .update(readFileSync(join(root, 'prisma/migrations', name, 'migration.sql')))
      .digest('hex'),
  }));

/** Shows Prisma a folder that holds only some of the migrations. */
function withMigrations(only, work) {
  if (!only) return work({});
  const folder = mkdtempSync(join(tmpdir(), 'servanda-migrations-'));
  try {
    for (const name of [...only, 'migration_lock.toml']) cpSync(join(root, 'prisma/migrations', name), join(folder, name), { recursive: true });
    return work({ MIGRATIONS_DIR: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function applied(url) {
  return asAdmin(url, async (db) => {
    const table = await db.query("SELECT to_regclass('public._prisma_migrations') AS t");
    if (!table.rows[0].t) return [];
    const { rows } = await db.query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
    return rows.map((r) => r.migration_name);
  });
}

/** Brings the database to the newest migration (or to `only` those named), and checks afterwards that it really is there. */
export async function migrate(adminUrl, database, only) {
  const url = urlWith(adminUrl, { database });
  const missing = async () => {
    const done = new Set(await applied(url));
    return (only ?? known()).filter((name) => !done.has(name));
  };
  // Restoring to the migrations of an archive comes without the queue: its jobs are not part of an archive.
  const queue = () => (only ? undefined : prepareJobs(url, roles));
  if (!(await missing()).length) {
    await queue();
    return [];
  }
  const names = await missing();
  const asOwner = new URL(url);
  asOwner.searchParams.set('options', `-c role=${roles.owner}`);
  const { status, output } = withMigrations(only, (from) => runPrisma(['migrate', 'deploy'], { DATABASE_URL: asOwner.href, ...from }));
  if (status !== 0) throw new Error(`The migrations could not be applied:\n${output}`);
  const left = await missing();
  if (left.length) throw new Error(`These migrations were not applied: ${left.join(', ')}\n${output}`);
  await queue();
  return names;
}

/** HMAC-SHA-256 begins with these two blocks of a key (RFC 2104). */
function blocks(key) {
  const bytes = Buffer.from(key, 'utf8');
  const block = Buffer.alloc(64);
  (bytes.length > 64 ? createHash('sha256').update(bytes).digest() : bytes).copy(block);
  return { inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) };
}

/** Gives the database the keys whose signed scopes it takes: the one the API signs with and, while keys change, the one before. */
export async function provideContextKeys(adminUrl, database, keys) {
  const given = keys.filter(Boolean);
  if (!given.length || given.some((key) => key.length < 32)) throw new Error('CONTEXT_KEY must hold 32 characters or more.');
  await asAdmin(urlWith(adminUrl, { database }), async (db) => {
    await db.query('BEGIN');
    await db.query(`SET LOCAL ROLE ${id(roles.owner)}`);
    const ids = given.map((key) => createHmac('sha256', key).update('servanda context key').digest('hex').slice(0, 16));
    await db.query('DELETE FROM app.context_key WHERE id <> ALL ($1)', [ids]);
    for (const [i, key] of given.entries()) {
      const { inner, outer } = blocks(key);
      await db.query('INSERT INTO app.context_key (id, inner_block, outer_block) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [ids[i], inner, outer]);
    }
    await db.query('COMMIT');
  });
}

/** Marks the instance as one whose letters may be read at /outbox (a local one without a mail server), or as one where they never are. */
export async function markOutbox(adminUrl, database, isShown) {
  await asAdmin(urlWith(adminUrl, { database }), (db) => db.query('UPDATE instance SET shows_outbox = $1 WHERE shows_outbox <> $1', [isShown]));
}
