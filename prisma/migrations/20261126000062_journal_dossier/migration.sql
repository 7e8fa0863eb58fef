-- The dossier of an entry in a column of its own: under row-level security no index on an expression over JSON is used,
-- for the planner must not run what could leak before the policy. It repeats the hashed facts, and the verification compares both.
DROP INDEX "journal_entry_by_dossier";
ALTER TABLE "journal_entry" ADD COLUMN "dossier" TEXT;
ALTER TABLE "journal_entry" DISABLE TRIGGER "journal_entry_append_only";
UPDATE "journal_entry" SET "dossier" = CASE WHEN "subject" = 'dossier' THEN "subject_id" ELSE "data" ->> 'dossier' END;
ALTER TABLE "journal_entry" ENABLE TRIGGER "journal_entry_append_only";
CREATE INDEX "journal_entry_by_dossier" ON "journal_entry" ("organisation_id", "dossier", "seq");

CREATE OR REPLACE FUNCTION app.journal_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head journal_head; scope text[];
BEGIN
  INSERT INTO journal_head (organisation_id, seq, hash) VALUES (NEW.organisation_id, 0, sha256(convert_to(NEW.organisation_id::text, 'UTF8'))) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM journal_head WHERE organisation_id = NEW.organisation_id FOR UPDATE; -- serialises one chain; no gaps after a rollback
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.at_us := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  IF NEW.form IS DISTINCT FROM 'outside' THEN
    scope := app.context(); -- once: each reading checks its signature
    NEW.person_id := nullif(scope[3], '')::uuid;
    NEW.role := nullif(scope[4], '');
    NEW.session_id := nullif(scope[5], '')::uuid;
    NEW.key_id := nullif(scope[6], '')::uuid;
  END IF;
  NEW.form := 'v2';
  NEW.told_us := NULL;
  IF nullif(current_setting('app.told_at', true), '') IS NOT NULL AND EXISTS (SELECT 1 FROM demonstration) THEN
    NEW.told_us := (extract(epoch FROM current_setting('app.told_at', true)::timestamptz) * 1000000)::bigint;
  END IF;
  NEW.hash := app.journal_hash(NEW);
  NEW.dossier := CASE WHEN NEW.subject = 'dossier' THEN NEW.subject_id ELSE NEW.data ->> 'dossier' END;
  UPDATE journal_head SET seq = NEW.seq, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION app.journal_problems() RETURNS TABLE (seq bigint, problem text) LANGUAGE sql STABLE AS $$
  WITH links AS (
    SELECT e AS entry, e.seq, e.hash, e.prev_hash, e.organisation_id, lag(e.hash) OVER w AS before_hash, lag(e.seq) OVER w AS before_seq,
      e.dossier IS NOT DISTINCT FROM CASE WHEN e.subject = 'dossier' THEN e.subject_id ELSE e.data ->> 'dossier' END AS repeats
    FROM journal_entry e WHERE e.organisation_id = (SELECT app.organisation()) WINDOW w AS (ORDER BY e.seq)
  ), head AS (SELECT h.seq, h.hash FROM app.journal_head() h)
  SELECT l.seq, 'entry_changed' FROM links l WHERE l.hash IS DISTINCT FROM app.journal_hash(l.entry) OR NOT l.repeats
  UNION ALL
  SELECT l.seq, 'link_broken' FROM links l
    WHERE l.prev_hash IS DISTINCT FROM coalesce(l.before_hash, sha256(convert_to(l.organisation_id::text, 'UTF8'))) OR l.seq <> coalesce(l.before_seq, 0) + 1
  UNION ALL
  SELECT coalesce(head.seq, l.seq), 'head_differs'
    FROM head FULL JOIN (SELECT links.seq, links.hash FROM links ORDER BY links.seq DESC LIMIT 1) l ON true
    WHERE (head.seq, head.hash) IS DISTINCT FROM (l.seq, l.hash)
  ORDER BY 1
$$;
