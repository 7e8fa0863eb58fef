// What is read and written of an organisation's bodies.
import { moment } from '../../platform/db/moment.sql.ts';

const bodyJson = `json_build_object('id', b.id, 'version', b.version, 'name', b.name, 'shortName', b.short_name, 'email', b.email,
  'archivedAt', ${moment('b.archived_at')},
  'members', (SELECT count(*)::int FROM membership m WHERE m.organisation_id = b.organisation_id AND m.body_id = b.id AND m.status = 'active'))`;

/** $1 organisation. Rows { found }: Body, archived ones last. */
export const bodiesSql = `SELECT ${bodyJson} AS found FROM body b WHERE b.organisation_id = $1 ORDER BY b.archived_at IS NOT NULL, lower(b.name), b.id`;

/** $1 organisation · $2 body. One row { found }: Body, or none. */
export const bodySql = `SELECT ${bodyJson} AS found FROM body b WHERE b.organisation_id = $1 AND b.id = $2`;

/** $1 organisation · $2 id · $3 name · $4 short name · $5 e-mail · $6 moment. */
export const addBodySql = 'INSERT INTO body (organisation_id, id, name, short_name, email, created_at) VALUES ($1, $2, $3, $4, $5, $6)';

/** $1 organisation · $2 body · $3 version seen · $4 name · $5 short name · $6 e-mail · $7 archived · $8 moment. One row { version }, or none where the version is no longer the newest. */
export const reviseBodySql = `UPDATE body SET name = $4, short_name = $5, email = $6, version = version + 1,
  archived_at = CASE WHEN $7::boolean THEN coalesce(archived_at, $8::timestamptz) END
WHERE organisation_id = $1 AND id = $2 AND version = $3 RETURNING version`;
