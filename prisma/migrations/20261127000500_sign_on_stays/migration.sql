-- What the sign-in of one organisation has said of somebody counts there only. A session that came by it is bound to it; one that was opened by a
-- password and linked there loses what it said when it goes on elsewhere. Else it would pass for the own sign-in of the other organisation.
CREATE OR REPLACE FUNCTION app.switch_organisation(old_token bytea, token bytea, into_organisation uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before session;
BEGIN
  PERFORM app.outside_only();
  SELECT * INTO before FROM session s WHERE s.token_sha256 = old_token FOR UPDATE;
  UPDATE session s SET token_sha256 = token, organisation_id = into_organisation, last_seen_at = greatest(s.last_seen_at, at)
  WHERE s.id = before.id AND s.token_sha256 = old_token AND s.ended_at IS NULL AND s.expires_at > at
    AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = s.person_id AND m.organisation_id = into_organisation AND m.status = 'active');
  IF NOT FOUND THEN RETURN false; END IF;
  IF before.organisation_id <> into_organisation THEN
    UPDATE session_proof p SET methods = array_remove(array_remove(p.methods, 'single_sign_on'), 'single_sign_on_mfa') WHERE p.session_id = before.id;
  END IF;
  RETURN true;
END $$;
