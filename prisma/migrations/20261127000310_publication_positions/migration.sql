-- What each release says of every element, in one packed row beside its bytes (decision 0046): the comparison of all States reads these alone.
-- Derived from the bytes by the database itself and never written by the API, so that it cannot say anything else.

CREATE TABLE "publication_positions" (
    "organisation_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    -- By the code of the element.
    "positions" JSONB NOT NULL,

    CONSTRAINT "publication_positions_pkey" PRIMARY KEY ("organisation_id", "publication_id"),
    CONSTRAINT "publication_positions_publication" FOREIGN KEY ("organisation_id", "publication_id") REFERENCES "publication"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE FUNCTION app.positions_in(content text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(e->>'code', jsonb_build_object('applies', e->'applies', 'law', e->'law', 'practice', e->'practice',
    'lawProof', e->'lawProof', 'practiceProof', e->'practiceProof', 'asOf', e->'asOf', 'cited', jsonb_array_length(e->'citations'))), '{}')
  FROM jsonb_array_elements(content::jsonb->'elements') e
$$;
REVOKE EXECUTE ON FUNCTION app.positions_in(text) FROM PUBLIC;

-- Releases that stand already.
ALTER TABLE "publication_content" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "publication_positions" SELECT organisation_id, publication_id, app.positions_in(content) FROM "publication_content";
ALTER TABLE "publication_content" FORCE ROW LEVEL SECURITY;

CREATE FUNCTION app.keep_positions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO publication_positions VALUES (NEW.organisation_id, NEW.publication_id, app.positions_in(NEW.content));
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.keep_positions() FROM PUBLIC;
-- After "publication_content_whole": triggers fire in the order of their names, and what is not whole is refused before.
CREATE TRIGGER "publication_content_with_positions" AFTER INSERT ON "publication_content" FOR EACH ROW EXECUTE FUNCTION app.keep_positions();

ALTER TABLE "publication_positions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "publication_positions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "publication_positions_add" ON "publication_positions" FOR INSERT TO servanda_owner WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE TRIGGER "publication_positions_append_only" BEFORE UPDATE OR DELETE ON "publication_positions" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "publication_positions_no_truncate" BEFORE TRUNCATE ON "publication_positions" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();
GRANT SELECT ON "publication_positions" TO servanda_public;
CREATE POLICY "publication_positions_public" ON "publication_positions" FOR SELECT TO servanda_public
  USING (NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = publication_positions.organisation_id AND w.publication_id = publication_positions.publication_id));

-- It stays where its release stays.
DO $$
DECLARE
  kept CONSTANT text := '''publication_content''';
  told text := pg_get_functiondef('app.erase_organisation(uuid)'::regprocedure);
BEGIN
  IF position(kept IN told) = 0 THEN RAISE EXCEPTION 'app.erase_organisation is not as it was known'; END IF;
  EXECUTE replace(told, kept, kept || ', ''publication_positions''');
END $$;
