-- What organisations say to each other in public (decision 0045): replies on contested points, requests for evidence, and answers to these.
-- As releases are: copies, frozen, read by the public's role; nothing refers to working tables, and nothing of it goes when an organisation does.

-- What stays of a statement. `to_organisation_id` and `to_publication_id` name another organisation's release, which is public and outlives it.
CREATE TABLE "publication_statement" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "obligation_code" TEXT NOT NULL,
    "element_code" TEXT NOT NULL,
    "to_organisation_id" UUID NOT NULL,
    "to_publication_id" UUID NOT NULL,
    "parent_id" UUID,
    "organisation_name" TEXT NOT NULL,
    "organisation_kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_statement_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "publication_statement_once" UNIQUE ("id"),
    CONSTRAINT "publication_statement_known" CHECK ("kind" IN ('reply', 'request', 'answer')),
    CONSTRAINT "publication_statement_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "publication_statement_not_to_itself" CHECK ("parent_id" <> "id"),
    -- A request begins; an answer is to a request, by whom it was asked of; a reply is to another's release, or within a thread.
    CONSTRAINT "publication_statement_addressed" CHECK (CASE "kind"
      WHEN 'request' THEN "parent_id" IS NULL AND "to_organisation_id" <> "organisation_id"
      WHEN 'answer' THEN "parent_id" IS NOT NULL AND "to_organisation_id" = "organisation_id"
      ELSE "parent_id" IS NOT NULL OR "to_organisation_id" <> "organisation_id" END)
);
-- Its bytes: the canonical JSON of which sha256 tells.
CREATE TABLE "publication_statement_content" (
    "organisation_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "publication_statement_content_pkey" PRIMARY KEY ("organisation_id", "statement_id"),
    CONSTRAINT "publication_statement_content_statement" FOREIGN KEY ("organisation_id", "statement_id") REFERENCES "publication_statement"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Who did it, for the organisation alone; goes when it leaves.
CREATE TABLE "publication_statement_act" (
    "organisation_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_statement_act_pkey" PRIMARY KEY ("organisation_id", "statement_id", "act"),
    CONSTRAINT "publication_statement_act_known" CHECK ("act" IN ('published', 'confirmed')),
    CONSTRAINT "publication_statement_act_statement" FOREIGN KEY ("organisation_id", "statement_id") REFERENCES "publication_statement"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- What waits for a second person, where the organisation asks for one.
CREATE TABLE "publication_statement_proposal" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "said" JSONB NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_role" "role" NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_statement_proposal_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "publication_statement_proposal_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE "publication_statement_proposal_end" (
    "organisation_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_statement_proposal_end_pkey" PRIMARY KEY ("organisation_id", "proposal_id"),
    CONSTRAINT "publication_statement_proposal_end_known" CHECK ("outcome" IN ('published', 'dropped')),
    CONSTRAINT "publication_statement_proposal_end_proposal" FOREIGN KEY ("organisation_id", "proposal_id") REFERENCES "publication_statement_proposal"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "publication_statement_of_obligation" ON "publication_statement"("iso3", "obligation_code", "published_at");
CREATE INDEX "publication_statement_proposal_of_dossier" ON "publication_statement_proposal"("organisation_id", "dossier_id");

-- The content is what its hash says, whoever adds it.
CREATE FUNCTION app.statement_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM publication_statement p WHERE p.organisation_id = NEW.organisation_id AND p.id = NEW.statement_id
    AND p.sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')) THEN
    RAISE EXCEPTION 'the content of a statement must have its hash' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.statement_is_whole() FROM PUBLIC;
CREATE TRIGGER "publication_statement_content_whole" AFTER INSERT ON "publication_statement_content" FOR EACH ROW EXECUTE FUNCTION app.statement_is_whole();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publication_statement', 'publication_statement_content', 'publication_statement_act', 'publication_statement_proposal', 'publication_statement_proposal_end'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['publication_statement_act', 'publication_statement_proposal', 'publication_statement_proposal_end'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
  END LOOP;
END $$;

GRANT SELECT ON "publication_statement", "publication_statement_content" TO servanda_public;
CREATE POLICY "publication_statement_public" ON "publication_statement" FOR SELECT TO servanda_public USING (true);
CREATE POLICY "publication_statement_content_public" ON "publication_statement_content" FOR SELECT TO servanda_public USING (true);

-- Statements stay where an organisation leaves: they are passed over by the function that erases.
DO $$
DECLARE
  kept CONSTANT text := '''publication_withdrawal''';
  told text := pg_get_functiondef('app.erase_organisation(uuid)'::regprocedure);
BEGIN
  IF position(kept IN told) = 0 THEN RAISE EXCEPTION 'app.erase_organisation is not as it was known'; END IF;
  EXECUTE replace(told, kept, kept || ', ''publication_statement'', ''publication_statement_content''');
END $$;
