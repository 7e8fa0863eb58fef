-- One act for one idempotency key: who repeats a request within a day gets the first answer again.
-- The answer is sealed with a key derived from the idempotency key, of which only the hash stands here.
CREATE TABLE "repeated_request" (
  "organisation_id" UUID NOT NULL,
  -- The person, or the API key, that asked.
  "asker_id" UUID NOT NULL,
  "key_sha256" BYTEA NOT NULL,
  "request_sha256" BYTEA NOT NULL,
  "status" SMALLINT,
  "answer" BYTEA,
  -- By the database's clock, which all processes share.
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT "repeated_request_pkey" PRIMARY KEY ("organisation_id", "asker_id", "key_sha256"),
  CONSTRAINT "repeated_request_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id"),
  CONSTRAINT "repeated_request_hashes" CHECK (octet_length("key_sha256") = 32 AND octet_length("request_sha256") = 32),
  CONSTRAINT "repeated_request_answered" CHECK (("status" IS NULL) = ("answer" IS NULL))
);
CREATE INDEX "repeated_request_at" ON "repeated_request" ("at");

ALTER TABLE "repeated_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "repeated_request" FORCE ROW LEVEL SECURITY;
CREATE POLICY "repeated_request_read" ON "repeated_request" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "repeated_request_add" ON "repeated_request" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "repeated_request_change" ON "repeated_request" FOR UPDATE TO servanda_app
  USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "repeated_request_owner" ON "repeated_request" TO servanda_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON "repeated_request" TO servanda_app;
GRANT UPDATE ("request_sha256", "status", "answer", "at") ON "repeated_request" TO servanda_app;

-- A remembered answer is no record: it goes after a day. The runtime role deletes by this way only.
CREATE FUNCTION app.forget_repeats() RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM repeated_request WHERE at < now() - interval '24 hours';
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;

-- Which migrations stand, for the health check: an instance serves only where all that it knows are applied.
CREATE FUNCTION app.migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.migration_name::text FROM _prisma_migrations m WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL;
END $$;

REVOKE EXECUTE ON FUNCTION app.forget_repeats(), app.migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_repeats(), app.migrations() TO servanda_app;
