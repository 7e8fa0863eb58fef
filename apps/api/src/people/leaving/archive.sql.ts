// What an organisation takes along is asked of the database's own catalogue: every table of its own that the API's role may read,
// so that a table added tomorrow is in tomorrow's archive.
import pg from 'pg';

export interface Table {
  name: string;
  columns: string[];
  /** Columns of its key, by which rows come in the same order each time. */
  key: string[];
}

/** What people follow, which is theirs alone; technical rows, of no use elsewhere; bytes of reports, which are made anew from the record, and of published files, which anyone may fetch; and sources, which are in no archive unless asked for twice (archive.sources.ts). */
const leftOut = [
  'arriving_file',
  'digest_choice',
  'follow',
  'news',
  'repeated_request',
  'publication_bytes',
  'report_bytes',
  'session',
  'source',
  'source_reader',
  'source_revision',
];
/** Columns that open something: hashes of tokens and the like. */
const secret = '(token|secret|password|_key_sha256|^key_sha256)';

/** Rows { name, columns, key } */
export const tablesSql = `SELECT c.relname AS name,
    (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attname !~ '${secret}' AND has_column_privilege(c.oid, a.attnum, 'SELECT')) AS columns,
    (SELECT json_agg(k.attname ORDER BY u.place) FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS u (number, place)
       JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = u.number WHERE i.indrelid = c.oid AND i.indisprimary) AS key
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND c.relname <> ALL ('{${leftOut}}')
    AND (c.relname IN ('organisation', 'person') OR EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'organisation_id' AND NOT o.attisdropped))
    AND has_any_column_privilege(c.oid, 'SELECT') ORDER BY 1`;

const id = pg.escapeIdentifier;
export const countSql = ({ name, columns }: Table) => `SELECT count(*)::int AS rows FROM (SELECT ${columns.slice(0, 1).map(id).join()} FROM ${id(name)}) t`;
/** Opens the cursor; each row comes as one line of JSON. */
export const cursorSql = ({ name, columns, key }: Table) =>
  `DECLARE archive NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS line FROM (SELECT ${columns.map(id).join(', ')} FROM ${id(name)} ORDER BY ${key.map(id).join(', ')}) r`;
export const fetchSql = 'FETCH 500 FROM archive';
export const closeSql = 'CLOSE archive';

/** Rows { id, evidence, name, sha256, size }: the files whose bytes are kept. */
export const filesSql = `SELECT f.id, f.evidence_id AS evidence, f.name, f.sha256, f.size_bytes::float8 AS size
  FROM evidence_file f JOIN evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id WHERE e.erased_at IS NULL ORDER BY f.evidence_id, f.id`;
