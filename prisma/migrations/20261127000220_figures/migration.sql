-- Figures of a piece of statistics (decision 0038): the whole table anew with each revision, append-only. A cell that nobody counted is null, which is not nought.
CREATE TABLE "evidence_figures" (
    "organisation_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "dossier_id" UUID NOT NULL,
    "figures" JSONB NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_figures_pkey" PRIMARY KEY ("organisation_id", "evidence_id", "number"),
    CONSTRAINT "evidence_figures_number_positive" CHECK ("number" >= 1),
    CONSTRAINT "evidence_figures_rows" CHECK (jsonb_typeof("figures") = 'array' AND jsonb_array_length("figures") <= 500)
);
ALTER TABLE "evidence_figures" ADD CONSTRAINT "evidence_figures_piece" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "evidence_figures_dossier" ON "evidence_figures" ("organisation_id", "dossier_id", "evidence_id", "number" DESC);
ALTER TABLE "evidence_figures" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_figures" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "evidence_figures" TO servanda_app;
CREATE POLICY "evidence_figures_read" ON "evidence_figures" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_figures_add" ON "evidence_figures" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
-- The owner erases for reasons of data protection, and when an organisation leaves.
CREATE POLICY "evidence_figures_erase" ON "evidence_figures" TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_figures_leave_read" ON "evidence_figures" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "evidence_figures_leave" ON "evidence_figures" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE TRIGGER "evidence_figures_append_only" BEFORE UPDATE OR DELETE ON "evidence_figures" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "evidence_figures_no_truncate" BEFORE TRUNCATE ON "evidence_figures" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();

-- A piece that is erased takes its figures along, in every revision; that they were there stays. Runs within app.erase_evidence, as the owner.
CREATE FUNCTION app.erase_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.erasing', NEW.organisation_id::text, true);
  UPDATE evidence_figures f SET figures = '[]' WHERE f.organisation_id = NEW.organisation_id AND f.evidence_id = NEW.id;
  PERFORM set_config('app.erasing', '', true);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.erase_figures FROM PUBLIC;
CREATE TRIGGER "evidence_erases_figures" AFTER UPDATE OF "erased_at" ON "evidence" FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION app.erase_figures();
