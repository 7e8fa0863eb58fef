// What the dossier service writes: one statement for each step.

/** $1 iso3. One row { name, status, isCrcParty }, or none. */
export const stateSql = 'SELECT name, status, is_crc_party AS "isCrcParty" FROM state WHERE iso3 = $1';

/** $1 organisation · $2 dossier. One row { status, isCrcParty, facts }, or none; the row stays locked, so that `facts` is what is replaced. */
export const holdSql = `SELECT s.status, s.is_crc_party AS "isCrcParty", d.facts FROM dossier d JOIN state s ON s.iso3 = d.iso3
WHERE d.organisation_id = $1 AND d.id = $2 FOR UPDATE OF d`;

const elements = (list: string) => `jsonb_to_recordset(${list}::jsonb) AS x(element text, applies boolean, ground text, reason text)`;

/**
 * The dossier and its elements together. $1 organisation · $2 id · $3 kind · $4 iso3 · $5 title · $6 catalogue version · $7 period from · $8 to
 * · $9 facts · $10 person · $11 moment · $12 elements [{ element, applies, ground, reason }].
 */
export const openSql = `WITH opened AS (
  INSERT INTO dossier (organisation_id, id, kind, iso3, title, catalogue_version, period_from, period_to, facts, opened_by, opened_at)
  VALUES ($1, $2, $3::dossier_kind, $4, $5, $6, $7::date, $8::date, $9::jsonb, $10, $11) RETURNING organisation_id, id
)
INSERT INTO dossier_element (organisation_id, dossier_id, element_code, applies, ground, reason)
SELECT opened.organisation_id, opened.id, x.element, x.applies, x.ground::ground, x.reason FROM opened CROSS JOIN ${elements('$12')}`;

/** Keeps what the dossier now says as the revision of its version. $1 organisation · $2 dossier · $3 person · $4 moment. */
export const keepRevisionSql = `INSERT INTO dossier_revision (organisation_id, dossier_id, version, title, period_from, period_to, facts, shelf_life, elements, recorded_by, recorded_at)
SELECT d.organisation_id, d.id, d.version, d.title, d.period_from, d.period_to, d.facts, d.shelf_life,
  (SELECT jsonb_agg(jsonb_build_object('element', de.element_code, 'applies', de.applies, 'ground', de.ground, 'reason', de.reason) ORDER BY de.element_code)
   FROM dossier_element de WHERE de.organisation_id = d.organisation_id AND de.dossier_id = d.id), $3, $4
FROM dossier d WHERE d.organisation_id = $1 AND d.id = $2`;

/** Gives elements out when a dossier is opened. $1 organisation · $2 dossier · $3 [{ element, person }] · $4 by · $5 moment. A row for each; none for who is no active member. */
export const dealSql = `INSERT INTO element_assignment (organisation_id, dossier_id, element_code, number, body_id, person_id, cause, assigned_by, assigned_at)
SELECT $1, $2, x.element, 1, m.body_id, m.person_id, 'assigned', $4, $5 FROM jsonb_to_recordset($3::jsonb) AS x(element text, person uuid)
JOIN membership m ON m.organisation_id = $1 AND m.person_id = x.person AND m.status = 'active' RETURNING element_code`;

/** $1 organisation · $2 dossier · $3 version seen · $4 facts. One row { version }, or none where the version is no longer the newest. */
export const reviseSql = `UPDATE dossier SET facts = $4::jsonb, version = version + 1 WHERE organisation_id = $1 AND id = $2 AND version = $3 RETURNING version`;

/** $1 organisation · $2 dossier · $3 elements. Changes only what differs; rows { element, applies }. */
export const applySql = `UPDATE dossier_element de SET applies = x.applies, ground = x.ground::ground, reason = x.reason FROM ${elements('$3')}
WHERE de.organisation_id = $1 AND de.dossier_id = $2 AND de.element_code = x.element
  AND (de.applies, de.ground, de.reason) IS DISTINCT FROM (x.applies, x.ground::ground, x.reason)
RETURNING de.element_code AS element, de.applies`;

/** $1 organisation · $2 dossier · $3 version seen · $4 shelf life. One row { version, before }, or none where the version is no longer the newest. */
export const reviseShelfLifeSql = `UPDATE dossier d SET shelf_life = $4::jsonb, version = d.version + 1 FROM dossier old
WHERE d.organisation_id = $1 AND d.id = $2 AND d.version = $3 AND old.organisation_id = d.organisation_id AND old.id = d.id RETURNING d.version, old.shelf_life AS before`;

/** Computes anew from which day each piece of a dossier is out of date. $1 organisation · $2 dossier. One row for each piece whose day moved. */
export const shelveAnewSql = `UPDATE evidence e SET out_of_date_on = shelved.day
FROM (SELECT x.id, app.out_of_date_on(x.kind::text, x.dated_on, x.in_force_to, x.period_to, x.review_by, d.shelf_life) AS day
  FROM evidence x JOIN dossier d ON d.organisation_id = x.organisation_id AND d.id = x.dossier_id WHERE x.organisation_id = $1 AND x.dossier_id = $2) shelved
WHERE e.organisation_id = $1 AND e.id = shelved.id AND e.out_of_date_on IS DISTINCT FROM shelved.day RETURNING e.id`;
