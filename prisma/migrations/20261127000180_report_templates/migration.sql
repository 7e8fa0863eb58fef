-- Templates of an organisation (decision 0037): Word documents with named placeholders, as they are kept after their check. Added and taken out of use, never changed.
CREATE TABLE "report_template" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_template_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "report_template_named" CHECK (char_length("name") BETWEEN 1 AND 120),
    CONSTRAINT "report_template_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "report_template_size" CHECK ("size_bytes" = octet_length("bytes") AND "size_bytes" BETWEEN 1 AND 4194304)
);
CREATE TABLE "report_template_withdrawn" (
    "organisation_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_template_withdrawn_pkey" PRIMARY KEY ("organisation_id", "template_id")
);
ALTER TABLE "report_template" ADD CONSTRAINT "report_template_person" FOREIGN KEY ("organisation_id", "added_by") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_template_withdrawn" ADD CONSTRAINT "report_template_withdrawn_template" FOREIGN KEY ("organisation_id", "template_id") REFERENCES "report_template"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_template_withdrawn" ADD CONSTRAINT "report_template_withdrawn_person" FOREIGN KEY ("organisation_id", "by") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_template', 'report_template_withdrawn'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;
