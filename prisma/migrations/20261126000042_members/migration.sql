-- Members: changed by the leads of their organisation, which always keeps one; and the organisation's own settings.
ALTER TABLE "organisation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en', ADD COLUMN "suspended_at" TIMESTAMPTZ(3);
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_locale_known" CHECK ("locale" IN ('en', 'fr', 'ar'));
GRANT UPDATE ("version", "name", "locale") ON "organisation" TO servanda_app;
CREATE POLICY "organisation_change" ON "organisation" FOR UPDATE TO servanda_app USING (id = (SELECT app.organisation())) WITH CHECK (id = (SELECT app.organisation()));

-- Suspended with its organisation: comes back with it, in the state it had.
ALTER TABLE "membership" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "last_active_on" DATE, ADD COLUMN "suspended_with_organisation" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "membership" ADD CONSTRAINT "membership_suspended_with_organisation" CHECK (NOT "suspended_with_organisation" OR "status" = 'suspended');
GRANT UPDATE ("version", "role", "status", "body_id", "ended_at") ON "membership" TO servanda_app;
CREATE POLICY "membership_change" ON "membership" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));

-- Whoever enters or comes back while the organisation is suspended waits with it.
CREATE FUNCTION app.membership_waits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM organisation o WHERE o.id = NEW.organisation_id AND o.suspended_at IS NOT NULL) THEN
    NEW.status := 'suspended';
    NEW.suspended_with_organisation := true;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_at_rest" BEFORE INSERT OR UPDATE OF "status" ON "membership" FOR EACH ROW WHEN (NEW.status = 'active') EXECUTE FUNCTION app.membership_waits();
-- A member who is taken out, or suspended by the own lead, is no longer one who waits.
CREATE FUNCTION app.membership_waits_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.suspended_with_organisation := false;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_at_rest_no_more" BEFORE UPDATE OF "status" ON "membership" FOR EACH ROW
  WHEN (OLD.suspended_with_organisation AND NEW.status IS DISTINCT FROM 'suspended') EXECUTE FUNCTION app.membership_waits_no_more();

-- The last lead stays. The organisation's row is held while it is counted, so that two who leave at once are counted one after the other.
CREATE FUNCTION app.organisation_keeps_a_lead() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM organisation WHERE id = OLD.organisation_id FOR NO KEY UPDATE;
  IF NOT NEW.suspended_with_organisation AND NOT EXISTS (
    SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = OLD.organisation_id AND m.person_id <> OLD.person_id AND m.role = 'lead' AND m.status = 'active' AND p.disabled_at IS NULL) THEN
    RAISE EXCEPTION 'an organisation keeps at least one lead' USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_keeps_a_lead';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_keeps_a_lead" BEFORE UPDATE OF "role", "status" ON "membership" FOR EACH ROW
  WHEN (OLD.role = 'lead' AND OLD.status = 'active' AND (NEW.role <> 'lead' OR NEW.status <> 'active')) EXECUTE FUNCTION app.organisation_keeps_a_lead();

-- What no longer counts ends where it runs; a later reinstatement revives no session.
CREATE FUNCTION app.membership_ends_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET ended_at = clock_timestamp() WHERE person_id = NEW.person_id AND organisation_id = NEW.organisation_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_ends_sessions" AFTER UPDATE OF "status" ON "membership" FOR EACH ROW
  WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION app.membership_ends_sessions();

-- The last day on which a member was seen in the organisation, and no more than the day.
CREATE FUNCTION app.membership_active_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE today date := (NEW.last_seen_at AT TIME ZONE 'UTC')::date;
BEGIN
  UPDATE membership SET last_active_on = today
  WHERE organisation_id = NEW.organisation_id AND person_id = NEW.person_id AND (last_active_on IS NULL OR last_active_on < today);
  RETURN NULL;
END $$;
-- Its name comes before that of the journal's trigger: memberships are held before the chain, everywhere.
CREATE TRIGGER "session_day" AFTER INSERT OR UPDATE OF "last_seen_at", "organisation_id" ON "session" FOR EACH ROW EXECUTE FUNCTION app.membership_active_on();
UPDATE "membership" m SET "last_active_on" = (SELECT max((s.last_seen_at AT TIME ZONE 'UTC')::date) FROM "session" s WHERE s.organisation_id = m.organisation_id AND s.person_id = m.person_id);

-- The session goes on in another organisation of the person, under a new token; the old one is worth nothing from then on.
CREATE FUNCTION app.switch_organisation(old_token bytea, token bytea, into_organisation uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session s SET token_sha256 = token, organisation_id = into_organisation, last_seen_at = greatest(s.last_seen_at, at)
  WHERE s.token_sha256 = old_token AND s.ended_at IS NULL AND s.expires_at > at
    AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = s.person_id AND m.organisation_id = into_organisation AND m.status = 'active');
  RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION app.membership_waits(), app.membership_waits_no_more(), app.organisation_keeps_a_lead(), app.membership_ends_sessions(),
  app.membership_active_on(), app.switch_organisation(bytea, bytea, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.switch_organisation(bytea, bytea, uuid, timestamptz) TO servanda_app;
