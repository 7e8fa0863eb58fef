-- What happens in a coalition is told to the leads of the other organisation: by letter, and in their inboxes (decision 0043). Names of organisations and
-- the title of the dossier, nothing that stands in it. Addresses and people of the other organisation never leave these functions.

-- The step that this transaction has just taken, as it concerns the other organisation: the host tells whom it asked, and whoever answers tells the host.
-- Null for any other: nobody is told twice of one step, nor of one that was not taken now.
CREATE FUNCTION app.coalition_step(wanted uuid, other uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('standing', c.standing, 'dossier', d.id, 'title', d.title, 'iso3', d.iso3, 'stateName', s.name, 'host', h.name, 'member', c.member_name)
  FROM coalition_member c JOIN dossier d ON d.organisation_id = c.organisation_id AND d.id = c.dossier_id JOIN state s ON s.iso3 = d.iso3
    JOIN organisation h ON h.id = c.organisation_id
  WHERE c.dossier_id = wanted AND now()::timestamptz(3) = CASE c.standing WHEN 'invited' THEN c.invited_at WHEN 'joined' THEN c.answered_at WHEN 'declined' THEN c.answered_at ELSE c.ended_at END
    AND CASE WHEN c.standing IN ('invited', 'taken_back', 'removed') THEN c.organisation_id = app.organisation() AND c.member_id = other
      ELSE c.member_id = app.organisation() AND c.organisation_id = other END
$$;

-- Tells it: `told` is what the inbox shows, `letters` one letter for each language. Answers how many leads were told.
CREATE FUNCTION app.tell_coalition(wanted uuid, other uuid, told jsonb, letters jsonb) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE step jsonb := app.coalition_step(wanted, other); lead record; n integer := 0;
BEGIN
  IF step IS NULL OR app.person() IS NULL THEN RETURN 0; END IF;
  FOR lead IN SELECT m.person_id AS id, p.email, coalesce(p.locale, o.locale) AS locale FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
    WHERE m.organisation_id = other AND m.role = 'lead' AND m.status = 'active' AND p.disabled_at IS NULL ORDER BY m.person_id LIMIT 50
  LOOP
    INSERT INTO news AS x (organisation_id, person_id, id, kind, of_id, told, because, happened_at, told_at, letter)
    VALUES (other, lead.id, gen_random_uuid(), 'coalition_' || (step->>'standing'), wanted, told, ARRAY['coalition'], now(), now(), 'none')
    -- Of the same step, taken again, the newest stands.
    ON CONFLICT (organisation_id, person_id, kind, of_id) DO UPDATE SET told = excluded.told, happened_at = excluded.happened_at, told_at = excluded.told_at, read_at = NULL;
    PERFORM app.queue_mail((letters -> lead.locale) || jsonb_build_object('id', gen_random_uuid()), lead.email);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;

REVOKE EXECUTE ON FUNCTION app.coalition_step(uuid, uuid), app.tell_coalition(uuid, uuid, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.coalition_step(uuid, uuid), app.tell_coalition(uuid, uuid, jsonb, jsonb) TO servanda_app;
