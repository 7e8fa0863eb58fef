// Row-level security gives the sources of which the person in scope is a reader, and no other: nothing here asks for it a second time.
import { personName } from '../../people/person-name.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';

const person = (column: string) => `json_build_object('id', ${column}, 'name', ${personName(column)})`;

/** The standing readers of `s` source, those who have read longest first. */
const readers = `SELECT r.person_id, r.at, r.number, coalesce(m.status = 'active', false) AS active FROM (
    SELECT DISTINCT ON (n.person_id) n.person_id, n.act, n.at, n.number FROM source_reader n
    WHERE n.organisation_id = s.organisation_id AND n.source_id = s.id ORDER BY n.person_id, n.number DESC) r
  LEFT JOIN membership m ON m.organisation_id = s.organisation_id AND m.person_id = r.person_id WHERE r.act = 'named'`;

const source = `json_build_object('id', s.id, 'addedBy', ${person('s.added_by')}, 'addedAt', ${moment('s.added_at')},
  'version', v.number, 'revisedBy', ${person('v.by')}, 'revisedAt', ${moment('v.at')},
  'readers', (SELECT json_agg(json_build_object('person', ${person('r.person_id')}, 'since', ${moment('r.at')}, 'isWriter', r.person_id = s.added_by, 'isActive', r.active)
      ORDER BY r.number) FROM (${readers}) r),
  'erased', CASE WHEN s.erased_at IS NOT NULL THEN json_build_object('by', ${person('s.erased_by')}, 'at', ${moment('s.erased_at')}, 'because', s.erased_because) END)`;
const sources = `FROM source s JOIN LATERAL (SELECT r.number, r.by, r.at FROM source_revision r
    WHERE r.organisation_id = s.organisation_id AND r.source_id = s.id ORDER BY r.number DESC LIMIT 1) v ON true
  WHERE s.organisation_id = $1::uuid AND s.evidence_id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 piece. One row { erased }, or none. */
export const pieceSql = 'SELECT e.erased_at IS NOT NULL AS erased FROM evidence e WHERE e.organisation_id = $1 AND e.dossier_id = $2 AND e.id = $3';

/** $1 organisation · $2 piece. Rows { source }, oldest first. */
export const sourcesSql = `SELECT ${source} AS source ${sources} ORDER BY s.added_at, s.id`;

/** $1 organisation · $2 piece · $3 source. One row { source }, or none. */
export const sourceSql = `SELECT ${source} AS source ${sources} AND s.id = $3::uuid`;

/** $1 organisation · $2 id · $3 piece · $4 by · $5 moment. */
export const addSql = 'INSERT INTO source (organisation_id, id, evidence_id, added_by, added_at) VALUES ($1, $2, $3, $4, $5)';

/** $1 organisation · $2 source · $3 number · $4 sealed · $5 by · $6 moment. One row { number }, or none where another came first. */
export const reviseSql = `INSERT INTO source_revision (organisation_id, source_id, number, sealed, by, at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING RETURNING number`;

/** $1 organisation · $2 source · $3 number, or null for the newest. One row { number, sealed, by, at }, or none. */
export const sealedSql = `SELECT r.number, r.sealed, ${person('r.by')} AS by, ${moment('r.at')} AS at FROM source_revision r
  WHERE r.organisation_id = $1 AND r.source_id = $2 AND ($3::int IS NULL OR r.number = $3) ORDER BY r.number DESC LIMIT 1`;

/** $1 organisation · $2 source · $3 person · $4 named or unnamed · $5 by · $6 moment. */
export const readerSql = `INSERT INTO source_reader (organisation_id, source_id, number, person_id, act, by, at) VALUES ($1, $2, 0, $3, $4, $5, $6)`;

/** $1 organisation · $2 person. A row where he or she is an active member. */
export const memberSql = `SELECT 1 FROM membership m WHERE m.organisation_id = $1 AND m.person_id = $2 AND m.status = 'active'`;

/** $1 source · $2 why · $3 moment. One row { erased }. */
export const eraseSql = 'SELECT app.erase_source($1, $2, $3) AS erased';
export const unreadSql = 'SELECT count(*)::int AS count FROM app.unread_sources()';
/** $1 moment. Rows { id }. */
export const eraseUnreadSql = 'SELECT id FROM app.erase_unread_sources($1)';
