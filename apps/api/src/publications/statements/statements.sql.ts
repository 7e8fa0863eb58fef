// What is said in public. The first half is read in the public's own role; the rest is the organisation's own.
import { personName } from '../../people/person-name.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';
import { onState, positionsTold, toldOf } from '../portal/portal.sql.ts';
import { shown, statementsWhere, withContent } from './said.sql.ts';

/** $1 statement. One row { statement }, or none. */
export const statementSql = `SELECT ${shown} AS statement FROM publication_statement s ${withContent} WHERE s.id = $1::uuid`;
/** $1 statement. One row { sha256, content, reason, withdrawnAt }: its bytes, or what stands in their place. */
export const contentSql = `SELECT s.sha256, c.content, v.reason, ${moment('v.withdrawn_at')} AS "withdrawnAt" FROM publication_statement s ${withContent} WHERE s.id = $1::uuid`;

/** $1 release · $2 element. One row: the release, whether it covers the element, and what stands in its place once it is withdrawn. */
export const releaseSql = `SELECT p.id AS publication, p.number, p.sha256, p.iso3, p.dossier_id AS dossier,
  jsonb_build_object('id', p.organisation_id, 'name', p.organisation_name, 'kind', p.organisation_kind) AS organisation, w.reason, ${moment('w.withdrawn_at')} AS "withdrawnAt",
  EXISTS (SELECT 1 FROM jsonb_array_elements(c.content::jsonb->'elements') e WHERE e->>'code' = $2) AS covers
FROM publication p LEFT JOIN publication_withdrawal w ON w.organisation_id = p.organisation_id AND w.publication_id = p.id
LEFT JOIN publication_content c ON c.organisation_id = p.organisation_id AND c.publication_id = p.id WHERE p.id = $1::uuid`;
/** $1 release · $2 refs, int[]. Rows { ref, kind, title }: pieces in its list of evidence. */
export const piecesSql = `SELECT (v->>'ref')::int AS ref, v->>'kind' AS kind, v->>'title' AS title FROM publication_content c, jsonb_array_elements(c.content::jsonb->'evidence') v
WHERE c.publication_id = $1::uuid AND (v->>'ref')::int = ANY ($2::int[]) ORDER BY 1`;

/** Pieces of the release `r`, each with the elements for which it is cited. */
const pieces = `(SELECT coalesce(jsonb_agg(jsonb_build_object('ref', v->'ref', 'title', v->'title', 'elements', coalesce(t.by_ref->(v->>'ref'), '[]'))), '[]')
      FROM publication_content c CROSS JOIN LATERAL (SELECT jsonb_object_agg(x.ref, x.codes) AS by_ref FROM (SELECT k->>'ref' AS ref, jsonb_agg(DISTINCT e->'code') AS codes
        FROM jsonb_array_elements(c.content::jsonb->'elements') e, jsonb_array_elements(e->'citations') k GROUP BY 1) x) t
      CROSS JOIN jsonb_array_elements(c.content::jsonb->'evidence') v
      WHERE c.organisation_id = r.organisation_id AND c.publication_id = r.id)`;
/**
 * $1 State · $2 organisation. One row { dossiers, replies, requests, answers }: what counts of each dossier, with the releases that it is from, and pieces of our own; what was said
 * on them; requests that the organisation asked or received.
 */
export const contestedSql = `WITH ${onState()}, ${positionsTold}
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('organisation', n.organisation_name, 'organisationId', n.organisation_id, 'dossier', n.dossier_id, 'kind', n.dossier_kind, 'elements', ${toldOf},
    'counts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'publishedAt', ${moment('r.published_at')}, 'pieces', CASE WHEN r.organisation_id = $2::uuid THEN ${pieces} ELSE '[]' END)
      ORDER BY r.number DESC), '[]') FROM standing r WHERE r.organisation_id = n.organisation_id AND r.dossier_id = n.dossier_id AND r.id IN (SELECT id FROM counting)))
    ORDER BY n.dossier_kind, n.published_at DESC, n.id), '[]') FROM newest n) AS dossiers,
  ${statementsWhere("s.iso3 = $1 AND s.kind = 'reply'")} AS replies,
  ${statementsWhere("s.iso3 = $1 AND s.kind = 'request' AND $2::uuid IN (s.organisation_id, s.to_organisation_id)")} AS requests,
  ${statementsWhere("s.iso3 = $1 AND s.kind = 'answer' AND EXISTS (SELECT 1 FROM publication_statement r WHERE r.id = s.parent_id AND $2::uuid IN (r.organisation_id, r.to_organisation_id))")} AS answers`;

/** $1 organisation · $2 dossier. One row: its State, and the organisation as it is named in public. */
export const ownSql = `SELECT d.iso3, jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS organisation FROM dossier d JOIN organisation o ON o.id = d.organisation_id
WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
/** $1 organisation · $2 release · $3 element. One row where a request of ours on it has no answer: answers are another's, and `$4` names those that have one. */
export const ourRequestsSql = `SELECT s.id FROM publication_statement s WHERE s.organisation_id = $1::uuid AND s.kind = 'request' AND s.to_publication_id = $2::uuid AND s.element_code = $3
  AND NOT EXISTS (SELECT 1 FROM publication_statement_withdrawal v WHERE v.organisation_id = s.organisation_id AND v.statement_id = s.id)`;
/** $1 requests, uuid[]. Rows { id }: those that were answered, a withdrawn answer apart; in the public's role. */
export const answeredSql = `SELECT DISTINCT s.parent_id AS id FROM publication_statement s ${withContent} WHERE s.kind = 'answer' AND v.reason IS NULL AND s.parent_id = ANY ($1::uuid[])`;
/** $1 request. One row where an answer to it shows evidence; in the public's role. */
export const shownSql = `SELECT s.id FROM publication_statement s ${withContent} WHERE s.kind = 'answer' AND s.parent_id = $1::uuid AND v.reason IS NULL AND c.content::jsonb->'evidence' <> 'null' LIMIT 1`;

/** $1 organisation · $2 id · $3 dossier · $4 kind · $5 iso3 · $6 obligation · $7 element · $8 organisation · $9 and release that it is about · $10 parent · $11 name · $12 kind · $13 sha256 · $14 now. */
export const saySql = `INSERT INTO publication_statement (organisation_id, id, dossier_id, kind, iso3, obligation_code, element_code, to_organisation_id, to_publication_id, parent_id, organisation_name, organisation_kind, sha256, published_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
/** $1 organisation · $2 statement · $3 content. */
export const sayContentSql = 'INSERT INTO publication_statement_content (organisation_id, statement_id, content) VALUES ($1, $2, $3)';
/** $1 organisation · $2 statement · $3 act · $4 by · $5 now. */
export const actSql = 'INSERT INTO publication_statement_act (organisation_id, statement_id, act, by, at) VALUES ($1, $2, $3, $4, $5)';

const waiting = 'NOT EXISTS (SELECT 1 FROM publication_statement_proposal_end e WHERE e.organisation_id = r.organisation_id AND e.proposal_id = r.id)';
const proposal = `r.id, r.said, r.proposed_by AS "proposedById", ${personName('r.proposed_by')} AS "proposedBy", ${moment('r.proposed_at')} AS "proposedAt", r.proposed_role AS "proposedRole"`;
/** $1 organisation · $2 dossier. Proposals that wait, the oldest first. */
export const waitingSql = `SELECT ${proposal} FROM publication_statement_proposal r WHERE r.organisation_id = $1 AND r.dossier_id = $2 AND ${waiting} ORDER BY r.proposed_at, r.id LIMIT 100`;
/** $1 organisation · $2 dossier · $3 proposal. One row with { waits }, or none. */
export const proposalSql = `SELECT ${proposal}, ${waiting} AS waits FROM publication_statement_proposal r WHERE r.organisation_id = $1 AND r.dossier_id = $2 AND r.id = $3`;
/** $1 organisation · $2 id · $3 dossier · $4 said · $5 by · $6 role · $7 now. */
export const proposeSql =
  'INSERT INTO publication_statement_proposal (organisation_id, id, dossier_id, said, proposed_by, proposed_role, proposed_at) VALUES ($1, $2, $3, $4, $5, $6::role, $7)';
/** $1 organisation · $2 proposal · $3 outcome · $4 by · $5 now. */
export const endSql = 'INSERT INTO publication_statement_proposal_end (organisation_id, proposal_id, outcome, by, at) VALUES ($1, $2, $3, $4, $5)';

/** $1 organisation · $2 dossier · $3 statement. One row { id, sha256, kind, element, isWithdrawn } of one's own, or none. */
export const ownStatementSql = `SELECT s.id, s.sha256, s.kind, s.element_code AS element, v.reason IS NOT NULL AS "isWithdrawn" FROM publication_statement s
  LEFT JOIN publication_statement_withdrawal v ON v.organisation_id = s.organisation_id AND v.statement_id = s.id
WHERE s.organisation_id = $1::uuid AND s.dossier_id = $2::uuid AND s.id = $3::uuid`;
/** $1 organisation · $2 statement · $3 reason · $4 now. */
export const withdrawSql = 'INSERT INTO publication_statement_withdrawal (organisation_id, statement_id, reason, withdrawn_at) VALUES ($1, $2, $3, $4)';
