// A file is spoken for from before it is kept until its row is written (decision 0023).

/** Files that rows name: what was stored, and the copies without metadata. */
const namedFiles = `(SELECT f.organisation_id, f.sha256, f.size_bytes FROM evidence_file f JOIN evidence e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id
    WHERE e.erased_at IS NULL UNION ALL SELECT c.organisation_id, c.sha256, c.size_bytes FROM evidence_copy c WHERE c.sha256 IS NOT NULL)`;

/** What two acts on the same bytes of one organisation wait for. */
const lockOf = (organisation: string, sha256: string) => `hashtextextended('kept file ' || ${organisation} || ${sha256}, 0)`;

/** $1 organisation · $2 id · $3 sha256. Speaks for a file that is about to be kept; waits while it is being taken away. */
export const arriveSql = `WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(${lockOf('$1::text', '$3::text')}))
INSERT INTO arriving_file (organisation_id, id, sha256) SELECT $1::uuid, $2::uuid, $3::text FROM held`;

/** $1 organisation · $2 id. One row where the file was still spoken for: its row may point to it. */
export const arrivedSql = 'DELETE FROM arriving_file WHERE organisation_id = $1::uuid AND id = $2::uuid RETURNING id';

/** $1 id. The same for a guest of a coalition, who sees nothing that is on its way. */
export const guestArrivedSql = 'SELECT app.guest_file_arrived($1::uuid) AS id';

/** $1 organisation · $2 sha256. Until the end of the transaction nobody else speaks for the file. */
export const holdSql = `SELECT pg_advisory_xact_lock(${lockOf('$1::text', '$2::text')})`;

/** $1 organisation · $2 sha256 · $3 moment. What was spoken for before it and never came: its server was killed. */
export const giveUpSql = 'DELETE FROM arriving_file WHERE organisation_id = $1 AND sha256 = $2 AND since < $3';

/** $1 organisation · $2 moment. The same for all that an organisation was promised, so that nothing of it stays. */
export const giveUpAllSql = 'DELETE FROM arriving_file WHERE organisation_id = $1 AND since < $2';

/** $1 organisation · $2 piece. Rows { sha256 }: every file that it ever had. */
export const everFilesSql = 'SELECT DISTINCT sha256 FROM evidence_file WHERE organisation_id = $1 AND evidence_id = $2';

/** $1 organisation · $2 sha256. One row where neither a row names the file nor anyone speaks for it. */
export const freeSql = `SELECT 1 AS free WHERE NOT EXISTS (SELECT 1 FROM arriving_file a WHERE a.organisation_id = $1 AND a.sha256 = $2)
  AND NOT EXISTS (SELECT 1 FROM ${namedFiles} f WHERE f.organisation_id = $1 AND f.sha256 = $2)`;

/** $1 organisation · $2 hashes, text[]. Rows { sha256 }: those that no row names. */
export const unnamedSql = `SELECT s.sha256 FROM unnest($2::text[]) AS s(sha256)
WHERE NOT EXISTS (SELECT 1 FROM ${namedFiles} f WHERE f.organisation_id = $1 AND f.sha256 = s.sha256)`;

/** $1 organisation · $2 hash after which to go on · $3 how many. Rows { sha256, size }: the files that rows name. */
export const namedSql = `SELECT f.sha256, max(f.size_bytes)::int AS size FROM ${namedFiles} f
WHERE f.organisation_id = $1 AND f.sha256 > $2 GROUP BY f.sha256 ORDER BY f.sha256 LIMIT $3`;

/** $1 organisation · $2 sha256. One row where a row names the file at this moment. */
export const stillNamedSql = `SELECT 1 AS named FROM ${namedFiles} f WHERE f.organisation_id = $1 AND f.sha256 = $2 LIMIT 1`;

export const organisationsSql = 'SELECT organisation_id AS id FROM app.organisation_ids()';
