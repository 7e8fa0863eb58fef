-- A guess is counted before it is compared. Counted afterwards (app.wrong_codes, which older versions still ask), as many
-- guesses as were sent at once were all compared before the first of them counted.

-- Takes one of the `most` guesses that a person has within an hour, over all steps; false where none is left.
CREATE FUNCTION app.take_guess(who uuid, in_ceremony uuid, at timestamptz, most integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  -- One after the other, in whatever step each is.
  PERFORM 1 FROM person p WHERE p.id = who FOR NO KEY UPDATE;
  IF (SELECT coalesce(sum(c.wrong_codes), 0) FROM ceremony c WHERE c.person_id = who AND c.begun_at > at - interval '1 hour') >= most THEN RETURN false; END IF;
  UPDATE ceremony SET wrong_codes = wrong_codes + 1 WHERE id = in_ceremony AND person_id = who;
  RETURN FOUND;
END $$;

-- A right one is given back; a wrong one stays taken, and the journal knows it.
CREATE FUNCTION app.settle_guess(who uuid, in_ceremony uuid, was_right boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  IF was_right THEN
    UPDATE ceremony SET wrong_codes = wrong_codes - 1 WHERE id = in_ceremony AND person_id = who AND wrong_codes > 0;
  ELSE
    PERFORM app.journal_outside(m.organisation_id, NULL, 'second_factor.refused', 'person', who::text)
      FROM membership m WHERE m.person_id = who AND m.status = 'active' ORDER BY m.created_at, m.organisation_id LIMIT 1;
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION app.take_guess(uuid, uuid, timestamptz, integer), app.settle_guess(uuid, uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_guess(uuid, uuid, timestamptz, integer), app.settle_guess(uuid, uuid, boolean) TO servanda_app;
