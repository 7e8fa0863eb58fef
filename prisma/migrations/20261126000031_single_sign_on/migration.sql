-- Single sign-on: one provider for each organisation, and whose subject there is which person here. Never joined by e-mail address.

CREATE TABLE "identity_provider" (
    "organisation_id" UUID NOT NULL,
    "sign_in_name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "domains" TEXT[] NOT NULL,
    "second_factor_acr" TEXT[] NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("organisation_id"),
    CONSTRAINT "identity_provider_name_plain" CHECK ("sign_in_name" ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
    CONSTRAINT "identity_provider_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "identity_provider_sign_in_name_key" ON "identity_provider" ("sign_in_name");

-- A subject of an issuer is one person for as long as the link lives.
CREATE TABLE "outside_identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "unlinked_at" TIMESTAMPTZ(3),

    CONSTRAINT "outside_identity_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "outside_identity_subject_short" CHECK (length("subject") BETWEEN 1 AND 255),
    CONSTRAINT "outside_identity_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "outside_identity_once" ON "outside_identity" ("issuer", "subject") WHERE "unlinked_at" IS NULL;
CREATE UNIQUE INDEX "outside_identity_one_each" ON "outside_identity" ("person_id", "issuer") WHERE "unlinked_at" IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['identity_provider', 'outside_identity'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON "identity_provider" TO servanda_app;
CREATE POLICY "identity_provider_read" ON "identity_provider" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "identity_provider_add" ON "identity_provider" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "identity_provider_change" ON "identity_provider" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));

-- Before a session: the provider by its sign-in name, by the invitation that leads to it, or by the organisation itself.
CREATE FUNCTION app.provider_for(name text, invited bytea, organisation uuid)
RETURNS TABLE (organisation_id uuid, issuer text, client_id text, sealed_secret bytea, domains text[], second_factor_acr text[], version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.organisation_id, p.issuer, p.client_id, p.sealed_secret, p.domains, p.second_factor_acr, p.version FROM identity_provider p
  WHERE p.is_on AND (p.sign_in_name = name OR p.organisation_id = organisation
    OR p.organisation_id = (SELECT i.organisation_id FROM invitation i WHERE i.token_sha256 = invited AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL))
$$;

-- Members of the organisation in scope who have no second factor yet.
CREATE FUNCTION app.members_without_second_factor() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM membership m WHERE m.organisation_id = (SELECT app.organisation()) AND m.status = 'active'
    AND NOT EXISTS (SELECT 1 FROM totp t WHERE t.person_id = m.person_id AND t.removed_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = m.person_id AND k.removed_at IS NULL)
$$;

CREATE FUNCTION app.identity_of(by_issuer text, for_subject text, at timestamptz) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE outside_identity i SET last_used_at = at FROM person p
  WHERE i.issuer = by_issuer AND i.subject = for_subject AND i.unlinked_at IS NULL AND p.id = i.person_id AND p.disabled_at IS NULL
  RETURNING i.person_id
$$;

-- 'linked', or 'taken' where the subject is somebody's already or the person has another one there.
CREATE FUNCTION app.link_identity(identity_id uuid, who uuid, by_issuer text, for_subject text, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO outside_identity (id, person_id, issuer, subject, linked_at) VALUES (identity_id, who, by_issuer, for_subject, at) ON CONFLICT DO NOTHING;
  RETURN CASE WHEN FOUND THEN 'linked' ELSE 'taken' END;
END $$;

-- 'unlinked', 'unknown', or 'only' where nothing else would let the person in.
CREATE FUNCTION app.unlink_identity(wanted uuid, who uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = who FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM outside_identity WHERE id = wanted AND person_id = who AND unlinked_at IS NULL) THEN RETURN 'unknown'; END IF;
  IF NOT EXISTS (SELECT 1 FROM credential WHERE person_id = who) AND NOT EXISTS (SELECT 1 FROM passkey WHERE person_id = who AND removed_at IS NULL) THEN RETURN 'only'; END IF;
  UPDATE outside_identity SET unlinked_at = at WHERE id = wanted;
  RETURN 'unlinked';
END $$;

CREATE FUNCTION app.identities_of(who uuid) RETURNS TABLE (id uuid, issuer text, linked_at timestamptz, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.issuer, i.linked_at, i.last_used_at FROM outside_identity i WHERE i.person_id = who AND i.unlinked_at IS NULL ORDER BY i.linked_at, i.id
$$;

-- A session by an organisation's own sign-in: in that organisation, and counting nowhere else. Null where the person is no active member.
-- Whoever runs the provider could come in as any of its people. So where the person has a password or factor of his or her own, only that
-- makes the session fresh: the provider alone adds no passkey and changes no address by which other organisations would be reached.
CREATE FUNCTION app.open_session_in(session_id uuid, token bytea, who uuid, organisation uuid, lasts interval, agent text, by text[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE opened uuid; is_own boolean := by && ARRAY['totp', 'recovery', 'passkey']
  OR NOT (EXISTS (SELECT 1 FROM credential c WHERE c.person_id = who) OR cardinality(app.second_factors_of(who)) > 0);
BEGIN
  INSERT INTO session (id, token_sha256, person_id, organisation_id, created_at, last_seen_at, expires_at, user_agent)
  SELECT session_id, token, p.id, m.organisation_id, clock_timestamp(), clock_timestamp(), clock_timestamp() + lasts, left(agent, 300)
  FROM person p JOIN membership m ON m.person_id = p.id AND m.organisation_id = organisation AND m.status = 'active'
  WHERE p.id = who AND p.disabled_at IS NULL
  RETURNING organisation_id INTO opened;
  IF opened IS NULL THEN RETURN NULL; END IF;
  PERFORM app.prove_session(session_id, by, CASE WHEN is_own THEN clock_timestamp() ELSE 'epoch'::timestamptz END, organisation);
  RETURN opened;
END $$;

-- Accepts an invitation by the sign-in of its organisation: the one-time link proves the address, the provider the subject.
-- Returns the new person; null where the link is unusable or is another organisation's; refuses an address that has an account.
CREATE FUNCTION app.accept_invitation_by_identity(invited bytea, organisation uuid, new_person uuid, called text, tongue text, identity_id uuid, by_issuer text, for_subject text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE i invitation := app.open_invitation(invited); moment timestamptz := clock_timestamp();
BEGIN
  IF i.id IS NULL OR i.organisation_id <> organisation THEN RETURN 'unusable'; END IF;
  IF EXISTS (SELECT 1 FROM person p WHERE p.email = i.email) THEN RETURN 'account'; END IF;
  IF EXISTS (SELECT 1 FROM outside_identity o WHERE o.issuer = by_issuer AND o.subject = for_subject AND o.unlinked_at IS NULL) THEN RETURN 'taken'; END IF;
  INSERT INTO person (id, email, name, locale, created_at) VALUES (new_person, i.email, coalesce(nullif(called, ''), i.email), tongue, moment);
  INSERT INTO outside_identity (id, person_id, issuer, subject, linked_at) VALUES (identity_id, new_person, by_issuer, for_subject, moment);
  PERFORM app.join_by(i, new_person);
  PERFORM app.journal_outside(organisation, new_person, 'identity.linked', 'identity', identity_id::text, jsonb_build_object('issuer', by_issuer));
  RETURN 'joined';
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.provider_for(text, bytea, uuid), app.members_without_second_factor(), app.identity_of(text, text, timestamptz),
  app.link_identity(uuid, uuid, text, text, timestamptz), app.unlink_identity(uuid, uuid, timestamptz), app.identities_of(uuid),
  app.open_session_in(uuid, bytea, uuid, uuid, interval, text, text[]),
  app.accept_invitation_by_identity(bytea, uuid, uuid, text, text, uuid, text, text) TO servanda_app;
