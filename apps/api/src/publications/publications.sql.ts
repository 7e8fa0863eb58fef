// Releases as their organisation keeps them. Everything is only added.
import { personName } from '../people/person-name.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';
import { publicRelease, withWithdrawal } from './public.sql.ts';

const shown = `${publicRelease}, 'parts', (c.content::jsonb)->'parts', 'note', coalesce((c.content::jsonb)->>'note', ''),
  'corrects', (SELECT e.number FROM publication e WHERE e.organisation_id = p.organisation_id AND e.id = p.erratum_of),
  'acts', (SELECT coalesce(jsonb_agg(jsonb_build_object('act', a.act, 'by', ${personName('a.by')}, 'at', ${moment('a.at')}) ORDER BY a.at, a.act DESC), '[]')
    FROM publication_act a WHERE a.organisation_id = p.organisation_id AND a.publication_id = p.id)`;

/** $1 organisation · $2 dossier · $3 limit · $4 offset. One row { items, total }, or none where there is no such dossier. */
export const listSql = `SELECT (SELECT coalesce(jsonb_agg(t.release ORDER BY t.number DESC), '[]') FROM (
    SELECT p.number, jsonb_build_object(${shown}) AS release FROM publication p ${withWithdrawal}
    WHERE p.organisation_id = d.organisation_id AND p.dossier_id = d.id ORDER BY p.number DESC LIMIT $3::int OFFSET $4::int) t) AS items,
  (SELECT count(*)::int FROM publication p WHERE p.organisation_id = d.organisation_id AND p.dossier_id = d.id) AS total
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 release. One row { release }, or none. */
export const oneSql = `SELECT jsonb_build_object(${shown}) AS release FROM publication p ${withWithdrawal}
WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid AND p.id = $3::uuid`;

/** $1 organisation · $2 dossier. One row { number, sha256 }: the last number given, and of what the newest release that stands was made; none where there is none. */
export const newestSql = `SELECT max(p.number) AS number, (SELECT q.preview_sha256 FROM publication q WHERE q.organisation_id = $1::uuid AND q.dossier_id = $2::uuid
  AND NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = q.organisation_id AND w.publication_id = q.id) ORDER BY q.number DESC LIMIT 1) AS "previewSha256"
FROM publication p WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid`;

/** $1 organisation · $2 id · $3 dossier · $4 number · $5 iso3 · $6 name · $7 kind · $8 kind of dossier · $9 language · $10 sha256 · $11 sha256 of the preview · $12 erratum of · $13 key · $14 signature · $15 now. */
export const publishSql = `INSERT INTO publication (organisation_id, id, dossier_id, number, iso3, treaty, organisation_name, organisation_kind, dossier_kind, language, sha256, preview_sha256, erratum_of, signing_key, signature, published_at)
VALUES ($1, $2, $3, $4, $5, 'opsc', $6, $7, $8::dossier_kind, $9, $10, $11, $12, $13, $14, $15)`;
/** $1 organisation · $2 release · $3 content · $4 coverage. */
export const contentSql = 'INSERT INTO publication_content (organisation_id, publication_id, content, coverage) VALUES ($1, $2, $3, $4)';
/** $1 organisation · $2 release · $3 act · $4 by · $5 now. */
export const actSql = 'INSERT INTO publication_act (organisation_id, publication_id, act, by, at) VALUES ($1, $2, $3, $4, $5)';
/** $1 organisation · $2 release · $3 reason · $4 now. */
export const withdrawSql = 'INSERT INTO publication_withdrawal (organisation_id, publication_id, reason, withdrawn_at) VALUES ($1, $2, $3, $4)';
