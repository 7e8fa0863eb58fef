-- An organisation leaves (decision 0009): asked by a lead, taken back by any lead within the period of grace, then executed by one function.
-- What it recorded is deleted, row by row and file by file; its journal stays as hashes, so that the chain and its anchors still verify.

CREATE TABLE "organisation_leaving" (
  "organisation_id" uuid NOT NULL,
  "id" uuid NOT NULL,
  "asked_by" uuid NOT NULL,
  "asked_at" timestamptz(3) NOT NULL DEFAULT now(),
  "due_at" timestamptz(3) NOT NULL,
  "taken_back_by" uuid,
  "taken_back_at" timestamptz(3),
  "erased_at" timestamptz(3),
  "done_at" timestamptz(3),
  CONSTRAINT "organisation_leaving_pkey" PRIMARY KEY ("organisation_id", "id"),
  CONSTRAINT "organisation_leaving_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  -- Whoever holds the API's password cannot make it sooner: asked_at is the database's, and no function takes another time than now().
  CONSTRAINT "organisation_leaving_grace" CHECK ("due_at" >= "asked_at" + interval '7 days'),
  CONSTRAINT "organisation_leaving_taken_back_whole" CHECK (("taken_back_by" IS NULL) = ("taken_back_at" IS NULL)),
  CONSTRAINT "organisation_leaving_either" CHECK ("taken_back_at" IS NULL OR "erased_at" IS NULL),
  CONSTRAINT "organisation_leaving_done_after" CHECK ("done_at" IS NULL OR "erased_at" IS NOT NULL)
);
-- At most one that is neither taken back nor done.
CREATE UNIQUE INDEX "organisation_leaving_once" ON "organisation_leaving" ("organisation_id") WHERE "taken_back_at" IS NULL;
CREATE INDEX "organisation_leaving_due" ON "organisation_leaving" ("due_at") WHERE "taken_back_at" IS NULL AND "done_at" IS NULL;
ALTER TABLE "organisation_leaving" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organisation_leaving" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organisation_leaving_owner" ON "organisation_leaving" TO servanda_owner USING (true) WITH CHECK (true);
CREATE POLICY "organisation_leaving_read" ON "organisation_leaving" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "organisation_leaving_ask" ON "organisation_leaving" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "organisation_leaving_take_back" ON "organisation_leaving" FOR UPDATE TO servanda_app
  USING (organisation_id = (SELECT app.organisation()) AND erased_at IS NULL) WITH CHECK (organisation_id = (SELECT app.organisation()));
GRANT SELECT ON "organisation_leaving" TO servanda_app;
GRANT INSERT ("organisation_id", "id", "asked_by", "due_at") ON "organisation_leaving" TO servanda_app;
GRANT UPDATE ("taken_back_by", "taken_back_at") ON "organisation_leaving" TO servanda_app;

-- Taken back stays taken back; the deletion is asked for anew, with a new period.
CREATE FUNCTION app.leaving_stays_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.taken_back_at IS NOT NULL THEN RAISE EXCEPTION 'it was taken back' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "organisation_leaving_stays" BEFORE UPDATE ON "organisation_leaving" FOR EACH ROW EXECUTE FUNCTION app.leaving_stays_taken_back();

-- The organisation that is being erased, for the length of the one function that erases. Heeded by policies of the owner only.
CREATE FUNCTION app.erasing() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.erasing', true), '')::uuid $$;

-- Append-only for everyone, but for the owner within the functions that erase.
CREATE OR REPLACE FUNCTION app.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND current_user = 'servanda_owner' THEN
    IF TG_OP = 'UPDATE' AND current_setting('app.erasing', true) = NEW.organisation_id::text THEN RETURN NEW; END IF;
    IF TG_OP = 'DELETE' AND current_setting('app.erasing', true) = OLD.organisation_id::text THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- Tenant tables in which the owner sees nothing get a way for exactly this. A table that comes later brings its own (leaving.spec says so).
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND 'servanda_owner'::regrole = ANY (p.polroles) AND p.polcmd = '*' AND pg_get_expr(p.polqual, p.polrelid) = 'true')
  LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
  END LOOP;
END $$;

-- A redacted entry keeps its place, its moment, its hash and the hash before it, and nothing else.
ALTER TABLE "journal_entry" DROP CONSTRAINT "journal_entry_form", ADD CONSTRAINT "journal_entry_form" CHECK (form IN ('v1', 'v2', 'redacted')),
  ADD CONSTRAINT "journal_entry_redacted" CHECK (form <> 'redacted' OR (told_us IS NULL AND person_id IS NULL AND role IS NULL AND session_id IS NULL AND key_id IS NULL
    AND act = 'redacted' AND subject = 'redacted' AND subject_id IS NULL AND data = '{}'));

-- Its content is gone, so its hash is believed where its organisation was erased; links, head and anchors are checked as ever.
CREATE FUNCTION app.journal_is_redacted(o uuid, s bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM organisation_leaving l WHERE l.organisation_id = o AND l.erased_at IS NOT NULL)
    AND EXISTS (SELECT 1 FROM journal_entry e WHERE e.organisation_id = o AND e.seq > s AND e.act = 'organisation.erased' AND e.form <> 'redacted')
$$;
CREATE OR REPLACE FUNCTION app.journal_hash(e "journal_entry") RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN e.form <> 'redacted' THEN sha256(e.prev_hash || convert_to(app.journal_sealed(e), 'UTF8'))
    WHEN app.journal_is_redacted(e.organisation_id, e.seq) THEN e.hash END
$$;

-- Deletes what the organisation recorded, and the people who belonged to no other. Returns null where nothing is due; else who was a member
-- (to be told) and how many rows went. Called again after a while, it takes what requests on their way had still written.
CREATE FUNCTION app.erase_organisation(wanted uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due organisation_leaving; members jsonb; gone jsonb := '{}'; orphans uuid[]; rest name[]; t name; col name; n bigint; moved boolean; who uuid; operator_id uuid; hanging text;
BEGIN
  SELECT * INTO due FROM organisation_leaving l
    WHERE l.organisation_id = wanted AND l.taken_back_at IS NULL AND l.done_at IS NULL AND l.due_at <= now() FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM 1 FROM organisation WHERE id = wanted FOR UPDATE;
  PERFORM set_config('app.erasing', wanted::text, true);
  SELECT coalesce(jsonb_agg(jsonb_build_object('to', p.email, 'locale', coalesce(p.locale, o.locale), 'organisation', o.name)), '[]') INTO members
    FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id WHERE m.organisation_id = wanted AND m.status = 'active';
  orphans := ARRAY(SELECT m.person_id FROM membership m WHERE m.organisation_id = wanted
    AND NOT EXISTS (SELECT 1 FROM membership other WHERE other.person_id = m.person_id AND other.organisation_id <> wanted));

  -- Every tenant table, those that others refer to last.
  rest := ARRAY(SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL (ARRAY['journal_entry', 'journal_head', 'journal_anchor', 'organisation_leaving']) ORDER BY 1);
  WHILE cardinality(rest) > 0 LOOP
    moved := false;
    FOREACH t IN ARRAY rest LOOP
      CONTINUE WHEN EXISTS (SELECT 1 FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid
        WHERE k.contype = 'f' AND k.confrelid = format('public.%I', t)::regclass AND k.conrelid <> k.confrelid AND child.relname = ANY (rest));
      -- What hangs on its rows without naming the organisation (the proofs of a session, say) goes first.
      FOR hanging IN SELECT format('DELETE FROM %s c USING public.%I p WHERE p.organisation_id = $1 AND %s', k.conrelid::regclass, t,
          (SELECT string_agg(format('c.%I = p.%I', a.attname, b.attname), ' AND ') FROM unnest(k.conkey, k.confkey) AS u (child, parent)
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.child JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.parent))
        FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = format('public.%I', t)::regclass
          AND NOT EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = k.conrelid AND o.attname = 'organisation_id' AND NOT o.attisdropped)
      LOOP
        EXECUTE hanging USING wanted;
      END LOOP;
      EXECUTE format('DELETE FROM public.%I WHERE organisation_id = $1', t) USING wanted;
      GET DIAGNOSTICS n = ROW_COUNT;
      IF n > 0 THEN gone := gone || jsonb_build_object(t, n); END IF;
      rest := array_remove(rest, t);
      moved := true;
    END LOOP;
    IF NOT moved THEN RAISE EXCEPTION 'these tables refer to each other in a circle: %', rest; END IF;
  END LOOP;

  -- What belongs to the people who are left without any organisation, then they themselves.
  FOR t, col IN SELECT c.relname, a.attname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'public.person'::regclass AND cardinality(k.conkey) = 1
      AND NOT EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'organisation_id' AND NOT o.attisdropped) ORDER BY 1
  LOOP
    EXECUTE format('DELETE FROM public.%I WHERE %I = ANY ($1)', t, col) USING orphans;
  END LOOP;
  FOREACH who IN ARRAY orphans LOOP
    BEGIN
      DELETE FROM person WHERE id = who;
    EXCEPTION WHEN foreign_key_violation THEN -- somebody else's record still names the post: the name and address go
      UPDATE person SET email = 'deleted-' || who || '@servanda.invalid', name = 'Deleted', locale = NULL, disabled_at = coalesce(disabled_at, now()) WHERE id = who;
    END;
  END LOOP;
  IF cardinality(orphans) > 0 THEN gone := gone || jsonb_build_object('person', cardinality(orphans)); END IF;

  UPDATE journal_entry SET form = 'redacted', told_us = NULL, person_id = NULL, role = NULL, session_id = NULL, key_id = NULL, act = 'redacted', subject = 'redacted', subject_id = NULL, data = '{}', dossier = NULL
    WHERE organisation_id = wanted AND form <> 'redacted' AND act <> 'organisation.erased';
  UPDATE organisation SET name = 'Deleted organisation' WHERE id = wanted;
  PERFORM set_config('app.erasing', '', true);
  IF due.erased_at IS NULL OR gone <> '{}' THEN
    PERFORM app.journal_outside(wanted, NULL, 'organisation.erased', 'organisation', wanted::text, jsonb_build_object('askedAt', due.asked_at, 'rows', gone));
    FOR operator_id IN SELECT o.id FROM organisation o WHERE o.kind = 'operator' ORDER BY o.id LOOP
      PERFORM app.journal_outside(operator_id, NULL, 'organisation.erased', 'organisation', wanted::text, jsonb_build_object('askedAt', due.asked_at, 'rows', gone));
    END LOOP;
  END IF;
  UPDATE organisation_leaving SET erased_at = coalesce(erased_at, now()) WHERE organisation_id = wanted AND id = due.id;
  RETURN jsonb_build_object('members', CASE WHEN due.erased_at IS NULL THEN members ELSE '[]' END, 'rows', gone, 'isSecond', due.erased_at IS NOT NULL);
END $$;

-- Those whose period of grace is over; the second look comes ten minutes after the first, when no request of before can still be on its way.
CREATE FUNCTION app.leavings_due() RETURNS TABLE (organisation_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.organisation_id FROM organisation_leaving l
  WHERE l.taken_back_at IS NULL AND l.done_at IS NULL AND l.due_at <= now() AND (l.erased_at IS NULL OR l.erased_at < now() - interval '10 minutes')
$$;
CREATE FUNCTION app.leaving_done(wanted uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE organisation_leaving SET done_at = now() WHERE organisation_id = wanted AND taken_back_at IS NULL AND erased_at < now() - interval '10 minutes' AND done_at IS NULL
$$;

REVOKE EXECUTE ON FUNCTION app.leaving_stays_taken_back(), app.erasing(), app.journal_is_redacted(uuid, bigint), app.erase_organisation(uuid), app.leavings_due(), app.leaving_done(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.journal_is_redacted(uuid, bigint), app.erase_organisation(uuid), app.leavings_due(), app.leaving_done(uuid) TO servanda_app;
