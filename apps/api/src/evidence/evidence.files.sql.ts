// Where an added file belongs (decision 0014): to the newest revision while no judgement cites it, else to one of its own.

/**
 * $1 organisation · $2 dossier · $3 piece. Holds the piece; `heldSql` looks at what hangs on it once it is held, for a statement sees
 * what others wrote before it began.
 */
export const holdSql = 'SELECT 1 AS held FROM evidence WHERE organisation_id = $1::uuid AND dossier_id = $2::uuid AND id = $3::uuid FOR UPDATE';

/** $1 organisation · $2 dossier · $3 piece, held · $4 sha256. One row { version, isWithdrawn, isCited, file }, or none. */
export const heldSql = `SELECT e.version, e.withdrawn_at IS NOT NULL AS "isWithdrawn",
  EXISTS (SELECT 1 FROM citation c WHERE c.organisation_id = e.organisation_id AND c.evidence_id = e.id AND c.revision = e.version) AS "isCited",
  (SELECT f.id FROM evidence_file f WHERE f.organisation_id = e.organisation_id AND f.evidence_id = e.id AND f.sha256 = $4
    AND NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = f.organisation_id AND x.file_id = f.id) ORDER BY f.stored_at, f.id LIMIT 1) AS file
FROM evidence e WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $3::uuid`;

/** $1 organisation · $2 piece · $3 number · $4 person · $5 now. A further revision that says what the one before it says. */
export const sameWordsSql = `INSERT INTO evidence_revision (organisation_id, evidence_id, number, content, recorded_by, recorded_at)
SELECT r.organisation_id, r.evidence_id, $3::int, r.content, $4::uuid, $5::timestamptz FROM evidence_revision r
WHERE r.organisation_id = $1::uuid AND r.evidence_id = $2::uuid AND r.number = $3::int - 1`;
