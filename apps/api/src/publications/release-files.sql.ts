// Files of releases.

/** $1 organisation · $2 sha256. One row where the bytes were copied for an earlier release. */
export const hasBytesSql = 'SELECT 1 AS there FROM publication_bytes WHERE organisation_id = $1 AND sha256 = $2';
/** $1 organisation · $2 sha256 · $3 bytes. */
export const addBytesSql = 'INSERT INTO publication_bytes (organisation_id, sha256, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
/** $1 organisation · $2 release · $3 id · $4 name · $5 media type · $6 size · $7 sha256. */
export const addFileSql =
  'INSERT INTO publication_file (organisation_id, publication_id, id, name, media_type, size_bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7)';
/** $1 release · $2 file. One row of File, none where it was withdrawn; in the role of the public. */
export const fileSql = `SELECT organisation_id AS organisation, name, media_type AS "mediaType", size_bytes AS "sizeBytes", sha256
FROM publication_file WHERE publication_id = $1::uuid AND id = $2::uuid`;
/** $1 organisation · $2 sha256 · $3 first byte, from 1 · $4 how many. One row { bytes }. */
export const partSql = 'SELECT substring(bytes FROM $3::int FOR $4::int) AS bytes FROM publication_bytes WHERE organisation_id = $1::uuid AND sha256 = $2';
