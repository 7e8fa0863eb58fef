-- Whether the owner has marked this instance as one whose letters may be read: a local or demonstration instance.
CREATE FUNCTION app.shows_outbox() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.shows_outbox FROM instance i
$$;
REVOKE EXECUTE ON FUNCTION app.shows_outbox FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shows_outbox TO servanda_app;
