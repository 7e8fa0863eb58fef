// What the database holds, asked of its own catalogue, so that a table added tomorrow is in tomorrow's backup.
import pg from 'pg';

const id = pg.escapeIdentifier;

/** Left out, each for its reason; every other table is in the archive. */
export const leftOut = {
  'public.outbox': 'letters hold one-time links; and a drill must not write to people',
  'public.instance': 'says what this instance is, not what it knows',
  'app.context_key': 'the key of this instance; given by start or prepare',
  'public._prisma_migrations': 'the manifest names them; restore applies them',
};

export const nameOf = ({ schema, table }) => `${id(schema)}.${id(table)}`;
const columnsOf = ({ columns }) => columns.map(id).join(', ');
/** In the order of the key: a heap gives the same rows in different orders. */
export const copyOut = (t) =>
  `COPY (SELECT ${columnsOf(t)} FROM ${nameOf(t)} ORDER BY ${(t.order.length ? t.order : [`${id(t.table)}::text COLLATE "C"`]).join(', ')}) TO STDOUT`;
export const copyIn = (t) => `COPY ${nameOf(t)} (${columnsOf(t)}) FROM STDIN`;

/** Text of rows that depends on no setting of server or session. */
export const settle =
  "SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET timezone = 'UTC'; SET bytea_output = 'hex'; SET extra_float_digits = 1; SET intervalstyle = 'iso_8601'; SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0";

/** The tables of an archive with their columns, in a fixed order; generated columns make themselves. `order` makes the same rows the same text. */
export async function tablesOf(db) {
  const { rows } = await db.query(`
    SELECT n.nspname AS schema, c.relname AS "table", json_agg(a.attname ORDER BY a.attnum) AS columns,
      coalesce((SELECT json_agg(quote_ident(k.attname) || CASE WHEN k.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY u.place)
        FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS u (number, place) JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = u.number
        WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS "order"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname IN ('public', 'app') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY 1, 2, c.oid ORDER BY 1, 2`);
  return rows.filter(({ schema, table }) => !(`${schema}.${table}` in leftOut));
}

/** Sequences and where they stand. */
export async function sequencesOf(db) {
  const { rows } = await db.query(
    "SELECT schemaname AS schema, sequencename AS sequence, last_value::text AS value FROM pg_sequences WHERE schemaname IN ('public', 'app') ORDER BY 1, 2",
  );
  return rows;
}

/** Applied migrations with the checksum of their text. */
export async function migrationsOf(db) {
  const {
    rows: [{ there }],
  } = await db.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!there) return [];
  const { rows } = await db.query(
    'SELECT migration_name AS name, checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return rows;
}

/** Heads of the journal's chains: an archive that verifies must end exactly here. */
export async function chainsOf(db) {
  const { rows } = await db.query("SELECT organisation_id AS organisation, seq::text, encode(hash, 'hex') AS hash FROM public.journal_head ORDER BY 1");
  return rows;
}

/** Every broken link of every chain, and every head that is not its chain's last entry. */
export async function brokenChains(db) {
  const { rows } = await db.query(`
    WITH links AS (
      SELECT e.organisation_id AS o, e.seq, e.hash, e.prev_hash, app.journal_hash(e) AS right_hash, lag(e.hash) OVER w AS before, coalesce(lag(e.seq) OVER w, 0) AS before_seq
      FROM public.journal_entry e WINDOW w AS (PARTITION BY e.organisation_id ORDER BY e.seq)
    ), last AS (SELECT DISTINCT ON (o) o, seq, hash FROM links ORDER BY o, seq DESC)
    SELECT o AS organisation, seq::text FROM links
      WHERE hash IS DISTINCT FROM right_hash OR seq <> before_seq + 1 OR prev_hash IS DISTINCT FROM coalesce(before, sha256(convert_to(o::text, 'UTF8')))
    UNION ALL
    SELECT coalesce(l.o, h.organisation_id), coalesce(h.seq, l.seq)::text FROM last l FULL JOIN public.journal_head h ON h.organisation_id = l.o
      WHERE (l.seq, l.hash) IS DISTINCT FROM (h.seq, h.hash) AND NOT (l.o IS NULL AND h.seq = 0)
    LIMIT 20`);
  return rows;
}

/** The files that rows name, by organisation and SHA-256; the bytes of an erased piece are gone, though its row says that it was. */
export const filesSql = `SELECT DISTINCT f.organisation_id AS organisation, f.sha256 FROM public.evidence_file f
  JOIN public.evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id WHERE to_jsonb(e) ->> 'erased_at' IS NULL`;
/** The copies without metadata; a database of before 27 November 2026 has none. */
const copiesSql = 'SELECT c.organisation_id AS organisation, c.sha256 FROM public.evidence_copy c WHERE c.sha256 IS NOT NULL';
export async function filesOf(db) {
  const {
    rows: [{ copies }],
  } = await db.query("SELECT to_regclass('public.evidence_copy') IS NOT NULL AS copies");
  const { rows } = await db.query(`${filesSql}${copies ? ` UNION ${copiesSql}` : ''} ORDER BY 1, 2`);
  return rows;
}
