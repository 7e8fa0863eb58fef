-- Erasure for reasons of data protection: what a piece said is redacted in every revision; that it was there, who cited it and that it was
-- erased stay. Only this function may touch append-only rows, only for a lead, only within the organisation in scope.
ALTER TABLE "evidence" ADD COLUMN "erased_at" TIMESTAMPTZ(3);
CREATE OR REPLACE FUNCTION app.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_user = 'servanda_owner' AND current_setting('app.erasing', true) = NEW.organisation_id::text THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_revision', 'evidence_file', 'citation'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_erase', t);
  END LOOP;
END $$;

-- Returns the SHA-256 of the files whose bytes no other piece of the organisation needs: they may go.
CREATE FUNCTION app.erase_evidence(wanted_dossier uuid, wanted uuid, at timestamptz) RETURNS TABLE (sha256 text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation();
BEGIN
  IF o IS NULL OR app.role() IS DISTINCT FROM 'lead' THEN RAISE EXCEPTION 'only a lead erases' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE evidence e SET title = '[erased]', citation = '', originator = '[erased]', collector = '', territory = '', population = '', link = NULL, summary = '', erased_at = at,
    withdrawn_at = coalesce(e.withdrawn_at, at), withdrawn_reason = coalesce(e.withdrawn_reason, 'Erased'), version = e.version + 1, changed_at = at
  WHERE e.organisation_id = o AND e.dossier_id = wanted_dossier AND e.id = wanted AND e.erased_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('app.erasing', o::text, true);
  UPDATE evidence_revision r SET content = r.content || '{"title":"[erased]","citation":"","originator":"[erased]","collector":"","territory":"","population":"","link":null,"summary":"","erased":true}'
    WHERE r.organisation_id = o AND r.evidence_id = wanted;
  UPDATE citation c SET quote = '[erased]', pinpoint = '' WHERE c.organisation_id = o AND c.evidence_id = wanted AND c.quote IS NOT NULL;
  RETURN QUERY
    WITH gone AS (UPDATE evidence_file f SET name = '[erased]' WHERE f.organisation_id = o AND f.evidence_id = wanted RETURNING f.sha256)
    SELECT DISTINCT g.sha256 FROM gone g WHERE NOT EXISTS (SELECT 1 FROM evidence_file other WHERE other.organisation_id = o AND other.sha256 = g.sha256 AND other.evidence_id <> wanted);
  PERFORM set_config('app.erasing', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION app.erase_evidence FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.erase_evidence TO servanda_app;
