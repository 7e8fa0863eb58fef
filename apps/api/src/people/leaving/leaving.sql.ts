import { moment } from '../../platform/db/moment.sql.ts';

/** $1 organisation. One row { id, name, asked }: `asked` is null where no deletion is asked for. */
export const leavingSql = `SELECT o.id, o.name, (
    SELECT json_build_object('by', json_build_object('id', l.asked_by, 'name', coalesce(p.name, '')), 'at', ${moment('l.asked_at')}, 'due', ${moment('l.due_at')})
    FROM organisation_leaving l LEFT JOIN person p ON p.id = l.asked_by WHERE l.organisation_id = o.id AND l.taken_back_at IS NULL) AS asked
  FROM organisation o WHERE o.id = $1`;

/** $1 organisation · $2 id · $3 person · $4 days. Fails on organisation_leaving_once where one is asked for already. */
export const askSql = `INSERT INTO organisation_leaving (organisation_id, id, asked_by, due_at) VALUES ($1, $2, $3, now() + make_interval(days => $4))
  ON CONFLICT (organisation_id) WHERE taken_back_at IS NULL DO NOTHING`;

/** $1 organisation · $2 person. One row where one was asked for. */
export const takeBackSql = `UPDATE organisation_leaving SET taken_back_by = $2, taken_back_at = now()
  WHERE organisation_id = $1 AND taken_back_at IS NULL AND erased_at IS NULL RETURNING id`;

/** $1 organisation. Rows { to, locale }: the active members, each in his or her language, else in that of the organisation. */
export const membersSql = `SELECT p.email AS "to", coalesce(p.locale, o.locale) AS locale
  FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
  WHERE m.organisation_id = $1 AND m.status = 'active' AND p.disabled_at IS NULL ORDER BY p.id`;

export const dueSql = 'SELECT organisation_id AS organisation FROM app.leavings_due()';
export const eraseSql = 'SELECT app.erase_organisation($1) AS erased';
export const doneSql = 'SELECT app.leaving_done($1)';
