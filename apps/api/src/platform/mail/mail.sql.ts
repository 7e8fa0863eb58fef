// Delivery sees one letter at a time, through definer functions; see the migration for what each may do.
export const take = 'SELECT id, to_address AS "to", locale, subject, text, html, attempts, queued_at AS "queuedAt" FROM app.take_mail($1, $2, $3)';
export const stopAddress = 'SELECT app.mail_stop_address($1, $2) AS stop';
export const sent = 'SELECT app.mail_sent($1, $2, $3) AS done';
export const failed = 'SELECT app.mail_failed($1, $2, $3, $4, $5) AS done';
export const sweep = 'SELECT app.sweep_mail($1, $2, $3)';
export const state = 'SELECT app.mail_state($1) AS state';
export const shown = 'SELECT id, to_address AS "to", locale, letter, subject, text, queued_at AS "queuedAt" FROM app.shown_outbox()';
export const showing = 'SELECT app.shows_outbox() AS shows';
