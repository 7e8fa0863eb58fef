-- Through what a person acts: the session or the API key of the request's one transaction; null where there is none.
CREATE FUNCTION app.session() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.session', true), '')::uuid $$;
CREATE FUNCTION app.key() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.key', true), '')::uuid $$;
REVOKE EXECUTE ON FUNCTION app.session(), app.key() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.session(), app.key() TO servanda_app;
