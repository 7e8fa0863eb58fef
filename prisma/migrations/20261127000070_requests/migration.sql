-- A piece of evidence that somebody asks of a colleague or a body, and what became of it. Both append-only: how it stands follows from its last step.
CREATE TYPE "request_act" AS ENUM ('answer', 'accept', 'send_back', 'decline', 'close');
CREATE TABLE "evidence_request" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "element_code" TEXT NOT NULL,
    "wanted" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "person_id" UUID,
    "body_id" UUID,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_request_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "evidence_request_of_one" CHECK (("person_id" IS NULL) <> ("body_id" IS NULL)),
    CONSTRAINT "evidence_request_of_another" CHECK ("person_id" <> "asked_by")
);
CREATE TABLE "evidence_request_step" (
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "dossier_id" UUID NOT NULL,
    "act" "request_act" NOT NULL,
    "note" TEXT NOT NULL,
    "evidence_id" UUID,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_request_step_pkey" PRIMARY KEY ("organisation_id", "request_id", "number"),
    CONSTRAINT "evidence_request_step_number_positive" CHECK ("number" >= 1),
    CONSTRAINT "evidence_request_step_answers_with_evidence" CHECK (("act" = 'answer') = ("evidence_id" IS NOT NULL)),
    CONSTRAINT "evidence_request_step_says_why" CHECK ("act" NOT IN ('send_back', 'decline') OR "note" <> '')
);
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_element" FOREIGN KEY ("organisation_id", "dossier_id", "element_code") REFERENCES "dossier_element"("organisation_id", "dossier_id", "element_code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_person" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request" ADD CONSTRAINT "evidence_request_body" FOREIGN KEY ("organisation_id", "body_id") REFERENCES "body"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request_step" ADD CONSTRAINT "evidence_request_step_request" FOREIGN KEY ("organisation_id", "request_id") REFERENCES "evidence_request"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_request_step" ADD CONSTRAINT "evidence_request_step_evidence" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "evidence_request_of_dossier" ON "evidence_request"("organisation_id", "dossier_id", "due_on");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence_request', 'evidence_request_step'] LOOP
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
