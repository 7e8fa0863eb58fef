// Statements as anyone may read them.
import { statementFormat } from '@servanda/contract';
import { moment } from '../../platform/db/moment.sql.ts';

const toWithdrawn = 'SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = s.to_organisation_id AND w.publication_id = s.to_publication_id';
/** Joins the content `c` of a statement `s`, and `v` where it was withdrawn; then `c` is out of the public's reach. */
export const withContent = `LEFT JOIN publication_statement_content c ON c.organisation_id = s.organisation_id AND c.statement_id = s.id
  LEFT JOIN publication_statement_withdrawal v ON v.organisation_id = s.organisation_id AND v.statement_id = s.id`;
/** What stays of a withdrawn statement `s` in its thread. */
const stone = `jsonb_build_object('format', '${statementFormat}', 'id', s.id, 'kind', s.kind, 'publishedAt', ${moment('s.published_at')}, 'state', s.iso3, 'treaty', 'opsc',
  'obligation', s.obligation_code, 'element', s.element_code, 'dossier', s.dossier_id, 'publisher', NULL, 'stand', NULL, 'ground', NULL, 'evidence', NULL, 'text', '', 'seal', NULL,
  'organisation', jsonb_build_object('id', s.organisation_id, 'name', s.organisation_name, 'kind', s.organisation_kind),
  'to', (SELECT jsonb_build_object('publication', p.id, 'number', p.number, 'sha256', p.sha256, 'organisation', jsonb_build_object('id', p.organisation_id, 'name', p.organisation_name, 'kind', p.organisation_kind))
    FROM publication p WHERE p.id = s.to_publication_id),
  'parent', (SELECT jsonb_build_object('id', a.id, 'sha256', a.sha256) FROM publication_statement a WHERE a.id = s.parent_id))`;
/** A statement as PublicStatement, over `s` and what `withContent` joins. */
export const shown = `CASE WHEN v.reason IS NULL THEN c.content::jsonb ELSE ${stone} END || jsonb_build_object('sha256', s.sha256, 'toWithdrawn', EXISTS (${toWithdrawn}),
  'withdrawn', CASE WHEN v.reason IS NOT NULL THEN jsonb_build_object('at', ${moment('v.withdrawn_at')}, 'reason', v.reason) END)`;
/** Statements under a condition on `s`, as a list of PublicStatement, the oldest first; the newest 500. */
export const statementsWhere = (
  condition: string,
) => `(SELECT coalesce(jsonb_agg(t.said ORDER BY t.published_at, t.id), '[]') FROM (SELECT s.id, s.published_at, ${shown} AS said
  FROM publication_statement s ${withContent} WHERE ${condition} ORDER BY s.published_at DESC, s.id LIMIT 500) t)`;
/** The newest 500 statements on the State $1 as a list of SaidOn, the oldest first: who, to whom and when, without their words. */
export const sayings = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'obligation', s.obligation_code, 'element', s.element_code, 'parent', s.parent_id,
    'organisation', s.organisation_name, 'to', p.organisation_name, 'publishedAt', ${moment('s.published_at')}, 'shows', coalesce(c.content::jsonb->'evidence' <> 'null', false),
    'withdrawnAt', ${moment('v.withdrawn_at')}) ORDER BY s.published_at, s.id), '[]')
  FROM (SELECT * FROM publication_statement n WHERE n.iso3 = $1 ORDER BY n.published_at DESC, n.id LIMIT 500) s
  JOIN publication p ON p.organisation_id = s.to_organisation_id AND p.id = s.to_publication_id ${withContent})`;
