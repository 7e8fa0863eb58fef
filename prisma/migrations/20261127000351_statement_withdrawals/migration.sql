-- What was said in public can be withdrawn as a release can (decision 0049): a row with its reason, and the words go out of the public's reach.
-- Nothing is deleted: kind, parties, place in the thread and hash stay.
CREATE TABLE "publication_statement_withdrawal" (
    "organisation_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_statement_withdrawal_pkey" PRIMARY KEY ("organisation_id", "statement_id"),
    CONSTRAINT "publication_statement_withdrawal_reasoned" CHECK (length("reason") > 0),
    CONSTRAINT "publication_statement_withdrawal_statement" FOREIGN KEY ("organisation_id", "statement_id") REFERENCES "publication_statement"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "publication_statement_withdrawal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "publication_statement_withdrawal" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "publication_statement_withdrawal" TO servanda_app;
CREATE POLICY "publication_statement_withdrawal_read" ON "publication_statement_withdrawal" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "publication_statement_withdrawal_add" ON "publication_statement_withdrawal" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE TRIGGER "publication_statement_withdrawal_append_only" BEFORE UPDATE OR DELETE ON "publication_statement_withdrawal" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "publication_statement_withdrawal_no_truncate" BEFORE TRUNCATE ON "publication_statement_withdrawal" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();

GRANT SELECT ON "publication_statement_withdrawal" TO servanda_public;
CREATE POLICY "publication_statement_withdrawal_public" ON "publication_statement_withdrawal" FOR SELECT TO servanda_public USING (true);
DROP POLICY "publication_statement_content_public" ON "publication_statement_content";
CREATE POLICY "publication_statement_content_public" ON "publication_statement_content" FOR SELECT TO servanda_public
  USING (NOT EXISTS (SELECT 1 FROM publication_statement_withdrawal w WHERE w.organisation_id = publication_statement_content.organisation_id AND w.statement_id = publication_statement_content.statement_id));

ALTER TABLE "publication_statement_act" DROP CONSTRAINT "publication_statement_act_known";
ALTER TABLE "publication_statement_act" ADD CONSTRAINT "publication_statement_act_known" CHECK ("act" IN ('published', 'confirmed', 'withdrawn'));

-- It stays where its statement stays.
DO $$
DECLARE
  kept CONSTANT text := '''publication_statement_content''';
  told text := pg_get_functiondef('app.erase_organisation(uuid)'::regprocedure);
BEGIN
  IF position(kept IN told) = 0 THEN RAISE EXCEPTION 'app.erase_organisation is not as it was known'; END IF;
  EXECUTE replace(told, kept, kept || ', ''publication_statement_withdrawal''');
END $$;
