// A restore never touches what somebody could miss: it wants an instance without people and a running API.
import pg from 'pg';
import { ArchiveFault } from './container.mjs';

/** Throws a sentence where the instance is not empty. */
export async function demandEmpty(url) {
  const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    const served = await db.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'servanda_app' LIMIT 1");
    if (served.rowCount) throw new ArchiveFault('The API is running on this database. Stop it first.');
    const { rows } = await db.query(
      "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, pg_get_userbyid(c.relowner) AS owner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('r', 'p')",
    );
    const foreign = rows.find(({ owner }) => owner !== 'servanda_owner');
    if (foreign) throw new ArchiveFault(`The database holds the table ${foreign.name}, which is not Servanda's. Name an empty database.`);
    for (const table of ['organisation', 'person', 'dossier', 'journal_entry'])
      if (rows.some(({ name }) => name === `public.${table}`) && (await db.query(`SELECT 1 FROM public.${table} LIMIT 1`)).rowCount)
        throw new ArchiveFault(
          'The instance is not empty: it has organisations, people or a journal. Restore goes only into an empty instance; nothing was changed.',
        );
    // What start or prepare made (tables, catalogue, setup code) goes; the archive brings its own.
    if (rows.length) await db.query('DROP OWNED BY servanda_owner CASCADE');
  } finally {
    await db.end();
  }
}
