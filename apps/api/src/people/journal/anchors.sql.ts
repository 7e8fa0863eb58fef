/** $1 microseconds: heads whose last anchor is older. */
export const dueSql = `
SELECT organisation_id AS organisation, number, seq::float8 AS seq, encode(hash, 'hex') AS hash, encode(previous, 'hex') AS previous FROM app.anchors_due($1)`;

/** $1 organisation · $2 number · $3 seq · $4 hash · $5 moment · $6 key · $7 previous · $8 signature. { kept }: false where another process was first. */
export const keepSql = `
SELECT app.keep_anchor($1, $2, $3, decode($4, 'hex'), $5, $6, decode($7, 'hex'), decode($8, 'hex')) AS kept`;

/** $1 organisation. Its anchors in order, each with the hash that the chain has at its place today (null: none). */
export const anchorsSql = `
SELECT a.number, a.seq::float8 AS seq, encode(a.hash, 'hex') AS hash, a.at_us::float8 AS "atUs", a.key_id AS key, encode(a.previous, 'hex') AS previous,
  encode(a.signature, 'hex') AS signature, encode(e.hash, 'hex') AS "hashToday"
FROM journal_anchor a LEFT JOIN journal_entry e ON e.organisation_id = a.organisation_id AND e.seq = a.seq
WHERE a.organisation_id = $1::uuid ORDER BY a.number`;

/** Every key that ever signed. */
export const keysSql = 'SELECT id, spki FROM journal_key ORDER BY added_at, id';

/** The head of the chain in scope, or no row. */
export const headSql = `SELECT seq::float8 AS seq, encode(hash, 'hex') AS hash FROM app.journal_head()`;
