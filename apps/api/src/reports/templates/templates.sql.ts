// Templates of an organisation. $1 organisation throughout.
import { personName } from '../../people/person-name.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';

const facts = `t.id, t.name, t.file_name AS "fileName", t.sha256, t.size_bytes AS "sizeBytes", ${personName('t.added_by')} AS "addedBy", ${moment('t.added_at')} AS "addedAt"`;
const standing = `NOT EXISTS (SELECT 1 FROM report_template_withdrawn w WHERE w.organisation_id = t.organisation_id AND w.template_id = t.id)`;

/** $2 how many. Rows of those in use, by name. */
export const listSql = `SELECT ${facts} FROM report_template t WHERE t.organisation_id = $1 AND ${standing} ORDER BY lower(t.name), t.id LIMIT $2`;
/** $2 id. One row, or none where there is none in use. */
export const oneSql = `SELECT ${facts} FROM report_template t WHERE t.organisation_id = $1 AND t.id = $2 AND ${standing}`;
/** $2 id. One row { name, fileName, sha256, bytes }. */
export const bytesSql = `SELECT t.name, t.file_name AS "fileName", t.sha256, t.bytes FROM report_template t WHERE t.organisation_id = $1 AND t.id = $2 AND ${standing}`;
/** Of two who add at once the later waits, so that it counts what the first added. */
export const holdSql = `SELECT pg_advisory_xact_lock(hashtextextended('report_template ' || $1::text, 0))`;
/** $2 name. One row { count, isNamed }: how many are in use, and whether one of them has the name. */
export const roomSql = `SELECT count(*)::int AS count, coalesce(bool_or(lower(t.name) = lower($2)), false) AS "isNamed" FROM report_template t WHERE t.organisation_id = $1 AND ${standing}`;
/** $2 id · $3 name · $4 file name · $5 hash · $6 size · $7 bytes · $8 person · $9 moment. */
export const addSql = `INSERT INTO report_template (organisation_id, id, name, file_name, sha256, size_bytes, bytes, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
/** $2 id · $3 person · $4 moment. One row { id }; none where it was withdrawn already. */
export const withdrawSql = `INSERT INTO report_template_withdrawn (organisation_id, template_id, by, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING template_id AS id`;
