-- To which body and post an element is given: append-only; the newest number of an element is how it stands.
CREATE TYPE "assignment_cause" AS ENUM ('assigned', 'handed_over');
CREATE TABLE "element_assignment" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "element_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body_id" UUID,
    "person_id" UUID,
    "cause" "assignment_cause" NOT NULL,
    "assigned_by" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "element_assignment_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "element_code", "number")
);
ALTER TABLE "element_assignment" ADD CONSTRAINT "element_assignment_element" FOREIGN KEY ("organisation_id", "dossier_id", "element_code") REFERENCES "dossier_element"("organisation_id", "dossier_id", "element_code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "element_assignment" ADD CONSTRAINT "element_assignment_body" FOREIGN KEY ("organisation_id", "body_id") REFERENCES "body"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "element_assignment" ADD CONSTRAINT "element_assignment_person" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "element_assignment" ADD CONSTRAINT "element_assignment_number_positive" CHECK ("number" >= 1);

ALTER TABLE "element_assignment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "element_assignment" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "element_assignment" TO servanda_app;
CREATE POLICY "element_assignment_read" ON "element_assignment" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "element_assignment_add" ON "element_assignment" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE TRIGGER "element_assignment_append_only" BEFORE UPDATE OR DELETE ON "element_assignment" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "element_assignment_no_truncate" BEFORE TRUNCATE ON "element_assignment" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();
