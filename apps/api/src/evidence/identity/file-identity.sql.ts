// What the texts of files hold that may identify somebody, and the decisions over it.
import { moment } from '../../platform/db/moment.sql.ts';
import { isOpenSql } from '../opening/opening.sql.ts';

/** How many passages, and who decided, as JSON; `t` evidence_text. */
export const identityJson = `CASE WHEN t.identity_count IS NOT NULL THEN jsonb_build_object('passages', t.identity_count, 'decided', CASE WHEN t.identity_decided_at IS NOT NULL THEN
  jsonb_build_object('by', coalesce((SELECT p.name FROM person p WHERE p.id = t.identity_decided_by), ''), 'at', ${moment('t.identity_decided_at')}) END) END`;

/**
 * $1 organisation · $2 dossier · $3 piece · $4 file · $5 person · $6 session · $7 moment. One row { name, hasPages, identity, found, pages, open, isWithdrawn, isErased }, or none;
 * `pages`: the texts of the pages with a passage.
 */
export const passagesSql = `SELECT f.name, coalesce(t.has_pages, false) AS "hasPages", ${identityJson} AS identity, coalesce(t.identity, '[]') AS found, ${isOpenSql({ person: '$5', session: '$6', at: '$7' })} AS open,
  e.withdrawn_at IS NOT NULL AS "isWithdrawn", e.erased_at IS NOT NULL AS "isErased",
  coalesce((SELECT jsonb_agg(jsonb_build_object('number', p.number, 'text', p.text)) FROM evidence_page p
    WHERE p.organisation_id = f.organisation_id AND p.file_id = f.id AND p.number IN (SELECT (one->>'page')::int FROM jsonb_array_elements(t.identity) AS one)), '[]') AS pages
FROM evidence_file f JOIN evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id LEFT JOIN evidence_text t ON t.organisation_id = f.organisation_id AND t.file_id = f.id
WHERE f.organisation_id = $1 AND e.dossier_id = $2 AND e.id = $3 AND f.id = $4`;

/** $1 organisation · $2 file · $3 passages seen · $4 person · $5 moment. One row { found } where that was still to be decided. */
export const decideSql = `UPDATE evidence_text SET identity_decided_by = $4, identity_decided_at = $5
WHERE organisation_id = $1 AND file_id = $2 AND state = 'done' AND identity_count = $3 AND identity_count > 0 AND identity_decided_at IS NULL RETURNING identity AS found`;

/** $1 organisation · $2 piece · $3 files that go. Rows { file, found }: the texts of a piece that nobody decided over. */
export const undecidedSql = `SELECT t.file_id AS file, t.identity AS found FROM evidence_text t
WHERE t.organisation_id = $1::uuid AND t.evidence_id = $2::uuid AND t.identity_count > 0 AND t.identity_decided_at IS NULL AND t.file_id <> ALL ($3::uuid[])
  AND NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = t.organisation_id AND x.file_id = t.file_id) ORDER BY t.file_id`;

/** $1 organisation · $2 files · $3 person · $4 moment. */
export const decideAllSql = `UPDATE evidence_text SET identity_decided_by = $3::uuid, identity_decided_at = $4::timestamptz
WHERE organisation_id = $1::uuid AND file_id = ANY ($2::uuid[]) AND identity_count > 0 AND identity_decided_at IS NULL`;

/** $1 organisation · $2 file. Rows { number, text }: a text that was read and not looked into. */
export const uncheckedSql = `SELECT p.number, p.text FROM evidence_text t JOIN evidence_page p ON p.organisation_id = t.organisation_id AND p.file_id = t.file_id
WHERE t.organisation_id = $1 AND t.file_id = $2 AND t.state = 'done' AND t.identity IS NULL ORDER BY p.number`;

/** $1 organisation · $2 file · $3 found · $4 count. */
export const keepFoundSql = `UPDATE evidence_text SET identity = $3::jsonb, identity_count = $4 WHERE organisation_id = $1 AND file_id = $2 AND state = 'done' AND identity IS NULL`;
