// Reports that are made in the background. $1 organisation throughout, but for openSql.
import { moment } from '../../platform/db/moment.sql.ts';

/** $1 moment · $2 at most. Rows { organisation, run }: of all organisations, those that wait or were begun before then. */
export const openSql = 'SELECT organisation_id AS organisation, id AS run FROM app.report_runs_open($1, $2)';

/** $2 id · $3 dossier · $4 kind · $5 format · $6 language · $7 past moment or null · $8 day · $9 draft · $10 restricted · $11 person · $12 moment · $13 composed report or null · $14 its issue or null. One row { id }, none where there is no such dossier, report or issue. */
export const addSql = `INSERT INTO report_run (organisation_id, id, dossier_id, kind, format, lang, as_of, "on", is_draft, is_restricted_in, asked_by, asked_at, report_id, issue_number, state)
SELECT d.organisation_id, $2, d.id, coalesce(r.kind::text, $4), $5, coalesce(r.language, $6), $7, $8::date, $9, $10, $11, $12, r.id, $14::int, 'waiting'
FROM dossier d LEFT JOIN report r ON r.organisation_id = d.organisation_id AND r.dossier_id = d.id AND r.id = $13::uuid
WHERE d.organisation_id = $1 AND d.id = $3 AND ($13::uuid IS NULL OR r.id IS NOT NULL)
  AND ($14::int IS NULL OR EXISTS (SELECT 1 FROM report_issue i WHERE i.organisation_id = d.organisation_id AND i.report_id = r.id AND i.number = $14::int)) RETURNING id`;

const shown = `r.id, r.kind, r.format, r.lang, r.issue_number AS issue, r.as_of AS "asOf", r."on"::text AS "on", r.is_draft AS "isDraft", r.is_restricted_in AS "isRestrictedIn",
  json_build_object('id', p.id, 'name', p.name) AS "askedBy", ${moment('r.asked_at')} AS "askedAt", r.state, ${moment('r.began_at')} AS "beganAt", ${moment('r.ended_at')} AS "endedAt", r.reason,
  CASE WHEN r.sha256 IS NOT NULL THEN json_build_object('name', r.file_name, 'sha256', r.sha256, 'sizeBytes', r.size_bytes,
    'isKept', EXISTS (SELECT 1 FROM report_bytes b WHERE b.organisation_id = r.organisation_id AND b.sha256 = r.sha256)) END AS file`;
const from = 'FROM report_run r JOIN person p ON p.id = r.asked_by';

/** $2 dossier · $3 limit · $4 offset. One row { items, total }, none where there is no such dossier. */
export const listSql = `SELECT coalesce((SELECT json_agg(t) FROM (SELECT ${shown} ${from} WHERE r.organisation_id = d.organisation_id AND r.dossier_id = d.id ORDER BY r.asked_at DESC, r.id DESC LIMIT $3 OFFSET $4) t), '[]') AS items,
  (SELECT count(*)::int FROM report_run r WHERE r.organisation_id = d.organisation_id AND r.dossier_id = d.id) AS total
FROM dossier d WHERE d.organisation_id = $1 AND d.id = $2`;

/** $2 dossier · $3 run. */
export const oneSql = `SELECT ${shown} ${from} WHERE r.organisation_id = $1 AND r.dossier_id = $2 AND r.id = $3`;

/** $2 dossier · $3 run · $4 moment. One row where it was still to be made. */
export const cancelSql = `UPDATE report_run SET state = 'cancelled', ended_at = $4 WHERE organisation_id = $1 AND dossier_id = $2 AND id = $3 AND state IN ('waiting', 'working') RETURNING id`;

/** $2 dossier · $3 run. One row where there was nothing to be fetched. */
export const retrySql = `UPDATE report_run r SET state = 'waiting', began_at = NULL, ended_at = NULL, reason = NULL, sha256 = NULL, size_bytes = NULL, file_name = NULL, report_sha256 = NULL
WHERE r.organisation_id = $1 AND r.dossier_id = $2 AND r.id = $3 AND (r.state IN ('failed', 'cancelled')
  OR r.state = 'made' AND NOT EXISTS (SELECT 1 FROM report_bytes b WHERE b.organisation_id = r.organisation_id AND b.sha256 = r.sha256)) RETURNING id`;

/** $2 run · $3 moment · $4 moment before which a beginning is held to be broken off. One row where nobody else is at it. */
export const claimSql = `UPDATE report_run SET state = 'working', began_at = $3, tries = tries + 1
WHERE organisation_id = $1 AND id = $2 AND (state = 'waiting' OR state = 'working' AND began_at < $4)
RETURNING dossier_id AS dossier, kind, format, lang, as_of AS "asOf", "on"::text AS "on", is_draft AS "isDraft", is_restricted_in AS "isRestrictedIn", report_id AS report, issue_number AS issue, tries`;

/** $2 sha256 of the report · $3 format · $4 kind · $5 language · $6 draft · $7 layout. One row { sha256, size }: the same was made before and is kept. */
export const sameSql = `SELECT r.sha256, r.size_bytes AS size FROM report_run r JOIN report_bytes b ON b.organisation_id = r.organisation_id AND b.sha256 = r.sha256
WHERE r.organisation_id = $1 AND r.state = 'made' AND r.report_sha256 = $2 AND r.format = $3 AND r.kind = $4 AND r.lang = $5 AND r.is_draft = $6 AND r.layout = $7 LIMIT 1`;

/** $2 sha256 · $3 bytes · $4 moment. */
export const keepSql = `INSERT INTO report_bytes (organisation_id, sha256, bytes, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

/** $2 run · $3 number of the try · $4 state · $5 reason · $6 layout · $7 sha256 of the report · $8 name · $9 sha256 · $10 size · $11 moment. Nothing where it was cancelled meanwhile, or begun anew by another. */
export const endSql = `UPDATE report_run SET state = $4::report_state, reason = $5, layout = $6, report_sha256 = $7, file_name = $8, sha256 = $9, size_bytes = $10, ended_at = $11
WHERE organisation_id = $1 AND id = $2 AND state = 'working' AND tries = $3`;

/** $2 run · $3 dossier. One row { reason, format, kind, lang, issue, on, reportSha256, isRestrictedIn, askedBy, name, bytes }: the bytes as long as they are kept. */
export const fileSql = `SELECT r.reason, r.format, r.kind, r.lang, r.issue_number AS issue, r."on"::text AS "on", r.report_sha256 AS "reportSha256", r.is_restricted_in AS "isRestrictedIn", r.asked_by AS "askedBy", r.file_name AS name, b.bytes
FROM report_run r LEFT JOIN report_bytes b ON b.organisation_id = r.organisation_id AND b.sha256 = r.sha256 WHERE r.organisation_id = $1 AND r.dossier_id = $3 AND r.id = $2`;

/** $2 run. One row { state }. */
export const stateSql = 'SELECT state FROM report_run WHERE organisation_id = $1 AND id = $2';

/** $2 moment: bytes that no run since then refers to go. */
export const sweepSql = `DELETE FROM report_bytes b WHERE b.organisation_id = $1 AND b.made_at < $2
AND NOT EXISTS (SELECT 1 FROM report_run r WHERE r.organisation_id = b.organisation_id AND r.sha256 = b.sha256 AND r.asked_at >= $2)`;
