-- Who told (decision 0030). What a source said of himself or herself comes here sealed, by a key that the database does not have. A row is
-- seen by the members who are named as its readers and by nobody else: no lead for being lead, no operator, no API key.
CREATE TYPE "source_reader_act" AS ENUM ('named', 'unnamed', 'left');
CREATE TYPE "source_erasure" AS ENUM ('asked', 'danger', 'not_needed', 'mistake');

CREATE TABLE "source" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_by" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "erased_because" "source_erasure",

    CONSTRAINT "source_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "source_erased_whole" CHECK (("erased_at" IS NULL) = ("erased_by" IS NULL) AND ("erased_at" IS NULL) = ("erased_because" IS NULL))
);
-- What is known of it, revision by revision. Erased: the bytes are gone, the row stays.
CREATE TABLE "source_revision" (
    "organisation_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sealed" BYTEA,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_revision_pkey" PRIMARY KEY ("organisation_id", "source_id", "number"),
    CONSTRAINT "source_revision_number_positive" CHECK ("number" >= 1),
    -- Key's name, nonce and tag are 32 bytes; what is sealed is padded to whole kilobytes.
    CONSTRAINT "source_revision_is_sealed" CHECK (octet_length("sealed") >= 1056)
);
-- Who may read it: the last word on a person counts.
CREATE TABLE "source_reader" (
    "organisation_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "act" "source_reader_act" NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_reader_pkey" PRIMARY KEY ("organisation_id", "source_id", "number"),
    CONSTRAINT "source_reader_number_positive" CHECK ("number" >= 1)
);
CREATE INDEX "source_of_evidence" ON "source"("organisation_id", "evidence_id");
CREATE INDEX "source_reader_of_person" ON "source_reader"("organisation_id", "person_id", "source_id", "number" DESC);
ALTER TABLE "source" ADD CONSTRAINT "source_evidence" FOREIGN KEY ("organisation_id", "evidence_id") REFERENCES "evidence"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source" ADD CONSTRAINT "source_writer" FOREIGN KEY ("organisation_id", "added_by") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_revision" ADD CONSTRAINT "source_revision_source" FOREIGN KEY ("organisation_id", "source_id") REFERENCES "source"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_reader" ADD CONSTRAINT "source_reader_source" FOREIGN KEY ("organisation_id", "source_id") REFERENCES "source"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_reader" ADD CONSTRAINT "source_reader_member" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['source', 'source_revision', 'source_reader'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;
GRANT INSERT ("organisation_id", "id", "evidence_id", "added_by", "added_at") ON "source" TO servanda_app;
GRANT INSERT ON "source_revision", "source_reader" TO servanda_app;

-- The functions below ask and write as the owner. Of sealed bytes the owner sees those of the organisation in scope, or of the one whose rows
-- are erased or sealed anew.
CREATE POLICY "source_owner" ON "source" TO servanda_owner USING (true) WITH CHECK (true);
CREATE POLICY "source_reader_owner" ON "source_reader" TO servanda_owner USING (true) WITH CHECK (true);
CREATE POLICY "source_revision_owner" ON "source_revision" TO servanda_owner
  USING (organisation_id = (SELECT app.organisation()) OR organisation_id = (SELECT app.erasing()))
  WITH CHECK (organisation_id = (SELECT app.organisation()) OR organisation_id = (SELECT app.erasing()));

-- The sources of which this person is a reader: asked once for each statement. Nothing for a key, nor for work without a person.
CREATE FUNCTION app.sources_read() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(r.source_id), '{}') FROM (
    SELECT DISTINCT ON (n.source_id) n.source_id, n.act FROM source_reader n
    WHERE app.key() IS NULL AND n.organisation_id = app.organisation() AND n.person_id = app.person() ORDER BY n.source_id, n.number DESC) r
  WHERE r.act = 'named'
$$;
CREATE POLICY "source_read" ON "source" FOR SELECT TO servanda_app
  USING (organisation_id = (SELECT app.organisation()) AND id = ANY ((SELECT app.sources_read())::uuid[]));
CREATE POLICY "source_add" ON "source" FOR INSERT TO servanda_app
  WITH CHECK (organisation_id = (SELECT app.organisation()) AND added_by = (SELECT app.person()) AND (SELECT app.key()) IS NULL);
CREATE POLICY "source_revision_read" ON "source_revision" FOR SELECT TO servanda_app
  USING (organisation_id = (SELECT app.organisation()) AND source_id = ANY ((SELECT app.sources_read())::uuid[]));
CREATE POLICY "source_revision_add" ON "source_revision" FOR INSERT TO servanda_app
  WITH CHECK (organisation_id = (SELECT app.organisation()) AND "by" = (SELECT app.person()) AND source_id = ANY ((SELECT app.sources_read())::uuid[]));
CREATE POLICY "source_reader_read" ON "source_reader" FOR SELECT TO servanda_app
  USING (organisation_id = (SELECT app.organisation()) AND source_id = ANY ((SELECT app.sources_read())::uuid[]));
-- That somebody left is written by the membership itself.
CREATE POLICY "source_reader_add" ON "source_reader" FOR INSERT TO servanda_app
  WITH CHECK (organisation_id = (SELECT app.organisation()) AND "by" = (SELECT app.person()) AND act <> 'left' AND source_id = ANY ((SELECT app.sources_read())::uuid[]));

-- Whether the last word on a person is that he or she reads.
CREATE FUNCTION app.reads_source(o uuid, wanted uuid, who uuid, before integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT r.act = 'named' FROM source_reader r WHERE r.organisation_id = o AND r.source_id = wanted AND r.person_id = who AND r.number < before
    ORDER BY r.number DESC LIMIT 1), false)
$$;
-- Who writes a source down is its first reader.
CREATE FUNCTION app.source_writer_reads() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO source_reader VALUES (NEW.organisation_id, NEW.id, 1, NEW.added_by, 'named', NEW.added_by, NEW.added_at);
  RETURN NULL;
END $$;
CREATE TRIGGER "source_writer_reads" AFTER INSERT ON "source" FOR EACH ROW EXECUTE FUNCTION app.source_writer_reads();

-- The source is held while its readers change, so that two who un-name each other are counted one after the other.
CREATE FUNCTION app.source_reader_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM source s WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.source_id FOR NO KEY UPDATE;
  NEW.number := (SELECT coalesce(max(r.number), 0) + 1 FROM source_reader r WHERE r.organisation_id = NEW.organisation_id AND r.source_id = NEW.source_id);
  RETURN NEW;
END $$;
CREATE TRIGGER "source_reader_place" BEFORE INSERT ON "source_reader" FOR EACH ROW EXECUTE FUNCTION app.source_reader_place();
CREATE FUNCTION app.source_reader_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.act = 'named' THEN
    IF app.reads_source(NEW.organisation_id, NEW.source_id, NEW.person_id, NEW.number) THEN
      RAISE EXCEPTION 'this member reads the source already' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_reader_is_new';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.person_id AND m.status = 'active') THEN
      RAISE EXCEPTION 'only active members read sources' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_reader_is_active';
    END IF;
  ELSIF NEW.act = 'unnamed' THEN
    IF NOT app.reads_source(NEW.organisation_id, NEW.source_id, NEW.person_id, NEW.number) THEN
      RAISE EXCEPTION 'this member does not read the source' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_reader_is_named';
    END IF;
    IF EXISTS (SELECT 1 FROM source s WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.source_id AND s.added_by = NEW.person_id) THEN
      RAISE EXCEPTION 'who wrote a source down goes on reading it' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_writer_reads';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = NEW.organisation_id AND m.status = 'active'
        AND app.reads_source(NEW.organisation_id, NEW.source_id, m.person_id, NEW.number + 1)) THEN
      RAISE EXCEPTION 'a source keeps a reader' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_keeps_a_reader';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "source_reader_follows" AFTER INSERT ON "source_reader" FOR EACH ROW EXECUTE FUNCTION app.source_reader_follows();

-- Revisions follow one another, and none follows an erasure, also where both are on their way at once.
CREATE FUNCTION app.source_revision_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone timestamptz;
BEGIN
  SELECT s.erased_at INTO gone FROM source s WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.source_id FOR NO KEY UPDATE;
  IF gone IS NOT NULL OR NEW.sealed IS NULL THEN
    RAISE EXCEPTION 'the source was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_stands';
  END IF;
  IF NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM source_revision r WHERE r.organisation_id = NEW.organisation_id AND r.source_id = NEW.source_id AND r.number = NEW.number - 1) THEN
    RAISE EXCEPTION 'revisions follow one another' USING ERRCODE = 'check_violation', CONSTRAINT = 'source_revision_follows';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "source_revision_follows" AFTER INSERT ON "source_revision" FOR EACH ROW EXECUTE FUNCTION app.source_revision_follows();

-- Who leaves reads no source any more, also after coming back.
CREATE FUNCTION app.membership_ends_reading() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO source_reader (organisation_id, source_id, number, person_id, act, "by", at)
    SELECT NEW.organisation_id, r.source_id, 0, NEW.person_id, 'left', NEW.person_id, clock_timestamp() FROM (
      SELECT DISTINCT ON (n.source_id) n.source_id, n.act FROM source_reader n
      WHERE n.organisation_id = NEW.organisation_id AND n.person_id = NEW.person_id ORDER BY n.source_id, n.number DESC) r
    WHERE r.act = 'named' ORDER BY r.source_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_ends_reading" AFTER UPDATE OF "status" ON "membership" FOR EACH ROW WHEN (NEW.status = 'left' AND OLD.status <> 'left') EXECUTE FUNCTION app.membership_ends_reading();

-- Takes the sealed bytes of every revision away; that there was a source, who read it and why it went stays.
CREATE FUNCTION app.redact_source(o uuid, wanted uuid, who uuid, because "source_erasure", moment timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone timestamptz;
BEGIN
  SELECT s.erased_at INTO gone FROM source s WHERE s.organisation_id = o AND s.id = wanted FOR NO KEY UPDATE;
  IF NOT FOUND OR gone IS NOT NULL THEN RETURN false; END IF;
  PERFORM set_config('app.erasing', o::text, true);
  UPDATE source s SET erased_by = who, erased_at = moment, erased_because = because WHERE s.organisation_id = o AND s.id = wanted;
  UPDATE source_revision r SET sealed = NULL WHERE r.organisation_id = o AND r.source_id = wanted;
  PERFORM set_config('app.erasing', '', true);
  RETURN true;
END $$;
-- By a reader. False where it was erased before.
CREATE FUNCTION app.erase_source(wanted uuid, because "source_erasure", moment timestamptz) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.organisation() IS NULL OR NOT wanted = ANY (app.sources_read()) THEN RAISE EXCEPTION 'only a reader erases a source' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN app.redact_source(app.organisation(), wanted, app.person(), because, moment);
END $$;
-- Those that nobody is left to read can only be erased. That, and how many, is for the lead; who told stays unread.
CREATE FUNCTION app.unread_sources() RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id FROM source s WHERE s.organisation_id = app.organisation() AND app.role() = 'lead' AND app.key() IS NULL AND s.erased_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT ON (n.person_id) n.act FROM source_reader n WHERE n.organisation_id = s.organisation_id AND n.source_id = s.id
      ORDER BY n.person_id, n.number DESC) r WHERE r.act = 'named')
$$;
CREATE FUNCTION app.erase_unread_sources(moment timestamptz) RETURNS TABLE (id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation(); wanted uuid;
BEGIN
  IF o IS NULL OR app.role() IS DISTINCT FROM 'lead' OR app.key() IS NOT NULL THEN RAISE EXCEPTION 'only a lead erases what nobody reads' USING ERRCODE = 'insufficient_privilege'; END IF;
  FOR wanted IN SELECT u.id FROM app.unread_sources() u ORDER BY u.id LOOP
    IF app.redact_source(o, wanted, app.person(), 'not_needed', moment) THEN
      id := wanted;
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;

REVOKE EXECUTE ON FUNCTION app.sources_read(), app.reads_source(uuid, uuid, uuid, integer), app.source_writer_reads(), app.source_reader_place(), app.source_reader_follows(),
  app.source_revision_follows(), app.membership_ends_reading(), app.redact_source(uuid, uuid, uuid, "source_erasure", timestamptz),
  app.erase_source(uuid, "source_erasure", timestamptz), app.unread_sources(), app.erase_unread_sources(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sources_read(), app.erase_source(uuid, "source_erasure", timestamptz), app.unread_sources(), app.erase_unread_sources(timestamptz) TO servanda_app;
