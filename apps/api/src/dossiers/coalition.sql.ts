// The coalition of a dossier: who was asked, and what each gave.
import { moment } from '../platform/db/moment.sql.ts';

const given = (
  what: string,
  by: string,
) => `(SELECT count(*)::int FROM ${what} w WHERE w.organisation_id = c.organisation_id AND w.dossier_id = c.dossier_id AND w.${by} IN
    (SELECT h.person_id FROM coalition_hand h WHERE h.organisation_id = c.organisation_id AND h.dossier_id = c.dossier_id AND h.member_id = c.member_id))`;

/** $1 organisation · $2 dossier. One row { lead, kind, items }, or none where there is no such dossier. */
export const coalitionSql = `
SELECT json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS lead, d.kind,
  coalesce((SELECT json_agg(json_build_object('organisation', json_build_object('id', c.member_id, 'name', c.member_name), 'standing', c.standing,
      'invitedAt', ${moment('c.invited_at')}, 'answeredAt', ${moment('c.answered_at')}, 'endedAt', ${moment('c.ended_at')},
      'people', coalesce((SELECT json_agg(h.person_name ORDER BY h.since, h.person_name) FROM coalition_hand h
        WHERE h.organisation_id = c.organisation_id AND h.dossier_id = c.dossier_id AND h.member_id = c.member_id), '[]'),
      'judgements', ${given('assessment', 'author_id')}, 'evidence', ${given('evidence', 'added_by')}) ORDER BY c.invited_at, c.member_id)
    FROM coalition_member c WHERE c.organisation_id = d.organisation_id AND c.dossier_id = d.id), '[]') AS items
FROM dossier d JOIN organisation o ON o.id = d.organisation_id WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** Rows { item }: where the organisation in scope was asked in or works. */
export const mineSql = `
SELECT json_build_object('dossier', m.dossier, 'title', m.title, 'iso3', m.iso3, 'stateName', s.name, 'host', m.host, 'standing', m.standing, 'invitedAt', ${moment('m.invited_at')}) AS item
FROM app.my_coalitions() m JOIN state s ON s.iso3 = m.iso3`;

/** $1 dossier · $2 name. One row { done }: { member } or { refused }. */
export const inviteSql = 'SELECT app.invite_to_coalition($1::uuid, $2) AS done';
/** $1 dossier · $2 organisation. One row { after }: the standing, or null. */
export const endSql = 'SELECT app.end_in_coalition($1::uuid, $2::uuid) AS after';
/** $1 dossier · $2 organisation to tell. One row { step }: what this transaction has just done that concerns it, or null. */
export const stepSql = 'SELECT app.coalition_step($1::uuid, $2::uuid) AS step';
/** $1 dossier · $2 organisation to tell · $3 what its inboxes show · $4 one letter for each language. */
export const tellSql = 'SELECT app.tell_coalition($1::uuid, $2::uuid, $3::jsonb, $4::jsonb)';
/** $1 dossier · $2 accept, decline or leave. One row { done }: { standing, host } or null. */
export const answerSql = 'SELECT app.answer_coalition($1::uuid, $2) AS done';
