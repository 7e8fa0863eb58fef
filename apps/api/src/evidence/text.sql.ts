// The text of a file as it is kept: parts of a page or of a stretch each.
import { identityJson } from './identity/file-identity.sql.ts';
import { isOpenSql } from './opening/opening.sql.ts';

const isOpen = isOpenSql({ person: '$7', session: '$8', at: '$9' });

/** $1 organisation · $2 file · $3 dossier · $4 piece · $5 moment. Marks the file as waiting to be read. */
export const waitSql = `INSERT INTO evidence_text (organisation_id, file_id, dossier_id, evidence_id, state, changed_at) VALUES ($1, $2, $3, $4, 'waiting', $5)`;

/** $1 organisation · $2 file · $3 moment. One row { file } where a reading that ended may be tried again. */
export const waitAgainSql = `UPDATE evidence_text SET state = 'waiting', reason = NULL, changed_at = $3 WHERE organisation_id = $1 AND file_id = $2 AND state IN ('failed', 'no_text') RETURNING file_id AS file`;

/** $1 moment · $2 at most. Rows { organisation, file }: texts of all organisations that have waited since before then. */
export const waitingSql = 'SELECT organisation_id AS organisation, file_id AS file FROM app.texts_waiting($1, $2)';

/** $1 at most. Rows { organisation, file }: texts of all organisations that were read before anybody looked for who may be identified. */
export const unlookedSql = 'SELECT organisation_id AS organisation, file_id AS file FROM app.texts_unchecked($1)';

/** $1 organisation · $2 file. One row { name, sha256, state, erased }, or none; a reading at the same time waits. */
export const heldSql = `SELECT f.name, f.sha256, f.media_type AS "mediaType", t.state, e.erased_at IS NOT NULL AS erased
FROM evidence_text t JOIN evidence_file f ON f.organisation_id = t.organisation_id AND f.id = t.file_id
JOIN evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id
WHERE t.organisation_id = $1 AND t.file_id = $2 FOR UPDATE OF t`;

/** $1 organisation · $2 file. */
export const dropPagesSql = 'DELETE FROM evidence_page WHERE organisation_id = $1 AND file_id = $2';

/** $1 organisation · $2 file · $3 numbers, int[] · $4 places of their first characters, int[] · $5 texts, text[]. */
export const keepPagesSql = `INSERT INTO evidence_page (organisation_id, file_id, number, dossier_id, evidence_id, starts_at, text)
SELECT t.organisation_id, t.file_id, p.number, t.dossier_id, t.evidence_id, p.starts_at, p.text
FROM evidence_text t CROSS JOIN unnest($3::int[], $4::int[], $5::text[]) AS p(number, starts_at, text) WHERE t.organisation_id = $1 AND t.file_id = $2`;

/** $1 organisation · $2 file · $3 state · $4 reason · $5 pages · $6 characters · $7 has pages · $8 is whole · $9 printed pages in all · $10 moment · $11 what may identify somebody, jsonb · $12 how often. */
export const endReadingSql = `UPDATE evidence_text SET state = $3::text_state, reason = $4, pages = $5, characters = $6, has_pages = $7, is_whole = $8, pages_in_all = $9, changed_at = $10, identity = $11::jsonb, identity_count = $12
WHERE organisation_id = $1 AND file_id = $2`;

/** How far a file's text has come, as JSON; `f` evidence_file. */
export const textJson = `(SELECT jsonb_build_object('state', t.state, 'reason', t.reason, 'pages', t.pages, 'characters', t.characters, 'hasPages', t.has_pages, 'isWhole', t.is_whole, 'pagesInAll', t.pages_in_all, 'identity', ${identityJson})
  FROM evidence_text t WHERE t.organisation_id = f.organisation_id AND t.file_id = f.id)`;

/**
 * $1 organisation · $2 dossier · $3 piece · $4 file · $5 first part · $6 how many · $7 person · $8 session · $9 moment.
 * One row { text, items, name, open }, or none where there is no such file; a restricted piece that is not open to the asker gives no parts.
 */
export const textSql = `SELECT ${textJson} AS text, f.name, ${isOpen} AS open,
  coalesce((SELECT jsonb_agg(jsonb_build_object('number', p.number, 'startsAt', p.starts_at, 'text', p.text) ORDER BY p.number)
    FROM evidence_page p WHERE p.organisation_id = f.organisation_id AND p.file_id = f.id AND p.number >= $5::int AND p.number < $5::int + $6::int AND ${isOpen}), '[]') AS items
FROM evidence_file f JOIN evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id
WHERE f.organisation_id = $1 AND e.dossier_id = $2 AND e.id = $3 AND f.id = $4`;
