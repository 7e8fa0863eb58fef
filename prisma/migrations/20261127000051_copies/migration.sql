-- What others download is a copy without metadata; the original stays beside it (decision 0022).
CREATE TYPE "copy_state" AS ENUM ('waiting', 'made', 'impossible');
CREATE TABLE "evidence_copy" (
    "organisation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "state" "copy_state" NOT NULL,
    "reason" TEXT,
    -- What the file tells beside its content: [{ kind, count, values }].
    "found" JSONB NOT NULL DEFAULT '[]',
    -- The bytes of the copy; those of the original where it tells nothing.
    "sha256" CHAR(64),
    "size_bytes" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_copy_pkey" PRIMARY KEY ("organisation_id", "file_id"),
    CONSTRAINT "evidence_copy_made_whole" CHECK (("state" = 'made') = ("sha256" IS NOT NULL) AND ("sha256" IS NULL) = ("size_bytes" IS NULL)),
    CONSTRAINT "evidence_copy_impossible_with_reason" CHECK (("state" = 'impossible') = ("reason" IS NOT NULL))
);
ALTER TABLE "evidence_copy" ADD CONSTRAINT "evidence_copy_file" FOREIGN KEY ("organisation_id", "file_id") REFERENCES "evidence_file"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "evidence_copy_waiting" ON "evidence_copy" ("organisation_id", "changed_at") WHERE "state" = 'waiting';
CREATE INDEX "evidence_copy_bytes" ON "evidence_copy" ("organisation_id", "sha256");
ALTER TABLE "evidence_copy" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence_copy" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "evidence_copy" TO servanda_app;
GRANT UPDATE ("state", "reason", "found", "sha256", "size_bytes", "changed_at") ON "evidence_copy" TO servanda_app;
CREATE POLICY "evidence_copy_read" ON "evidence_copy" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_copy_add" ON "evidence_copy" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_copy_change" ON "evidence_copy" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_copy_erase" ON "evidence_copy" TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "evidence_copy_leave_read" ON "evidence_copy" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "evidence_copy_leave" ON "evidence_copy" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "evidence_copy_waiting" ON "evidence_copy" FOR SELECT TO servanda_owner USING (state = 'waiting');

-- Files stored before today wait for their copies.
INSERT INTO "evidence_copy" (organisation_id, file_id, state, sha256, size_bytes, changed_at)
SELECT f.organisation_id, f.id, (CASE WHEN f.media_type IN ('text/plain', 'text/csv') THEN 'made' ELSE 'waiting' END)::copy_state,
  CASE WHEN f.media_type IN ('text/plain', 'text/csv') THEN f.sha256 END, CASE WHEN f.media_type IN ('text/plain', 'text/csv') THEN f.size_bytes END, f.stored_at FROM "evidence_file" f;

-- Copies that wait although no job will make them, of all organisations: ids only.
CREATE FUNCTION app.copies_waiting(longer_than timestamptz, at_most integer) RETURNS TABLE (organisation_id uuid, file_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.outside_only();
  SELECT c.organisation_id, c.file_id FROM evidence_copy c WHERE c.state = 'waiting' AND c.changed_at < longer_than ORDER BY c.changed_at LIMIT at_most
$$;
REVOKE EXECUTE ON FUNCTION app.copies_waiting FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.copies_waiting TO servanda_app;

-- Erasing a piece takes the copies of its files along, and what was found in them.
CREATE FUNCTION app.erase_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.evidence_copy c SET state = 'impossible', reason = 'erased', found = '[]', sha256 = NULL, size_bytes = NULL, changed_at = NEW.erased_at
    FROM public.evidence_file f WHERE f.organisation_id = NEW.organisation_id AND f.evidence_id = NEW.id AND c.organisation_id = f.organisation_id AND c.file_id = f.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.erase_copies FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.erase_copies TO servanda_app;
CREATE TRIGGER "evidence_erases_copies" AFTER UPDATE OF "erased_at" ON "evidence" FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app.erase_copies();
