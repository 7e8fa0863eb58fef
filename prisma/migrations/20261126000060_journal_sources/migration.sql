-- Through what an act was done (session, key), acts outside a scope, and indexes for reading. Run as servanda_owner.
-- No network address is kept: the session tells what is needed, and an address would be personal data in a chain that cannot forget.

ALTER TABLE "journal_entry"
  ADD COLUMN "form" TEXT NOT NULL DEFAULT 'v1',
  ADD COLUMN "told_us" BIGINT,
  ADD COLUMN "session_id" UUID,
  ADD COLUMN "key_id" UUID,
  ADD CONSTRAINT "journal_entry_form" CHECK ("form" IN ('v1', 'v2')),
  ADD CONSTRAINT "journal_entry_v1_knows_no_source" CHECK ("form" <> 'v1' OR ("session_id" IS NULL AND "key_id" IS NULL AND "told_us" IS NULL));
-- Entries until now are v1; the trigger names the form of those to come.
ALTER TABLE "journal_entry" ALTER COLUMN "form" DROP DEFAULT;

-- The demonstration world tells its acts at moments of its own. Only the owner can say that a database is one;
-- everywhere else an entry knows no other time than the chain's.
CREATE TABLE "demonstration" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demonstration_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "demonstration_once" CHECK ("id" = 1)
);

CREATE INDEX "journal_entry_by_act" ON "journal_entry" ("organisation_id", "act", "seq");
CREATE INDEX "journal_entry_by_person" ON "journal_entry" ("organisation_id", "person_id", "seq");
CREATE INDEX "journal_entry_by_subject" ON "journal_entry" ("organisation_id", "subject", "subject_id", "seq");
CREATE INDEX "journal_entry_by_dossier" ON "journal_entry" ("organisation_id", (CASE WHEN "subject" = 'dossier' THEN "subject_id" ELSE "data" ->> 'dossier' END), "seq");
CREATE INDEX "journal_entry_by_moment" ON "journal_entry" ("organisation_id", (coalesce("told_us", "at_us")));

-- The text that is hashed after the hash before it: a jsonb array (length-safe, order fixed), integer microseconds.
CREATE FUNCTION app.journal_sealed(e "journal_entry") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE e.form
    WHEN 'v1' THEN jsonb_build_array('v1', e.organisation_id, e.seq, e.at_us, e.person_id, e.role, e.act, e.subject, e.subject_id, e.data)::text
    WHEN 'v2' THEN jsonb_build_array('v2', e.organisation_id, e.seq, e.at_us, e.told_us, e.person_id, e.role, e.session_id, e.key_id, e.act, e.subject, e.subject_id, e.data)::text
  END
$$;
CREATE FUNCTION app.journal_hash(e "journal_entry") RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(e.prev_hash || convert_to(app.journal_sealed(e), 'UTF8'))
$$;

-- Who, in what role and through what come from the transaction's scope; only app.journal_outside says them itself,
-- by the form 'outside', a column that the runtime role may not write.
CREATE OR REPLACE FUNCTION app.journal_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head journal_head;
BEGIN
  INSERT INTO journal_head (organisation_id, seq, hash) VALUES (NEW.organisation_id, 0, sha256(convert_to(NEW.organisation_id::text, 'UTF8'))) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM journal_head WHERE organisation_id = NEW.organisation_id FOR UPDATE; -- serialises one chain; no gaps after a rollback
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.at_us := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  IF NEW.form IS DISTINCT FROM 'outside' THEN
    NEW.person_id := app.person();
    NEW.role := app.role();
    NEW.session_id := app.session();
    NEW.key_id := app.key();
  END IF;
  NEW.form := 'v2';
  NEW.told_us := NULL;
  IF nullif(current_setting('app.told_at', true), '') IS NOT NULL AND EXISTS (SELECT 1 FROM demonstration) THEN
    NEW.told_us := (extract(epoch FROM current_setting('app.told_at', true)::timestamptz) * 1000000)::bigint;
  END IF;
  NEW.hash := app.journal_hash(NEW);
  UPDATE journal_head SET seq = NEW.seq, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
  RETURN NEW;
END $$;

-- An entry for an act outside a scope: sign-in and what comes before it. Called by definer functions only; the runtime
-- role may not. `person` is who did it (null where that is not known: a failed sign-in has the account as its subject);
-- the role is the one he or she has in the organisation.
CREATE FUNCTION app.journal_outside(organisation uuid, person uuid, act text, subject text, subject_id text, data jsonb DEFAULT '{}', session uuid DEFAULT NULL) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO journal_entry (organisation_id, form, person_id, role, session_id, act, subject, subject_id, data)
  SELECT organisation, 'outside', person,
    (SELECT m.role::text FROM membership m WHERE m.organisation_id = organisation AND m.person_id = person AND m.status = 'active'),
    session, act, subject, subject_id, coalesce(data, '{}')
$$;

-- Whatever opens, moves or ends a session, its organisation's journal knows it.
CREATE FUNCTION app.journal_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM app.journal_outside(NEW.organisation_id, NEW.person_id, 'session.opened', 'session', NEW.id::text, '{}', NEW.id);
  ELSIF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
    PERFORM app.journal_outside(OLD.organisation_id, coalesce(app.person(), NEW.person_id), 'session.ended', 'session', NEW.id::text,
      jsonb_build_object('person', NEW.person_id), coalesce(app.session(), NEW.id));
  ELSIF NEW.organisation_id <> OLD.organisation_id THEN
    PERFORM app.journal_outside(OLD.organisation_id, NEW.person_id, 'session.left', 'session', NEW.id::text, '{}', NEW.id);
    PERFORM app.journal_outside(NEW.organisation_id, NEW.person_id, 'session.entered', 'session', NEW.id::text, '{}', NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "session_journal" AFTER INSERT OR UPDATE OF "ended_at", "organisation_id" ON "session" FOR EACH ROW EXECUTE FUNCTION app.journal_session();

-- The head of the chain of the organisation in scope.
CREATE FUNCTION app.journal_head() RETURNS TABLE (seq bigint, hash bytea) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.seq, h.hash FROM journal_head h WHERE h.organisation_id = (SELECT app.organisation()) AND h.seq > 0
$$;

-- Names every broken link of the organisation's chain in scope; no row means whole.
CREATE OR REPLACE FUNCTION app.journal_problems() RETURNS TABLE (seq bigint, problem text) LANGUAGE sql STABLE AS $$
  WITH links AS (
    SELECT e AS entry, e.seq, e.hash, e.prev_hash, e.organisation_id, lag(e.hash) OVER w AS before_hash, lag(e.seq) OVER w AS before_seq
    FROM journal_entry e WHERE e.organisation_id = (SELECT app.organisation()) WINDOW w AS (ORDER BY e.seq)
  ), head AS (SELECT h.seq, h.hash FROM app.journal_head() h)
  SELECT l.seq, 'the entry does not match its hash' FROM links l WHERE l.hash IS DISTINCT FROM app.journal_hash(l.entry)
  UNION ALL
  SELECT l.seq, 'the link to the entry before is broken' FROM links l
    WHERE l.prev_hash IS DISTINCT FROM coalesce(l.before_hash, sha256(convert_to(l.organisation_id::text, 'UTF8'))) OR l.seq <> coalesce(l.before_seq, 0) + 1
  UNION ALL
  SELECT coalesce(head.seq, l.seq), 'the head of the chain is not its last entry'
    FROM head FULL JOIN (SELECT links.seq, links.hash FROM links ORDER BY links.seq DESC LIMIT 1) l ON true
    WHERE (head.seq, head.hash) IS DISTINCT FROM (l.seq, l.hash)
  ORDER BY 1
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION app.journal_outside(uuid, uuid, text, text, text, jsonb, uuid), app.journal_session() FROM servanda_app;
GRANT EXECUTE ON FUNCTION app.journal_sealed("journal_entry"), app.journal_hash("journal_entry"), app.journal_head() TO servanda_app;
