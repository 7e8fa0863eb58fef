-- A guest of a coalition (decision 0043): a transaction that is signed for one dossier of another organisation and for nothing else.
-- Two walls. app.organisation() is null for a guest, so that no policy and no function that asks for the organisation opens anything. What is open
-- is open to the role servanda_guest alone, table by table, below; a table that comes later is shut until somebody writes its policy here.

-- `key|guest|person|role|session||end of life||host|dossier|home|signature`; any other scope is as it was, and has no ninth field.
CREATE OR REPLACE FUNCTION app.context() RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  told text := current_setting('app.context', true);
  part text[];
  signed text;
BEGIN
  IF told IS NULL OR told = '' THEN RETURN NULL; END IF;
  part := string_to_array(told, '|');
  SELECT encode(sha256(k.outer_block || sha256(k.inner_block || convert_to(left(told, -65), 'UTF8'))), 'hex') INTO signed
    FROM app.context_key k WHERE k.id = part[1];
  IF signed IS NULL OR signed <> part[cardinality(part)] OR cardinality(part) NOT IN (8, 12) OR (cardinality(part) = 12) <> (part[2] = 'guest') THEN
    RAISE EXCEPTION 'the context is not signed by the API' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  IF part[7]::bigint < extract(epoch FROM clock_timestamp()) THEN
    RAISE EXCEPTION 'the context has run out' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  RETURN part;
END $$;
CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(nullif((app.context())[2], 'outside'), 'guest')::uuid $$;
-- Null but for a guest: whose dossier it is, which one, and for which organisation the guest comes.
CREATE FUNCTION app.host() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (app.context())[9]::uuid $$;
CREATE FUNCTION app.shared_dossier() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (app.context())[10]::uuid $$;
CREATE FUNCTION app.home() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (app.context())[11]::uuid $$;

-- The gate asks at each request to a door that opens to guests: null unless the session's organisation is in the coalition of this dossier now.
-- Whatever somebody is at home, a guest only reads or contributes.
CREATE FUNCTION app.shared_with(held jsonb, wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  RETURN (SELECT jsonb_build_object('dossier', c.dossier_id, 'host', jsonb_build_object('id', o.id, 'kind', o.kind, 'iso3', o.iso3),
      'role', CASE m.role WHEN 'viewer' THEN 'viewer' ELSE 'contributor' END)
    FROM session s JOIN membership m ON m.organisation_id = s.organisation_id AND m.person_id = s.person_id AND m.status = 'active'
    JOIN coalition_member c ON c.member_id = s.organisation_id AND c.dossier_id = wanted AND c.standing = 'joined'
    JOIN organisation o ON o.id = c.organisation_id AND o.suspended_at IS NULL
    WHERE s.id = (held->>'sessionId')::uuid AND wanted IS NOT NULL);
END $$;

-- What a guest does is journalled by the host's chain: the organisation is named in the facts, the person and the role by the entry, all from the scope.
-- Who gave something is written down by name in the same transaction, for the time after.
CREATE FUNCTION app.journal_guest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.host() IS NULL THEN RETURN NEW; END IF;
  NEW.data := coalesce(NEW.data, '{}') || jsonb_build_object('for', app.home());
  IF NEW.act <> 'act.refused' THEN
    INSERT INTO coalition_hand (organisation_id, dossier_id, person_id, member_id, person_name, member_name)
    SELECT app.host(), app.shared_dossier(), p.id, o.id, p.name, o.name FROM person p CROSS JOIN organisation o WHERE p.id = app.person() AND o.id = app.home()
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NEW;
END $$;
-- Before journal_entry_link, which hashes: triggers fire in the order of their names.
CREATE TRIGGER "journal_entry_guest" BEFORE INSERT ON "journal_entry" FOR EACH ROW EXECUTE FUNCTION app.journal_guest();

GRANT USAGE ON SCHEMA "public", "app" TO servanda_guest;
-- Reference data.
GRANT SELECT ON "catalogue_version", "obligation", "element", "state", "reservation", "calendar_override" TO servanda_guest;

-- Read: what the dossier holds, but for restricted pieces, sources, requests, assignments, releases, reports and who is who at the host's.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dossier_element', 'dossier_revision', 'evidence', 'assessment', 'current_assessment', 'coalition_member', 'coalition_hand'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO servanda_guest', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_guest USING (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier())%s)', t || '_guest', t,
      CASE t WHEN 'evidence' THEN ' AND confidentiality <> ''restricted''' ELSE '' END);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence_revision', 'evidence_file', 'evidence_text', 'evidence_page', 'citation', 'national_provision'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO servanda_guest', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_guest USING (organisation_id = (SELECT app.host()) AND EXISTS (SELECT 1 FROM evidence e WHERE e.organisation_id = %I.organisation_id AND e.id = %I.evidence_id))', t || '_guest', t, t, t);
  END LOOP;
END $$;
GRANT SELECT ON "dossier", "evidence_file_removal", "evidence_copy", "review", "national_provision_revision", "national_provision_element" TO servanda_guest;
CREATE POLICY "evidence_copy_guest" ON "evidence_copy" FOR SELECT TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND EXISTS (SELECT 1 FROM evidence_file f WHERE f.organisation_id = evidence_copy.organisation_id AND f.id = evidence_copy.file_id));
CREATE POLICY "national_provision_revision_guest" ON "national_provision_revision" FOR SELECT TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND EXISTS (SELECT 1 FROM national_provision n WHERE n.organisation_id = national_provision_revision.organisation_id AND n.id = national_provision_revision.provision_id));
CREATE POLICY "national_provision_element_guest" ON "national_provision_element" FOR SELECT TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND EXISTS (SELECT 1 FROM national_provision n WHERE n.organisation_id = national_provision_element.organisation_id AND n.id = national_provision_element.provision_id));
CREATE POLICY "dossier_guest" ON "dossier" FOR SELECT TO servanda_guest USING (organisation_id = (SELECT app.host()) AND id = (SELECT app.shared_dossier()));
CREATE POLICY "evidence_file_removal_guest" ON "evidence_file_removal" FOR SELECT TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND EXISTS (SELECT 1 FROM evidence_file f WHERE f.organisation_id = evidence_file_removal.organisation_id AND f.id = evidence_file_removal.file_id));
CREATE POLICY "review_guest" ON "review" FOR SELECT TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND EXISTS (SELECT 1 FROM assessment a WHERE a.organisation_id = review.organisation_id AND a.id = review.assessment_id));
-- What both organisations are called; nothing else of either.
GRANT SELECT ("id", "name", "kind", "iso3") ON "organisation" TO servanda_guest;
CREATE POLICY "organisation_guest" ON "organisation" FOR SELECT TO servanda_guest USING (id IN ((SELECT app.host()), (SELECT app.home())));
-- Of people: the names of those who wrote something here, never an address.
GRANT SELECT ("id", "name") ON "person" TO servanda_guest;
CREATE POLICY "person_guest" ON "person" FOR SELECT TO servanda_guest USING (id = (SELECT app.person())
  OR id IN (SELECT a.author_id FROM assessment a) OR id IN (SELECT r.by_id FROM review r) OR id IN (SELECT e.added_by FROM evidence e) OR id IN (SELECT d.opened_by FROM dossier d));
-- Looked at by statements that guests share with members; without a policy they are empty.
GRANT SELECT ON "membership", "body", "element_assignment", "evidence_request", "evidence_request_step", "evidence_reference", "evidence_opening", "api_key" TO servanda_guest;

-- Give: a judgement in one's own name, its citations and its submission; a piece that is not restricted. Nothing is revised, withdrawn, accepted or published.
GRANT INSERT ON "assessment", "citation", "review", "current_assessment", "evidence", "evidence_revision" TO servanda_guest;
CREATE POLICY "assessment_guest_add" ON "assessment" FOR INSERT TO servanda_guest
  WITH CHECK (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()) AND author_id = (SELECT app.person()) AND (SELECT app.role()) = 'contributor');
CREATE POLICY "citation_guest_add" ON "citation" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier())
  AND (SELECT app.role()) = 'contributor');
CREATE POLICY "review_guest_add" ON "review" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host()) AND act = 'submit' AND by_id = (SELECT app.person())
  AND (SELECT app.role()) = 'contributor');
CREATE POLICY "current_assessment_guest_add" ON "current_assessment" FOR INSERT TO servanda_guest
  WITH CHECK (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()) AND (SELECT app.role()) = 'contributor');
GRANT UPDATE ON "current_assessment" TO servanda_guest;
CREATE POLICY "current_assessment_guest_change" ON "current_assessment" FOR UPDATE TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()) AND (SELECT app.role()) = 'contributor')
  WITH CHECK (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()));
CREATE POLICY "evidence_guest_add" ON "evidence" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier())
  AND confidentiality <> 'restricted' AND added_by = (SELECT app.person()) AND (SELECT app.role()) = 'contributor');
CREATE POLICY "evidence_revision_guest_add" ON "evidence_revision" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host()) AND number = 1
  AND recorded_by = (SELECT app.person()) AND EXISTS (SELECT 1 FROM evidence e WHERE e.organisation_id = evidence_revision.organisation_id AND e.id = evidence_revision.evidence_id AND e.added_by = evidence_revision.recorded_by));
-- Cited pieces are held while they are cited, which asks for the right to change; no change passes.
GRANT UPDATE ("version") ON "evidence" TO servanda_guest;
CREATE POLICY "evidence_guest_hold" ON "evidence" FOR UPDATE TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()) AND confidentiality <> 'restricted') WITH CHECK (false);
GRANT INSERT ("organisation_id", "act", "subject", "subject_id", "data") ON "journal_entry" TO servanda_guest;
CREATE POLICY "journal_entry_guest" ON "journal_entry" FOR INSERT TO servanda_guest
  WITH CHECK (organisation_id = (SELECT app.host()) AND (dossier = (SELECT app.shared_dossier())::text OR act = 'act.refused'));
-- One act for one key, each person's own.
GRANT SELECT, INSERT ON "repeated_request" TO servanda_guest;
GRANT UPDATE ("request_sha256", "status", "answer", "at") ON "repeated_request" TO servanda_guest;
CREATE POLICY "repeated_request_guest" ON "repeated_request" TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND asker_id = (SELECT app.person())) WITH CHECK (organisation_id = (SELECT app.host()) AND asker_id = (SELECT app.person()));

-- The triggers that keep the search read what a guest has just written.
CREATE POLICY "evidence_guest_owner" ON "evidence" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()));

REVOKE EXECUTE ON FUNCTION app.host(), app.shared_dossier(), app.home(), app.shared_with(jsonb, uuid), app.journal_guest() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.host(), app.shared_dossier(), app.home(), app.shared_with(jsonb, uuid) TO servanda_app;
GRANT EXECUTE ON FUNCTION app.context(), app.host(), app.shared_dossier(), app.home(), app.person(), app.role(), app.session(), app.key(), app.organisation() TO servanda_guest;
GRANT EXECUTE ON FUNCTION app.out_of_date_on, app.title_key TO servanda_guest;
