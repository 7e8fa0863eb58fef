-- A report that is composed of a dossier (decision 0035). Everything is only ever added: what stands is the last revision of each thing.
CREATE TYPE "report_kind" AS ENUM ('article_12', 'alternative');
CREATE TABLE "report" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" "report_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "report_in_dossier" UNIQUE ("organisation_id", "dossier_id", "id"),
    CONSTRAINT "report_language_known" CHECK ("language" IN ('en', 'fr', 'es', 'ru', 'ar', 'zh'))
);
-- Its title, its limit of words, and its sections in their order: [{ key, title, guide }].
CREATE TABLE "report_revision" (
    "organisation_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "word_limit" INTEGER NOT NULL,
    "sections" JSONB NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_revision_pkey" PRIMARY KEY ("organisation_id", "report_id", "number"),
    CONSTRAINT "report_revision_number_positive" CHECK ("number" >= 1),
    CONSTRAINT "report_revision_limit_positive" CHECK ("word_limit" > 0)
);
-- A paragraph, and the elements of the catalogue that it is about.
CREATE TABLE "report_paragraph" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "elements" TEXT[] NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_paragraph_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "report_paragraph_in_report" UNIQUE ("organisation_id", "report_id", "id")
);
-- What it says. record: what was drafted from the record when it was last taken in, { drafted, evidence }; null where this version took nothing in.
CREATE TABLE "report_text" (
    "organisation_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "words" INTEGER NOT NULL,
    "record" JSONB,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_text_pkey" PRIMARY KEY ("organisation_id", "paragraph_id", "number"),
    CONSTRAINT "report_text_number_positive" CHECK ("number" >= 1)
);
-- Where it stands and how: its section, its rank within it, whether it is included, which version of its text was agreed, and whose it is.
CREATE TABLE "report_place" (
    "organisation_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "rank" TEXT COLLATE "C" NOT NULL,
    "is_included" BOOLEAN NOT NULL,
    "agreed_text" INTEGER,
    "assignee_id" UUID,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_place_pkey" PRIMARY KEY ("organisation_id", "paragraph_id", "number"),
    CONSTRAINT "report_place_number_positive" CHECK ("number" >= 1)
);
CREATE TABLE "report_comment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_comment_pkey" PRIMARY KEY ("organisation_id", "id")
);
CREATE TABLE "report_comment_settled" (
    "organisation_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_comment_settled_pkey" PRIMARY KEY ("organisation_id", "comment_id")
);
-- Frozen: sha256 is over the canonical JSON of the content.
CREATE TABLE "report_issue" (
    "organisation_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_issue_pkey" PRIMARY KEY ("organisation_id", "report_id", "number"),
    CONSTRAINT "report_issue_number_positive" CHECK ("number" >= 1),
    CONSTRAINT "report_issue_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "report" ADD CONSTRAINT "report_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_report" FOREIGN KEY ("organisation_id", "report_id") REFERENCES "report"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_paragraph" ADD CONSTRAINT "report_paragraph_report" FOREIGN KEY ("organisation_id", "report_id") REFERENCES "report"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_text" ADD CONSTRAINT "report_text_paragraph" FOREIGN KEY ("organisation_id", "paragraph_id") REFERENCES "report_paragraph"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_place" ADD CONSTRAINT "report_place_paragraph" FOREIGN KEY ("organisation_id", "paragraph_id") REFERENCES "report_paragraph"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_place" ADD CONSTRAINT "report_place_assignee" FOREIGN KEY ("organisation_id", "assignee_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_place" ADD CONSTRAINT "report_place_agreed" FOREIGN KEY ("organisation_id", "paragraph_id", "agreed_text") REFERENCES "report_text"("organisation_id", "paragraph_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_comment" ADD CONSTRAINT "report_comment_paragraph" FOREIGN KEY ("organisation_id", "paragraph_id") REFERENCES "report_paragraph"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_comment_settled" ADD CONSTRAINT "report_comment_settled_comment" FOREIGN KEY ("organisation_id", "comment_id") REFERENCES "report_comment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_issue" ADD CONSTRAINT "report_issue_report" FOREIGN KEY ("organisation_id", "report_id") REFERENCES "report"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "report_comment_of_paragraph" ON "report_comment"("organisation_id", "paragraph_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report', 'report_revision', 'report_paragraph', 'report_text', 'report_place', 'report_comment', 'report_comment_settled', 'report_issue'] LOOP
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
