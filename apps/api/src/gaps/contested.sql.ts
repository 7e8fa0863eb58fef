// What the published dossiers on a State say of each element, read in the public's own role: nothing unpublished is within its reach.
import type { Position } from './contest.rules.ts';

const stands = 'NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = p.organisation_id AND w.publication_id = p.id)';
/** Dossiers that are held beside one's own at most. */
const most = 60;

/** One dossier by its newest release. */
export interface PublishedRow {
  dossier: string;
  organisation: string;
  /** Moment, ISO 8601. */
  publishedAt: string;
  positions: (Omit<Position, 'dossier'> & { code: string })[];
}
export interface ContestedRow {
  stamp: string;
  /** Null where the stamp is the one that the asker knows. */
  published: PublishedRow[] | null;
}

/**
 * $1 organisation · $2 dossier · $3 moment, or null for now · $4 stamp that the asker knows, or null. One row of ContestedRow: one's own dossier and the others
 * on its State; none of them where it has no release that stands. A release withdrawn since is out of reach for the past too.
 */
export const contestedSql = `WITH ours AS MATERIALIZED (
  SELECT p.iso3 FROM publication p WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid AND ${stands} LIMIT 1
), stamped AS MATERIALIZED (
  SELECT (SELECT count(*) FROM publication p JOIN ours ON ours.iso3 = p.iso3) || '-' || (SELECT count(*) FROM publication_withdrawal w
    JOIN publication p ON p.organisation_id = w.organisation_id AND p.id = w.publication_id JOIN ours ON ours.iso3 = p.iso3) AS stamp
)
SELECT stamped.stamp, CASE WHEN stamped.stamp IS DISTINCT FROM $4::text THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('dossier', n.dossier_id, 'organisation', n.organisation_name, 'publishedAt', to_char(n.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'positions', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', e->'code', 'applies', e->'applies', 'law', e->'law', 'practice', e->'practice', 'cited', jsonb_array_length(e->'citations'))), '[]')
      FROM jsonb_array_elements(c.content::jsonb->'elements') e)) ORDER BY n.published_at, n.id), '[]')
  FROM (SELECT * FROM (SELECT DISTINCT ON (p.organisation_id, p.dossier_id) p.* FROM publication p JOIN ours ON ours.iso3 = p.iso3
      WHERE ($3::timestamptz IS NULL OR p.published_at <= $3::timestamptz) AND ${stands} ORDER BY p.organisation_id, p.dossier_id, p.number DESC) every
    ORDER BY every.dossier_id = $2::uuid DESC, every.published_at DESC LIMIT ${most}) n
  JOIN publication_content c ON c.organisation_id = n.organisation_id AND c.publication_id = n.id) END AS published
FROM stamped`;
