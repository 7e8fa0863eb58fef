-- The text that was read from a file: derived, so that it may be read again; never a source of its own.
CREATE TYPE "text_state" AS ENUM ('waiting', 'done', 'no_text', 'failed');
CREATE TABLE "evidence_text" (
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "state" "text_state" NOT NULL,
    "reason" TEXT,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "characters" INTEGER NOT NULL DEFAULT 0,
    -- Whether the numbers of its parts are those of printed pages.
    "has_pages" BOOLEAN NOT NULL DEFAULT false,
    -- False where the text goes on beyond what is kept.
    "is_whole" BOOLEAN NOT NULL DEFAULT true,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_text_pkey" PRIMARY KEY ("organisation_id", "file_id")
);
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_file" FOREIGN KEY ("organisation_id", "file_id") REFERENCES "evidence_file"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_evidence" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_failed_with_reason" CHECK (("state" = 'failed') = ("reason" IS NOT NULL));
CREATE INDEX "evidence_text_waiting" ON "evidence_text" ("organisation_id", "changed_at") WHERE "state" = 'waiting';

CREATE TABLE "evidence_page" (
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "dossier_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    -- Place of its first character in the text of the file.
    "starts_at" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "evidence_page_pkey" PRIMARY KEY ("organisation_id", "file_id", "number")
);
ALTER TABLE "evidence_page" ADD CONSTRAINT "evidence_page_text" FOREIGN KEY ("organisation_id", "file_id") REFERENCES "evidence_text"("organisation_id", "file_id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "evidence_page_dossier" ON "evidence_page" ("organisation_id", "dossier_id", "evidence_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence_text', 'evidence_page'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_change', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_drop', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_erase', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "evidence_text", "evidence_page" TO servanda_app;
GRANT UPDATE ("state", "reason", "pages", "characters", "has_pages", "is_whole", "changed_at") ON "evidence_text" TO servanda_app;
-- Pages are read anew from the file, which stays: the one table of an organisation from which the API removes rows.
GRANT DELETE ON "evidence_page" TO servanda_app;

-- Files stored before today wait to be read.
INSERT INTO "evidence_text" (organisation_id, file_id, dossier_id, evidence_id, state, changed_at)
SELECT f.organisation_id, f.id, e.dossier_id, e.id, 'waiting', f.stored_at FROM "evidence_file" f JOIN "evidence" e ON e.organisation_id = f.organisation_id AND e.id = f.evidence_id;

-- Texts that wait although no job will read them (the queue was emptied, or restored without its jobs), of all organisations: ids only.
CREATE FUNCTION app.texts_waiting(longer_than timestamptz, at_most integer) RETURNS TABLE (organisation_id uuid, file_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.organisation_id, t.file_id FROM evidence_text t WHERE t.state = 'waiting' AND t.changed_at < longer_than ORDER BY t.changed_at LIMIT at_most
$$;
CREATE POLICY "evidence_text_waiting" ON "evidence_text" FOR SELECT TO servanda_owner USING (state = 'waiting');
REVOKE EXECUTE ON FUNCTION app.texts_waiting FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.texts_waiting TO servanda_app;

-- Erasing a piece takes its text along.
CREATE OR REPLACE FUNCTION app.erase_evidence(wanted_dossier uuid, wanted uuid, at timestamptz) RETURNS TABLE (sha256 text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation();
BEGIN
  IF o IS NULL OR app.role() IS DISTINCT FROM 'lead' THEN RAISE EXCEPTION 'only a lead erases' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE evidence e SET title = '[erased]', citation = '', originator = '[erased]', collector = '', territory = '', population = '', link = NULL, summary = '', erased_at = at,
    withdrawn_at = coalesce(e.withdrawn_at, at), withdrawn_reason = coalesce(e.withdrawn_reason, 'Erased'), version = e.version + 1, changed_at = at
  WHERE e.organisation_id = o AND e.dossier_id = wanted_dossier AND e.id = wanted AND e.erased_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('app.erasing', o::text, true);
  UPDATE evidence_revision r SET content = r.content || '{"title":"[erased]","citation":"","originator":"[erased]","collector":"","territory":"","population":"","link":null,"summary":"","erased":true}'
    WHERE r.organisation_id = o AND r.evidence_id = wanted;
  UPDATE citation c SET quote = '[erased]', pinpoint = '' WHERE c.organisation_id = o AND c.evidence_id = wanted AND c.quote IS NOT NULL;
  DELETE FROM evidence_page p WHERE p.organisation_id = o AND p.evidence_id = wanted;
  UPDATE evidence_text t SET state = 'no_text', reason = NULL, pages = 0, characters = 0, changed_at = at WHERE t.organisation_id = o AND t.evidence_id = wanted;
  RETURN QUERY
    WITH gone AS (UPDATE evidence_file f SET name = '[erased]' WHERE f.organisation_id = o AND f.evidence_id = wanted RETURNING f.sha256)
    SELECT DISTINCT g.sha256 FROM gone g WHERE NOT EXISTS (SELECT 1 FROM evidence_file other WHERE other.organisation_id = o AND other.sha256 = g.sha256 AND other.evidence_id <> wanted);
  PERFORM set_config('app.erasing', '', true);
END $$;
