import { createHash, randomBytes } from 'node:crypto';

/** Opens a session of the organisation's lead without a password; returns the cookie. */
export async function openSession(db, organisation) {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await db.query(
    "INSERT INTO session (id, token_sha256, person_id, organisation_id, created_at, last_seen_at, expires_at) VALUES (gen_random_uuid(), $1, $2, $2, now(), now(), now() + interval '2 hours')",
    [hash, organisation],
  );
  return `servanda=${token}`;
}
