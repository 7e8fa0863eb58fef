-- The criminalisation matrix (decision 0042): what was set for the State, a group of acts or one act, column by column. Append-only: a cell that is
-- set again, or emptied (value null), gets a further row; the version counts the fillings of the dossier's matrix.
CREATE TYPE "criminalisation_value" AS ENUM ('yes', 'partly', 'no', 'not_applicable', 'unknown');

-- What a cell names lies in its own dossier.
CREATE UNIQUE INDEX "national_provision_in_dossier" ON "national_provision" ("organisation_id", "dossier_id", "id");

CREATE TABLE "criminalisation_cell" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "row_code" TEXT NOT NULL,
    "column_code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" "criminalisation_value",
    "provision_id" UUID,
    "evidence_id" UUID,
    "pinpoint" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "criminalisation_cell_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "row_code", "column_code", "version"),
    CONSTRAINT "criminalisation_cell_version_positive" CHECK ("version" >= 1),
    CONSTRAINT "criminalisation_cell_row" CHECK ("row_code" ~ '^(STATE|SA|SB|SC|SAD|P|M|R(0[1-9]|1\d|2[0-2]))$'),
    CONSTRAINT "criminalisation_cell_column" CHECK ("column_code" ~ '^C(0[1-9]|1\d|2\d)$'),
    CONSTRAINT "criminalisation_cell_one_source" CHECK (num_nonnulls("provision_id", "evidence_id", nullif("words", '')) <= CASE WHEN "value" IS NULL THEN 0 ELSE 1 END),
    CONSTRAINT "criminalisation_cell_pinpoint_of_evidence" CHECK ("pinpoint" = '' OR "evidence_id" IS NOT NULL)
);
ALTER TABLE "criminalisation_cell" ADD CONSTRAINT "criminalisation_cell_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "criminalisation_cell" ADD CONSTRAINT "criminalisation_cell_provision" FOREIGN KEY ("organisation_id", "dossier_id", "provision_id") REFERENCES "national_provision"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "criminalisation_cell" ADD CONSTRAINT "criminalisation_cell_evidence" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "criminalisation_cell_provision" ON "criminalisation_cell" ("organisation_id", "provision_id") WHERE "provision_id" IS NOT NULL;
CREATE INDEX "criminalisation_cell_evidence" ON "criminalisation_cell" ("organisation_id", "evidence_id") WHERE "evidence_id" IS NOT NULL;
ALTER TABLE "criminalisation_cell" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "criminalisation_cell" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "criminalisation_cell" TO servanda_app;
CREATE POLICY "criminalisation_cell_read" ON "criminalisation_cell" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "criminalisation_cell_add" ON "criminalisation_cell" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
-- The owner erases for reasons of data protection, and when an organisation leaves.
CREATE POLICY "criminalisation_cell_erase" ON "criminalisation_cell" TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "criminalisation_cell_leave_read" ON "criminalisation_cell" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "criminalisation_cell_leave" ON "criminalisation_cell" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE TRIGGER "criminalisation_cell_append_only" BEFORE UPDATE OR DELETE ON "criminalisation_cell" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "criminalisation_cell_no_truncate" BEFORE TRUNCATE ON "criminalisation_cell" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();

-- A piece that is erased takes the places in it along, in every revision; that it was named stays. Runs within app.erase_evidence, as the owner.
CREATE FUNCTION app.erase_cell_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.erasing', NEW.organisation_id::text, true);
  UPDATE criminalisation_cell c SET pinpoint = '' WHERE c.organisation_id = NEW.organisation_id AND c.evidence_id = NEW.id AND c.pinpoint <> '';
  PERFORM set_config('app.erasing', '', true);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.erase_cell_places FROM PUBLIC;
CREATE TRIGGER "evidence_erases_cell_places" AFTER UPDATE OF "erased_at" ON "evidence" FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION app.erase_cell_places();

-- Why a verdict of compliant stands although the matrix says no where the text mandates it. Null: nothing was said, as in every judgement before.
ALTER TABLE "assessment" ADD COLUMN "matrix_reason" TEXT, ADD CONSTRAINT "assessment_matrix_reason_said" CHECK ("matrix_reason" <> '');
