-- What in the text of a file may identify a child or a suspect, and who decided that it identifies nobody (decision 0029). The journal keeps each decision.
ALTER TABLE "evidence_text"
  -- Null: not looked into yet. [{ page, kind, at, length }], the first two hundred; never a word.
  ADD COLUMN "identity" JSONB,
  ADD COLUMN "identity_count" INTEGER,
  ADD COLUMN "identity_decided_by" UUID,
  ADD COLUMN "identity_decided_at" TIMESTAMPTZ(3);
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_identity_whole" CHECK (("identity" IS NULL) = ("identity_count" IS NULL) AND ("identity_decided_by" IS NULL) = ("identity_decided_at" IS NULL));
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_identity_of_text" CHECK ("identity" IS NULL OR "state" = 'done');
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_identity_decided" CHECK ("identity_decided_at" IS NULL OR "identity_count" > 0);
GRANT UPDATE ("identity", "identity_count", "identity_decided_by", "identity_decided_at") ON "evidence_text" TO servanda_app;
-- What is still to be decided, for the list of it.
CREATE INDEX "evidence_text_undecided" ON "evidence_text" ("organisation_id", "dossier_id", "evidence_id") WHERE "identity_count" > 0 AND "identity_decided_at" IS NULL;

-- A text that is read anew or erased takes along what was found in it, and the decision over that.
CREATE FUNCTION app.forget_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'done' THEN
    NEW.identity := NULL; NEW.identity_count := NULL; NEW.identity_decided_by := NULL; NEW.identity_decided_at := NULL;
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.forget_identity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_identity TO servanda_app;
CREATE TRIGGER "evidence_text_forgets_identity" BEFORE UPDATE OF "state" ON "evidence_text" FOR EACH ROW EXECUTE FUNCTION app.forget_identity();

-- Texts that were read before anybody looked into them, of all organisations: ids only.
CREATE POLICY "evidence_text_unchecked" ON "evidence_text" FOR SELECT TO servanda_owner USING (state = 'done' AND identity IS NULL);
CREATE FUNCTION app.texts_unchecked(at_most integer) RETURNS TABLE (organisation_id uuid, file_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.outside_only();
  SELECT t.organisation_id, t.file_id FROM evidence_text t WHERE t.state = 'done' AND t.identity IS NULL ORDER BY t.changed_at LIMIT at_most
$$;
REVOKE EXECUTE ON FUNCTION app.texts_unchecked FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.texts_unchecked TO servanda_app;
