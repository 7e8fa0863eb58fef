// How requests for evidence stand and for whom each waits: the list of requests, the gap list and the list of dossiers all read this.

/** Whether the person of the scope belongs to the body that the request `r` asks. */
export const isWithinBody = `(r.body_id IS NOT NULL AND EXISTS (SELECT 1 FROM membership m
    WHERE m.organisation_id = r.organisation_id AND m.person_id = (SELECT app.person()) AND m.body_id = r.body_id AND m.status = 'active'))`;

/**
 * A query of the requests of dossiers, of the organisation $1: every column of the request, and `last` (its last act, or null), `unfinished`,
 * `waits` (for an answer), `mine` (it waits for the person of the scope). `dossierIs` is what follows `dossier_id`, `on` the parameter of the day: a
 * request is `overdue` from the day after it was due, as long as nobody has answered.
 */
export const requestStandings = (dossierIs: string, on: string) => `SELECT s.*, s.waits AND s.due_on < ${on}::date AS overdue,
    CASE WHEN s.waits THEN coalesce(s.person_id = (SELECT app.person()), false) OR s.within WHEN s.last IN ('answer', 'decline') THEN s.asked_by = (SELECT app.person()) ELSE false END AS mine
  FROM (SELECT r.*, l.act AS last, l.act IS NULL OR l.act = 'send_back' AS waits, l.act IS NULL OR l.act NOT IN ('accept', 'close') AS unfinished, ${isWithinBody} AS within
    FROM evidence_request r
    LEFT JOIN LATERAL (SELECT t.act FROM evidence_request_step t WHERE t.organisation_id = r.organisation_id AND t.request_id = r.id ORDER BY t.number DESC LIMIT 1) l ON true
    WHERE r.organisation_id = $1 AND r.dossier_id ${dossierIs}) s`;
