-- Whoever takes an account back takes it back wholly: what somebody else began with it before comes to nothing.

-- Whether this is still the password of the person; a change that is on its way is waited for, and one to come waits in turn,
-- so that it finds, and ends, the session that is opened in the same statement. `mark` is the SHA-256 of the stored hash.
CREATE FUNCTION app.password_stands(who uuid, mark text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  PERFORM 1 FROM credential c WHERE c.person_id = who AND encode(sha256(convert_to(c.password_hash, 'UTF8')), 'hex') = mark FOR SHARE;
  RETURN FOUND;
END $$;

-- As before; and a change of address that was asked for before does not happen any more.
CREATE OR REPLACE FUNCTION app.finish_reset(token bytea, hash text, letters jsonb, tongue text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link := app.open_link(token, 'reset'); address text;
BEGIN
  PERFORM app.outside_only();
  IF l.id IS NULL THEN RETURN NULL; END IF;
  SELECT p.email INTO address FROM person p WHERE p.id = l.person_id;
  UPDATE credential SET password_hash = hash, changed_at = clock_timestamp() WHERE person_id = l.person_id;
  PERFORM app.use_links(l.person_id, 'reset');
  PERFORM app.use_links(l.person_id, 'confirm_address');
  PERFORM app.end_sessions_of(l.person_id);
  DELETE FROM known_device WHERE person_id = l.person_id;
  DELETE FROM throttle WHERE key = app.throttle_key('account', address);
  PERFORM app.queue_letter(letters, l.person_id, tongue, address);
  PERFORM app.account_act(l.person_id, l.person_id, 'password.reset');
  RETURN jsonb_build_object('person', l.person_id, 'email', address);
END $$;

CREATE OR REPLACE FUNCTION app.change_my_password(compared text, hash text, letters jsonb, tongue text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE credential SET password_hash = hash, changed_at = clock_timestamp() WHERE person_id = app.person() AND password_hash = compared;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.use_links(app.person(), 'reset');
  PERFORM app.use_links(app.person(), 'confirm_address');
  PERFORM app.queue_letter(letters, app.person(), tongue, (SELECT p.email FROM person p WHERE p.id = app.person()));
  PERFORM app.account_act(app.person(), app.person(), 'password.changed');
  RETURN true;
END $$;

-- As before; but a link to an earlier address stays good: who took the address away cannot take away the way back by changing it once more
-- and stopping that.
CREATE OR REPLACE FUNCTION app.stop_address(token bytea) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l mailed_link := app.open_link(token, 'stop_address');
BEGIN
  PERFORM app.outside_only();
  IF l.id IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.email = l.email AND p.id <> l.person_id) THEN RETURN NULL; END IF;
  PERFORM app.use_links(l.person_id, 'confirm_address');
  PERFORM app.use_links(l.person_id, 'reset');
  UPDATE mailed_link SET used_at = clock_timestamp()
  WHERE person_id = l.person_id AND purpose = 'stop_address' AND used_at IS NULL AND (id = l.id OR created_at >= l.created_at);
  UPDATE person SET email = l.email WHERE id = l.person_id AND email <> l.email;
  PERFORM app.end_sessions_of(l.person_id);
  DELETE FROM known_device WHERE person_id = l.person_id;
  PERFORM app.account_act(l.person_id, l.person_id, 'address.change_stopped');
  RETURN l.email;
END $$;

REVOKE EXECUTE ON FUNCTION app.password_stands(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.password_stands(uuid, text) TO servanda_app;
