import { elementStates } from '../dossiers/element-state.sql.ts';
import { requestStandings } from '../dossiers/request-standing.sql.ts';
import { coverageRows } from '../gaps/gaps.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';
import { overridesJson } from '../treaties/adherence.sql.ts';

const roleOf = (person: string) => `(SELECT m.role FROM membership m WHERE m.organisation_id = $1 AND m.person_id = ${person} AND m.status = 'active')`;

/**
 * The rows of the status report and its head. $1 organisation · $2 dossier · $3 day · $4 whether restricted evidence is taken in. One row { head, rows, coverage, cutOff, restricted, requests, adherence, overrides, stateSource },
 * none where there is no such dossier. One statement, so that rows and coverage are of the same moment. Restricted evidence is left out of the rows, unless asked for, and counted.
 */
export const statusSql = `WITH ${elementStates('= $2', '$3')}, standing AS (
  SELECT a.*, r.by_role AS reviewer_role, r.at AS reviewed_at
  FROM current_assessment c
  JOIN assessment a ON a.organisation_id = c.organisation_id AND a.id = c.standing_id
  LEFT JOIN LATERAL (SELECT r.by_role, r.at FROM review r WHERE r.organisation_id = a.organisation_id AND r.assessment_id = a.id AND r.act <> 'submit' ORDER BY r.ordinal DESC LIMIT 1) r ON true
  WHERE c.organisation_id = $1 AND c.dossier_id = $2
), pieces AS (
  SELECT st.element_code, ct.ordinal, ct.pinpoint, ct.stance, ev.id, ev.kind, ev.title, ev.citation, ev.originator, ev.dated_on, ev.confidentiality, ev.changed_at, ev.withdrawn_at,
    coalesce(ev.out_of_date_on <= $3::date, false) AS is_out_of_date
  FROM standing st
  JOIN citation ct ON ct.organisation_id = st.organisation_id AND ct.assessment_id = st.id
  JOIN evidence ev ON ev.organisation_id = ct.organisation_id AND ev.id = ct.evidence_id
), listed AS (
  SELECT p.element_code, jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'citation', p.citation, 'originator', p.originator,
    'pinpoint', p.pinpoint, 'stance', p.stance, 'confidentiality', p.confidentiality, 'datedOn', p.dated_on, 'isOutOfDate', p.is_out_of_date) ORDER BY p.ordinal) AS evidence
  FROM pieces p WHERE (p.confidentiality <> 'restricted' OR $4::boolean) AND p.withdrawn_at IS NULL GROUP BY p.element_code
), asked AS (${requestStandings('= $2', '$3')})
SELECT json_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'iso3', d.iso3, 'stateName', s.name, 'organisation', o.name) AS head,
  ${moment(`greatest((SELECT max(greatest(st.recorded_at, st.reviewed_at)) FROM standing st), (SELECT max(p.changed_at) FROM pieces p),
    (SELECT max(c.status_since) FROM current_assessment c WHERE c.organisation_id = $1 AND c.dossier_id = $2),
    (SELECT max(asked_at) FROM asked), (SELECT max(t.at) FROM evidence_request_step t WHERE t.organisation_id = $1 AND t.dossier_id = $2),
    (SELECT max(g.assigned_at) FROM element_assignment g WHERE g.organisation_id = $1 AND g.dossier_id = $2))`)} AS "cutOff",
  (SELECT count(DISTINCT p.id)::int FROM pieces p WHERE p.confidentiality = 'restricted' AND p.withdrawn_at IS NULL) AS restricted,
  (SELECT jsonb_agg(jsonb_build_object('element', s.code, 'obligation', s.obligation, 'article', s.article, 'citation', s.citation, 'title', s.title, 'section', s.section,
      'applies', s.applies, 'ground', s.ground, 'groundReason', s."groundReason", 'law', s.law, 'practice', s.practice, 'lawProof', s."lawProof", 'practiceProof', s."practiceProof",
      'reviewStatus', s."reviewStatus", 'asOf', s."asOf", 'periodFrom', st.period_from, 'periodTo', st.period_to, 'reasons', coalesce(st.reasons, ''), 'qualifierNote', coalesce(st.qualifier_note, ''),
      'recordedAt', ${moment('st.recorded_at')}, 'authorRole', st.author_role, 'authorBody', st.author_body, 'reviewerRole', st.reviewer_role, 'reviewedAt', ${moment('st.reviewed_at')},
      'wordingSha256', st.wording_sha256, 'evidence', coalesce(l.evidence, '[]'), 'gaps', to_jsonb(s.gaps),
      'responsible', CASE WHEN s."bodyId" IS NOT NULL OR s."ownerId" IS NOT NULL THEN jsonb_build_object('body', s.body->>'name', 'role', ${roleOf('s."ownerId"')}) END) ORDER BY s.ordinal)
    FROM element_state s LEFT JOIN standing st ON st.element_code = s.code LEFT JOIN listed l ON l.element_code = s.code) AS rows,
  (SELECT json_agg(t) FROM (${coverageRows}) t) AS coverage,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'element', q.element_code, 'citation', e.citation, 'wanted', q.wanted, 'askedOn', to_char(q.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
      'dueOn', q.due_on, 'of', jsonb_build_object('body', b.name, 'role', ${roleOf('q.person_id')}), 'isOverdue', q.overdue,
      'state', CASE q.last WHEN 'answer' THEN 'answered' WHEN 'send_back' THEN 'sent_back' WHEN 'decline' THEN 'declined' ELSE 'open' END) ORDER BY q.due_on, e.ordinal, q.id), '[]')
    FROM asked q JOIN element e ON e.code = q.element_code LEFT JOIN body b ON b.organisation_id = q.organisation_id AND b.id = q.body_id WHERE q.unfinished) AS requests,
  json_build_object('status', s.status, 'type', s.type, 'depositedOn', s.deposited_on, 'isCrcParty', s.is_crc_party) AS adherence, ${overridesJson} AS overrides, s.source AS "stateSource"
FROM dossier d JOIN state s ON s.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id
WHERE d.organisation_id = $1 AND d.id = $2`;
