-- What a dossier said at any past moment: its facts and which elements applied, append-only.
CREATE TABLE "dossier_revision" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "facts" JSONB NOT NULL,
    "elements" JSONB NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_revision_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "version")
);
ALTER TABLE "dossier_revision" ADD CONSTRAINT "dossier_revision_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The day from which a revision's piece is out of date stands with the revision, as it does with the piece.
ALTER TABLE "evidence_revision" ADD COLUMN "out_of_date_on" DATE;

-- What was opened before today is taken over as it stands; its earlier facts are in the journal.
INSERT INTO "dossier_revision" (organisation_id, dossier_id, version, title, period_from, period_to, facts, elements, recorded_by, recorded_at)
SELECT d.organisation_id, d.id, d.version, d.title, d.period_from, d.period_to, d.facts,
  (SELECT jsonb_agg(jsonb_build_object('element', de.element_code, 'applies', de.applies, 'ground', de.ground, 'reason', de.reason) ORDER BY de.element_code)
   FROM dossier_element de WHERE de.organisation_id = d.organisation_id AND de.dossier_id = d.id),
  d.opened_by, d.opened_at
FROM dossier d;
ALTER TABLE "evidence_revision" DISABLE TRIGGER "evidence_revision_append_only";
UPDATE "evidence_revision" r SET out_of_date_on = e.out_of_date_on FROM "evidence" e WHERE e.organisation_id = r.organisation_id AND e.id = r.evidence_id;
ALTER TABLE "evidence_revision" ENABLE TRIGGER "evidence_revision_append_only";

ALTER TABLE "dossier_revision" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "dossier_revision" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "dossier_revision" TO servanda_app;
CREATE POLICY "dossier_revision_read" ON "dossier_revision" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "dossier_revision_add" ON "dossier_revision" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE TRIGGER "dossier_revision_append_only" BEFORE UPDATE OR DELETE ON "dossier_revision" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "dossier_revision_no_truncate" BEFORE TRUNCATE ON "dossier_revision" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();
