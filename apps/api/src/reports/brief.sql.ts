// What the brief of a post or a body reads, over all dossiers of the organisation.
import { elementStates } from '../dossiers/element-state.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';
import { overridesJson } from '../treaties/adherence.sql.ts';

/** $1 organisation · $2 person. One row { person, body }, or none where nobody of the organisation is called so. */
export const postSql = `SELECT json_build_object('id', p.id, 'name', p.name, 'role', m.role, 'isMember', m.status = 'active') AS person,
  CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name) END AS body
FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN body b ON b.organisation_id = m.organisation_id AND b.id = m.body_id
WHERE m.organisation_id = $1 AND m.person_id = $2`;

/** $1 organisation · $2 body. One row { body }, or none. */
export const bodySql = `SELECT json_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name) AS body FROM body b WHERE b.organisation_id = $1 AND b.id = $2`;

const judged = (
  a: string,
  status: string,
) => `CASE WHEN ${a}.id IS NOT NULL THEN json_build_object('number', ${a}.number, 'status', ${status}, 'author', coalesce(${a}_author.name, 'Former member'),
  'recordedAt', ${moment(`${a}.recorded_at`)}, 'reasons', ${a}.reasons) END`;

/** $1 organisation · $2 day · $3 person or null · $4 body or null. One row { organisation, dossiers, elements }. */
export const briefSql = `WITH ${elementStates('IN (SELECT id FROM dossier WHERE organisation_id = $1)', '$2')}, mine AS (
  SELECT s.*, c.latest_id, c.standing_id, c.latest_status, CASE
    WHEN s."ownerId" = $3::uuid THEN 'post'
    WHEN s."bodyId" = $4::uuid AND ($3::uuid IS NULL OR s."ownerId" IS NULL) THEN 'body'
    WHEN c.latest_author_id = $3::uuid AND c.latest_status IN ('draft', 'returned') THEN 'author' END AS because
  FROM element_state s
  LEFT JOIN current_assessment c ON c.organisation_id = $1 AND c.dossier_id = s."dossierId" AND c.element_code = s.code
  WHERE s.applies
)
SELECT (SELECT name FROM organisation WHERE id = $1) AS organisation,
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'iso3', d.iso3, 'stateName', s.name,
      'adherence', json_build_object('status', s.status, 'type', s.type, 'depositedOn', s.deposited_on, 'isCrcParty', s.is_crc_party),
      'overrides', ${overridesJson}, 'stateSource', s.source) ORDER BY d.title, d.id), '[]')
    FROM dossier d JOIN state s ON s.iso3 = d.iso3 WHERE d.organisation_id = $1) AS dossiers,
  (SELECT coalesce(json_agg(json_build_object('dossier', m."dossierId", 'code', m.code, 'obligation', m.obligation, 'article', m.article, 'citation', m.citation, 'title', m.title,
      'because', m.because, 'body', m.body, 'owner', m.owner,
      'handedOver', CASE WHEN given.cause = 'handed_over' AND before.person_id IS NOT NULL THEN json_build_object('from', coalesce(former.name, 'Former member'), 'at', ${moment('given.assigned_at')}) END,
      'law', m.law, 'practice', m.practice, 'lawProof', m."lawProof", 'practiceProof', m."practiceProof", 'asOf', m."asOf",
      'standing', ${judged('standing', `CASE WHEN m."standingAccepted" THEN 'accepted' ELSE 'submitted' END`)},
      'latest', CASE WHEN m.latest_id IS DISTINCT FROM m.standing_id THEN ${judged('latest', 'm.latest_status')} END,
      'returned', CASE WHEN m.latest_status = 'returned' THEN m."statusReason" END,
      'supports', m.supports, 'contradicts', m.contradicts, 'outOfDate', m."outOfDate", 'gaps', m.gaps) ORDER BY d.title, d.id, m.ordinal), '[]')
    FROM mine m JOIN dossier d ON d.organisation_id = $1 AND d.id = m."dossierId"
    LEFT JOIN assessment standing ON standing.organisation_id = $1 AND standing.id = m.standing_id
    LEFT JOIN person standing_author ON standing_author.id = standing.author_id
    LEFT JOIN assessment latest ON latest.organisation_id = $1 AND latest.id = m.latest_id
    LEFT JOIN person latest_author ON latest_author.id = latest.author_id
    LEFT JOIN LATERAL (SELECT a.number, a.cause, a.assigned_at FROM element_assignment a
      WHERE a.organisation_id = $1 AND a.dossier_id = m."dossierId" AND a.element_code = m.code ORDER BY a.number DESC LIMIT 1) given ON true
    LEFT JOIN element_assignment before ON before.organisation_id = $1 AND before.dossier_id = m."dossierId" AND before.element_code = m.code AND before.number = given.number - 1
    LEFT JOIN person former ON former.id = before.person_id
    WHERE m.because IS NOT NULL) AS elements`;
