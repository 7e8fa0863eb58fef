-- Restricted evidence opens with a purpose that somebody typed. The purpose itself stands in the journal alone; here stands for whom
-- and until when the piece is open.
CREATE TABLE "evidence_opening" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_opening_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "evidence_opening_for_a_while" CHECK ("open_until" > "opened_at" AND "open_until" <= "opened_at" + interval '1 hour')
);
CREATE INDEX "evidence_opening_standing" ON "evidence_opening" ("organisation_id", "evidence_id", "person_id", "open_until");
ALTER TABLE "evidence_opening" ADD CONSTRAINT "evidence_opening_evidence" FOREIGN KEY ("organisation_id", "evidence_id") REFERENCES "evidence"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_opening" ADD CONSTRAINT "evidence_opening_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_opening" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_opening" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "evidence_opening" TO servanda_app;
CREATE POLICY "evidence_opening_read" ON "evidence_opening" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_opening_add" ON "evidence_opening" FOR INSERT TO servanda_app
  WITH CHECK (organisation_id = (SELECT app.organisation()) AND person_id = (SELECT app.person()));
CREATE POLICY "evidence_opening_leave_read" ON "evidence_opening" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "evidence_opening_leave" ON "evidence_opening" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE TRIGGER "evidence_opening_append_only" BEFORE UPDATE OR DELETE ON "evidence_opening" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "evidence_opening_no_truncate" BEFORE TRUNCATE ON "evidence_opening" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();
