-- The name by which an organisation's own list knows a piece: one piece for one reference, for ever, so that a list can be brought in again
-- without making anything twice.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "evidence_reference" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "evidence_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_reference_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "reference"),
    CONSTRAINT "evidence_reference_once" UNIQUE ("organisation_id", "evidence_id"),
    CONSTRAINT "evidence_reference_length" CHECK (length("reference") BETWEEN 1 AND 200)
);
ALTER TABLE "evidence_reference" ADD CONSTRAINT "evidence_reference_evidence" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_reference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_reference" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "evidence_reference" TO servanda_app;
CREATE POLICY "evidence_reference_read" ON "evidence_reference" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_reference_add" ON "evidence_reference" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_reference_erase" ON "evidence_reference" TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_reference_leave_read" ON "evidence_reference" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "evidence_reference_leave" ON "evidence_reference" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE TRIGGER "evidence_reference_append_only" BEFORE UPDATE OR DELETE ON "evidence_reference" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "evidence_reference_no_truncate" BEFORE TRUNCATE ON "evidence_reference" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();

-- What is erased is known by a hash of its reference only: a list brought in again does not bring it back.
CREATE FUNCTION app.forget_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.erasing', NEW.organisation_id::text, true);
  UPDATE public.evidence_reference r SET reference = 'erased ' || encode(sha256(convert_to(r.reference, 'UTF8')), 'hex')
    WHERE r.organisation_id = NEW.organisation_id AND r.evidence_id = NEW.id;
  PERFORM set_config('app.erasing', '', true);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.forget_reference FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_reference TO servanda_app;
CREATE TRIGGER "evidence_forget_reference" AFTER UPDATE OF "erased_at" ON "evidence" FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app.forget_reference();

-- A title without what people write differently: case, accents, vowel signs, punctuation, spaces. Two pieces of one key are looked at twice.
CREATE FUNCTION app.title_key(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(btrim(regexp_replace(regexp_replace(lower(normalize(title, NFKD)), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')), 300)
$$;
REVOKE EXECUTE ON FUNCTION app.title_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.title_key TO servanda_app;
-- Made by the expression for what is there already, kept by a trigger from now on, whoever writes the title.
ALTER TABLE "evidence" ADD COLUMN "title_key" TEXT NOT NULL GENERATED ALWAYS AS (app.title_key("title")) STORED;
ALTER TABLE "evidence" ALTER COLUMN "title_key" DROP EXPRESSION, ALTER COLUMN "title_key" SET DEFAULT '';
CREATE FUNCTION app.keep_title_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.title_key := app.title_key(NEW.title);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.keep_title_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keep_title_key TO servanda_app;
CREATE TRIGGER "evidence_keep_title_key" BEFORE INSERT OR UPDATE OF "title", "title_key" ON "evidence" FOR EACH ROW EXECUTE FUNCTION app.keep_title_key();
CREATE INDEX "evidence_title_key" ON "evidence"("organisation_id", "title_key", "dossier_id");
CREATE INDEX "evidence_file_sha256" ON "evidence_file"("organisation_id", "sha256");
