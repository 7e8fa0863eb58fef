// Work passes on when somebody leaves: a new number for each element that was the leaver's.

/** $1 organisation. Holds every dossier of it, so that nothing is given to somebody who is just leaving. */
export const holdDossiersSql = 'SELECT id FROM dossier WHERE organisation_id = $1 ORDER BY id FOR NO KEY UPDATE';

/**
 * $1 organisation · $2 leaver · $3 successor or null · $4 by · $5 moment. The body stays; where an element had none, it is
 * the leaver's own, so that the work stays with the post. Rows { dossier, element }.
 */
export const passOnSql = `WITH latest AS (
  SELECT DISTINCT ON (a.dossier_id, a.element_code) a.dossier_id, a.element_code, a.number, a.body_id, a.person_id
  FROM element_assignment a WHERE a.organisation_id = $1 ORDER BY a.dossier_id, a.element_code, a.number DESC
)
INSERT INTO element_assignment (organisation_id, dossier_id, element_code, number, body_id, person_id, cause, assigned_by, assigned_at)
SELECT $1, l.dossier_id, l.element_code, l.number + 1, coalesce(l.body_id, m.body_id), $3::uuid, 'handed_over', $4, $5
FROM latest l JOIN membership m ON m.organisation_id = $1 AND m.person_id = $2 WHERE l.person_id = $2
RETURNING dossier_id AS dossier, element_code AS element`;

/** $1 organisation · $2 person. One row { id, name } of an active member, or none. */
export const successorSql = `SELECT p.id, p.name FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.organisation_id = $1 AND m.person_id = $2 AND m.status = 'active'`;
