-- Sessions by the database's own clock, which all processes share; a session that was over once stays over though the clock goes back.

-- The id of the live session of a token, or null. One that has run out, lain idle or was last used in the future is ended where it is found.
-- Last use is written at most once a minute.
CREATE FUNCTION app.live_session(token bytea, idle interval) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s session; moment timestamptz := clock_timestamp();
BEGIN
  SELECT * INTO s FROM session WHERE token_sha256 = token AND ended_at IS NULL;
  IF s.id IS NULL THEN RETURN NULL; END IF;
  IF s.expires_at <= moment OR s.last_seen_at <= moment - idle OR s.last_seen_at > moment + interval '5 minutes' THEN
    UPDATE session SET ended_at = moment WHERE id = s.id AND ended_at IS NULL;
    RETURN NULL;
  END IF;
  IF s.last_seen_at < moment - interval '1 minute' THEN UPDATE session SET last_seen_at = moment WHERE id = s.id; END IF;
  RETURN s.id;
END $$;

-- The gate: the session, the person, the active membership and the other organisations. Only `active` counts. `at` is no longer asked.
CREATE OR REPLACE FUNCTION app.session_of(token bytea, at timestamptz, idle interval) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE live uuid := app.live_session(token, idle);
BEGIN
  RETURN (SELECT jsonb_build_object(
    'sessionId', s.id, 'signedInAt', s.created_at, 'expiresAt', s.expires_at,
    'person', jsonb_build_object('id', p.id, 'email', p.email, 'name', p.name, 'locale', p.locale),
    'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'iso3', o.iso3),
    'role', m.role, 'body', m.body,
    'organisations', (SELECT jsonb_agg(jsonb_build_object('id', o2.id, 'name', o2.name, 'kind', o2.kind, 'iso3', o2.iso3, 'role', m2.role) ORDER BY o2.name, o2.id)
       FROM membership m2 JOIN organisation o2 ON o2.id = m2.organisation_id WHERE m2.person_id = p.id AND m2.status = 'active'))
  FROM session s
  JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
  JOIN membership m ON m.person_id = s.person_id AND m.organisation_id = s.organisation_id AND m.status = 'active'
  JOIN organisation o ON o.id = s.organisation_id
  WHERE s.id = live);
END $$;

-- Opens a session for the person's first active membership; null where there is none. Of `at` and `expires` only the distance counts.
CREATE OR REPLACE FUNCTION app.open_session(session_id uuid, token bytea, who uuid, at timestamptz, expires timestamptz, agent text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO session (id, token_sha256, person_id, organisation_id, created_at, last_seen_at, expires_at, user_agent)
  SELECT session_id, token, p.id, m.organisation_id, clock_timestamp(), clock_timestamp(), clock_timestamp() + (expires - at), left(agent, 300)
  FROM person p JOIN membership m ON m.person_id = p.id AND m.status = 'active'
  WHERE p.id = who AND p.disabled_at IS NULL
  ORDER BY m.created_at, m.organisation_id LIMIT 1
  RETURNING organisation_id
$$;

-- A new token for the same session, at every change of what it may do; the old one is dead at once.
CREATE FUNCTION app.renew_session(token bytea, fresh bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET token_sha256 = fresh WHERE token_sha256 = token AND ended_at IS NULL;
  RETURN FOUND;
END $$;

-- The live sessions of the person in scope, newest use first.
CREATE FUNCTION app.my_sessions(idle interval) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'agent', s.user_agent, 'organisation', o.name, 'signedInAt', s.created_at,
    'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at, 'isThis', s.id = app.session()) ORDER BY s.id = app.session() DESC, s.last_seen_at DESC, s.id), '[]')
  FROM session s JOIN organisation o ON o.id = s.organisation_id
  WHERE s.person_id = app.person() AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - idle);
END $$;

-- Ends one session of the person in scope, or all but this one where none is named; returns how many.
CREATE FUNCTION app.end_my_sessions(one uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended integer;
BEGIN
  UPDATE session SET ended_at = clock_timestamp() WHERE person_id = app.person() AND ended_at IS NULL
    AND CASE WHEN one IS NULL THEN id IS DISTINCT FROM app.session() ELSE id = one END;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Ends every session of a person; for definer functions only.
CREATE FUNCTION app.end_sessions_of(who uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE session SET ended_at = clock_timestamp() WHERE person_id = who AND ended_at IS NULL
$$;

-- An act on an account, in the journal of every organisation that the person belongs to. `actor` is null where it is not known who acted.
CREATE FUNCTION app.account_act(who uuid, actor uuid, act text, data jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid;
BEGIN
  FOR o IN SELECT m.organisation_id FROM membership m WHERE m.person_id = who AND m.status = 'active' ORDER BY 1 LOOP
    PERFORM app.journal_outside(o, actor, act, 'person', who::text, data, app.session());
  END LOOP;
END $$;

-- As before, and known to the journal.
CREATE OR REPLACE FUNCTION app.join_by(i invitation, who uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO membership AS m (organisation_id, person_id, role, status, body, created_at)
  VALUES (i.organisation_id, who, i.role, 'active', i.body, clock_timestamp())
  ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = excluded.role, body = excluded.body, status = 'active', ended_at = NULL
    WHERE m.status IN ('left', 'invited');
  UPDATE invitation SET accepted_at = clock_timestamp(), accepted_by = who WHERE organisation_id = i.organisation_id AND id = i.id;
  PERFORM app.journal_outside(i.organisation_id, who, 'invitation.accepted', 'invitation', i.id::text, jsonb_build_object('role', i.role));
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION app.live_session(bytea, interval), app.end_sessions_of(uuid), app.account_act(uuid, uuid, text, jsonb) FROM servanda_app;
GRANT EXECUTE ON FUNCTION app.renew_session(bytea, bytea), app.my_sessions(interval), app.end_my_sessions(uuid) TO servanda_app;
