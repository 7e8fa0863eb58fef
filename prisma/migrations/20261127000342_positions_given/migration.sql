-- Who of a coalition gave a judgement, in the packed positions too (decisions 0043 and 0046): the pages that set States and dossiers side by side name it.
CREATE OR REPLACE FUNCTION app.positions_in(content text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(e->>'code', jsonb_build_object('applies', e->'applies', 'law', e->'law', 'practice', e->'practice',
    'lawProof', e->'lawProof', 'practiceProof', e->'practiceProof', 'asOf', e->'asOf', 'cited', jsonb_array_length(e->'citations'))
    || CASE WHEN e ? 'contributedBy' THEN jsonb_build_object('contributedBy', e->'contributedBy') ELSE '{}' END), '{}')
  FROM jsonb_array_elements(content::jsonb->'elements') e
$$;

-- Releases that stand already, and name somebody: derived anew from the same bytes.
ALTER TABLE "publication_content" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "publication_positions" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "publication_positions" DISABLE TRIGGER "publication_positions_append_only";
UPDATE "publication_positions" q SET positions = app.positions_in(c.content) FROM "publication_content" c
WHERE c.organisation_id = q.organisation_id AND c.publication_id = q.publication_id AND strpos(c.content, '"contributedBy":') > 0;
ALTER TABLE "publication_positions" ENABLE TRIGGER "publication_positions_append_only";
ALTER TABLE "publication_positions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "publication_content" FORCE ROW LEVEL SECURITY;
