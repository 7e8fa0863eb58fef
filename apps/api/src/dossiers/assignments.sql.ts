// To which body and post elements are given: written as new numbers, never changed.
import { moment } from '../platform/db/moment.sql.ts';

/** $1 organisation · $2 body or null · $3 person or null. One row { bodyIsOpen, personIsActive }. */
export const assigneeSql = `SELECT
  EXISTS (SELECT 1 FROM body b WHERE b.organisation_id = $1 AND b.id = $2 AND b.archived_at IS NULL) AS "bodyIsOpen",
  EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = $1 AND m.person_id = $3 AND m.status = 'active') AS "personIsActive"`;

/**
 * $1 organisation · $2 dossier · $3 elements, text[] · $4 whether the body is said · $5 body · $6 whether the person is said · $7 person
 * · $8 by · $9 moment. Writes what differs; rows { element, isChanged, wasBody, wasPerson, body, person } for each element of the dossier among those named.
 */
export const assignSql = `WITH wanted AS (
  SELECT de.element_code, coalesce(latest.number, 0) AS number, latest.body_id AS was_body, latest.person_id AS was_person,
    CASE WHEN $4::boolean THEN $5::uuid ELSE coalesce(latest.body_id, own.body_id) END AS body_id,
    CASE WHEN $6::boolean THEN $7::uuid ELSE latest.person_id END AS person_id
  FROM dossier_element de
  LEFT JOIN LATERAL (SELECT a.number, a.body_id, a.person_id FROM element_assignment a
    WHERE a.organisation_id = de.organisation_id AND a.dossier_id = de.dossier_id AND a.element_code = de.element_code ORDER BY a.number DESC LIMIT 1) latest ON true
  LEFT JOIN membership own ON own.organisation_id = de.organisation_id AND own.person_id = $7::uuid
  WHERE de.organisation_id = $1 AND de.dossier_id = $2 AND de.element_code = ANY ($3::text[])
), written AS (
  INSERT INTO element_assignment (organisation_id, dossier_id, element_code, number, body_id, person_id, cause, assigned_by, assigned_at)
  SELECT $1, $2, w.element_code, w.number + 1, w.body_id, w.person_id, 'assigned', $8, $9 FROM wanted w
  WHERE (w.body_id, w.person_id) IS DISTINCT FROM (w.was_body, w.was_person) RETURNING element_code
)
SELECT w.element_code AS element, EXISTS (SELECT 1 FROM written x WHERE x.element_code = w.element_code) AS "isChanged",
  w.was_body AS "wasBody", w.was_person AS "wasPerson", w.body_id AS body, w.person_id AS person
FROM wanted w ORDER BY w.element_code`;

/** $1 organisation · $2 dossier · $3 element. Rows { found }: Assignment, newest first; where there is no such element, no row at all; where it was never given, one row with null. */
export const assignmentsSql = `SELECT CASE WHEN a.number IS NOT NULL THEN json_build_object('number', a.number,
  'body', CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name) END,
  'person', CASE WHEN a.person_id IS NOT NULL THEN json_build_object('id', a.person_id, 'name', coalesce(p.name, 'Former member')) END,
  'cause', a.cause, 'by', coalesce(giver.name, 'Former member'), 'at', ${moment('a.assigned_at')}) END AS found
FROM dossier_element de
LEFT JOIN element_assignment a ON a.organisation_id = de.organisation_id AND a.dossier_id = de.dossier_id AND a.element_code = de.element_code
LEFT JOIN body b ON b.organisation_id = a.organisation_id AND b.id = a.body_id
LEFT JOIN person p ON p.id = a.person_id
LEFT JOIN person giver ON giver.id = a.assigned_by
WHERE de.organisation_id = $1 AND de.dossier_id = $2 AND de.element_code = $3 ORDER BY a.number DESC LIMIT 100`;
