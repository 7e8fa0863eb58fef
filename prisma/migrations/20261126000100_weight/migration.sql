-- What a piece of evidence weighs, and what exactly a citation cites.
CREATE TYPE "originator_kind" AS ENUM ('state_body', 'court', 'national_institution', 'civil_society', 'international_body', 'academic', 'media', 'other');
CREATE TYPE "evidence_method" AS ENUM ('text_of_law', 'official_statistic', 'administrative_record', 'judgment', 'survey', 'testimony_summary', 'observation', 'media');

ALTER TABLE "evidence"
  ADD COLUMN "originator_kind" "originator_kind",
  ADD COLUMN "collector" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "method" "evidence_method",
  ADD COLUMN "territory" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "covers_whole_territory" BOOLEAN,
  ADD COLUMN "population" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "translation_of" UUID,
  ADD COLUMN "review_by" DATE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_translation_of" FOREIGN KEY ("organisation_id", "dossier_id", "translation_of") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_translates_another" CHECK ("translation_of" <> "id");

-- Years of shelf life by kind that a dossier sets for itself: { "statistics": 2, "report": null }.
ALTER TABLE "dossier" ADD COLUMN "shelf_life" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "dossier_revision" ADD COLUMN "shelf_life" JSONB NOT NULL DEFAULT '{}';
GRANT UPDATE ("shelf_life") ON "dossier" TO servanda_app;

-- First day on which a piece is out of date, or null: never. The earliest of the day after its force ends, the end of the period it
-- covers (else its own date) plus the shelf life of its kind, and the day after it was to be looked at again (decision 0006).
CREATE FUNCTION app.out_of_date_on(kind text, dated date, force_to date, period_to date, review_by date, shelf jsonb) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT least(
    CASE WHEN force_to < date '9999-12-31' THEN force_to + 1 END,
    CASE WHEN aged <= date '9999-12-31' THEN aged END,
    CASE WHEN review_by < date '9999-12-31' THEN review_by + 1 END)
  FROM (SELECT (coalesce(period_to, dated)
    + make_interval(years => (('{"statistics":3,"budget":2,"training_record":3,"report":5,"institution":5}'::jsonb || shelf) ->> kind)::int))::date AS aged) a
$$;
GRANT EXECUTE ON FUNCTION app.out_of_date_on TO servanda_app;

-- The day stands with the piece and follows from what is said of it, whoever writes it.
CREATE FUNCTION app.evidence_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.out_of_date_on := app.out_of_date_on(NEW.kind::text, NEW.dated_on, NEW.in_force_to, NEW.period_to, NEW.review_by,
    (SELECT d.shelf_life FROM public.dossier d WHERE d.organisation_id = NEW.organisation_id AND d.id = NEW.dossier_id));
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_day" BEFORE INSERT OR UPDATE OF "kind", "dated_on", "in_force_to", "period_to", "review_by" ON "evidence" FOR EACH ROW EXECUTE FUNCTION app.evidence_day();
ALTER TABLE "evidence_revision" DROP COLUMN "out_of_date_on";

-- A file joins the revision that stands when it is stored; a later revision may leave it out. It stays readable.
ALTER TABLE "evidence_file" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "evidence_file" DISABLE TRIGGER "evidence_file_append_only";
UPDATE "evidence_file" f SET revision = coalesce((SELECT max(r.number) FROM "evidence_revision" r WHERE r.organisation_id = f.organisation_id AND r.evidence_id = f.evidence_id AND r.recorded_at <= f.stored_at), 1);
ALTER TABLE "evidence_file" ENABLE TRIGGER "evidence_file_append_only";
CREATE TABLE "evidence_file_removal" (
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_file_removal_pkey" PRIMARY KEY ("organisation_id", "file_id")
);
ALTER TABLE "evidence_file_removal" ADD CONSTRAINT "evidence_file_removal_file" FOREIGN KEY ("organisation_id", "file_id") REFERENCES "evidence_file"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_file_removal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_file_removal" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "evidence_file_removal" TO servanda_app;
CREATE POLICY "evidence_file_removal_read" ON "evidence_file_removal" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_file_removal_add" ON "evidence_file_removal" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE TRIGGER "evidence_file_removal_append_only" BEFORE UPDATE OR DELETE ON "evidence_file_removal" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "evidence_file_removal_no_truncate" BEFORE TRUNCATE ON "evidence_file_removal" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();

-- A citation names the revision it cites and, where one was chosen, the passage: file, page, place of its characters in the file's text, and its words.
ALTER TABLE "citation"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "file_id" UUID,
  ADD COLUMN "page" INTEGER,
  ADD COLUMN "start_at" INTEGER,
  ADD COLUMN "end_at" INTEGER,
  ADD COLUMN "quote" TEXT;
ALTER TABLE "citation" DISABLE TRIGGER "citation_append_only";
UPDATE "citation" c SET revision = coalesce((SELECT max(r.number) FROM "evidence_revision" r JOIN "assessment" a ON a.organisation_id = c.organisation_id AND a.id = c.assessment_id
  WHERE r.organisation_id = c.organisation_id AND r.evidence_id = c.evidence_id AND r.recorded_at <= a.recorded_at), 1);
ALTER TABLE "citation" ENABLE TRIGGER "citation_append_only";
ALTER TABLE "citation" ADD CONSTRAINT "citation_file" FOREIGN KEY ("organisation_id", "file_id") REFERENCES "evidence_file"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "citation" ADD CONSTRAINT "citation_passage_whole" CHECK (("file_id" IS NULL) = ("quote" IS NULL) AND ("quote" IS NULL) = ("start_at" IS NULL) AND ("start_at" IS NULL) = ("end_at" IS NULL) AND "start_at" < "end_at");
