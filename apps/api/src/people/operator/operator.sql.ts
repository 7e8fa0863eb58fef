// What the operator reads and does: definer functions that answer counts and nothing else.
import { moment } from '../../platform/db/moment.sql.ts';

/** $1 organisation, or null for all. Rows { found }: CountedOrganisation. */
export const countedSql = `SELECT json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'iso3', o.iso3, 'version', o.version, 'foundedAt', ${moment('o.founded_at')},
  'suspendedAt', ${moment('o.suspended_at')}, 'members', o.members, 'leads', o.leads, 'invitations', o.invitations) AS found
FROM app.organisations_counted($1) o`;

/** $1 id · $2 kind · $3 name · $4 State or null · $5 language · $6 moment. One row { done }: `done`, or the code of a refusal. */
export const foundSql = 'SELECT app.found_organisation($1, $2::organisation_kind, $3, $4, $5, $6) AS done';
/** $1 organisation · $2 version seen · $3 name. One row { done }. */
export const renameSql = 'SELECT app.rename_organisation($1, $2, $3) AS done';
/** $1 organisation · $2 moment. One row { done }. */
export const suspendSql = 'SELECT app.suspend_organisation($1, $2) AS done';
/** $1 organisation. One row { done }. */
export const reinstateSql = 'SELECT app.reinstate_organisation($1) AS done';

/** One row { postgres, migrations, newest, catalogue }. */
export const versionsSql = `SELECT current_setting('server_version') AS postgres, count(m)::int AS migrations, max(m) AS newest,
  (SELECT version FROM catalogue_version ORDER BY loaded_at DESC LIMIT 1) AS catalogue FROM app.migrations() AS m`;
