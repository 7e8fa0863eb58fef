// Reports, their paragraphs and issues. Everything is only added: what stands is the last revision of each thing.
import { personName } from '../../people/person-name.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';

/** `r` report: its head as the contract writes it, with its last revision. */
const head = `jsonb_build_object('id', r.id, 'kind', r.kind, 'language', r.language, 'title', v.title, 'wordLimit', v.word_limit, 'version', v.number,
  'startedBy', ${personName('r.started_by')}, 'startedAt', ${moment('r.started_at')},
  'changedAt', ${moment(`greatest(v.at, (SELECT max(greatest(t.at, l.at)) FROM report_paragraph q
    JOIN report_text t ON t.organisation_id = q.organisation_id AND t.paragraph_id = q.id JOIN report_place l ON l.organisation_id = q.organisation_id AND l.paragraph_id = q.id
    WHERE q.organisation_id = r.organisation_id AND q.report_id = r.id))`)},
  'issues', (SELECT count(*)::int FROM report_issue i WHERE i.organisation_id = r.organisation_id AND i.report_id = r.id))`;
const last = `JOIN LATERAL (SELECT w.* FROM report_revision w WHERE w.organisation_id = r.organisation_id AND w.report_id = r.id ORDER BY w.number DESC LIMIT 1) v ON true`;

/** $1 organisation · $2 dossier. One row { items }, or none where there is no such dossier. */
export const composedSql = `SELECT (SELECT coalesce(jsonb_agg(${head} ORDER BY r.started_at DESC, r.id), '[]') FROM report r ${last}
  WHERE r.organisation_id = d.organisation_id AND r.dossier_id = d.id) AS items
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 report. One row { head, sections, paragraphs, issued, before }, or none. `before`: the content of the last issue. */
export const workingSql = `SELECT ${head} AS head, v.sections,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'elements', to_jsonb(q.elements), 'section', l.section, 'rank', l.rank, 'place', l.number,
      'isIncluded', l.is_included, 'agreedText', l.agreed_text, 'body', t.body, 'words', t.words, 'version', t.number, 'by', ${personName('t.by')}, 'at', ${moment('t.at')},
      'assignee', CASE WHEN l.assignee_id IS NOT NULL THEN jsonb_build_object('id', l.assignee_id, 'name', ${personName('l.assignee_id')}) END,
      'record', taken.record,
      'evidence', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'element', x.piece->>'element', 'title', e.title, 'citation', e.citation, 'pinpoint', x.piece->>'pinpoint') ORDER BY x.at), '[]')
        FROM jsonb_array_elements(taken.record->'evidence') WITH ORDINALITY AS x(piece, at)
        JOIN evidence e ON e.organisation_id = q.organisation_id AND e.dossier_id = r.dossier_id AND e.id = (x.piece->>'id')::uuid
          AND e.confidentiality <> 'restricted' AND e.withdrawn_at IS NULL),
      'comments', (SELECT count(*)::int FROM report_comment c WHERE c.organisation_id = q.organisation_id AND c.paragraph_id = q.id
        AND NOT EXISTS (SELECT 1 FROM report_comment_settled s WHERE s.organisation_id = c.organisation_id AND s.comment_id = c.id)))
      ORDER BY l.rank, q.id), '[]')
    FROM report_paragraph q
    JOIN LATERAL (SELECT * FROM report_text t WHERE t.organisation_id = q.organisation_id AND t.paragraph_id = q.id ORDER BY t.number DESC LIMIT 1) t ON true
    JOIN LATERAL (SELECT * FROM report_place l WHERE l.organisation_id = q.organisation_id AND l.paragraph_id = q.id ORDER BY l.number DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT b.record FROM report_text b WHERE b.organisation_id = q.organisation_id AND b.paragraph_id = q.id AND b.record IS NOT NULL ORDER BY b.number DESC LIMIT 1) taken ON true
    WHERE q.organisation_id = r.organisation_id AND q.report_id = r.id) AS paragraphs,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', i.number, 'sha256', i.sha256, 'note', i.note, 'words', (i.content->>'words')::int, 'by', ${personName('i.by')}, 'at', ${moment('i.at')}) ORDER BY i.number DESC), '[]')
    FROM report_issue i WHERE i.organisation_id = r.organisation_id AND i.report_id = r.id) AS issued,
  (SELECT i.content FROM report_issue i WHERE i.organisation_id = r.organisation_id AND i.report_id = r.id ORDER BY i.number DESC LIMIT 1) AS before
FROM report r ${last} WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid AND r.id = $3::uuid`;

/** $1 organisation · $2 dossier · $3 report · $4 number. One row { issue }, or none. */
export const issueSql = `SELECT jsonb_build_object('number', i.number, 'sha256', i.sha256, 'note', i.note, 'words', (i.content->>'words')::int, 'by', ${personName('i.by')}, 'at', ${moment('i.at')},
  'on', (i.at AT TIME ZONE 'UTC')::date, 'content', i.content) AS issue
FROM report r JOIN report_issue i ON i.organisation_id = r.organisation_id AND i.report_id = r.id
WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid AND r.id = $3::uuid AND i.number = $4::int`;

const settled = `LEFT JOIN report_comment_settled s ON s.organisation_id = c.organisation_id AND s.comment_id = c.id`;
const comment = `jsonb_build_object('id', c.id, 'text', c.text, 'by', ${personName('c.by')}, 'at', ${moment('c.at')},
  'settledBy', CASE WHEN s.by IS NOT NULL THEN ${personName('s.by')} END, 'settledAt', ${moment('s.at')})`;

/** $1 organisation · $2 dossier · $3 report · $4 paragraph · $5 limit · $6 offset. One row { versions, total, comments }, or none. */
export const historySql = `SELECT
  (SELECT count(*)::int FROM report_text t WHERE t.organisation_id = q.organisation_id AND t.paragraph_id = q.id) AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('version', t.number, 'body', t.body, 'words', t.words, 'by', ${personName('t.by')}, 'at', ${moment('t.at')}) ORDER BY t.number DESC), '[]')
    FROM (SELECT * FROM report_text t WHERE t.organisation_id = q.organisation_id AND t.paragraph_id = q.id ORDER BY t.number DESC LIMIT $5::int OFFSET $6::int) t) AS versions,
  (SELECT coalesce(jsonb_agg(${comment} ORDER BY c.at, c.id), '[]') FROM report_comment c ${settled} WHERE c.organisation_id = q.organisation_id AND c.paragraph_id = q.id) AS comments
FROM report r JOIN report_paragraph q ON q.organisation_id = r.organisation_id AND q.report_id = r.id
WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid AND r.id = $3::uuid AND q.id = $4::uuid`;

/** $1 organisation · $2 paragraph · $3 comment. One row { comment }, or none. */
export const commentSql = `SELECT ${comment} AS comment FROM report_comment c ${settled} WHERE c.organisation_id = $1::uuid AND c.paragraph_id = $2::uuid AND c.id = $3::uuid`;

/** $1 organisation · $2 id · $3 dossier · $4 kind · $5 language · $6 by · $7 now. */
export const startSql = `INSERT INTO report (organisation_id, id, dossier_id, kind, language, started_by, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
/** $1 organisation · $2 report · $3 number · $4 title · $5 limit · $6 sections · $7 by · $8 now. */
export const reviseSql = `INSERT INTO report_revision (organisation_id, report_id, number, title, word_limit, sections, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
/** $1 organisation · $2 report · $3 [{ id, elements, body, words, record, section, rank }] · $4 by · $5 now: paragraphs with their first text and place. */
export const addParagraphsSql = `WITH given AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, elements jsonb, body jsonb, words int, record jsonb, section text, rank text)
), paragraphs AS (
  INSERT INTO report_paragraph (organisation_id, id, report_id, elements, added_by, added_at)
  SELECT $1::uuid, g.id, $2::uuid, ARRAY(SELECT jsonb_array_elements_text(g.elements)), $4::uuid, $5::timestamptz FROM given g
), texts AS (
  INSERT INTO report_text (organisation_id, paragraph_id, number, body, words, record, by, at)
  SELECT $1::uuid, g.id, 1, g.body, g.words, nullif(g.record, 'null'::jsonb), $4::uuid, $5::timestamptz FROM given g
)
INSERT INTO report_place (organisation_id, paragraph_id, number, section, rank, is_included, by, at)
SELECT $1::uuid, g.id, 1, g.section, g.rank, true, $4::uuid, $5::timestamptz FROM given g`;
/** $1 organisation · $2 paragraph · $3 number · $4 body · $5 words · $6 record or null · $7 by · $8 now. */
export const writeSql = `INSERT INTO report_text (organisation_id, paragraph_id, number, body, words, record, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
/** $1 organisation · $2 paragraph · $3 number · $4 section · $5 rank · $6 included · $7 agreed text or null · $8 assignee or null · $9 by · $10 now. */
export const placeSql = `INSERT INTO report_place (organisation_id, paragraph_id, number, section, rank, is_included, agreed_text, assignee_id, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
/** $1 organisation · $2 id · $3 paragraph · $4 text · $5 by · $6 now. */
export const sayCommentSql = `INSERT INTO report_comment (organisation_id, id, paragraph_id, text, by, at) VALUES ($1, $2, $3, $4, $5, $6)`;
/** $1 organisation · $2 comment · $3 by · $4 now. */
export const settleSql = `INSERT INTO report_comment_settled (organisation_id, comment_id, by, at) VALUES ($1, $2, $3, $4)`;
/** $1 organisation · $2 report · $3 number · $4 content · $5 hash · $6 note · $7 by · $8 now. */
export const freezeSql = `INSERT INTO report_issue (organisation_id, report_id, number, content, sha256, note, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
/** $1 organisation · $2 person. A row where that is an active member who may write. */
export const writerSql = `SELECT 1 AS held FROM membership m WHERE m.organisation_id = $1::uuid AND m.person_id = $2::uuid AND m.status = 'active' AND m.role <> 'viewer'`;
/**
 * $1 organisation · $2 dossier · $3 language. One row { kind, report, issue }: the newest report of the language, one with an issue before one without, or none of them;
 * of a State's own dossier under article 12, of an independent one an alternative report before one in the Committee's order. No row where there is no such dossier.
 */
export const newestSql = `SELECT coalesce(x.kind, CASE d.kind WHEN 'own' THEN 'article_12' ELSE 'alternative' END) AS kind, x.report, x.issue
FROM dossier d LEFT JOIN LATERAL (
  SELECT y.* FROM (
    SELECT r.id AS report, r.kind::text AS kind, r.started_at,
      (SELECT max(i.number) FROM report_issue i WHERE i.organisation_id = r.organisation_id AND i.report_id = r.id) AS issue
    FROM report r WHERE r.organisation_id = d.organisation_id AND r.dossier_id = d.id AND r.language = $3 AND (r.kind = 'article_12' OR d.kind = 'independent')) y
  ORDER BY y.kind = 'article_12', y.issue IS NULL, y.started_at DESC, y.report LIMIT 1) x ON true
WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
