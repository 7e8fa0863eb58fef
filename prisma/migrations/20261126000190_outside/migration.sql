-- What stands before a scope is for the API's own statements outside of any scope (decision 0008): signed as such, and
-- refused within a transaction of an organisation. SQL smuggled into one opens no session, reads no credential, ends no
-- organisation and signs no anchor.

CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif((app.context())[2], 'outside')::uuid $$;
CREATE FUNCTION app.outside() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce((app.context())[2] = 'outside', false) $$;

-- The owner and administrators, who prepare, restore and repair, are not asked.
CREATE FUNCTION app.outside_only() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF session_user = 'servanda_app' AND NOT app.outside() THEN
    RAISE EXCEPTION 'this is not for a transaction of an organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
CREATE FUNCTION app.outside_or_own(who uuid) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF session_user = 'servanda_app' AND NOT app.outside() AND who IS DISTINCT FROM app.person() THEN
    RAISE EXCEPTION 'this is for the person in scope alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
CREATE FUNCTION app.outside_or_own_session(wanted uuid) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF session_user = 'servanda_app' AND NOT app.outside() AND wanted IS DISTINCT FROM app.session() THEN
    RAISE EXCEPTION 'this is for the session in scope alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION app.outside(), app.outside_only(), app.outside_or_own(uuid), app.outside_or_own_session(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.outside(), app.outside_only(), app.outside_or_own(uuid), app.outside_or_own_session(uuid) TO servanda_app;

-- The guard becomes the first statement of each function; what it does stays as it is.
DO $$
DECLARE
  guards CONSTANT jsonb := jsonb_build_object(
    'app.outside_only()', array_to_json(ARRAY[
      'accept_invitation', 'accept_invitation_as', 'accept_invitation_by_identity', 'identities_of', 'identity_of', 'open_session_in',
      'address_of', 'anchors_due', 'begin_ceremony', 'begin_reset', 'begin_sign_in', 'ceremony_of',
      'confirm_address', 'confirm_session', 'end_ceremony', 'end_session', 'erase_organisation', 'factors_of', 'finish_reset', 'forget_repeats',
      'invitation_of', 'keep_anchor', 'key_of', 'know_journal_key', 'leaving_done', 'leavings_due', 'mail_failed', 'mail_sent', 'mail_state',
      'open_session', 'passkey_by', 'passkeys_of', 'password_hash_of', 'remember_device', 'renew_session', 'reset_of', 'session_of',
      'set_up_operator', 'shown_outbox', 'sign_in_was_right', 'sign_in_was_wrong', 'stop_address', 'sweep_mail', 'switch_organisation', 'take_mail',
      'texts_waiting', 'totp_of', 'trust_of', 'try_at_door', 'use_passkey', 'use_recovery_code', 'use_totp', 'wrong_codes']),
    'app.outside_or_own(who)', array_to_json(ARRAY['add_passkey', 'add_totp', 'rename_passkey', 'remove_factor', 'renew_recovery_codes', 'end_other_sessions',
      'link_identity', 'unlink_identity']),
    'app.outside_or_own_session(wanted)', array_to_json(ARRAY['prove_session']));
  f record;
  body text;
BEGIN
  FOR f IN
    SELECT g.key AS guard, p.prosrc, pg_get_functiondef(p.oid) AS definition, l.lanname AS language, p.oid::regprocedure AS named
    FROM jsonb_each(guards) g CROSS JOIN jsonb_array_elements_text(g.value) AS n (name)
    JOIN pg_proc p ON p.pronamespace = 'app'::regnamespace AND p.proname = n.name JOIN pg_language l ON l.oid = p.prolang
  LOOP
    body := CASE f.language WHEN 'sql' THEN format(E' SELECT %s; %s', f.guard, f.prosrc)
      ELSE regexp_replace(f.prosrc, '\mBEGIN\M', format(E'BEGIN\n  PERFORM %s;', f.guard)) END;
    IF body = f.prosrc OR position(f.prosrc IN f.definition) = 0 THEN RAISE EXCEPTION 'no guard could be put into %', f.named; END IF;
    EXECUTE replace(f.definition, f.prosrc, body);
  END LOOP;
END $$;

-- Policies for changes that nobody has the right to make.
DROP POLICY IF EXISTS "evidence_page_change" ON "evidence_page";
DROP POLICY IF EXISTS "evidence_text_drop" ON "evidence_text";
