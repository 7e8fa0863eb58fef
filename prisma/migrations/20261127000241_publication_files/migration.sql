-- Files of published pieces, copied into what the public reads (decision 0040); and the second person whom an organisation may ask for.

CREATE TABLE "publication_bytes" (
    "organisation_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "publication_bytes_pkey" PRIMARY KEY ("organisation_id", "sha256"),
    CONSTRAINT "publication_bytes_whole" CHECK ("sha256" = encode(sha256("bytes"), 'hex'))
);
-- So that a part of a file is read without the rest.
ALTER TABLE "publication_bytes" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
CREATE TABLE "publication_file" (
    "organisation_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "publication_file_pkey" PRIMARY KEY ("organisation_id", "publication_id", "id"),
    CONSTRAINT "publication_file_publication" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "publication_file_bytes" FOREIGN KEY ("organisation_id", "sha256") REFERENCES "publication_bytes"("organisation_id", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "publication_file_of_bytes" ON "publication_file"("organisation_id", "sha256");

-- What somebody proposes to publish, where a second person is asked for: the choice, and the hash of what its preview showed.
CREATE TABLE "publication_proposal" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "choice" JSONB NOT NULL,
    "preview_sha256" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_role" "role" NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_proposal_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "publication_proposal_in_dossier" UNIQUE ("organisation_id", "dossier_id", "id"),
    CONSTRAINT "publication_proposal_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE "publication_proposal_end" (
    "organisation_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_proposal_end_pkey" PRIMARY KEY ("organisation_id", "proposal_id"),
    CONSTRAINT "publication_proposal_end_known" CHECK ("outcome" IN ('published', 'dropped')),
    CONSTRAINT "publication_proposal_end_proposal" FOREIGN KEY ("organisation_id", "proposal_id") REFERENCES "publication_proposal"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Whether the organisation asks for a second person; the last number holds.
CREATE TABLE "publication_rule" (
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "second_person" BOOLEAN NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_rule_pkey" PRIMARY KEY ("organisation_id", "number"),
    CONSTRAINT "publication_rule_number_positive" CHECK ("number" >= 1)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publication_bytes', 'publication_file', 'publication_proposal', 'publication_proposal_end', 'publication_rule'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['publication_proposal', 'publication_proposal_end', 'publication_rule'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
  END LOOP;
END $$;

GRANT SELECT ON "publication_file", "publication_bytes" TO servanda_public;
CREATE POLICY "publication_file_public" ON "publication_file" FOR SELECT TO servanda_public
  USING (NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = publication_file.organisation_id AND w.publication_id = publication_file.publication_id));
-- Bytes are within reach as long as a release that stands names them.
CREATE POLICY "publication_bytes_public" ON "publication_bytes" FOR SELECT TO servanda_public
  USING (EXISTS (SELECT 1 FROM publication_file f WHERE f.organisation_id = publication_bytes.organisation_id AND f.sha256 = publication_bytes.sha256));

DO $$
DECLARE
  kept CONSTANT text := '''publication_withdrawal''';
  told text := pg_get_functiondef('app.erase_organisation(uuid)'::regprocedure);
BEGIN
  IF position(kept IN told) = 0 THEN RAISE EXCEPTION 'app.erase_organisation is not as it was known'; END IF;
  EXECUTE replace(told, kept, kept || ', ''publication_file'', ''publication_bytes''');
END $$;
