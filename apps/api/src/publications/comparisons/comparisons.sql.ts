// What comparisons read, one statement each, in the public's own role: packed positions for what spans dossiers (decision 0046), bytes for two releases.
import { counting, countingFor, newest, standing, stands } from '../../gaps/counting.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';
import { publicRelease, withWithdrawal } from '../public.sql.ts';

const dossier = `'release', n.id, 'number', n.number, 'dossier', n.dossier_id, 'kind', n.dossier_kind, 'organisation', n.organisation_name, 'organisationKind', n.organisation_kind,
  'publishedAt', ${moment('n.published_at')}, 'sha256', n.sha256`;
const ownFirst = 'n.dossier_kind, n.published_at DESC, n.id';

/** Dossiers of one State that may be chosen at most. */
const mostOfState = 60;
/**
 * $1 States · $2 chosen dossiers. One row { known, states }: every State with the number of its published dossiers, and of those asked for
 * { iso3, name, isInvented, dossiers, positions }, the dossier that stands for it first; `positions` by the code of the element, each with its release.
 */
export const statesComparedSql = `WITH ${standing('p.iso3 = ANY ($1::text[])')}, ${newest(null)},
of_state AS (SELECT n.*, row_number() OVER (PARTITION BY n.iso3 ORDER BY (n.dossier_id = ANY ($2::uuid[])) DESC, ${ownFirst}) AS seat FROM newest n),
chosen AS MATERIALIZED (SELECT * FROM of_state WHERE seat = 1), ${counting('chosen')},
told AS MATERIALIZED (SELECT c.organisation_id, c.dossier_id, jsonb_object_agg(c.code, c.position || jsonb_build_object('from',
  jsonb_build_object('release', c.id, 'number', c.number, 'publishedAt', ${moment('c.published_at')}, 'sha256', c.sha256))) AS positions FROM counting c GROUP BY 1, 2)
SELECT (SELECT jsonb_agg(jsonb_build_object('iso3', s.iso3, 'name', s.name, 'isInvented', s.is_invented, 'published', coalesce(c.published, 0)) ORDER BY s.name, s.iso3) FROM state s
    LEFT JOIN (SELECT p.iso3, count(DISTINCT (p.organisation_id, p.dossier_id))::int AS published FROM publication p WHERE ${stands} GROUP BY p.iso3) c ON c.iso3 = s.iso3) AS known,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('iso3', s.iso3, 'name', s.name, 'isInvented', s.is_invented,
    'dossiers', (SELECT coalesce(jsonb_agg(jsonb_build_object(${dossier}) ORDER BY n.seat), '[]') FROM of_state n WHERE n.iso3 = s.iso3 AND n.seat <= ${mostOfState}),
    'positions', (SELECT t.positions FROM chosen n JOIN told t ON t.organisation_id = n.organisation_id AND t.dossier_id = n.dossier_id WHERE n.iso3 = s.iso3)) ORDER BY s.name, s.iso3), '[]') FROM state s WHERE s.iso3 = ANY ($1::text[])) AS states`;

/** The verdict of a lane as it is counted: a dossier that gives none is among `not_assessed`. */
const keyOf = (lane: 'law' | 'practice', position: string) =>
  `CASE WHEN ${position}->>'applies' = 'false' THEN 'not_applicable' ELSE coalesce(${position}->>'${lane}', 'not_assessed') END`;

/** $1 element · $2 kind of dossier or null · $3 in law or null · $4 in practice or null · $5 limit · $6 offset. One row { law, practice, items, total }; counts are over all of the kind. */
export const elementComparedSql = `WITH ${countingFor('$1::text', 'p.dossier_kind = coalesce($2::dossier_kind, p.dossier_kind)')},
placed AS (SELECT n.*, s.name AS state_name FROM counting n JOIN state s ON s.iso3 = n.iso3),
told AS MATERIALIZED (SELECT t.*, ${keyOf('law', 't.position')} AS law, ${keyOf('practice', 't.position')} AS practice FROM placed t),
sought AS (SELECT * FROM told t WHERE t.law = coalesce($3, t.law) AND t.practice = coalesce($4, t.practice))
SELECT (SELECT coalesce(jsonb_object_agg(k.law, k.n), '{}') FROM (SELECT law, count(*)::int AS n FROM told GROUP BY law) k) AS law,
  (SELECT coalesce(jsonb_object_agg(k.practice, k.n), '{}') FROM (SELECT practice, count(*)::int AS n FROM told GROUP BY practice) k) AS practice,
  (SELECT coalesce(jsonb_agg(t.item ORDER BY t.state_name, ${ownFirst.replaceAll('n.', 't.')}), '[]') FROM (
    SELECT n.state_name, n.dossier_kind, n.published_at, n.id, jsonb_build_object(${dossier}, 'state', n.iso3, 'stateName', n.state_name, 'position', n.position) AS item
    FROM sought n ORDER BY n.state_name, ${ownFirst} LIMIT $5::int OFFSET $6::int) t) AS items,
  (SELECT count(*)::int FROM sought) AS total`;

/** $1 kind of dossier or null. One row { dossiers, states, law, practice }: of each lane { code: { verdict: number } }, without those that give no verdict. */
export const elementsComparedSql = `WITH ${standing('p.dossier_kind = coalesce($1::dossier_kind, p.dossier_kind)')}, ${newest(null)}, ${counting('newest')},
told AS MATERIALIZED (SELECT c.code, ${keyOf('law', 'c.position')} AS law, ${keyOf('practice', 'c.position')} AS practice FROM counting c)
SELECT (SELECT count(*)::int FROM newest) AS dossiers, (SELECT count(DISTINCT iso3)::int FROM newest) AS states,
  (SELECT coalesce(jsonb_object_agg(k.code, k.counts), '{}') FROM (SELECT code, jsonb_object_agg(law, n) AS counts FROM (SELECT code, law, count(*)::int AS n FROM told WHERE law <> 'not_assessed' GROUP BY code, law) v GROUP BY code) k) AS law,
  (SELECT coalesce(jsonb_object_agg(k.code, k.counts), '{}') FROM (SELECT code, jsonb_object_agg(practice, n) AS counts FROM (SELECT code, practice, count(*)::int AS n FROM told WHERE practice <> 'not_assessed' GROUP BY code, practice) v GROUP BY code) k) AS practice`;

/**
 * $1 release · $2 another, or null: the one before it that stands. One row { release, stateName, content, other, otherContent, siblings }, or none;
 * `other` is null where there is none, and may be of another dossier.
 */
export const changesSql = `WITH o AS (SELECT * FROM publication WHERE id = $1::uuid),
other AS (SELECT p.id FROM publication p, o WHERE CASE WHEN $2::uuid IS NOT NULL THEN p.id = $2::uuid
  ELSE p.organisation_id = o.organisation_id AND p.dossier_id = o.dossier_id AND p.number < o.number AND ${stands} END ORDER BY p.number DESC LIMIT 1)
SELECT jsonb_build_object(${publicRelease}) AS release, s.name AS "stateName", c.content,
  (SELECT jsonb_build_object(${publicRelease}) FROM publication p ${withWithdrawal} WHERE p.id = (SELECT id FROM other)) AS other,
  (SELECT d.content FROM publication_content d JOIN publication e ON e.organisation_id = d.organisation_id AND e.id = d.publication_id WHERE e.id = (SELECT id FROM other)) AS "otherContent",
  (SELECT jsonb_agg(t.release ORDER BY t.number DESC) FROM (SELECT p.number, jsonb_build_object(${publicRelease}) AS release FROM publication p ${withWithdrawal}
    WHERE p.organisation_id = o.organisation_id AND p.dossier_id = o.dossier_id ORDER BY p.number DESC LIMIT 200) t) AS siblings
FROM o JOIN publication p ON p.organisation_id = o.organisation_id AND p.id = o.id ${withWithdrawal} JOIN state s ON s.iso3 = p.iso3`;
