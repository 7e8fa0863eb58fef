// The current rows as they follow from the log of judgements and reviews alone: for the rebuild, its proof, and reading the past.

/** One row for each element of the organisation $1 that was ever assessed, with the columns of current_assessment. */
export const derivedSql = `
WITH reviewed AS (
  SELECT assessment_id, max(at) FILTER (WHERE act = 'submit') AS submitted_at, max(at) FILTER (WHERE act = 'accept') AS accepted_at,
    (array_agg(act ORDER BY ordinal DESC))[1] AS last_act, (array_agg(at ORDER BY ordinal DESC))[1] AS last_at, (array_agg(reason ORDER BY ordinal DESC))[1] AS last_reason
  FROM review WHERE organisation_id = $1 GROUP BY assessment_id
), judged AS (
  SELECT a.*, r.submitted_at, r.accepted_at, r.last_act, r.last_at, r.last_reason,
    min(a.number) FILTER (WHERE r.accepted_at IS NOT NULL) OVER (PARTITION BY a.dossier_id, a.element_code) AS first_accepted
  FROM assessment a LEFT JOIN reviewed r ON r.assessment_id = a.id WHERE a.organisation_id = $1
), latest AS (
  SELECT DISTINCT ON (dossier_id, element_code) * FROM judged ORDER BY dossier_id, element_code, number DESC
), counted AS (
  -- The last accepted one, else the last submitted one; that one no longer once it is returned.
  SELECT * FROM (SELECT DISTINCT ON (dossier_id, element_code) * FROM judged WHERE submitted_at IS NOT NULL
    ORDER BY dossier_id, element_code, (accepted_at IS NOT NULL) DESC, number DESC) last WHERE last_act <> 'return'
)
SELECT l.organisation_id, l.dossier_id, l.element_code, l.id AS latest_id, l.number AS latest_number,
  (CASE l.last_act WHEN 'submit' THEN 'submitted' WHEN 'accept' THEN 'accepted' WHEN 'return' THEN 'returned' ELSE 'draft' END)::review_status AS latest_status,
  l.author_id AS latest_author_id, l.recorded_at AS latest_recorded_at,
  coalesce(l.last_at, l.recorded_at) AS status_since, coalesce(l.last_reason, '') AS status_reason,
  s.id AS standing_id, s.number AS standing_number, s.accepted_at IS NOT NULL AS standing_accepted, s.law, s.practice, s.as_of,
  -- It counts since it was submitted, or since it was accepted where an accepted one stood before it.
  CASE WHEN s.first_accepted < s.number THEN s.accepted_at ELSE s.submitted_at END AS standing_since
FROM latest l LEFT JOIN counted s ON s.dossier_id = l.dossier_id AND s.element_code = l.element_code`;
