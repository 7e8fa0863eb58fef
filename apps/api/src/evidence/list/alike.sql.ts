/** Pairs of titles that are compared letter by letter; beyond, only those that say the same are found. */
const mostPairs = 400_000;

/**
 * $1 organisation · $2 dossier · $3 [{ n, title, sha256 }] · $4 piece that is asked about itself, or null.
 * Rows { n, items }: for each thing asked, at most three pieces: with the same file anywhere in the organisation, or in the dossier with a
 * title that says the same, or nearly (trigrams, and the same numbers: "Budget 2025" is not "Budget 2026"). Erased and withdrawn pieces are left out.
 */
export const alikeSql = `
WITH asked AS MATERIALIZED (
  SELECT x.n, app.title_key(x.title) AS key, x.sha256 FROM jsonb_to_recordset($3::jsonb) AS x(n int, title text, sha256 text[])
), few AS MATERIALIZED (
  SELECT (SELECT count(*) FROM asked WHERE key <> '') * (SELECT count(*) FROM evidence WHERE organisation_id = $1::uuid AND dossier_id = $2::uuid) <= ${mostPairs} AS is_so
), near AS (
  SELECT a.n, f.evidence_id, 'same_file' AS because, 3::real AS nearness
  FROM asked a JOIN evidence_file f ON f.organisation_id = $1::uuid AND f.sha256 = ANY (a.sha256)
  WHERE NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = f.organisation_id AND x.file_id = f.id)
  UNION ALL
  SELECT a.n, e.id, 'same_title', 2 FROM asked a JOIN evidence e ON e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.title_key = a.key WHERE a.key <> ''
  UNION ALL
  SELECT a.n, e.id, 'like_title', similarity(e.title_key, a.key)
  FROM asked a JOIN evidence e ON e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.title_key <> a.key
  WHERE (SELECT is_so FROM few) AND a.key <> '' AND similarity(e.title_key, a.key) >= 0.6
    AND regexp_replace(e.title_key, '[^0-9]+', ' ', 'g') = regexp_replace(a.key, '[^0-9]+', ' ', 'g')
), best AS (
  SELECT DISTINCT ON (n, evidence_id) * FROM near WHERE evidence_id IS DISTINCT FROM $4::uuid ORDER BY n, evidence_id, nearness DESC
), placed AS (
  SELECT b.n, b.nearness, row_number() OVER (PARTITION BY b.n ORDER BY b.nearness DESC, e.added_at, e.id) AS place,
    jsonb_build_object('evidence', e.id, 'dossier', e.dossier_id, 'dossierTitle', d.title, 'title', e.title, 'originator', e.originator, 'because', b.because) AS piece
  FROM best b JOIN evidence e ON e.organisation_id = $1::uuid AND e.id = b.evidence_id
  JOIN dossier d ON d.organisation_id = e.organisation_id AND d.id = e.dossier_id
  WHERE e.withdrawn_at IS NULL AND e.erased_at IS NULL
)
SELECT n, jsonb_agg(piece ORDER BY place) AS items FROM placed WHERE place <= 3 GROUP BY n`;

/** $1 organisation · $2 dossier · $3 piece. One row { title, sha256 }: what its likes are asked by. */
export const ownSql = `
SELECT e.title, coalesce((SELECT array_agg(f.sha256) FROM evidence_file f WHERE f.organisation_id = e.organisation_id AND f.evidence_id = e.id
  AND NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = f.organisation_id AND x.file_id = f.id)), '{}') AS sha256
FROM evidence e WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $3::uuid`;
