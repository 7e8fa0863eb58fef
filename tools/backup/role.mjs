// The role that backs up: it sees every row and may do nothing but read. What an instance keeps to itself it does not see.
import pg from 'pg';
import { leftOut } from './tables.mjs';

const backup = 'servanda_backup';
const id = pg.escapeIdentifier;

/** Creates the role where it is missing and lets it read; `password` lets it sign in by itself. Run as an administrator who may bypass row-level security. */
export async function prepareBackupRole(adminUrl, database, password) {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const db = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    await db.query(`DO $$ BEGIN CREATE ROLE ${backup} NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    await db.query(`GRANT ${backup} TO CURRENT_USER`);
    if (password) await db.query(`ALTER ROLE ${backup} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
    await db.query(`ALTER ROLE ${backup} SET default_transaction_read_only = on`);
    await db.query(`GRANT CONNECT ON DATABASE ${id(database)} TO ${backup}`);
    const { rows } = await db.query("SELECT nspname AS schema FROM pg_namespace WHERE nspname IN ('public', 'app')");
    for (const { schema } of rows) {
      await db.query(`GRANT USAGE ON SCHEMA ${id(schema)} TO ${backup}`);
      await db.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${id(schema)} TO ${backup}`);
      await db.query(`GRANT SELECT ON ALL SEQUENCES IN SCHEMA ${id(schema)} TO ${backup}`);
    }
    // A backup can verify the journal, and reads which migrations made the tables, but neither letters nor keys.
    const { rows: verifying } = await db.query(
      "SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pronamespace = to_regnamespace('app') AND proname IN ('journal_hash', 'journal_sealed', 'journal_is_redacted')",
    );
    for (const { name } of verifying) await db.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${backup}`);
    for (const name of Object.keys(leftOut).filter((table) => table !== 'public._prisma_migrations'))
      await db.query(`DO $$ BEGIN REVOKE ALL ON ${name} FROM ${backup}; EXCEPTION WHEN undefined_table OR invalid_schema_name THEN NULL; END $$`);
  } finally {
    await db.end();
  }
}
