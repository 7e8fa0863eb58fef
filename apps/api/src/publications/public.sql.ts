// What the public reads, in its own role: releases and what stands in the place of withdrawn ones.
import { moment } from '../platform/db/moment.sql.ts';

/** Fields of PublicRelease, for jsonb_build_object, over `p` and what `withWithdrawal` joins. */
export const publicRelease = `'id', p.id, 'number', p.number, 'state', p.iso3, 'treaty', p.treaty,
  'organisation', jsonb_build_object('id', p.organisation_id, 'name', p.organisation_name, 'kind', p.organisation_kind), 'dossier', p.dossier_id, 'kind', p.dossier_kind,
  'language', p.language, 'sha256', p.sha256, 'publishedAt', ${moment('p.published_at')}, 'erratumOf', p.erratum_of,
  'signature', CASE WHEN p.signature IS NOT NULL THEN jsonb_build_object('key', p.signing_key, 'value', p.signature) END,
  'withdrawn', CASE WHEN w.reason IS NOT NULL THEN jsonb_build_object('at', ${moment('w.withdrawn_at')}, 'reason', w.reason) END,
  'coverage', CASE WHEN w.reason IS NULL THEN c.coverage END, 'articles', CASE WHEN w.reason IS NULL THEN c.articles END`;
export const withWithdrawal = `LEFT JOIN publication_withdrawal w ON w.organisation_id = p.organisation_id AND w.publication_id = p.id
  LEFT JOIN publication_content c ON c.organisation_id = p.organisation_id AND c.publication_id = p.id`;

const filtered = `p.iso3 = coalesce($1::char(3), p.iso3) AND p.organisation_id = coalesce($2::uuid, p.organisation_id)
  AND p.dossier_id = coalesce($3::uuid, p.dossier_id)`;
/** $1 State or null · $2 organisation or null · $3 dossier or null · $4 limit · $5 offset. One row { items, total }. */
export const releasesSql = `SELECT (SELECT coalesce(jsonb_agg(t.release ORDER BY t.published_at DESC, t.id), '[]') FROM (
    SELECT p.id, p.published_at, jsonb_build_object(${publicRelease}) AS release FROM publication p ${withWithdrawal}
    WHERE ${filtered} ORDER BY p.published_at DESC, p.id LIMIT $4::int OFFSET $5::int) t) AS items,
  (SELECT count(*)::int FROM publication p WHERE ${filtered}) AS total`;

/** $1 release. One row { number, sha256, content, reason, withdrawnAt }: `content` is null once it is withdrawn. */
export const releaseSql = `SELECT p.number, p.sha256, c.content, w.reason, ${moment('w.withdrawn_at')} AS "withdrawnAt" FROM publication p ${withWithdrawal} WHERE p.id = $1::uuid`;
