import type { Dossier } from '@servanda/contract';
import type { Adherence, Override } from '../treaties/calendar.rules.ts';
import { elementStateJson, elementStates } from './element-state.sql.ts';

/** One dossier as read; deadlines and permissions are added by rule. */
export type DossierRow = Omit<Dossier, 'deadlines' | 'may'> & { state: Adherence; overrides: Override[] };

const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** $1 dossier. */
export const dossierSql = `
SELECT d.id, d.version, d.title, d.kind, d.iso3, s.name AS "stateName", jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS organisation,
  d.catalogue_version AS "catalogueVersion", d.period_from AS "periodFrom", d.period_to AS "periodTo", ${moment('d.opened_at')} AS "openedAt", p.name AS "openedBy", d.facts,
  jsonb_build_object('status', s.status, 'type', s.type, 'depositedOn', s.deposited_on, 'isCrcParty', s.is_crc_party) AS state,
  coalesce((SELECT jsonb_agg(jsonb_build_object('event', c.event, 'on', c."on", 'source', c.source)) FROM calendar_override c WHERE c.iso3 = d.iso3), '[]') AS overrides,
  (SELECT jsonb_agg(jsonb_build_object('element', de.element_code, 'applies', de.applies, 'ground', de.ground, 'reason', de.reason) ORDER BY e.ordinal)
     FROM dossier_element de JOIN element e ON e.code = de.element_code WHERE de.organisation_id = d.organisation_id AND de.dossier_id = d.id) AS applicability
FROM dossier d JOIN state s ON s.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id LEFT JOIN person p ON p.id = d.opened_by
WHERE d.organisation_id = (SELECT app.organisation()) AND d.id = $1`;

/** $1 dossier · $2 day. 51 rows in the treaty's order, none where there is no such dossier. */
export const checklistSql = `WITH ${elementStates}
SELECT ${elementStateJson} AS state FROM element_state s LEFT JOIN person author ON author.id = s.latest_author_id ORDER BY s.ordinal`;

const met = { law: 'compliant', practice: 'effective' } as const;
const tally = (lane: 'law' | 'practice') => {
  const inDate = lane === 'law' ? 'x.in_date' : 'x.in_date_beyond_law';
  const count = (when: string) => `count(*) FILTER (WHERE x.applies AND ${when})`;
  const claimed = `x.${lane} = '${met[lane]}'`;
  return `jsonb_build_object('applicable', ${count('true')}, 'assessed', ${count(`x.${lane} IS NOT NULL`)}, 'claimed', ${count(claimed)},
    'evidenced', ${count(`${claimed} AND ${inDate}`)}, 'verified', ${count(`${claimed} AND ${inDate} AND x.standing_accepted`)})`;
};
const current = `(ev.out_of_date_on IS NULL OR ev.out_of_date_on > $2::date) AND (ev.in_force_from IS NULL OR ev.in_force_from <= $2::date)`;
const supported = (more = '') => `EXISTS (SELECT 1 FROM citation ci JOIN evidence ev ON ev.organisation_id = ci.organisation_id AND ev.id = ci.evidence_id
  WHERE ci.organisation_id = c.organisation_id AND ci.assessment_id = c.standing_id AND ci.stance = 'supports' AND ev.withdrawn_at IS NULL AND ${current}${more})`;

/**
 * The dossiers of the organisation with their tallies. $1 State or null · $2 day · $3 LIKE pattern over title and State, or null · $4 limit · $5 offset.
 * Answers one row { items, total }. The same definitions as element_state, proven equal by a test.
 */
export const listSql = `
WITH mine AS (
  SELECT d.*, s.name AS state_name, count(*) OVER () AS total FROM dossier d JOIN state s ON s.iso3 = d.iso3
  WHERE d.organisation_id = (SELECT app.organisation()) AND ($1::text IS NULL OR d.iso3 = $1) AND ($3::text IS NULL OR d.title ILIKE $3 OR s.name ILIKE $3)
  ORDER BY s.name, d.title, d.id LIMIT $4 OFFSET $5
), facts AS (
  SELECT m.id, de.applies, c.law, c.practice, c.standing_accepted, c.latest_status, greatest(c.status_since, c.latest_recorded_at) AS changed_at,
    (c.law = 'compliant' OR c.practice = 'effective') AND ${supported()} AS in_date,
    c.practice = 'effective' AND ${supported(" AND ev.kind NOT IN ('law', 'agreement')")} AS in_date_beyond_law
  FROM mine m JOIN dossier_element de ON de.organisation_id = m.organisation_id AND de.dossier_id = m.id
  LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
), tallied AS (
  SELECT x.id, jsonb_build_object('law', ${tally('law')}, 'practice', ${tally('practice')}) AS coverage, max(x.changed_at) AS changed_at,
    count(*) FILTER (WHERE x.latest_status = 'submitted')::int AS awaiting
  FROM facts x GROUP BY x.id
)
SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'version', m.version, 'title', m.title, 'kind', m.kind, 'iso3', m.iso3, 'stateName', m.state_name,
    'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind), 'catalogueVersion', m.catalogue_version, 'periodFrom', m.period_from, 'periodTo', m.period_to,
    'openedAt', ${moment('m.opened_at')}, 'coverage', t.coverage, 'lastChangedAt', ${moment('t.changed_at')}, 'awaitingReview', t.awaiting)
    ORDER BY m.state_name, m.title, m.id), '[]') AS items, coalesce(max(m.total), 0)::int AS total
FROM mine m JOIN organisation o ON o.id = m.organisation_id JOIN tallied t ON t.id = m.id`;
