// What a person follows. Row-level security shows it to that person alone.
import { moment } from '../../platform/db/moment.sql.ts';

/** Rows of Follow, the latest first: $1 organisation · $2 person · $3 one of them, or null for all · $4 at most. */
export const followsSql = `SELECT f.id, CASE WHEN f.element_code IS NOT NULL THEN 'element' WHEN f.dossier_id IS NOT NULL THEN 'dossier' ELSE 'state' END AS kind, f.iso3, s.name AS "stateName",
  f.dossier_id AS dossier, d.title, f.published_by AS "publishedBy", f.element_code AS element, ${moment('f.since')} AS since
FROM follow f JOIN state s ON s.iso3 = f.iso3 LEFT JOIN dossier d ON d.organisation_id = f.organisation_id AND d.id = f.dossier_id
WHERE f.organisation_id = $1 AND f.person_id = $2 AND ($3::uuid IS NULL OR f.id = $3) ORDER BY f.since DESC, f.id LIMIT $4`;

/** $1 State. */
export const stateSql = 'SELECT iso3 FROM state WHERE iso3 = $1';
/** $1 organisation · $2 dossier. One row where it is one of the organisation's own. */
export const ownDossierSql = 'SELECT iso3, NULL AS "publishedBy" FROM dossier WHERE organisation_id = $1 AND id = $2';
/** $1 dossier. One row where somebody published it; in the public's role. */
export const publishedDossierSql =
  'SELECT p.iso3, p.organisation_name AS "publishedBy" FROM publication p WHERE p.dossier_id = $1 ORDER BY p.number DESC LIMIT 1';

/** $1 organisation · $2 person · $3 id · $4 State · $5 dossier · $6 element · $7 who publishes it · $8 now. Nothing is added where it is followed already. */
export const followSql = `INSERT INTO follow (organisation_id, person_id, id, iso3, dossier_id, element_code, published_by, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ON CONSTRAINT follow_once DO NOTHING`;
/** $1 organisation · $2 person · $3 State · $4 dossier · $5 element. One row { id, total }: the one followed, among how many. */
export const followedSql = `SELECT f.id, (SELECT count(*)::int FROM follow a WHERE a.organisation_id = $1 AND a.person_id = $2) AS total FROM follow f
WHERE f.organisation_id = $1 AND f.person_id = $2 AND f.iso3 = $3 AND f.dossier_id IS NOT DISTINCT FROM $4::uuid AND f.element_code IS NOT DISTINCT FROM $5`;
/** $1 organisation · $2 person · $3 id. One row where it was followed. */
export const unfollowSql = 'DELETE FROM follow WHERE organisation_id = $1 AND person_id = $2 AND id = $3 RETURNING id';
