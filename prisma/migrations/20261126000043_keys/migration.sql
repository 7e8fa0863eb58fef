-- Keys by which programs come in for an organisation. Shown once; only the SHA-256 of the whole key is kept.
CREATE TYPE "key_right" AS ENUM ('read', 'write');
CREATE TABLE "api_key" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "right" "key_right" NOT NULL,
    "hint" TEXT NOT NULL,
    "token_sha256" BYTEA NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("organisation_id", "id")
);
CREATE UNIQUE INDEX "api_key_token_sha256_key" ON "api_key" ("token_sha256");
CREATE INDEX "api_key_created_by_idx" ON "api_key" ("organisation_id", "created_by");
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by" FOREIGN KEY ("organisation_id", "created_by") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_token_is_a_hash" CHECK (octet_length("token_sha256") = 32);
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_has_a_name" CHECK (btrim("name") <> '');
-- A year, with the leap day.
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_ends_within_a_year" CHECK ("expires_at" > "created_at" AND "expires_at" <= "created_at" + interval '366 days');

ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;
GRANT SELECT ("organisation_id", "id", "name", "right", "hint", "created_by", "created_at", "expires_at", "last_used_at", "revoked_at", "revoked_by") ON "api_key" TO servanda_app;
GRANT INSERT ("organisation_id", "id", "name", "right", "hint", "token_sha256", "created_by", "created_at", "expires_at") ON "api_key" TO servanda_app;
GRANT UPDATE ("revoked_at", "revoked_by") ON "api_key" TO servanda_app;
CREATE POLICY "api_key_read" ON "api_key" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "api_key_add" ON "api_key" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "api_key_change" ON "api_key" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "api_key_owner" ON "api_key" TO servanda_owner USING (true) WITH CHECK (true);

-- The gate: one statement finds a key that holds, its organisation and the member who made it. A key never may more than its maker may now.
-- Last use is written at most once a minute.
CREATE FUNCTION app.key_of(token bytea, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found jsonb; used timestamptz; of_organisation uuid; key_id uuid;
BEGIN
  SELECT k.organisation_id, k.id, k.last_used_at, jsonb_build_object('id', k.id,
    'right', CASE WHEN m.role = 'viewer' THEN 'read' ELSE k."right"::text END,
    'person', jsonb_build_object('id', p.id, 'name', p.name), 'body', m.body,
    'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'iso3', o.iso3))
  INTO of_organisation, key_id, used, found
  FROM api_key k
  JOIN membership m ON m.organisation_id = k.organisation_id AND m.person_id = k.created_by AND m.status = 'active'
  JOIN person p ON p.id = k.created_by AND p.disabled_at IS NULL
  JOIN organisation o ON o.id = k.organisation_id
  WHERE k.token_sha256 = token AND k.revoked_at IS NULL AND k.expires_at > at;
  IF found IS NOT NULL AND (used IS NULL OR used < at - interval '1 minute') THEN
    UPDATE api_key SET last_used_at = at WHERE organisation_id = of_organisation AND id = key_id;
  END IF;
  RETURN found;
END $$;

-- Whoever leaves knows the keys that he or she has made: they end with the membership.
CREATE FUNCTION app.membership_ends_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE api_key SET revoked_at = clock_timestamp(), revoked_by = app.person() WHERE organisation_id = NEW.organisation_id AND created_by = NEW.person_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_ends_keys" AFTER UPDATE OF "status" ON "membership" FOR EACH ROW WHEN (NEW.status = 'left' AND OLD.status <> 'left') EXECUTE FUNCTION app.membership_ends_keys();

REVOKE EXECUTE ON FUNCTION app.key_of(bytea, timestamptz), app.membership_ends_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.key_of(bytea, timestamptz) TO servanda_app;
