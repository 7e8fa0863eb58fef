-- The scope of a transaction, signed by the API (decision 0008): SQL that was smuggled into the runtime role's connection
-- can set a setting, but cannot sign another organisation.

-- The keys whose signatures hold, as the two blocks of HMAC-SHA-256 (RFC 2104). Two stand here while keys change.
-- No right for the runtime role: only app.context() reads it.
CREATE TABLE app."context_key" (
  "id" text NOT NULL,
  "inner_block" bytea NOT NULL,
  "outer_block" bytea NOT NULL,
  "provided_at" timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "context_key_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "context_key_blocks" CHECK (octet_length("inner_block") = 64 AND octet_length("outer_block") = 64)
);
REVOKE ALL ON app."context_key" FROM PUBLIC;

-- `key|organisation|person|role|session|api key|end of life, seconds|signature`. Unset: null, and nothing is seen.
-- Set but not signed, or past its end: an error, so that a wrong key or a wrong clock is never taken for an empty ledger.
CREATE FUNCTION app.context() RETURNS text[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  told text := current_setting('app.context', true);
  part text[];
  signed text;
BEGIN
  IF told IS NULL OR told = '' THEN RETURN NULL; END IF;
  part := string_to_array(told, '|');
  SELECT encode(sha256(k.outer_block || sha256(k.inner_block || convert_to(left(told, -65), 'UTF8'))), 'hex') INTO signed
    FROM app.context_key k WHERE k.id = part[1];
  IF signed IS NULL OR signed <> part[8] THEN
    RAISE EXCEPTION 'the context is not signed by the API' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  IF part[7]::bigint < extract(epoch FROM clock_timestamp()) THEN
    RAISE EXCEPTION 'the context has run out' USING ERRCODE = 'invalid_authorization_specification';
  END IF;
  RETURN part;
END $$;
REVOKE EXECUTE ON FUNCTION app.context() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.context() TO servanda_app;

-- Plain SQL, so that the planner puts app.context() in their place: once for each sub-select of a policy.
CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (app.context())[2]::uuid $$;
CREATE OR REPLACE FUNCTION app.person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif((app.context())[3], '')::uuid $$;
CREATE OR REPLACE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif((app.context())[4], '') $$;
CREATE OR REPLACE FUNCTION app.session() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif((app.context())[5], '')::uuid $$;
CREATE OR REPLACE FUNCTION app.key() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif((app.context())[6], '')::uuid $$;
