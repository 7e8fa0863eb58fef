// What the published dossiers on a State say of each element, read in the public's own role: nothing unpublished is within its reach.
import type { Position } from './contest.rules.ts';
import { counting, newest, standing, stands } from './counting.sql.ts';

/** Dossiers that are held beside one's own at most. */
const most = 60;

/** One dossier by the releases that count. */
export interface PublishedRow {
  dossier: string;
  organisation: string;
  /** `publishedAt`: of the release that counts for the element; moment, ISO 8601. */
  positions: (Omit<Position, 'dossier'> & { code: string; publishedAt: string; contributedBy: string | null })[];
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
), ${standing('p.iso3 = (SELECT iso3 FROM ours) AND ($3::timestamptz IS NULL OR p.published_at <= $3::timestamptz)')},
${newest(most, 's.dossier_id = $2::uuid DESC, s.published_at DESC')},
${counting('newest')},
told AS MATERIALIZED (SELECT c.organisation_id, c.dossier_id, jsonb_agg(jsonb_build_object('code', c.code, 'applies', c.position->'applies', 'law', c.position->'law', 'practice', c.position->'practice',
    'cited', c.position->'cited', 'contributedBy', c.position->'contributedBy', 'publishedAt', to_char(c.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) AS positions FROM counting c GROUP BY 1, 2)
SELECT stamped.stamp, CASE WHEN stamped.stamp IS DISTINCT FROM $4::text THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('dossier', n.dossier_id, 'organisation', n.organisation_name, 'positions', t.positions) ORDER BY n.published_at, n.id), '[]')
  FROM newest n JOIN told t ON t.organisation_id = n.organisation_id AND t.dossier_id = n.dossier_id) END AS published
FROM stamped`;
