-- Invitations: one open one for each address in an organisation, bound to that address, one-time, expiring, replaced when sent again.

ALTER TABLE "invitation" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3), ADD COLUMN "accepted_by" UUID;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by" FOREIGN KEY ("invited_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by" FOREIGN KEY ("accepted_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_token_is_a_hash" CHECK (octet_length("token_sha256") = 32);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_someone" CHECK (("accepted_at" IS NULL) = ("accepted_by" IS NULL));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_or_withdrawn" CHECK ("accepted_at" IS NULL OR "withdrawn_at" IS NULL);
-- Addresses are plain ASCII in lower case: two that look alike are two that are spelt alike.
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_email_plain" CHECK ("email" ~ '^[!-~]+$' AND "email" = lower("email"));
ALTER TABLE "person" ADD CONSTRAINT "person_email_plain" CHECK ("email" ~ '^[!-~]+$');
CREATE UNIQUE INDEX "invitation_open_once" ON "invitation" ("organisation_id", "email") WHERE "accepted_at" IS NULL AND "withdrawn_at" IS NULL;

-- Members read whom their organisation has invited, never the token's hash.
GRANT SELECT ("organisation_id", "id", "email", "role", "body", "invited_by", "created_at", "expires_at", "accepted_at", "accepted_by", "withdrawn_at") ON "invitation" TO servanda_app;
CREATE POLICY "invitation_read" ON "invitation" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));

-- A lead invites an address into his or her own organisation; the operator only into one that has no active lead, so that he never joins a running one.
-- An open invitation of the same address is replaced: its row stays, its old link dies. Returns the id and whether it replaced one; null where refused; 'member' where already in.
CREATE FUNCTION app.invite(invitation_id uuid, into_organisation uuid, address text, given role, for_body text, token bytea, lasts interval) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kept uuid; replaced boolean; moment timestamptz := clock_timestamp();
BEGIN
  IF app.role() IS DISTINCT FROM 'lead' OR app.person() IS NULL THEN RETURN NULL; END IF;
  IF into_organisation IS DISTINCT FROM app.organisation() AND (
    NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = app.organisation() AND o.kind = 'operator')
    OR NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = into_organisation AND o.kind <> 'operator')
    OR EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = into_organisation AND m.role = 'lead' AND m.status = 'active')) THEN RETURN NULL; END IF;
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

-- A lead takes an open invitation of the own organisation back; false where there is none.
CREATE FUNCTION app.withdraw_invitation(invitation_id uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE invitation SET withdrawn_at = clock_timestamp() WHERE organisation_id = app.organisation() AND id = invitation_id
    AND accepted_at IS NULL AND withdrawn_at IS NULL AND app.role() = 'lead';
  RETURN FOUND;
END $$;

-- An invitation that was once looked at after its end is withdrawn, so that a clock going back revives nothing.
CREATE FUNCTION app.open_invitation(token bytea) RETURNS invitation
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found invitation;
BEGIN
  SELECT * INTO found FROM invitation WHERE token_sha256 = token AND accepted_at IS NULL AND withdrawn_at IS NULL FOR UPDATE;
  IF found.id IS NOT NULL AND found.expires_at <= clock_timestamp() THEN
    UPDATE invitation SET withdrawn_at = clock_timestamp() WHERE organisation_id = found.organisation_id AND id = found.id;
    RETURN NULL;
  END IF;
  RETURN found;
END $$;

-- What whoever holds the link may know before accepting: the link came to the invited address, so its account is no secret to the holder.
-- account: 'none', 'active' (signs in and joins) or 'resting' (an account without any active membership, which no sign-in would let in).
CREATE FUNCTION app.invitation_of(token bytea) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE i invitation := app.open_invitation(token);
BEGIN
  IF i.id IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT jsonb_build_object('email', i.email, 'role', i.role, 'body', i.body, 'expiresAt', i.expires_at,
    'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'iso3', o.iso3),
    'invitedBy', (SELECT p.name FROM person p WHERE p.id = i.invited_by),
    'account', CASE WHEN NOT EXISTS (SELECT 1 FROM person p WHERE p.email = i.email) THEN 'none'
      WHEN EXISTS (SELECT 1 FROM person p JOIN membership m ON m.person_id = p.id AND m.status = 'active' WHERE p.email = i.email) THEN 'active'
      ELSE 'resting' END)
    FROM organisation o WHERE o.id = i.organisation_id);
END $$;

-- The membership that an invitation gives; somebody who left comes back in the role of the invitation.
CREATE FUNCTION app.join_by(i invitation, who uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO membership AS m (organisation_id, person_id, role, status, body, created_at)
  VALUES (i.organisation_id, who, i.role, 'active', i.body, clock_timestamp())
  ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = excluded.role, body = excluded.body, status = 'active', ended_at = NULL
    WHERE m.status IN ('left', 'invited');
  UPDATE invitation SET accepted_at = clock_timestamp(), accepted_by = who WHERE organisation_id = i.organisation_id AND id = i.id;
END $$;

-- Accepts with a new account. Returns { organisation, person, email }; null where the link is unusable, 'account' where the address has an account already.
CREATE FUNCTION app.accept_invitation(token bytea, person_id uuid, called text, hash text, tongue text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE i invitation := app.open_invitation(token);
BEGIN
  IF i.id IS NULL THEN RETURN NULL; END IF;
  INSERT INTO person (id, email, name, locale, created_at) VALUES (person_id, i.email, called, tongue, clock_timestamp()) ON CONFLICT (email) DO NOTHING;
  IF NOT FOUND THEN RETURN '"account"'; END IF;
  INSERT INTO credential (person_id, password_hash, changed_at) VALUES (accept_invitation.person_id, hash, clock_timestamp());
  PERFORM app.join_by(i, accept_invitation.person_id);
  RETURN jsonb_build_object('organisation', i.organisation_id, 'person', accept_invitation.person_id, 'email', i.email);
END $$;

-- Accepts with the account that the invitation's address already has; `who` has signed in or given that account's password.
CREATE FUNCTION app.accept_invitation_as(token bytea, who uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE i invitation := app.open_invitation(token);
BEGIN
  IF i.id IS NULL THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM person p WHERE p.id = who AND p.email = i.email AND p.disabled_at IS NULL) THEN RETURN '"address"'; END IF;
  PERFORM app.join_by(i, who);
  RETURN jsonb_build_object('organisation', i.organisation_id, 'person', who, 'email', i.email);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION app.open_invitation(bytea), app.join_by(invitation, uuid) FROM servanda_app;
GRANT EXECUTE ON FUNCTION app.invite(uuid, uuid, text, role, text, bytea, interval), app.withdraw_invitation(uuid), app.invitation_of(bytea),
  app.accept_invitation(bytea, uuid, text, text, text), app.accept_invitation_as(bytea, uuid) TO servanda_app;
