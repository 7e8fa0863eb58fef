// What the pages of the public read, one statement each, in the public's own role.
import { counting, newest, standing, stands } from '../../gaps/counting.sql.ts';
import { statesSql } from '../../treaties/states.sql.ts';
import { publicRelease, withWithdrawal } from '../public.sql.ts';
import { sayings, statementsWhere } from '../statements/said.sql.ts';

/** Releases, withdrawals and statements are only ever added: their counts tell whether anything has changed. One row { stamp }. */
export const stampSql = `SELECT (SELECT count(*) FROM publication) || '-' || (SELECT count(*) FROM publication_withdrawal) || '-' || (SELECT count(*) FROM publication_statement) || '-' || (SELECT count(*) FROM publication_statement_withdrawal) AS stamp`;

/** One row for each State, with the number of dossiers that have a release that stands. */
export const listSql = `WITH listed AS (${statesSql})
SELECT l.*, (SELECT count(DISTINCT (p.organisation_id, p.dossier_id))::int FROM publication p WHERE p.iso3 = l.iso3 AND ${stands}) AS published
FROM listed l ORDER BY l."isInvented", l.name, l.iso3`;

/** Dossiers of one State that its pages set side by side at most. */
const mostDossiers = 60;
const sameDossier = (one: string, other: string) => `${one}.organisation_id = ${other}.organisation_id AND ${one}.dossier_id = ${other}.dossier_id`;
const withContent = (one: string) => `publication_content c ON c.organisation_id = ${one}.organisation_id AND c.publication_id = ${one}.id`;
/** $1 State. The dossiers on it, and what counts of each; `only`: a text[] of elements. */
export const onState = (only: string | null = null) => `${standing('p.iso3 = $1')}, ${newest(mostDossiers)}, ${counting('newest', only)}`;
/** `shown`: of each dossier its newest release and those that count for something, with their parsed content. */
const shown = `shown AS MATERIALIZED (SELECT s.*, c.coverage, c.content::jsonb AS content FROM standing s JOIN newest d ON ${sameDossier('d', 's')} JOIN ${withContent('s')}
  WHERE s.place = 1 OR s.id IN (SELECT id FROM counting))`;
const head = (
  n: string,
) => `'id', ${n}.id, 'number', ${n}.number, 'organisation', ${n}.organisation_name, 'organisationKind', ${n}.organisation_kind, 'dossier', ${n}.dossier_id, 'kind', ${n}.dossier_kind,
  'publishedAt', to_char(${n}.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'sha256', ${n}.sha256, 'coverage', ${n}.coverage, 'asOf', ${n}.content->>'asOf',
  'title', ${n}.content #>> '{dossier,title}', 'articles', ${n}.content #> '{parts,articles}'`;
const counts = `'counts', (SELECT jsonb_agg(jsonb_build_object(${head('r')}) ORDER BY r.number DESC) FROM shown r WHERE ${sameDossier('r', 'n')})`;
const inOrder = 'ORDER BY n.dossier_kind, n.published_at DESC, n.id';
/** Whether a release publishes its criminalisation matrix; within a text of canonical JSON a quotation mark is escaped, so that nothing else reads so. */
const holdsMatrix = `strpos(c.content, '"criminalisation":{') > 0`;

/** `told`: of each dossier what counts on every element, as a list of positions with their release. */
export const positionsTold = `told AS MATERIALIZED (SELECT c.organisation_id, c.dossier_id, jsonb_agg(c.position || jsonb_build_object('code', c.code, 'release', c.id)) AS elements FROM counting c GROUP BY 1, 2)`;
export const toldOf = `coalesce((SELECT t.elements FROM told t WHERE ${sameDossier('t', 'n')}), '[]')`;

/** $1 State. One row { state, releases, dossiers, said }, or none. */
export const stateSql = `WITH st AS (${statesSql} WHERE s.iso3 = $1), ${onState()}, ${shown}, ${positionsTold}
SELECT to_jsonb(st) AS state,
  (SELECT coalesce(jsonb_agg(t.release ORDER BY t.published_at DESC, t.id), '[]') FROM (SELECT p.id, p.published_at, jsonb_build_object(${publicRelease}) AS release
    FROM publication p ${withWithdrawal} WHERE p.iso3 = $1 ORDER BY p.published_at DESC, p.id LIMIT 500) t) AS releases,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${head('n')}, ${counts}, 'elements', ${toldOf},
    'hasMatrix', n.content ? 'criminalisation' OR n.of_dossier > 1 AND EXISTS (SELECT 1 FROM standing s JOIN ${withContent('s')} WHERE ${sameDossier('s', 'n')} AND ${holdsMatrix})) ${inOrder}), '[]')
    FROM shown n WHERE n.place = 1) AS dossiers,
  ${sayings} AS said
FROM st`;

/** $1 State · $2 obligation · $3 its elements, text[]. One row { state, dossiers, statements }, or none; of evidence only what these elements cite. */
export const obligationSql = `WITH st AS (${statesSql} WHERE s.iso3 = $1), ${onState('$3::text[]')}, ${shown},
judged AS MATERIALIZED (SELECT r.organisation_id, r.dossier_id, r.id, e.value AS element FROM shown r CROSS JOIN jsonb_array_elements(r.content->'elements') e JOIN counting c ON c.id = r.id AND c.code = e.value->>'code'),
cited AS MATERIALIZED (SELECT DISTINCT j.id, c.value->'ref' AS ref FROM judged j CROSS JOIN jsonb_array_elements(j.element->'citations') c),
pieces AS MATERIALIZED (SELECT r.organisation_id, r.dossier_id, v.value || jsonb_build_object('release', r.id) AS piece FROM shown r CROSS JOIN jsonb_array_elements(r.content->'evidence') v
  JOIN cited c ON c.id = r.id AND c.ref = v.value->'ref')
SELECT to_jsonb(st) AS state,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${head('n')}, ${counts},
    'elements', (SELECT coalesce(jsonb_agg(j.element || jsonb_build_object('release', j.id)), '[]') FROM judged j WHERE ${sameDossier('j', 'n')}),
    'evidence', (SELECT coalesce(jsonb_agg(v.piece), '[]') FROM pieces v WHERE ${sameDossier('v', 'n')})) ${inOrder}), '[]') FROM shown n WHERE n.place = 1) AS dossiers,
  ${statementsWhere('s.iso3 = $1 AND s.obligation_code = $2')} AS statements
FROM st`;

/** $1 State. One row { state, dossiers }, or none; of dossiers those with a matrix, each by its newest release that stands and holds one. */
export const matricesSql = `WITH st AS (${statesSql} WHERE s.iso3 = $1), ${standing('p.iso3 = $1')}, ${newest(mostDossiers)},
holding AS MATERIALIZED (SELECT DISTINCT ON (s.organisation_id, s.dossier_id) s.*, c.coverage, c.content FROM standing s JOIN newest d ON ${sameDossier('d', 's')} JOIN ${withContent('s')}
  WHERE ${holdsMatrix} ORDER BY s.organisation_id, s.dossier_id, s.number DESC),
parsed AS MATERIALIZED (SELECT h.id, h.content::jsonb AS content FROM holding h)
SELECT to_jsonb(st) AS state,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${head('n')}, 'criminalisation', n.content->'criminalisation') ${inOrder}), '[]')
    FROM (SELECT h.organisation_id, h.id, h.number, h.organisation_name, h.organisation_kind, h.dossier_id, h.dossier_kind, h.published_at, h.sha256, h.coverage, j.content
      FROM holding h JOIN parsed j ON j.id = h.id) n) AS dossiers
FROM st`;

/** $1 release. One row { release, stateName, content, siblings }, or none; `content` is null once it is withdrawn. */
export const releaseSql = `SELECT jsonb_build_object(${publicRelease}) AS release, s.name AS "stateName", c.content,
  (SELECT jsonb_agg(t.release ORDER BY t.number DESC) FROM (SELECT p.number, jsonb_build_object(${publicRelease}) AS release FROM publication p ${withWithdrawal}
    WHERE p.organisation_id = o.organisation_id AND p.dossier_id = o.dossier_id ORDER BY p.number DESC LIMIT 200) t) AS siblings
FROM publication o JOIN publication p ON p.organisation_id = o.organisation_id AND p.id = o.id ${withWithdrawal} JOIN state s ON s.iso3 = p.iso3 WHERE o.id = $1::uuid`;

/** Every release that stands, for search engines: rows { id, iso3, publishedAt }. */
export const sitemapSql = `SELECT p.id, p.iso3, to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn" FROM publication p WHERE ${stands} ORDER BY p.published_at DESC, p.id LIMIT 40000`;
