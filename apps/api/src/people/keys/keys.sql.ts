// What is read and written of an organisation's keys; never the key itself.
import { moment } from '../../platform/db/moment.sql.ts';

/** $1 organisation · $2 moment · $3 key, or null for all. Rows { found }: ApiKey, those that work first, newest first. */
export const keysSql = `SELECT json_build_object('id', k.id, 'name', k.name, 'right', k."right", 'hint', k.hint, 'createdBy', coalesce(p.name, 'Former member'),
  'createdAt', ${moment('k.created_at')}, 'expiresAt', ${moment('k.expires_at')}, 'lastUsedAt', ${moment('k.last_used_at')}, 'revokedAt', ${moment('k.revoked_at')},
  'state', s.state) AS found
FROM api_key k
JOIN membership m ON m.organisation_id = k.organisation_id AND m.person_id = k.created_by
LEFT JOIN person p ON p.id = k.created_by
CROSS JOIN LATERAL (SELECT CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= $2::timestamptz THEN 'expired' WHEN m.status <> 'active' THEN 'asleep' ELSE 'active' END AS state) s
WHERE k.organisation_id = $1 AND ($3::uuid IS NULL OR k.id = $3) ORDER BY s.state <> 'active', k.created_at DESC, k.id`;

/** $1 organisation · $2 id · $3 name · $4 right · $5 hint · $6 SHA-256 · $7 maker · $8 moment · $9 end. */
export const addKeySql = `INSERT INTO api_key (organisation_id, id, name, "right", hint, token_sha256, created_by, created_at, expires_at)
VALUES ($1, $2, $3, $4::key_right, $5, $6, $7, $8, $9)`;

/** $1 organisation · $2 key · $3 moment · $4 by. One row { id }, or none where there is no such key that still works. */
export const revokeKeySql = 'UPDATE api_key SET revoked_at = $3, revoked_by = $4 WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id';
