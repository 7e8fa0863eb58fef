-- The sessions of somebody who goes end before the membership does, so that the journal still knows in what role they were his or hers.
DROP TRIGGER "membership_ends_sessions" ON "membership";
CREATE OR REPLACE FUNCTION app.membership_ends_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET ended_at = clock_timestamp() WHERE person_id = NEW.person_id AND organisation_id = NEW.organisation_id AND ended_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_ends_sessions" BEFORE UPDATE OF "status" ON "membership" FOR EACH ROW
  WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION app.membership_ends_sessions();
