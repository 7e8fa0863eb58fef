import type pg from 'pg';
import { newToken, tokenHash } from '../people/tokens.ts';

/** A new one-time code while there is no operator yet, else null. A code offered earlier and unused is replaced. */
export async function offerSetupCode(db: pg.Client): Promise<string | null> {
  const { rows } = await db.query("SELECT 1 FROM organisation WHERE kind = 'operator'");
  if (rows.length) return null;
  const code = newToken().slice(0, 24);
  await db.query(
    'INSERT INTO setup_code (id, code_sha256) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET code_sha256 = excluded.code_sha256, created_at = now(), used_at = NULL',
    [tokenHash(code)],
  );
  return code;
}
