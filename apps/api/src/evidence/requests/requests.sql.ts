// Requests of a dossier with all their steps, in one statement.
import { isWithinBody, requestStandings } from '../../dossiers/request-standing.sql.ts';
import { personName } from '../../people/person-name.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';

const item = `jsonb_build_object('isWithin', ${isWithinBody}, 'id', r.id, 'element', r.element_code, 'wanted', r.wanted, 'dueOn', r.due_on,
  'person', CASE WHEN r.person_id IS NOT NULL THEN jsonb_build_object('id', r.person_id, 'name', ${personName('r.person_id')}) END,
  'body', (SELECT jsonb_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name) FROM body b WHERE b.organisation_id = r.organisation_id AND b.id = r.body_id),
  'askedBy', jsonb_build_object('id', r.asked_by, 'name', ${personName('r.asked_by')}), 'askedAt', ${moment('r.asked_at')}, 'answeredBy', (SELECT s.by FROM evidence_request_step s
    WHERE s.organisation_id = r.organisation_id AND s.request_id = r.id AND s.act = 'answer' ORDER BY s.number DESC LIMIT 1),
  'steps', coalesce((SELECT jsonb_agg(jsonb_build_object('number', s.number, 'act', s.act, 'note', s.note, 'by', ${personName('s.by')}, 'at', ${moment('s.at')},
      'evidence', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'title', e.title) END) ORDER BY s.number)
    FROM evidence_request_step s LEFT JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
    WHERE s.organisation_id = r.organisation_id AND s.request_id = r.id), '[]'))`;

/**
 * $1 organisation · $2 dossier · $3 unfinished, mine, overdue or all · $4 today · $5 limit · $6 offset · $7 element, or null: all.
 * One row { items, total, mine, unfinished, overdue }, or none where there is no such dossier. The three counts stand under the filter of the element alone.
 */
export const requestsSql = `WITH standing AS (
  SELECT * FROM (${requestStandings('= $2', '$4')}) a WHERE $7::text IS NULL OR a.element_code = $7
), matching AS (
  SELECT * FROM standing WHERE CASE $3::text WHEN 'mine' THEN mine WHEN 'overdue' THEN overdue WHEN 'all' THEN true ELSE unfinished END
), page AS (SELECT * FROM matching ORDER BY due_on, id LIMIT $5::int OFFSET $6::int)
SELECT (SELECT count(*)::int FROM matching) AS total, counted.*,
  coalesce((SELECT jsonb_agg(${item} ORDER BY r.due_on, r.id) FROM page r), '[]') AS items
FROM dossier d CROSS JOIN (SELECT count(*) FILTER (WHERE mine)::int AS mine, count(*) FILTER (WHERE unfinished)::int AS unfinished,
  count(*) FILTER (WHERE overdue)::int AS overdue FROM standing) counted
WHERE d.organisation_id = $1 AND d.id = $2`;

/** $1 organisation · $2 dossier · $3 request. One row { item }, or none. */
export const requestSql = `SELECT ${item} AS item FROM evidence_request r WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid AND r.id = $3::uuid`;

/** $1 organisation · $2 dossier · $3 element · $4 person · $5 body · $6 piece. One row { element, person, body, piece }: whether each can be used. */
export const usableSql = `SELECT
  EXISTS (SELECT 1 FROM dossier_element x WHERE x.organisation_id = $1::uuid AND x.dossier_id = $2::uuid AND x.element_code = $3) AS element,
  EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = $1::uuid AND m.person_id = $4::uuid AND m.status = 'active' AND m.role <> 'viewer') AS person,
  EXISTS (SELECT 1 FROM body b WHERE b.organisation_id = $1::uuid AND b.id = $5::uuid AND b.archived_at IS NULL) AS body,
  EXISTS (SELECT 1 FROM evidence e WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $6::uuid AND e.withdrawn_at IS NULL) AS piece`;

/** $1 organisation · $2 id · $3 dossier · $4 element · $5 wanted · $6 due · $7 person · $8 body · $9 by · $10 now. */
export const askSql = `INSERT INTO evidence_request (organisation_id, id, dossier_id, element_code, wanted, due_on, person_id, body_id, asked_by, asked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** $1 organisation · $2 request · $3 number · $4 dossier · $5 act · $6 note · $7 piece · $8 by · $9 now. */
export const stepSql = `INSERT INTO evidence_request_step (organisation_id, request_id, number, dossier_id, act, note, evidence_id, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** $1 organisation · $2 person · $3 body · $4 who acts. Rows { to, locale }: active members to be told, but for who acts. */
export const toldSql = `SELECT p.email AS "to", coalesce(p.locale, o.locale) AS locale FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
WHERE m.organisation_id = $1::uuid AND m.status = 'active' AND m.role <> 'viewer' AND m.person_id <> $4::uuid AND (m.person_id = $2::uuid OR m.body_id = $3::uuid) ORDER BY p.id LIMIT 50`;
