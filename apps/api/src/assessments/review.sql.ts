// Submitting, accepting and returning: the current row is locked first, then the review and the row are written together.

/** Locks the current row. $1 organisation · $2 dossier · $3 element · $4 number. No row: there is no such judgement. */
export const holdSql = `
SELECT a.id, a.number, a.reasons, a.qualifier_note AS "qualifierNote", a.author_id AS "authorId", a.law, a.practice, a.as_of AS "asOf", a.matrix_reason AS "matrixReason", c.latest_number = a.number AS "isLatest", c.latest_status AS status,
  CASE WHEN c.standing_id IS NOT NULL THEN json_build_object('id', c.standing_id, 'number', c.standing_number, 'isAccepted', c.standing_accepted,
    'law', c.law, 'practice', c.practice, 'asOf', c.as_of, 'since', c.standing_since) END AS standing
FROM current_assessment c
JOIN assessment a ON a.organisation_id = c.organisation_id AND a.dossier_id = c.dossier_id AND a.element_code = c.element_code AND a.number = $4
WHERE c.organisation_id = $1 AND c.dossier_id = $2 AND c.element_code = $3
FOR UPDATE OF c`;

/** $1 organisation · $2 dossier · $3 element. The words of the newest judgement that was ever submitted; no row where none was. */
export const submittedWordsSql = `
SELECT a.reasons, a.qualifier_note AS "qualifierNote" FROM assessment a
WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = $3
  AND EXISTS (SELECT 1 FROM review r WHERE r.organisation_id = a.organisation_id AND r.assessment_id = a.id AND r.act = 'submit')
ORDER BY a.number DESC LIMIT 1`;

/**
 * $1 organisation · $2 dossier · $3 element · $4 judgement · $5 act · $6 reason · $7 person · $8 role · $9 moment · $10 status after
 * · $11 standing id · $12 its number · $13 accepted · $14 law · $15 practice · $16 as of · $17 since.
 */
export const reviewSql = `
WITH reviewed AS (
  INSERT INTO review (organisation_id, assessment_id, ordinal, act, reason, by_id, by_role, at)
  SELECT $1, $4, coalesce(max(r.ordinal), 0) + 1, $5::review_act, $6, $7, $8::role, $9
  FROM review r WHERE r.organisation_id = $1 AND r.assessment_id = $4 RETURNING *
)
UPDATE current_assessment c SET latest_status = $10::review_status, status_since = reviewed.at, status_reason = reviewed.reason,
  standing_id = $11, standing_number = $12, standing_accepted = $13, law = $14::law_verdict, practice = $15::practice_verdict, as_of = $16::date, standing_since = $17
FROM reviewed
WHERE c.organisation_id = $1 AND c.dossier_id = $2 AND c.element_code = $3`;
