-- An open invitation is as good as whoever gave it. Two ways in are closed here: an operator who founds an organisation, asks a second address of
-- his choice for its lead and waits until there is something to read; and a lead who asks in an address of his or her own before being sent away.

-- Whoever is no lead any more leaves no open invitation behind; another lead asks anew. Those who wait with their organisation keep theirs.
CREATE FUNCTION app.membership_ends_invitations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE invitation SET withdrawn_at = clock_timestamp()
  WHERE organisation_id = NEW.organisation_id AND invited_by = NEW.person_id AND accepted_at IS NULL AND withdrawn_at IS NULL;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.membership_ends_invitations() FROM PUBLIC;
-- Its name comes before those that write to the journal: invitations are held before the chain, as where one is accepted.
CREATE TRIGGER "membership_ends_invitations" BEFORE UPDATE OF "role", "status" ON "membership" FOR EACH ROW
  WHEN (OLD.role = 'lead' AND OLD.status = 'active' AND (NEW.role <> 'lead' OR NEW.status <> 'active') AND NOT NEW.suspended_with_organisation)
  EXECUTE FUNCTION app.membership_ends_invitations();

-- As before; and with the first lead the other invitations by somebody from outside end.
CREATE OR REPLACE FUNCTION app.join_by(i invitation, who uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO membership AS m (organisation_id, person_id, role, status, body, created_at)
  VALUES (i.organisation_id, who, i.role, 'active', i.body, clock_timestamp())
  ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = excluded.role, body = excluded.body, status = 'active', ended_at = NULL
    WHERE m.status IN ('left', 'invited');
  UPDATE invitation SET accepted_at = clock_timestamp(), accepted_by = who WHERE organisation_id = i.organisation_id AND id = i.id;
  IF i.role = 'lead' THEN
    UPDATE invitation o SET withdrawn_at = clock_timestamp() WHERE o.organisation_id = i.organisation_id AND o.accepted_at IS NULL AND o.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = o.organisation_id AND m.person_id = o.invited_by);
  END IF;
  PERFORM app.journal_outside(i.organisation_id, who, 'invitation.accepted', 'invitation', i.id::text, jsonb_build_object('role', i.role));
END $$;

-- What was left open so before ends now.
UPDATE "invitation" o SET "withdrawn_at" = clock_timestamp() WHERE o."accepted_at" IS NULL AND o."withdrawn_at" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "membership" m WHERE m."organisation_id" = o."organisation_id" AND m."person_id" = o."invited_by"
    AND m."role" = 'lead' AND (m."status" = 'active' OR m."suspended_with_organisation"))
  AND EXISTS (SELECT 1 FROM "membership" m WHERE m."organisation_id" = o."organisation_id" AND m."role" = 'lead');
