import { moment } from '../../platform/db/moment.sql.ts';

/** $1 organisation · $2 dossier · $3 piece. One row { kind, isWithdrawn, version, rows, recordedAt, recordedBy }, or none where there is no such piece. */
export const figuresSql = `
SELECT e.kind, e.withdrawn_at IS NOT NULL AS "isWithdrawn", coalesce(f.number, 0) AS version, coalesce(f.figures, '[]') AS rows, ${moment('f.recorded_at')} AS "recordedAt",
  (SELECT p.name FROM person p WHERE p.id = f.recorded_by) AS "recordedBy"
FROM evidence e LEFT JOIN LATERAL (SELECT * FROM evidence_figures f WHERE f.organisation_id = e.organisation_id AND f.evidence_id = e.id ORDER BY f.number DESC LIMIT 1) f ON true
WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $3::uuid`;

/** Holds the piece until the transaction ends, so that of two writers the second sees what the first wrote. $1 organisation · $2 dossier · $3 piece. */
export const holdSql = 'SELECT 1 FROM evidence WHERE organisation_id = $1 AND dossier_id = $2 AND id = $3 FOR UPDATE';

/** $1 organisation · $2 piece · $3 number · $4 dossier · $5 rows · $6 by · $7 now. */
export const recordSql = `INSERT INTO evidence_figures (organisation_id, evidence_id, number, dossier_id, figures, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`;

/**
 * What an annex is made of. $1 organisation · $2 dossier · $3 whether restricted pieces are taken in.
 * One row { head, sources, restricted, elements, cutOff }, none where there is no such dossier. Sources: the newest figures first.
 */
export const annexSql = `WITH newest AS (
  SELECT DISTINCT ON (f.evidence_id) f.evidence_id, f.figures, f.recorded_at FROM evidence_figures f
  WHERE f.organisation_id = $1::uuid AND f.dossier_id = $2::uuid ORDER BY f.evidence_id, f.number DESC
), standing AS (
  SELECT e.id, e.title, e.citation, e.originator, e.confidentiality, e.dated_on, n.figures, n.recorded_at FROM newest n JOIN evidence e ON e.organisation_id = $1::uuid AND e.id = n.evidence_id
  WHERE e.withdrawn_at IS NULL AND e.kind = 'statistics' AND jsonb_array_length(n.figures) > 0
)
SELECT json_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'iso3', d.iso3, 'stateName', s.name, 'organisation', o.name) AS head,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title, 'citation', x.citation, 'originator', x.originator, 'confidentiality', x.confidentiality,
    'datedOn', x.dated_on, 'rows', x.figures) ORDER BY x.recorded_at DESC, x.id) FROM standing x WHERE x.confidentiality <> 'restricted' OR $3::boolean), '[]') AS sources,
  (SELECT count(*)::int FROM standing x WHERE x.confidentiality = 'restricted') AS restricted,
  (SELECT jsonb_object_agg(el.code, jsonb_build_object('citation', el.citation, 'title', el.title, 'article', el.article)) FROM element el) AS elements,
  ${moment(`(SELECT max(x.recorded_at) FROM standing x WHERE x.confidentiality <> 'restricted' OR $3::boolean)`)} AS "cutOff"
FROM dossier d JOIN state s ON s.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id
WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
