-- A file on its way from the file store into a row (decision 0023): written before the file is kept, removed by the transaction that records it.
-- Whoever takes a file away first looks here, under a lock of its hash, so that nobody removes what a row is about to point to.
CREATE TABLE "arriving_file" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "arriving_file_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "arriving_file_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "arriving_file_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$')
);
CREATE INDEX "arriving_file_hash" ON "arriving_file" ("organisation_id", "sha256");
CREATE INDEX "evidence_file_hash" ON "evidence_file" ("organisation_id", "sha256");

ALTER TABLE "arriving_file" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "arriving_file" FORCE ROW LEVEL SECURITY;
CREATE POLICY "arriving_file_read" ON "arriving_file" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "arriving_file_add" ON "arriving_file" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "arriving_file_drop" ON "arriving_file" FOR DELETE TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "arriving_file_leave_read" ON "arriving_file" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
CREATE POLICY "arriving_file_leave" ON "arriving_file" FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()));
GRANT SELECT, INSERT ON "arriving_file" TO servanda_app;
-- It says nothing but that something is under way: once it has arrived, or has been given up, it is of no use to anyone.
GRANT DELETE ON "arriving_file" TO servanda_app;

-- Whose files the sweep looks for: ids only.
CREATE FUNCTION app.organisation_ids() RETURNS TABLE (organisation_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.outside_only(); SELECT o.id FROM organisation o ORDER BY o.id
$$;
REVOKE EXECUTE ON FUNCTION app.organisation_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.organisation_ids() TO servanda_app;
