/** $1 organisation, $2 asker, $3 key hash (hex), $4 request hash (hex). A row means: the act is ours to do. Waits for an equal request under way. */
export const claimSql = `
INSERT INTO repeated_request (organisation_id, asker_id, key_sha256, request_sha256)
VALUES ($1::uuid, $2::uuid, decode($3, 'hex'), decode($4, 'hex'))
ON CONFLICT ON CONSTRAINT repeated_request_pkey
DO UPDATE SET request_sha256 = excluded.request_sha256, status = NULL, answer = NULL, at = now()
  WHERE repeated_request.at < now() - interval '24 hours'
RETURNING true AS claimed`;

/** $1 organisation, $2 asker, $3 key hash (hex): what the first request was, and what it was answered. */
export const rememberedSql = `
SELECT encode(request_sha256, 'hex') AS request, status::int AS status, encode(answer, 'base64') AS answer
FROM repeated_request WHERE organisation_id = $1::uuid AND asker_id = $2::uuid AND key_sha256 = decode($3, 'hex')`;

/** $1 organisation, $2 asker, $3 key hash (hex), $4 status, $5 sealed answer (base64). */
export const keepAnswerSql = `
UPDATE repeated_request SET status = $4::int, answer = decode($5, 'base64')
WHERE organisation_id = $1::uuid AND asker_id = $2::uuid AND key_sha256 = decode($3, 'hex')`;
