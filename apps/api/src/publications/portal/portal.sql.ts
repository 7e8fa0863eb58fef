// What the pages of the public read, one statement each, in the public's own role.
import { statesSql } from '../../treaties/states.sql.ts';
import { publicRelease, withWithdrawal } from '../public.sql.ts';
import { sayings, statementsWhere } from '../statements/said.sql.ts';

const stands = 'NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = p.organisation_id AND w.publication_id = p.id)';
/** Releases, withdrawals and statements are only ever added: their counts tell whether anything has changed. One row { stamp }. */
export const stampSql = `SELECT (SELECT count(*) FROM publication) || '-' || (SELECT count(*) FROM publication_withdrawal) || '-' || (SELECT count(*) FROM publication_statement) AS stamp`;

/** One row for each State, with the number of dossiers that have a release that stands. */
export const listSql = `WITH listed AS (${statesSql})
SELECT l.*, (SELECT count(DISTINCT (p.organisation_id, p.dossier_id))::int FROM publication p WHERE p.iso3 = l.iso3 AND ${stands}) AS published
FROM listed l ORDER BY l."isInvented", l.name, l.iso3`;

/** Dossiers of one State that its pages set side by side at most. */
const mostDossiers = 60;
/** $1 State. The newest release that stands of each dossier, with its parsed content; those of the State itself first. */
export const newest = `newest AS MATERIALIZED (
  SELECT n.*, c.coverage, c.content::jsonb AS content FROM (SELECT DISTINCT ON (p.organisation_id, p.dossier_id) p.* FROM publication p WHERE p.iso3 = $1 AND ${stands}
    ORDER BY p.organisation_id, p.dossier_id, p.number DESC) n
  JOIN publication_content c ON c.organisation_id = n.organisation_id AND c.publication_id = n.id
  ORDER BY n.dossier_kind, n.published_at DESC LIMIT ${mostDossiers})`;
const head = `'id', n.id, 'number', n.number, 'organisation', n.organisation_name, 'organisationKind', n.organisation_kind, 'dossier', n.dossier_id, 'kind', n.dossier_kind,
  'publishedAt', to_char(n.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'sha256', n.sha256, 'coverage', n.coverage, 'asOf', n.content->>'asOf',
  'title', n.content #>> '{dossier,title}', 'articles', n.content #> '{parts,articles}', 'hasMatrix', n.content ? 'criminalisation'`;
/** Fields of a position on an element `e`. */
export const position = `'code', e->'code', 'applies', e->'applies', 'law', e->'law', 'practice', e->'practice', 'lawProof', e->'lawProof', 'practiceProof', e->'practiceProof',
  'asOf', e->'asOf', 'cited', jsonb_array_length(e->'citations')`;
const inOrder = 'ORDER BY n.dossier_kind, n.published_at DESC, n.id';

/** $1 State. One row { state, releases, dossiers, said }, or none. */
export const stateSql = `WITH st AS (${statesSql} WHERE s.iso3 = $1), ${newest}
SELECT to_jsonb(st) AS state,
  (SELECT coalesce(jsonb_agg(t.release ORDER BY t.published_at DESC, t.id), '[]') FROM (SELECT p.id, p.published_at, jsonb_build_object(${publicRelease}) AS release
    FROM publication p ${withWithdrawal} WHERE p.iso3 = $1 ORDER BY p.published_at DESC, p.id LIMIT 500) t) AS releases,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${head},
    'elements', (SELECT coalesce(jsonb_agg(jsonb_build_object(${position})), '[]') FROM jsonb_array_elements(n.content->'elements') e)) ${inOrder}), '[]') FROM newest n) AS dossiers,
  ${sayings} AS said
FROM st`;

/** $1 State · $2 obligation. One row { state, dossiers, statements }, or none; of evidence only what these elements cite. */
export const obligationSql = `WITH st AS (${statesSql} WHERE s.iso3 = $1), ${newest}
SELECT to_jsonb(st) AS state,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${head},
    'elements', (SELECT coalesce(jsonb_agg(e), '[]') FROM jsonb_array_elements(n.content->'elements') e WHERE e->>'obligation' = $2),
    'evidence', (SELECT coalesce(jsonb_agg(v), '[]') FROM jsonb_array_elements(n.content->'evidence') v WHERE v->'ref' IN
      (SELECT c->'ref' FROM jsonb_array_elements(n.content->'elements') e, jsonb_array_elements(e->'citations') c WHERE e->>'obligation' = $2))) ${inOrder}), '[]') FROM newest n) AS dossiers,
  ${statementsWhere('s.iso3 = $1 AND s.obligation_code = $2')} AS statements
FROM st`;

/** $1 State. One row { state, dossiers }, or none; of dossiers those that publish their criminalisation matrix. */
export const matricesSql = `WITH st AS (${statesSql} WHERE s.iso3 = $1), ${newest}
SELECT to_jsonb(st) AS state,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${head}, 'criminalisation', n.content->'criminalisation') ${inOrder}), '[]') FROM newest n WHERE n.content ? 'criminalisation') AS dossiers
FROM st`;

/** $1 release. One row { release, stateName, content, siblings }, or none; `content` is null once it is withdrawn. */
export const releaseSql = `SELECT jsonb_build_object(${publicRelease}) AS release, s.name AS "stateName", c.content,
  (SELECT jsonb_agg(t.release ORDER BY t.number DESC) FROM (SELECT p.number, jsonb_build_object(${publicRelease}) AS release FROM publication p ${withWithdrawal}
    WHERE p.organisation_id = o.organisation_id AND p.dossier_id = o.dossier_id ORDER BY p.number DESC LIMIT 200) t) AS siblings
FROM publication o JOIN publication p ON p.organisation_id = o.organisation_id AND p.id = o.id ${withWithdrawal} JOIN state s ON s.iso3 = p.iso3 WHERE o.id = $1::uuid`;

/** Every release that stands, for search engines: rows { id, iso3, publishedAt }. */
export const sitemapSql = `SELECT p.id, p.iso3, to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn" FROM publication p WHERE ${stands} ORDER BY p.published_at DESC, p.id LIMIT 40000`;
