// What was true at the moment of the backup and must not come back to life: sessions and one-time links.
import pg from 'pg';

/** Ends every session and every link that was open then: somebody may have ended or used it since. Their journal entries say so. */
export async function endWhatWasOpen(url) {
  const db = new pg.Client({ connectionString: url, options: '-c role=servanda_owner', connectionTimeoutMillis: 5000 });
  await db.connect();
  try {
    await db.query('BEGIN');
    const ended = await db.query('UPDATE public.session SET ended_at = now() WHERE ended_at IS NULL');
    const links = await db.query('UPDATE public.mailed_link SET used_at = now() WHERE used_at IS NULL');
    await db.query('COMMIT');
    return { sessions: ended.rowCount, links: links.rowCount };
  } finally {
    await db.end();
  }
}
