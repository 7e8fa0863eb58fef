-- A guest of a coalition attaches files to the pieces that his or her own organisation gave (decision 0043). Nothing else of a piece changes, and a
-- restricted, withdrawn or erased one takes none.

-- What a guest's change of a piece may be: that it was changed, and that it goes on to a revision which stands. Runs as whoever changes.
CREATE FUNCTION app.evidence_guest_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'servanda_guest' AND (NEW.version NOT IN (OLD.version, OLD.version + 1)
    OR NOT EXISTS (SELECT 1 FROM evidence_revision r WHERE r.organisation_id = NEW.organisation_id AND r.evidence_id = NEW.id AND r.number = NEW.version)) THEN
    RAISE EXCEPTION 'a guest changes no piece' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_guest_change" BEFORE UPDATE OF "version" ON "evidence" FOR EACH ROW EXECUTE FUNCTION app.evidence_guest_change();

-- A further revision of a guest's says what the one before it says: it is there for the file alone.
CREATE FUNCTION app.evidence_guest_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_user = 'servanda_guest' AND NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM evidence_revision r
    WHERE r.organisation_id = NEW.organisation_id AND r.evidence_id = NEW.evidence_id AND r.number = NEW.number - 1 AND r.content = NEW.content) THEN
    RAISE EXCEPTION 'a guest changes no piece' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evidence_guest_revision" BEFORE INSERT ON "evidence_revision" FOR EACH ROW EXECUTE FUNCTION app.evidence_guest_revision();

CREATE POLICY "evidence_revision_guest_file" ON "evidence_revision" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host()) AND number > 1
  AND recorded_by = (SELECT app.person()) AND (SELECT app.role()) = 'contributor' AND EXISTS (SELECT 1 FROM evidence e
    JOIN coalition_hand h ON h.organisation_id = e.organisation_id AND h.dossier_id = e.dossier_id AND h.person_id = e.added_by AND h.member_id = (SELECT app.home())
    WHERE e.organisation_id = evidence_revision.organisation_id AND e.id = evidence_revision.evidence_id AND e.version + 1 = evidence_revision.number
      AND e.withdrawn_at IS NULL AND e.erased_at IS NULL));
GRANT UPDATE ("changed_at") ON "evidence" TO servanda_guest;
CREATE POLICY "evidence_guest_file" ON "evidence" FOR UPDATE TO servanda_guest
  USING (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()) AND confidentiality <> 'restricted')
  WITH CHECK (organisation_id = (SELECT app.host()) AND dossier_id = (SELECT app.shared_dossier()) AND confidentiality <> 'restricted'
    AND withdrawn_at IS NULL AND erased_at IS NULL AND (SELECT app.role()) = 'contributor'
    AND added_by IN (SELECT h.person_id FROM coalition_hand h WHERE h.dossier_id = (SELECT app.shared_dossier()) AND h.member_id = (SELECT app.home())));

GRANT INSERT ON "evidence_file", "evidence_text", "evidence_copy" TO servanda_guest;
CREATE POLICY "evidence_file_guest_add" ON "evidence_file" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host())
  AND stored_by = (SELECT app.person()) AND (SELECT app.role()) = 'contributor' AND EXISTS (SELECT 1 FROM evidence e
    JOIN coalition_hand h ON h.organisation_id = e.organisation_id AND h.dossier_id = e.dossier_id AND h.person_id = e.added_by AND h.member_id = (SELECT app.home())
    WHERE e.organisation_id = evidence_file.organisation_id AND e.id = evidence_file.evidence_id AND e.withdrawn_at IS NULL AND e.erased_at IS NULL
      AND evidence_file.revision IN (e.version, e.version + 1)));
-- A text and a copy begin as waiting for the job that makes them; the copy of plain text is the file itself and no other.
CREATE POLICY "evidence_text_guest_add" ON "evidence_text" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host())
  AND dossier_id = (SELECT app.shared_dossier()) AND state = 'waiting' AND EXISTS (SELECT 1 FROM evidence_file f WHERE f.organisation_id = evidence_text.organisation_id
    AND f.id = evidence_text.file_id AND f.evidence_id = evidence_text.evidence_id AND f.stored_by = (SELECT app.person())));
CREATE POLICY "evidence_copy_guest_add" ON "evidence_copy" FOR INSERT TO servanda_guest WITH CHECK (organisation_id = (SELECT app.host())
  AND EXISTS (SELECT 1 FROM evidence_file f WHERE f.organisation_id = evidence_copy.organisation_id AND f.id = evidence_copy.file_id AND f.stored_by = (SELECT app.person())
    AND (evidence_copy.state = 'waiting' OR f.media_type IN ('text/plain', 'text/csv') AND evidence_copy.sha256 = f.sha256 AND evidence_copy.size_bytes = f.size_bytes)));

-- A guest's file has arrived: ends what the API wrote before it kept the bytes (decision 0023). One file by its id; a guest sees none that is on its way.
CREATE POLICY "arriving_file_guest" ON "arriving_file" TO servanda_owner USING (organisation_id = (SELECT app.host())) WITH CHECK (false);
CREATE FUNCTION app.guest_file_arrived(wanted uuid) RETURNS SETOF uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM arriving_file a WHERE a.organisation_id = app.host() AND a.id = wanted AND app.person() IS NOT NULL AND app.role() = 'contributor' RETURNING a.id
$$;

-- The names of those who stored a file or recorded a revision, as of those who added a piece.
ALTER POLICY "person_guest" ON "person" USING (id = (SELECT app.person())
  OR id IN (SELECT a.author_id FROM assessment a) OR id IN (SELECT r.by_id FROM review r) OR id IN (SELECT e.added_by FROM evidence e) OR id IN (SELECT d.opened_by FROM dossier d)
  OR id IN (SELECT f.stored_by FROM evidence_file f) OR id IN (SELECT r.recorded_by FROM evidence_revision r));

REVOKE EXECUTE ON FUNCTION app.evidence_guest_change(), app.evidence_guest_revision(), app.guest_file_arrived(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.guest_file_arrived(uuid) TO servanda_guest;
