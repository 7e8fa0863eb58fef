// Statements as anyone may read them.
import { moment } from '../../platform/db/moment.sql.ts';

const withdrawn = 'SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = s.to_organisation_id AND w.publication_id = s.to_publication_id';
/** A statement as PublicStatement, over `s` and its content `c`. */
export const shown = `c.content::jsonb || jsonb_build_object('sha256', s.sha256, 'toWithdrawn', EXISTS (${withdrawn}))`;
/** Joins the content `c` of a statement `s`. */
export const withContent = 'JOIN publication_statement_content c ON c.organisation_id = s.organisation_id AND c.statement_id = s.id';
/** Statements under a condition on `s`, as a list of PublicStatement, the oldest first; the newest 500. */
export const statementsWhere = (
  condition: string,
) => `(SELECT coalesce(jsonb_agg(t.said ORDER BY t.published_at, t.id), '[]') FROM (SELECT s.id, s.published_at, ${shown} AS said
  FROM publication_statement s ${withContent} WHERE ${condition} ORDER BY s.published_at DESC, s.id LIMIT 500) t)`;
/** The newest 500 statements on the State $1 as a list of SaidOn, the oldest first: who, to whom and when, without their words. */
export const sayings = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'obligation', s.obligation_code, 'element', s.element_code, 'parent', s.parent_id,
    'organisation', s.organisation_name, 'to', p.organisation_name, 'publishedAt', ${moment('s.published_at')}, 'shows', c.content::jsonb->'evidence' <> 'null') ORDER BY s.published_at, s.id), '[]')
  FROM (SELECT * FROM publication_statement n WHERE n.iso3 = $1 ORDER BY n.published_at DESC, n.id LIMIT 500) s
  JOIN publication p ON p.organisation_id = s.to_organisation_id AND p.id = s.to_publication_id ${withContent})`;
