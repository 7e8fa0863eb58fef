-- Reports are made in the background: what was ordered, by whom, and what became of it (decision 0031). A run changes as its work goes on; the journal keeps who did what.
CREATE TYPE "report_state" AS ENUM ('waiting', 'working', 'made', 'failed', 'cancelled');
CREATE TABLE "report_run" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    -- The past moment that is looked at, as it was asked for; null: the record as it stands when the work begins.
    "as_of" TEXT,
    "on" DATE NOT NULL,
    "is_draft" BOOLEAN NOT NULL,
    "is_restricted_in" BOOLEAN NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "report_state" NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "began_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    -- Why there is no document: beyond_limits, gone, fault.
    "reason" TEXT,
    "layout" TEXT,
    "report_sha256" CHAR(64),
    "file_name" TEXT,
    "sha256" CHAR(64),
    "size_bytes" INTEGER,

    CONSTRAINT "report_run_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "report_run_kind_known" CHECK ("kind" ~ '^[a-z][a-z0-9_]{1,30}$'),
    CONSTRAINT "report_run_format_known" CHECK ("format" ~ '^[a-z][a-z0-9.]{1,30}$'),
    CONSTRAINT "report_run_made_whole" CHECK (("state" = 'made') = ("sha256" IS NOT NULL AND "report_sha256" IS NOT NULL AND "file_name" IS NOT NULL AND "size_bytes" IS NOT NULL)),
    CONSTRAINT "report_run_failed_with_reason" CHECK (("state" = 'failed') = ("reason" IS NOT NULL)),
    CONSTRAINT "report_run_begun" CHECK ("state" <> 'working' OR "began_at" IS NOT NULL)
);
-- The bytes of what was made, each once. They can be made anew from the record, so that old ones are taken away.
CREATE TABLE "report_bytes" (
    "organisation_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_bytes_pkey" PRIMARY KEY ("organisation_id", "sha256"),
    CONSTRAINT "report_bytes_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_person" FOREIGN KEY ("organisation_id", "asked_by") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "report_run_of_dossier" ON "report_run" ("organisation_id", "dossier_id", "asked_at" DESC);
CREATE INDEX "report_run_bytes" ON "report_run" ("organisation_id", "sha256") WHERE "sha256" IS NOT NULL;
CREATE INDEX "report_run_open" ON "report_run" ("asked_at") WHERE "state" IN ('waiting', 'working');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_run', 'report_bytes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
  END LOOP;
END $$;
GRANT UPDATE ("state", "tries", "began_at", "ended_at", "reason", "layout", "report_sha256", "file_name", "sha256", "size_bytes") ON "report_run" TO servanda_app;
CREATE POLICY "report_run_change" ON "report_run" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
-- Not a record: bytes that no young run refers to go, and can be made anew.
GRANT DELETE ON "report_bytes" TO servanda_app;
CREATE POLICY "report_bytes_old" ON "report_bytes" FOR DELETE TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "report_run_open" ON "report_run" FOR SELECT TO servanda_owner USING (state IN ('waiting', 'working'));

-- Runs that nobody does although they are not done, of all organisations: ids only.
CREATE FUNCTION app.report_runs_open(older_than timestamptz, at_most integer) RETURNS TABLE (organisation_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.outside_only();
  SELECT r.organisation_id, r.id FROM report_run r WHERE r.state IN ('waiting', 'working') AND coalesce(r.began_at, r.asked_at) < older_than ORDER BY r.asked_at LIMIT at_most
$$;
REVOKE EXECUTE ON FUNCTION app.report_runs_open FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_runs_open TO servanda_app;

-- Erasing a piece takes along the documents of its dossier, which may tell of it; they can be made anew without it.
CREATE POLICY "report_run_erase" ON "report_run" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "report_bytes_erase_read" ON "report_bytes" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "report_bytes_erase" ON "report_bytes" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.organisation()));
CREATE FUNCTION app.erase_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.report_bytes b USING public.report_run r
    WHERE r.organisation_id = NEW.organisation_id AND r.dossier_id = NEW.dossier_id AND b.organisation_id = r.organisation_id AND b.sha256 = r.sha256;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.erase_reports FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.erase_reports TO servanda_app;
CREATE TRIGGER "evidence_erases_reports" AFTER UPDATE OF "erased_at" ON "evidence" FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app.erase_reports();
