// Copies of files without what they tell beside their content.
import { fileIsOpenSql, type Reader } from '../opening/opening.sql.ts';

/** $1 organisation · $2 file · $3 moment · $4 whether the file holds nothing beside its text. One row { waits }. */
export const waitSql = `INSERT INTO evidence_copy (organisation_id, file_id, state, sha256, size_bytes, changed_at)
SELECT f.organisation_id, f.id, (CASE WHEN $4::boolean THEN 'made' ELSE 'waiting' END)::copy_state, CASE WHEN $4::boolean THEN f.sha256 END, CASE WHEN $4::boolean THEN f.size_bytes END, $3
FROM evidence_file f WHERE f.organisation_id = $1 AND f.id = $2`;

/** $1 moment · $2 at most. Rows { organisation, file }: copies of all organisations that have waited since before then. */
export const waitingSql = 'SELECT organisation_id AS organisation, file_id AS file FROM app.copies_waiting($1, $2)';

/** $1 organisation · $2 file. One row { sha256, mediaType }, or none where no copy is to be made any more; one at the same time waits. */
export const heldSql = `SELECT f.sha256, f.media_type AS "mediaType" FROM evidence_copy c
JOIN evidence_file f ON f.organisation_id = c.organisation_id AND f.id = c.file_id
JOIN evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id
WHERE c.organisation_id = $1 AND c.file_id = $2 AND c.state = 'waiting' AND e.erased_at IS NULL FOR UPDATE OF c`;

/** $1 organisation · $2 file · $3 state · $4 reason · $5 found · $6 sha256 · $7 size · $8 moment. */
export const endSql = `UPDATE evidence_copy SET state = $3::copy_state, reason = $4, found = $5, sha256 = $6, size_bytes = $7, changed_at = $8
WHERE organisation_id = $1 AND file_id = $2`;

/**
 * How far the copy of a file has come and what was found, as JSON; `f` evidence_file; the parameters as named. What stands in the metadata of a piece that is
 * restricted today is null while it does not stand open to the asker, also where the past is read.
 */
export const copyJson = (
  who: Reader,
): string => `(SELECT jsonb_build_object('state', c.state, 'reason', c.reason, 'found', CASE WHEN ${fileIsOpenSql(who)} THEN c.found
    ELSE (SELECT coalesce(jsonb_agg(one || '{"values":null}' ORDER BY place), '[]') FROM jsonb_array_elements(c.found) WITH ORDINALITY AS t (one, place)) END, 'sha256', c.sha256, 'sizeBytes', c.size_bytes)
  FROM evidence_copy c WHERE c.organisation_id = f.organisation_id AND c.file_id = f.id)`;

/** $1 organisation · $2 piece. Rows { sha256 }: the copies of its files. */
export const copiesOfSql = `SELECT DISTINCT c.sha256 FROM evidence_copy c JOIN evidence_file f ON f.organisation_id = c.organisation_id AND f.id = c.file_id
WHERE f.organisation_id = $1 AND f.evidence_id = $2 AND c.sha256 IS NOT NULL`;
