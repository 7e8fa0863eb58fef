// Requests of a dossier with all their steps, in one statement.
const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const name = (column: string) => `coalesce((SELECT p.name FROM person p WHERE p.id = ${column}), 'Former member')`;

/** Whether the person of $4 belongs to the body asked. */
const isWithin = `(r.body_id IS NOT NULL AND EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = r.organisation_id AND m.person_id = $4::uuid AND m.body_id = r.body_id AND m.status = 'active'))`;

const item = `jsonb_build_object('isWithin', ${isWithin}, 'id', r.id, 'element', r.element_code, 'wanted', r.wanted, 'dueOn', r.due_on,
  'person', CASE WHEN r.person_id IS NOT NULL THEN jsonb_build_object('id', r.person_id, 'name', ${name('r.person_id')}) END,
  'body', (SELECT jsonb_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name) FROM body b WHERE b.organisation_id = r.organisation_id AND b.id = r.body_id),
  'askedBy', jsonb_build_object('id', r.asked_by, 'name', ${name('r.asked_by')}), 'askedAt', ${moment('r.asked_at')}, 'answeredBy', (SELECT s.by FROM evidence_request_step s
    WHERE s.organisation_id = r.organisation_id AND s.request_id = r.id AND s.act = 'answer' ORDER BY s.number DESC LIMIT 1),
  'steps', coalesce((SELECT jsonb_agg(jsonb_build_object('number', s.number, 'act', s.act, 'note', s.note, 'by', ${name('s.by')}, 'at', ${moment('s.at')},
      'evidence', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'title', e.title) END) ORDER BY s.number)
    FROM evidence_request_step s LEFT JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
    WHERE s.organisation_id = r.organisation_id AND s.request_id = r.id), '[]'))`;

/** How it stands and for whom it waits. $4 person. */
const standing = `SELECT r.*, l.act AS last,
  CASE WHEN l.act IS NULL OR l.act = 'send_back' THEN coalesce(r.person_id = $4::uuid, false) OR ${isWithin}
    WHEN l.act IN ('answer', 'decline') THEN r.asked_by = $4::uuid ELSE false END AS mine
  FROM evidence_request r
  LEFT JOIN LATERAL (SELECT s.act FROM evidence_request_step s WHERE s.organisation_id = r.organisation_id AND s.request_id = r.id ORDER BY s.number DESC LIMIT 1) l ON true
  WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 unfinished, mine or all · $4 person · $5 limit · $6 offset. One row { items, total, mine }, or none where there is no such dossier. */
export const requestsSql = `
WITH standing AS (${standing}), matching AS (
  SELECT * FROM standing WHERE CASE $3::text WHEN 'mine' THEN coalesce(mine, false) WHEN 'all' THEN true ELSE last IS NULL OR last NOT IN ('accept', 'close') END
), page AS (SELECT * FROM matching ORDER BY due_on, id LIMIT $5::int OFFSET $6::int)
SELECT (SELECT count(*)::int FROM matching) AS total, (SELECT count(*)::int FROM standing WHERE mine) AS mine,
  coalesce((SELECT jsonb_agg(${item} ORDER BY r.due_on, r.id) FROM page r), '[]') AS items
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 request · $4 person. One row { item }, or none. */
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
