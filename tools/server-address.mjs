// The PostgreSQL of DATABASE_URL: where an administrator comes in, and in words why he does not.
import pg from 'pg';
import { urlWith } from './database.mjs';

/** The address as given, or by way of the database `postgres` where the one that it names is not there yet and will be created. */
export async function administratorAt(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return url;
  } catch (error) {
    if (error.code === '3D000') return urlWith(url, { database: 'postgres' });
    throw error;
  } finally {
    await client.end();
  }
}

/** A sentence for what goes wrong between us and a foreign server; null for everything else. */
export function whyNotReached(error) {
  const code = error?.code ?? '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET'].includes(code) || /timeout expired/.test(error?.message ?? ''))
    return `PostgreSQL does not answer at the address in DATABASE_URL (${code || error.message}).`;
  if (['28P01', '28000'].includes(code)) return `PostgreSQL refuses the user or the password in DATABASE_URL (${code}).`;
  if (code === '42501') return `The user in DATABASE_URL may not create roles and databases; it must be an administrator of the server (${code}).`;
  return null;
}
