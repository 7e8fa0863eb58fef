-- Releases of a dossier (decision 0040): copies, frozen, numbered. What the public reads stands in these tables and nowhere else. Nothing refers
-- to working tables, and no person is named beside an organisation's own record of who did it, so that a release outlives both.

-- What stays of a release for ever, also after it is withdrawn.
CREATE TABLE "publication" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "treaty" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "organisation_kind" TEXT NOT NULL,
    "dossier_kind" "dossier_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "preview_sha256" TEXT NOT NULL,
    "erratum_of" UUID,
    "signing_key" TEXT,
    "signature" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "publication_once" UNIQUE ("id"),
    CONSTRAINT "publication_number_once" UNIQUE ("organisation_id", "dossier_id", "number"),
    CONSTRAINT "publication_in_dossier" UNIQUE ("organisation_id", "dossier_id", "id"),
    CONSTRAINT "publication_number_positive" CHECK ("number" >= 1),
    CONSTRAINT "publication_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "preview_sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "publication_signed_whole" CHECK (("signing_key" IS NULL) = ("signature" IS NULL)),
    CONSTRAINT "publication_not_of_itself" CHECK ("erratum_of" <> "id"),
    CONSTRAINT "publication_erratum_of" FOREIGN KEY ("organisation_id", "dossier_id", "erratum_of") REFERENCES "publication"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Its bytes: the canonical JSON of which sha256 tells.
CREATE TABLE "publication_content" (
    "organisation_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "coverage" JSONB NOT NULL,

    CONSTRAINT "publication_content_pkey" PRIMARY KEY ("organisation_id", "publication_id")
);
CREATE TABLE "publication_withdrawal" (
    "organisation_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_withdrawal_pkey" PRIMARY KEY ("organisation_id", "publication_id"),
    CONSTRAINT "publication_withdrawal_reasoned" CHECK (length("reason") > 0)
);
-- Who did it, for the organisation alone; goes when it leaves.
CREATE TABLE "publication_act" (
    "organisation_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_act_pkey" PRIMARY KEY ("organisation_id", "publication_id", "act"),
    CONSTRAINT "publication_act_known" CHECK ("act" IN ('published', 'confirmed', 'withdrawn'))
);
ALTER TABLE "publication_content" ADD CONSTRAINT "publication_content_publication" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "publication_withdrawal" ADD CONSTRAINT "publication_withdrawal_publication" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "publication_act" ADD CONSTRAINT "publication_act_publication" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "publication_newest" ON "publication"("published_at" DESC, "id");
CREATE INDEX "publication_of_state" ON "publication"("iso3", "published_at" DESC);

-- The content is what its hash says, whoever adds it.
CREATE FUNCTION app.publication_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM publication p WHERE p.organisation_id = NEW.organisation_id AND p.id = NEW.publication_id
    AND p.sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')) THEN
    RAISE EXCEPTION 'the content of a release must have its hash' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.publication_is_whole() FROM PUBLIC;
CREATE TRIGGER "publication_content_whole" AFTER INSERT ON "publication_content" FOR EACH ROW EXECUTE FUNCTION app.publication_is_whole();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publication', 'publication_content', 'publication_withdrawal', 'publication_act'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;
CREATE POLICY "publication_act_leave_read" ON "publication_act" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "publication_act_leave" ON "publication_act" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));

-- The public: a role that reads releases and reference data, and has no right on anything else. What is withdrawn is out of its reach.
GRANT SELECT ON "publication", "publication_content", "publication_withdrawal", "state", "reservation", "calendar_override" TO servanda_public;
CREATE POLICY "publication_public" ON "publication" FOR SELECT TO servanda_public USING (true);
CREATE POLICY "publication_withdrawal_public" ON "publication_withdrawal" FOR SELECT TO servanda_public USING (true);
CREATE POLICY "publication_content_public" ON "publication_content" FOR SELECT TO servanda_public
  USING (NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = publication_content.organisation_id AND w.publication_id = publication_content.publication_id));

-- Releases stay where an organisation leaves: they are passed over by the function that erases.
DO $$
DECLARE
  kept CONSTANT text := '''journal_entry'', ''journal_head'', ''journal_anchor'', ''organisation_leaving''';
  told text := pg_get_functiondef('app.erase_organisation(uuid)'::regprocedure);
BEGIN
  IF position(kept IN told) = 0 THEN RAISE EXCEPTION 'app.erase_organisation is not as it was known'; END IF;
  EXECUTE replace(told, kept, kept || ', ''publication'', ''publication_content'', ''publication_withdrawal''');
END $$;
