// What the dossier doors read: one statement each.

import { moment } from '../platform/db/moment.sql.ts';
import { overridesJson } from '../treaties/adherence.sql.ts';
import { elementStateJson, elementStates, lanesJson } from './element-state.sql.ts';
import { requestStandings } from './request-standing.sql.ts';

const head = `'id', d.id, 'version', d.version, 'title', d.title, 'kind', d.kind, 'iso3', d.iso3, 'stateName', s.name,
  'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind), 'catalogueVersion', d.catalogue_version,
  'periodFrom', d.period_from, 'periodTo', d.period_to, 'openedAt', ${moment('d.opened_at')}`;

/** $1 organisation · $2 dossier. One row { found }, or none. */
export const dossierSql = `
SELECT json_build_object(${head}, 'openedBy', coalesce(p.name, 'Former member'), 'facts', d.facts, 'shelfLife', d.shelf_life,
  'adherence', json_build_object('status', s.status, 'type', s.type, 'depositedOn', s.deposited_on, 'isCrcParty', s.is_crc_party),
  'overrides', ${overridesJson}, 'stateSource', s.source,
  'applicability', (SELECT json_agg(json_build_object('element', de.element_code, 'applies', de.applies, 'ground', de.ground, 'reason', de.reason) ORDER BY e.ordinal)
    FROM dossier_element de JOIN element e ON e.code = de.element_code WHERE de.organisation_id = $1 AND de.dossier_id = $2)) AS found
FROM dossier d
JOIN organisation o ON o.id = d.organisation_id
JOIN state s ON s.iso3 = d.iso3
LEFT JOIN person p ON p.id = d.opened_by
WHERE d.organisation_id = $1 AND d.id = $2`;

/** $1 organisation · $2 dossier · $3 today. One row { elements }: ElementState in the order of the treaty; null where there is no such dossier. */
export const checklistSql = `WITH ${elementStates('= $2', '$3')}
SELECT json_agg(${elementStateJson} ORDER BY s.ordinal) AS elements FROM element_state s`;

/** $1 organisation · $2 today · $3 iso3 or null · $4 words in the title or the State's name, or null · $5 limit · $6 offset. One row { items, total }. */
export const dossierListSql = `WITH matching AS (
  SELECT d.id, d.title FROM dossier d JOIN state s ON s.iso3 = d.iso3
  WHERE d.organisation_id = $1 AND ($3::text IS NULL OR d.iso3 = $3)
    AND ($4::text IS NULL OR strpos(lower(d.title), lower($4)) > 0 OR strpos(lower(s.name), lower($4)) > 0)
), page AS (
  SELECT id FROM matching ORDER BY title, id LIMIT $5 OFFSET $6
), ${elementStates('IN (SELECT id FROM page)', '$2')}, covered AS (
  SELECT s."dossierId" AS id, ${lanesJson} AS coverage, max(s."recordedAt") AS recorded_at, max(s."statusSince") AS status_at,
    count(*) FILTER (WHERE s."reviewStatus" = 'submitted')::int AS awaiting
  FROM element_state s GROUP BY s."dossierId"
), collected AS (
  SELECT ev.dossier_id AS id, max(ev.changed_at) AS changed_at FROM evidence ev WHERE ev.organisation_id = $1 AND ev.dossier_id IN (SELECT id FROM page) GROUP BY ev.dossier_id
), asked AS (
  SELECT a.dossier_id AS id, count(*)::int AS mine FROM (${requestStandings('IN (SELECT id FROM page)', '$2')}) a WHERE a.mine GROUP BY a.dossier_id
)
SELECT (SELECT count(*)::int FROM matching) AS total,
  coalesce((SELECT json_agg(json_build_object(${head}, 'coverage', covered.coverage,
      'lastChangedAt', ${moment('greatest(covered.recorded_at, covered.status_at, collected.changed_at)')}, 'awaitingReview', covered.awaiting,
      'requestsForMe', coalesce(asked.mine, 0)) ORDER BY d.title, d.id)
    FROM page JOIN dossier d ON d.organisation_id = $1 AND d.id = page.id
    JOIN organisation o ON o.id = d.organisation_id
    JOIN state s ON s.iso3 = d.iso3
    JOIN covered ON covered.id = d.id
    LEFT JOIN collected ON collected.id = d.id
    LEFT JOIN asked ON asked.id = d.id), '[]') AS items`;
