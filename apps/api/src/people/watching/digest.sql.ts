// When a person is told by letter. What waits for one is marked on the news themselves.

/** $1 organisation · $2 person. One row Digest, or none as long as nothing was ever followed. */
export const digestSql = 'SELECT every, time_zone AS "timeZone" FROM digest_choice WHERE organisation_id = $1 AND person_id = $2';
/** $1 organisation · $2 person · $3 every · $4 time zone · $5 next turn. What was chosen already stays. */
export const beginDigestSql =
  'INSERT INTO digest_choice (organisation_id, person_id, every, time_zone, due_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_id, person_id) DO NOTHING';
/** The same, chosen anew. */
export const chooseDigestSql = `INSERT INTO digest_choice (organisation_id, person_id, every, time_zone, due_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (organisation_id, person_id) DO UPDATE SET every = EXCLUDED.every, time_zone = EXCLUDED.time_zone, due_at = EXCLUDED.due_at`;
/** $1 organisation · $2 person. Nothing waits for a letter any more. */
export const sendNoneSql = "UPDATE news SET letter = 'none' WHERE organisation_id = $1 AND person_id = $2 AND letter = 'waiting'";

/** $1 now · $2 at most. Rows of Due. */
export const dueSql = 'SELECT organisation, person, every, zone, email, locale, items FROM app.digests_due($1, $2)';
/** $1 organisation · $2 person · $3 news · $4 letter, or null · $5 next turn. One row { done }. */
export const sendSql = 'SELECT app.send_digest($1, $2, $3, $4, $5) AS done';
/** $1 organisation · $2 person. */
export const stopSql = 'SELECT app.stop_digest($1, $2) AS done';
