// Run by hand: rebuilds the current rows of every organisation from the log and proves both equal.
// ADMIN_DATABASE_URL lists the organisations as their owner; APP_DATABASE_URL does the work under row-level security,
// for scopes signed with CONTEXT_KEY.
import pg from 'pg';
import { contextKeyOf } from '../platform/config.ts';
import { ContextSigner } from '../platform/db/context.ts';
import type { Sql } from '../platform/db/database.ts';
import { rebuildCurrent } from './rebuild.ts';

async function connected<T>(variable: string, options: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const connectionString = process.env[variable];
  if (!connectionString) throw new Error(`${variable} must name the database`);
  const client = new pg.Client({ connectionString, options });
  await client.connect();
  try {
    return await work(async <Row extends object>(text: string, values: unknown[] = []) => (await client.query<Row>(text, values)).rows);
  } finally {
    await client.end();
  }
}

const signer = new ContextSigner(contextKeyOf(process.env['CONTEXT_KEY'], process.env['CONTEXT_KEY_FILE']));
const organisations = await connected('ADMIN_DATABASE_URL', '-c role=servanda_owner', (sql) =>
  sql<{ id: string; name: string }>('SELECT id, name FROM organisation ORDER BY name, id'),
);
await connected('APP_DATABASE_URL', '', async (sql) => {
  for (const { id, name } of organisations) {
    await sql('BEGIN');
    await sql("SELECT set_config('app.context', $1, true)", [signer.sign({ organisation: id })]);
    const { repaired, left } = await rebuildCurrent(sql, id);
    await sql('COMMIT');
    const where = left.map((row) => `${row.element} in dossier ${row.dossier}`).join(', ');
    console.log(`${name}: ${repaired.length} rows rebuilt; ${left.length ? `still different: ${where}` : 'equal to the log'}`);
    if (left.length) process.exitCode = 1;
  }
});
