-- The operator runs the instance: founds, names, suspends and counts organisations, and sees nothing that they keep.
CREATE FUNCTION app.is_operator() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.role() = 'lead' AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = app.organisation() AND o.kind = 'operator')
$$;

-- Counts only: no name of a person, no address, nothing of a dossier.
CREATE FUNCTION app.organisations_counted(wanted uuid) RETURNS TABLE (id uuid, kind organisation_kind, name text, iso3 char(3), version integer, founded_at timestamptz, suspended_at timestamptz,
  members integer, leads integer, invitations integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.kind, o.name, o.iso3, o.version, o.created_at, o.suspended_at,
    (SELECT count(*)::int FROM membership m WHERE m.organisation_id = o.id AND (m.status = 'active' OR m.suspended_with_organisation)),
    (SELECT count(*)::int FROM membership m WHERE m.organisation_id = o.id AND m.role = 'lead' AND (m.status = 'active' OR m.suspended_with_organisation)),
    (SELECT count(*)::int FROM invitation i WHERE i.organisation_id = o.id AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > clock_timestamp())
  FROM organisation o WHERE app.is_operator() AND (wanted IS NULL OR o.id = wanted)
  ORDER BY o.kind, lower(o.name), o.id
$$;

-- Each act on an organisation stands in its own journal too, so that it knows what was done to it.
CREATE FUNCTION app.found_organisation(new_id uuid, of_kind organisation_kind, called text, state_code text, tongue text, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_operator() OR of_kind = 'operator' THEN RETURN 'forbidden'; END IF;
  IF of_kind = 'government' THEN
    IF NOT EXISTS (SELECT 1 FROM state s WHERE s.iso3 = state_code) THEN RETURN 'state_unknown'; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('government of ' || state_code));
    IF EXISTS (SELECT 1 FROM organisation o WHERE o.kind = 'government' AND o.iso3 = state_code) THEN RETURN 'already_exists'; END IF;
  END IF;
  INSERT INTO organisation (id, kind, name, iso3, locale, created_at) VALUES (new_id, of_kind, called, CASE WHEN of_kind = 'government' THEN state_code END, tongue, at);
  PERFORM app.journal_outside(new_id, app.person(), 'organisation.founded', 'organisation', new_id::text, jsonb_build_object('after', jsonb_build_object('kind', of_kind, 'name', called, 'iso3', state_code)));
  RETURN 'done';
END $$;

CREATE FUNCTION app.rename_organisation(wanted uuid, seen integer, called text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before organisation;
BEGIN
  IF NOT app.is_operator() THEN RETURN 'forbidden'; END IF;
  SELECT * INTO before FROM organisation WHERE id = wanted FOR NO KEY UPDATE;
  IF before.id IS NULL THEN RETURN 'not_found'; END IF;
  IF before.version <> seen THEN RETURN 'stale_version'; END IF;
  UPDATE organisation SET name = called, version = version + 1 WHERE id = wanted;
  IF wanted <> app.organisation() THEN
    PERFORM app.journal_outside(wanted, app.person(), 'organisation.revised', 'organisation', wanted::text,
      jsonb_build_object('before', jsonb_build_object('name', before.name), 'after', jsonb_build_object('name', called)));
  END IF;
  RETURN 'done';
END $$;

-- A suspended organisation keeps everything; its members wait, and their sessions and keys open nothing.
CREATE FUNCTION app.suspend_organisation(wanted uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_operator() THEN RETURN 'forbidden'; END IF;
  PERFORM 1 FROM organisation WHERE id = wanted AND kind <> 'operator' FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  UPDATE organisation SET suspended_at = at WHERE id = wanted AND suspended_at IS NULL;
  IF NOT FOUND THEN RETURN 'wrong_state'; END IF;
  UPDATE membership SET status = 'suspended', suspended_with_organisation = true, version = version + 1 WHERE organisation_id = wanted AND status = 'active';
  PERFORM app.journal_outside(wanted, app.person(), 'organisation.suspended', 'organisation', wanted::text);
  RETURN 'done';
END $$;

CREATE FUNCTION app.reinstate_organisation(wanted uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_operator() THEN RETURN 'forbidden'; END IF;
  PERFORM 1 FROM organisation WHERE id = wanted AND kind <> 'operator' FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  UPDATE organisation SET suspended_at = NULL WHERE id = wanted AND suspended_at IS NOT NULL;
  IF NOT FOUND THEN RETURN 'wrong_state'; END IF;
  UPDATE membership SET status = 'active', version = version + 1 WHERE organisation_id = wanted AND suspended_with_organisation;
  PERFORM app.journal_outside(wanted, app.person(), 'organisation.reinstated', 'organisation', wanted::text);
  RETURN 'done';
END $$;

-- As before, and narrower: leads who only wait with their organisation count as leads, so that no operator suspends an organisation to invite himself into it.
CREATE OR REPLACE FUNCTION app.invite(invitation_id uuid, into_organisation uuid, address text, given role, for_body text, token bytea, lasts interval) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kept uuid; replaced boolean; moment timestamptz := clock_timestamp();
BEGIN
  IF app.role() IS DISTINCT FROM 'lead' OR app.person() IS NULL OR app.key() IS NOT NULL THEN RETURN NULL; END IF;
  IF into_organisation IS DISTINCT FROM app.organisation() AND (
    NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = app.organisation() AND o.kind = 'operator')
    OR NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = into_organisation AND o.kind <> 'operator' AND o.suspended_at IS NULL)
    OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = into_organisation AND m.role = 'lead' AND (m.status = 'active' OR m.suspended_with_organisation))) THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = into_organisation AND p.email = address AND m.status IN ('active', 'suspended')) THEN RETURN '"member"'; END IF;
  INSERT INTO invitation AS i (organisation_id, id, email, role, body, token_sha256, invited_by, created_at, expires_at)
  VALUES (into_organisation, invitation_id, address, given, for_body, token, app.person(), moment, moment + lasts)
  ON CONFLICT (organisation_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL
  DO UPDATE SET role = excluded.role, body = excluded.body, token_sha256 = excluded.token_sha256, invited_by = excluded.invited_by,
    created_at = excluded.created_at, expires_at = excluded.expires_at
  RETURNING i.id, i.id <> invitation_id INTO kept, replaced;
  RETURN jsonb_build_object('id', kept, 'replaced', replaced);
END $$;

REVOKE EXECUTE ON FUNCTION app.is_operator(), app.organisations_counted(uuid), app.found_organisation(uuid, organisation_kind, text, text, text, timestamptz),
  app.rename_organisation(uuid, integer, text), app.suspend_organisation(uuid, timestamptz), app.reinstate_organisation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.organisations_counted(uuid), app.found_organisation(uuid, organisation_kind, text, text, text, timestamptz),
  app.rename_organisation(uuid, integer, text), app.suspend_organisation(uuid, timestamptz), app.reinstate_organisation(uuid) TO servanda_app;
