// Members and invitations: what the page reads, and one statement for each step of a change.
import { moment } from '../../platform/db/moment.sql.ts';

/** One member as read; what is for leads only is taken out by rule. */
export interface MemberRow {
  person: string;
  name: string;
  email: string;
  role: 'lead' | 'reviewer' | 'contributor' | 'viewer';
  status: 'active' | 'suspended' | 'left';
  body: { id: string; name: string; shortName: string } | null;
  version: number;
  since: string;
  endedAt: string | null;
  lastActiveOn: string | null;
  hasSecondFactor: boolean;
  /** How many active leads there are beside this member. */
  otherLeads: number;
  /** Comes back with the organisation only. */
  waits: boolean;
}

const memberJson = `json_build_object('person', m.person_id, 'name', p.name, 'email', p.email, 'role', m.role, 'status', m.status,
  'body', CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name, 'shortName', b.short_name) END, 'version', m.version,
  'since', ${moment('m.created_at')}, 'endedAt', ${moment('m.ended_at')}, 'lastActiveOn', m.last_active_on, 'hasSecondFactor', app.second_factors_of(m.person_id) && ARRAY['totp', 'passkey'],
  'otherLeads', (SELECT count(*)::int FROM membership o WHERE o.organisation_id = m.organisation_id AND o.person_id <> m.person_id AND o.role = 'lead' AND o.status = 'active'),
  'waits', m.suspended_with_organisation)`;
const members = `FROM membership m JOIN person p ON p.id = m.person_id
  LEFT JOIN body b ON b.organisation_id = m.organisation_id AND b.id = m.body_id
  WHERE m.organisation_id = $1 AND m.status <> 'invited'`;

/** $1 organisation. Rows { found }: MemberRow; active first, then suspended, then those who left; by role and name. */
export const membersSql = `SELECT ${memberJson} AS found ${members} ORDER BY array_position('{active,suspended,left}'::membership_status[], m.status), m.role, lower(p.name), p.id`;

/** $1 organisation · $2 person. One row { found }: MemberRow, or none. */
export const memberSql = `SELECT ${memberJson} AS found ${members} AND m.person_id = $2`;

/** $1 organisation · $2 moment. Rows { found }: OpenInvitation. */
export const invitationsSql = `SELECT json_build_object('id', i.id, 'email', i.email, 'role', i.role, 'body', i.body, 'invitedBy', coalesce(p.name, 'Former member'),
  'sentAt', ${moment('i.created_at')}, 'expiresAt', ${moment('i.expires_at')}, 'isOver', i.expires_at <= $2::timestamptz) AS found
FROM invitation i LEFT JOIN person p ON p.id = i.invited_by
WHERE i.organisation_id = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.created_at DESC, i.email`;

/** $1 organisation. Holds it, so that changes of its people take turns. One row { name, locale }. */
export const holdOrganisationSql = 'SELECT name, locale FROM organisation WHERE id = $1 FOR NO KEY UPDATE';

/** $1 organisation · $2 person · $3 version seen · $4 role · $5 body. One row { version }, or none where the version is no longer the newest. */
export const reviseMemberSql = `UPDATE membership SET role = $4::role, body_id = $5::uuid, version = version + 1
WHERE organisation_id = $1 AND person_id = $2 AND version = $3 RETURNING version`;

/** $1 organisation · $2 person · $3 version seen · $4 status · $5 moment of the end, or null. One row { version }, or none. */
export const changeStatusSql = `UPDATE membership SET status = $4::membership_status, ended_at = $5::timestamptz, version = version + 1
WHERE organisation_id = $1 AND person_id = $2 AND version = $3 RETURNING version`;

/** $1 organisation · $2 bodies, uuid[]. Rows { id, name } of those that are not archived. */
export const openBodiesSql = 'SELECT id, name FROM body WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) AND archived_at IS NULL';

/** $1 organisation · $2 invitation. One row { email, role, body } of an open one, or none. */
export const openInvitationSql = `SELECT email, role, body FROM invitation
WHERE organisation_id = $1 AND id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL`;
