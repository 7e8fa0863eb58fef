-- A member who is just leaving is not named meanwhile: the membership is held before the source, in the order in which leaving holds them.
CREATE OR REPLACE FUNCTION app.source_reader_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM membership m WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.person_id FOR SHARE;
  PERFORM 1 FROM source s WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.source_id FOR NO KEY UPDATE;
  NEW.number := (SELECT coalesce(max(r.number), 0) + 1 FROM source_reader r WHERE r.organisation_id = NEW.organisation_id AND r.source_id = NEW.source_id);
  RETURN NEW;
END $$;
