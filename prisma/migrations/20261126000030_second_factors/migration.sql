-- Second factors, passkeys and steps of a sign-in. Everything here belongs to a person or to a step before any scope:
-- the API reaches it by the functions below only.

-- By what a session was proven, and when last. `bound_to`: it came by the sign-in of one organisation and counts there only.
CREATE TABLE "session_proof" (
    "session_id" UUID NOT NULL,
    "methods" TEXT[] NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "bound_to" UUID,

    CONSTRAINT "session_proof_pkey" PRIMARY KEY ("session_id"),
    CONSTRAINT "session_proof_methods_known" CHECK ("methods" <@ ARRAY['password', 'totp', 'recovery', 'passkey', 'single_sign_on', 'single_sign_on_mfa']),
    CONSTRAINT "session_proof_session" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "session_proof_bound_to" FOREIGN KEY ("bound_to") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- An authenticator (RFC 6238). The secret is sealed by a key that the database does not have.
CREATE TABLE "totp" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "last_step" BIGINT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "totp_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "totp_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "totp_one_each" ON "totp" ("person_id") WHERE "removed_at" IS NULL;

CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[] NOT NULL,
    "is_synced" BOOLEAN NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "passkey_name_says_something" CHECK (length("name") BETWEEN 1 AND 60),
    CONSTRAINT "passkey_counter_counts" CHECK ("counter" >= 0),
    CONSTRAINT "passkey_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- A credential is one person's for ever, also once removed.
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey" ("credential_id");
CREATE INDEX "passkey_person_idx" ON "passkey" ("person_id");

-- Ten at a time; only hashes. 120 bits each, so that a plain hash is enough (ASVS 6.5.2).
CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "code_sha256" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "void_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id", "code_sha256"),
    CONSTRAINT "recovery_code_is_a_hash" CHECK (octet_length("code_sha256") = 32),
    CONSTRAINT "recovery_code_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A step that takes two requests: short-lived, few tries, done once. Bound to a cookie (token) or to a session.
CREATE TABLE "ceremony" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "token_sha256" BYTEA,
    "session_id" UUID,
    "person_id" UUID,
    "facts" JSONB NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "ceremony_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ceremony_kind_known" CHECK ("kind" IN ('second_factor', 'passkey_sign_in', 'passkey_registration', 'totp_enrolment', 'confirmation', 'single_sign_on')),
    CONSTRAINT "ceremony_bound" CHECK ("token_sha256" IS NOT NULL OR "session_id" IS NOT NULL),
    CONSTRAINT "ceremony_token_is_a_hash" CHECK (octet_length("token_sha256") = 32),
    CONSTRAINT "ceremony_session" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ceremony_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ceremony_token_sha256_key" ON "ceremony" ("token_sha256");
CREATE INDEX "ceremony_session_idx" ON "ceremony" ("session_id", "kind");
CREATE INDEX "ceremony_person_idx" ON "ceremony" ("person_id", "begun_at");
CREATE INDEX "ceremony_expires_idx" ON "ceremony" ("expires_at");

-- How the members of an organisation come in.
CREATE TABLE "sign_in_rule" (
    "organisation_id" UUID NOT NULL,
    "second_factor_from" TIMESTAMPTZ(3),
    "is_single_sign_on_only" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_rule_pkey" PRIMARY KEY ("organisation_id"),
    CONSTRAINT "sign_in_rule_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['session_proof', 'totp', 'passkey', 'recovery_code', 'ceremony', 'sign_in_rule'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON "sign_in_rule" TO servanda_app;
GRANT UPDATE ("second_factor_from", "is_single_sign_on_only", "changed_at") ON "sign_in_rule" TO servanda_app;
CREATE POLICY "sign_in_rule_read" ON "sign_in_rule" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "sign_in_rule_add" ON "sign_in_rule" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "sign_in_rule_change" ON "sign_in_rule" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));

-- What the gate lays beside the session it has found: by what it was proven, and what its organisation asks for.
CREATE FUNCTION app.trust_of(found jsonb) RETURNS jsonb
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'confirmedAt', coalesce(p.confirmed_at, s.created_at), 'methods', coalesce(p.methods, ARRAY['password']), 'boundTo', p.bound_to,
    'hasSecondFactor', EXISTS (SELECT 1 FROM totp t WHERE t.person_id = s.person_id AND t.removed_at IS NULL)
      OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = s.person_id AND k.removed_at IS NULL),
    'secondFactorFrom', r.second_factor_from, 'isSingleSignOnOnly', coalesce(r.is_single_sign_on_only, false))
  FROM session s LEFT JOIN session_proof p ON p.session_id = s.id LEFT JOIN sign_in_rule r ON r.organisation_id = s.organisation_id
  WHERE s.id = (found->>'sessionId')::uuid
$$;

-- Remembers by what a session is proven, added to what it was proven by before. That a session begins with a password alone is told by its opening.
CREATE FUNCTION app.prove_session(wanted uuid, by text[], at timestamptz, bound uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s session; begins boolean := NOT EXISTS (SELECT 1 FROM session_proof p WHERE p.session_id = wanted);
BEGIN
  INSERT INTO session_proof AS p (session_id, methods, confirmed_at, bound_to) VALUES (wanted, by, at, bound)
  ON CONFLICT (session_id) DO UPDATE SET confirmed_at = greatest(p.confirmed_at, at),
    methods = ARRAY(SELECT DISTINCT m FROM unnest(p.methods || excluded.methods) AS m ORDER BY m);
  IF begins AND by = ARRAY['password'] THEN RETURN; END IF;
  SELECT * INTO s FROM session WHERE id = wanted;
  PERFORM app.journal_outside(s.organisation_id, s.person_id, 'session.proven', 'session', wanted::text, jsonb_build_object('methods', by), wanted);
END $$;

-- The same for a live session that goes on under a new token (ASVS 7.2.4); false where it is not there any more.
CREATE FUNCTION app.confirm_session(wanted uuid, old_token bytea, token bytea, by text[], at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET token_sha256 = token WHERE id = wanted AND token_sha256 = old_token AND ended_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.prove_session(wanted, by, at);
  RETURN true;
END $$;

-- Every session of a person but one.
CREATE FUNCTION app.end_other_sessions(who uuid, kept uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE session SET ended_at = at WHERE person_id = who AND id IS DISTINCT FROM kept AND ended_at IS NULL
$$;

-- Steps. What is long over is cleared on the way; nothing else ever deletes.
CREATE FUNCTION app.begin_ceremony(ceremony_id uuid, what text, token bytea, of_session uuid, who uuid, known jsonb, at timestamptz, lasts interval) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM ceremony WHERE id IN (SELECT c.id FROM ceremony c WHERE c.expires_at < at - interval '1 day' LIMIT 100 FOR UPDATE SKIP LOCKED);
  UPDATE ceremony SET done_at = at WHERE session_id = of_session AND kind = what AND done_at IS NULL;
  INSERT INTO ceremony (id, kind, token_sha256, session_id, person_id, facts, begun_at, expires_at)
  VALUES (ceremony_id, what, token, of_session, who, known, at, at + lasts);
END $$;

-- The live step of a token or session; `count` counts a try. A step that was looked at after its end is done, so that a clock going back revives nothing.
CREATE FUNCTION app.ceremony_of(what text, token bytea, of_session uuid, at timestamptz, most integer, count boolean)
RETURNS TABLE (id uuid, person_id uuid, session_id uuid, facts jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE c ceremony;
BEGIN
  SELECT * INTO c FROM ceremony o WHERE o.kind = what AND o.done_at IS NULL
    AND CASE WHEN token IS NULL THEN o.session_id = of_session ELSE o.token_sha256 = token END
    ORDER BY o.begun_at DESC LIMIT 1 FOR UPDATE;
  IF c.id IS NULL THEN RETURN; END IF;
  IF c.tries >= most THEN RETURN; END IF;
  IF c.expires_at <= at THEN
    UPDATE ceremony o SET done_at = at WHERE o.id = c.id;
    RETURN;
  END IF;
  IF count THEN UPDATE ceremony o SET tries = o.tries + 1 WHERE o.id = c.id; END IF;
  RETURN QUERY SELECT c.id, c.person_id, c.session_id, c.facts;
END $$;

-- Done once: of two at the same time one gets true.
CREATE FUNCTION app.end_ceremony(wanted uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE ceremony SET done_at = at WHERE id = wanted AND done_at IS NULL;
  RETURN FOUND;
END $$;

-- Wrong six digits of a person within the last hour, in whatever step; one more is noted where `in_ceremony` is given.
CREATE FUNCTION app.wrong_codes(who uuid, in_ceremony uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF in_ceremony IS NOT NULL THEN
    UPDATE ceremony SET wrong_codes = wrong_codes + 1 WHERE id = in_ceremony AND person_id = who;
    PERFORM app.journal_outside(m.organisation_id, NULL, 'second_factor.refused', 'person', who::text)
      FROM membership m WHERE m.person_id = who AND m.status = 'active' ORDER BY m.created_at, m.organisation_id LIMIT 1;
  END IF;
  RETURN (SELECT coalesce(sum(c.wrong_codes), 0)::integer FROM ceremony c WHERE c.person_id = who AND c.begun_at > at - interval '1 hour');
END $$;

-- Which second factors a person has.
CREATE FUNCTION app.second_factors_of(who uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = who AND k.removed_at IS NULL) THEN 'passkey' END,
    CASE WHEN EXISTS (SELECT 1 FROM totp t WHERE t.person_id = who AND t.removed_at IS NULL) THEN 'totp' END,
    CASE WHEN EXISTS (SELECT 1 FROM recovery_code r WHERE r.person_id = who AND r.used_at IS NULL AND r.void_at IS NULL) THEN 'recovery' END], NULL)
$$;

-- Whether an organisation of this person asks for a second factor, be it only from a later day.
CREATE FUNCTION app.second_factor_is_asked(who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM membership m JOIN sign_in_rule r ON r.organisation_id = m.organisation_id
    WHERE m.person_id = who AND m.status = 'active' AND r.second_factor_from IS NOT NULL)
$$;

CREATE FUNCTION app.factors_of(who uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'totp', (SELECT jsonb_build_object('addedAt', t.added_at, 'lastUsedAt', t.last_used_at) FROM totp t WHERE t.person_id = who AND t.removed_at IS NULL),
    'passkeys', coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'addedAt', k.added_at, 'lastUsedAt', k.last_used_at, 'isSynced', k.is_synced) ORDER BY k.added_at, k.id)
      FROM passkey k WHERE k.person_id = who AND k.removed_at IS NULL), '[]'::jsonb),
    'recoveryCodesLeft', (SELECT count(*) FILTER (WHERE r.used_at IS NULL) FROM recovery_code r WHERE r.person_id = who AND r.void_at IS NULL HAVING count(*) > 0),
    'isRequired', app.second_factor_is_asked(who))
$$;

-- The authenticator.
CREATE FUNCTION app.totp_of(who uuid) RETURNS TABLE (id uuid, sealed_secret bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.sealed_secret FROM totp t WHERE t.person_id = who AND t.removed_at IS NULL
$$;

-- Compare and set: a code counts once, and none that is older than the last one used.
CREATE FUNCTION app.use_totp(wanted uuid, step bigint, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE totp SET last_step = step, last_used_at = at WHERE id = wanted AND removed_at IS NULL AND last_step < step;
  RETURN FOUND;
END $$;

CREATE FUNCTION app.add_totp(totp_id uuid, who uuid, sealed bytea, step bigint, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO totp (id, person_id, sealed_secret, last_step, added_at) VALUES (totp_id, who, sealed, step, at)
  ON CONFLICT (person_id) WHERE removed_at IS NULL DO NOTHING;
  RETURN FOUND;
END $$;

-- Passkeys.
CREATE FUNCTION app.passkeys_of(who uuid) RETURNS TABLE (credential_id bytea, transports text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.credential_id, k.transports FROM passkey k WHERE k.person_id = who AND k.removed_at IS NULL
$$;

CREATE FUNCTION app.passkey_by(credential bytea) RETURNS TABLE (id uuid, person_id uuid, public_key bytea, counter bigint, transports text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.person_id, k.public_key, k.counter, k.transports FROM passkey k JOIN person p ON p.id = k.person_id
  WHERE k.credential_id = credential AND k.removed_at IS NULL AND p.disabled_at IS NULL
$$;

-- An authenticator that counts must have counted on; one that does not stays at nought.
CREATE FUNCTION app.use_passkey(wanted uuid, counted bigint, synced boolean, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE passkey SET counter = counted, is_synced = synced, last_used_at = at
  WHERE id = wanted AND removed_at IS NULL AND (counter < counted OR (counter = 0 AND counted = 0));
  RETURN FOUND;
END $$;

-- At most twenty each.
CREATE FUNCTION app.add_passkey(passkey_id uuid, who uuid, called text, credential bytea, key bytea, counted bigint, by_way_of text[], synced boolean, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = who FOR UPDATE;
  IF (SELECT count(*) FROM passkey WHERE person_id = who AND removed_at IS NULL) >= 20 THEN RETURN false; END IF;
  INSERT INTO passkey (id, person_id, name, credential_id, public_key, counter, transports, is_synced, added_at)
  VALUES (passkey_id, who, called, credential, key, counted, by_way_of, synced, at) ON CONFLICT (credential_id) DO NOTHING;
  RETURN FOUND;
END $$;

CREATE FUNCTION app.rename_passkey(wanted uuid, who uuid, called text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE passkey SET name = called WHERE id = wanted AND person_id = who AND removed_at IS NULL;
  RETURN FOUND;
END $$;

-- Removes the authenticator (`passkey_id` null) or a passkey: 'removed', 'unknown', or 'last' where the last one must stay.
-- The person is locked, so that two removals at once do not both leave the other as the last one. Without any factor recovery codes recover nothing.
CREATE FUNCTION app.remove_factor(who uuid, passkey_id uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE others integer;
BEGIN
  PERFORM 1 FROM person WHERE id = who FOR UPDATE;
  SELECT (SELECT count(*) FROM passkey k WHERE k.person_id = who AND k.removed_at IS NULL AND k.id IS DISTINCT FROM passkey_id)
    + (SELECT count(*) FROM totp t WHERE t.person_id = who AND t.removed_at IS NULL AND passkey_id IS NOT NULL) INTO others;
  IF passkey_id IS NULL AND NOT EXISTS (SELECT 1 FROM totp t WHERE t.person_id = who AND t.removed_at IS NULL)
    OR passkey_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.id = passkey_id AND k.person_id = who AND k.removed_at IS NULL) THEN RETURN 'unknown'; END IF;
  IF others = 0 AND app.second_factor_is_asked(who) THEN RETURN 'last'; END IF;
  IF passkey_id IS NULL THEN UPDATE totp SET removed_at = at WHERE person_id = who AND removed_at IS NULL;
  ELSE UPDATE passkey SET removed_at = at WHERE id = passkey_id; END IF;
  IF others = 0 THEN UPDATE recovery_code SET void_at = at WHERE person_id = who AND void_at IS NULL; END IF;
  RETURN 'removed';
END $$;

-- New recovery codes; the old ones are void. With `only_first` nothing happens where there are some.
CREATE FUNCTION app.renew_recovery_codes(who uuid, codes bytea[], only_first boolean, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = who FOR UPDATE;
  IF only_first AND EXISTS (SELECT 1 FROM recovery_code WHERE person_id = who AND void_at IS NULL) THEN RETURN false; END IF;
  UPDATE recovery_code SET void_at = at WHERE person_id = who AND void_at IS NULL;
  INSERT INTO recovery_code (person_id, code_sha256, made_at) SELECT who, code, at FROM unnest(codes) AS code;
  RETURN true;
END $$;

CREATE FUNCTION app.use_recovery_code(who uuid, code bytea, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE recovery_code SET used_at = at WHERE person_id = who AND code_sha256 = code AND used_at IS NULL AND void_at IS NULL;
  RETURN FOUND;
END $$;

-- Where a letter about the own account goes.
CREATE FUNCTION app.address_of(who uuid) RETURNS TABLE (email text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT p.email, p.locale FROM person p WHERE p.id = who AND p.disabled_at IS NULL $$;

-- A proof anew needs the hash of the own password; null for an account without one.
CREATE FUNCTION app.password_hash_of(who uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT c.password_hash FROM credential c WHERE c.person_id = who $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.trust_of(jsonb), app.prove_session(uuid, text[], timestamptz, uuid), app.confirm_session(uuid, bytea, bytea, text[], timestamptz),
  app.end_other_sessions(uuid, uuid, timestamptz), app.begin_ceremony(uuid, text, bytea, uuid, uuid, jsonb, timestamptz, interval),
  app.ceremony_of(text, bytea, uuid, timestamptz, integer, boolean), app.end_ceremony(uuid, timestamptz), app.wrong_codes(uuid, uuid, timestamptz),
  app.second_factors_of(uuid), app.factors_of(uuid), app.totp_of(uuid), app.use_totp(uuid, bigint, timestamptz), app.add_totp(uuid, uuid, bytea, bigint, timestamptz),
  app.passkeys_of(uuid), app.passkey_by(bytea), app.use_passkey(uuid, bigint, boolean, timestamptz),
  app.add_passkey(uuid, uuid, text, bytea, bytea, bigint, text[], boolean, timestamptz), app.rename_passkey(uuid, uuid, text),
  app.remove_factor(uuid, uuid, timestamptz), app.renew_recovery_codes(uuid, bytea[], boolean, timestamptz), app.use_recovery_code(uuid, bytea, timestamptz),
  app.address_of(uuid), app.password_hash_of(uuid) TO servanda_app;
