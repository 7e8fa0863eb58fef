// What a superuser of the database could do to a journal, past every trigger; $o is the organisation.
export const sealed = 'app.journal_hash';
/** Every entry from `seq` on, hashed anew as whoever knows the rule would, with the head. */
export const rehashed = (seq: number) => `DO $do$ DECLARE e journal_entry; before bytea; BEGIN
  FOR e IN SELECT * FROM journal_entry WHERE organisation_id = $o AND seq >= ${seq} ORDER BY seq LOOP
    SELECT coalesce((SELECT hash FROM journal_entry WHERE organisation_id = $o AND seq = e.seq - 1), sha256(convert_to($o, 'UTF8'))) INTO before;
    e.prev_hash := before;
    UPDATE journal_entry SET prev_hash = before, hash = ${sealed}(e) WHERE organisation_id = $o AND seq = e.seq;
  END LOOP;
  UPDATE journal_head h SET (seq, hash) = (SELECT l.seq, l.hash FROM journal_entry l WHERE l.organisation_id = $o ORDER BY l.seq DESC LIMIT 1) WHERE h.organisation_id = $o;
END $do$`;
export const edit = (seq: number) => `UPDATE journal_entry SET data = '{"after": {"title": "Another"}}' WHERE organisation_id = $o AND seq = ${seq}`;
export const insertAfter = (seq: number) => [
  `UPDATE journal_entry SET seq = -seq - 1 WHERE organisation_id = $o AND seq > ${seq}`,
  'UPDATE journal_entry SET seq = -seq WHERE organisation_id = $o AND seq < 0',
  `INSERT INTO journal_entry SELECT (jsonb_populate_record(e, jsonb_build_object('seq', ${seq + 1}, 'subject_id', 'slipped in'))).* FROM journal_entry e WHERE organisation_id = $o AND seq = ${seq}`,
  'UPDATE journal_head SET seq = seq + 1 WHERE organisation_id = $o',
];
