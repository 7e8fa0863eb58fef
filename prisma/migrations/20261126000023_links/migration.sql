-- What is done by a link in a letter: a new password, a new address, stopping a change of address. One-time, expiring, only the hash is kept.

CREATE TABLE "mailed_link" (
  "id" UUID NOT NULL,
  "token_sha256" BYTEA NOT NULL,
  "purpose" TEXT NOT NULL,
  "person_id" UUID NOT NULL,
  -- confirm_address: the new address; stop_address: the one to go back to.
  "email" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "mailed_link_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mailed_link_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "mailed_link_purpose" CHECK ("purpose" IN ('reset', 'confirm_address', 'stop_address')),
  CONSTRAINT "mailed_link_address" CHECK (("purpose" = 'reset') = ("email" IS NULL)),
  CONSTRAINT "mailed_link_token_is_a_hash" CHECK (octet_length("token_sha256") = 32)
);
CREATE UNIQUE INDEX "mailed_link_token" ON "mailed_link" ("token_sha256");
CREATE INDEX "mailed_link_person_id" ON "mailed_link" ("person_id", "purpose", "created_at");
ALTER TABLE "mailed_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "mailed_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY "mailed_link_owner" ON "mailed_link" TO servanda_owner USING (true) WITH CHECK (true);

-- A link seen after its end is used up, so that a clock going back revives nothing.
CREATE FUNCTION app.open_link(token bytea, wanted text) RETURNS mailed_link
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link;
BEGIN
  SELECT * INTO l FROM mailed_link WHERE token_sha256 = token AND purpose = wanted AND used_at IS NULL FOR UPDATE;
  IF l.id IS NOT NULL AND (l.expires_at <= clock_timestamp() OR EXISTS (SELECT 1 FROM person p WHERE p.id = l.person_id AND p.disabled_at IS NOT NULL)) THEN
    UPDATE mailed_link SET used_at = clock_timestamp() WHERE id = l.id;
    RETURN NULL;
  END IF;
  RETURN l;
END $$;

CREATE FUNCTION app.use_links(who uuid, wanted text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE mailed_link SET used_at = clock_timestamp() WHERE person_id = who AND purpose = wanted AND used_at IS NULL
$$;

-- `letters` holds one letter for each language, as composeMail() makes it; the person's own language is taken before the reader's.
CREATE FUNCTION app.queue_letter(letters jsonb, who uuid, tongue text, address text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.queue_mail(letters -> coalesce((SELECT p.locale FROM person p WHERE p.id = who), tongue), address);
END $$;

-- Somebody asks for a new password. Nothing is answered, so that nobody learns whether there is an account. Three letters an hour at most;
-- the links of earlier letters go on working, so that nobody can take them away by asking again.
CREATE FUNCTION app.begin_reset(address text, link uuid, token bytea, letters jsonb, tongue text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  SELECT p.id INTO who FROM person p JOIN credential c ON c.person_id = p.id WHERE p.email = address AND p.disabled_at IS NULL FOR UPDATE OF p;
  IF who IS NULL OR (SELECT count(*) FROM mailed_link l WHERE l.person_id = who AND l.purpose = 'reset' AND l.created_at > clock_timestamp() - interval '1 hour') >= 3
  THEN RETURN; END IF;
  INSERT INTO mailed_link (id, token_sha256, purpose, person_id, created_at, expires_at)
  VALUES (link, token, 'reset', who, clock_timestamp(), clock_timestamp() + interval '1 hour');
  PERFORM app.queue_letter(letters, who, tongue, address);
  PERFORM app.account_act(who, NULL, 'password.reset_asked');
END $$;

-- Whose password the link would set; null where it is unusable.
CREATE FUNCTION app.reset_of(token bytea) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link := app.open_link(token, 'reset');
BEGIN
  RETURN (SELECT jsonb_build_object('email', p.email, 'name', p.name) FROM person p WHERE p.id = l.person_id);
END $$;

-- Sets the password, ends every session, forgets every browser, and kills the other links. Opens no session: a second factor is asked at sign-in as ever.
CREATE FUNCTION app.finish_reset(token bytea, hash text, letters jsonb, tongue text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link := app.open_link(token, 'reset'); address text;
BEGIN
  IF l.id IS NULL THEN RETURN NULL; END IF;
  SELECT p.email INTO address FROM person p WHERE p.id = l.person_id;
  UPDATE credential SET password_hash = hash, changed_at = clock_timestamp() WHERE person_id = l.person_id;
  PERFORM app.use_links(l.person_id, 'reset');
  PERFORM app.end_sessions_of(l.person_id);
  DELETE FROM known_device WHERE person_id = l.person_id;
  DELETE FROM throttle WHERE key = app.throttle_key('account', address);
  PERFORM app.queue_letter(letters, l.person_id, tongue, address);
  PERFORM app.account_act(l.person_id, l.person_id, 'password.reset');
  RETURN jsonb_build_object('person', l.person_id, 'email', address);
END $$;

-- The password's hash of the person in scope; null where he or she signs in otherwise.
CREATE FUNCTION app.my_password() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT password_hash FROM credential WHERE person_id = app.person() $$;

-- Changes it, if it still is what was compared; false where another change came first.
CREATE FUNCTION app.change_my_password(compared text, hash text, letters jsonb, tongue text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE credential SET password_hash = hash, changed_at = clock_timestamp() WHERE person_id = app.person() AND password_hash = compared;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.use_links(app.person(), 'reset');
  PERFORM app.queue_letter(letters, app.person(), tongue, (SELECT p.email FROM person p WHERE p.id = app.person()));
  PERFORM app.account_act(app.person(), app.person(), 'password.changed');
  RETURN true;
END $$;

CREATE FUNCTION app.change_my_profile(called text, tongue text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE person SET name = called, locale = tongue WHERE id = app.person() AND (name, locale) IS DISTINCT FROM (called, tongue);
  IF FOUND THEN PERFORM app.account_act(app.person(), app.person(), 'profile.changed'); END IF;
END $$;

-- Asks for another address: a letter with a link to the new one, a letter with a link that stops it to the old one.
-- Where the new one has an account, it gets no letter, and nothing else differs.
CREATE FUNCTION app.begin_address_change(wanted text, confirm_link uuid, confirm_token bytea, confirm_letters jsonb,
  stop_link uuid, stop_token bytea, stop_letters jsonb, tongue text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE now_address text; moment timestamptz := clock_timestamp();
BEGIN
  SELECT p.email INTO now_address FROM person p WHERE p.id = app.person() FOR UPDATE;
  PERFORM app.use_links(app.person(), 'confirm_address');
  IF NOT EXISTS (SELECT 1 FROM person p WHERE p.email = wanted) THEN
    INSERT INTO mailed_link (id, token_sha256, purpose, person_id, email, created_at, expires_at)
    VALUES (confirm_link, confirm_token, 'confirm_address', app.person(), wanted, moment, moment + interval '1 day');
    PERFORM app.queue_letter(confirm_letters, app.person(), tongue, wanted);
  END IF;
  INSERT INTO mailed_link (id, token_sha256, purpose, person_id, email, created_at, expires_at)
  VALUES (stop_link, stop_token, 'stop_address', app.person(), now_address, moment, moment + interval '7 days');
  PERFORM app.queue_letter(stop_letters, app.person(), tongue, now_address);
  PERFORM app.account_act(app.person(), app.person(), 'address.change_asked');
END $$;

-- Takes the new address. Null where the link is unusable, or the address has gone to another account meanwhile.
CREATE FUNCTION app.confirm_address(token bytea) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link := app.open_link(token, 'confirm_address'); done jsonb;
BEGIN
  IF l.id IS NULL THEN RETURN NULL; END IF;
  PERFORM app.use_links(l.person_id, 'confirm_address');
  PERFORM app.use_links(l.person_id, 'reset');
  IF EXISTS (SELECT 1 FROM person p WHERE p.email = l.email) THEN RETURN NULL; END IF;
  SELECT jsonb_build_object('email', l.email, 'old', p.email, 'locale', p.locale) INTO done FROM person p WHERE p.id = l.person_id;
  UPDATE person SET email = l.email WHERE id = l.person_id;
  PERFORM app.account_act(l.person_id, l.person_id, 'address.changed');
  RETURN done;
END $$;

-- From the old address: the change does not happen, or is undone; and since somebody else may have asked for it, every session ends.
CREATE FUNCTION app.stop_address(token bytea) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link := app.open_link(token, 'stop_address');
BEGIN
  IF l.id IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.email = l.email AND p.id <> l.person_id) THEN RETURN NULL; END IF;
  PERFORM app.use_links(l.person_id, 'confirm_address');
  PERFORM app.use_links(l.person_id, 'stop_address');
  PERFORM app.use_links(l.person_id, 'reset');
  UPDATE person SET email = l.email WHERE id = l.person_id AND email <> l.email;
  PERFORM app.end_sessions_of(l.person_id);
  DELETE FROM known_device WHERE person_id = l.person_id;
  PERFORM app.account_act(l.person_id, l.person_id, 'address.change_stopped');
  RETURN l.email;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION app.open_link(bytea, text), app.use_links(uuid, text), app.queue_letter(jsonb, uuid, text, text) FROM servanda_app;
GRANT EXECUTE ON FUNCTION app.begin_reset(text, uuid, bytea, jsonb, text), app.reset_of(bytea), app.finish_reset(bytea, text, jsonb, text), app.my_password(),
  app.change_my_password(text, text, jsonb, text), app.change_my_profile(text, text),
  app.begin_address_change(text, uuid, bytea, jsonb, uuid, bytea, jsonb, text), app.confirm_address(bytea), app.stop_address(bytea) TO servanda_app;
