-- How an organisation's documents look (decision 0037): every choice is a row of its own, and the last one counts. The logo is a PNG that was drawn anew from what was sent.
CREATE TABLE "house_style" (
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "colour" CHAR(7) NOT NULL,
    "paper" TEXT NOT NULL,
    "logo" BYTEA,
    "logo_sha256" CHAR(64),
    "logo_width" INTEGER,
    "logo_height" INTEGER,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "house_style_pkey" PRIMARY KEY ("organisation_id", "number"),
    CONSTRAINT "house_style_number_positive" CHECK ("number" >= 1),
    CONSTRAINT "house_style_named" CHECK (char_length("name") <= 160),
    CONSTRAINT "house_style_colour_known" CHECK ("colour" ~ '^#[0-9a-f]{6}$'),
    CONSTRAINT "house_style_paper_known" CHECK ("paper" IN ('a3', 'a4', 'letter')),
    CONSTRAINT "house_style_logo_whole" CHECK (("logo" IS NULL) = ("logo_sha256" IS NULL) AND ("logo" IS NULL) = ("logo_width" IS NULL) AND ("logo" IS NULL) = ("logo_height" IS NULL)),
    CONSTRAINT "house_style_logo_small" CHECK (octet_length("logo") <= 2097152 AND "logo_width" BETWEEN 1 AND 1200 AND "logo_height" BETWEEN 1 AND 1200)
);
ALTER TABLE "house_style" ADD CONSTRAINT "house_style_person" FOREIGN KEY ("organisation_id", "by") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "house_style" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "house_style" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "house_style" TO servanda_app;
CREATE POLICY "house_style_read" ON "house_style" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "house_style_add" ON "house_style" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "house_style_leave_read" ON "house_style" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "house_style_leave" ON "house_style" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE TRIGGER "house_style_append_only" BEFORE UPDATE OR DELETE ON "house_style" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "house_style_no_truncate" BEFORE TRUNCATE ON "house_style" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();
