-- What a person follows, the news that came of it, and when letters go (decision 0047). All three are a person's own: the policies ask for the
-- organisation and for the person. News are copies of what anyone may read, brought in by definer functions that are told them.

CREATE TABLE "follow" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "dossier_id" UUID,
    "element_code" TEXT,
    -- Who publishes a dossier of another organisation, by its public name.
    "published_by" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("organisation_id", "person_id", "id"),
    CONSTRAINT "follow_once" UNIQUE NULLS NOT DISTINCT ("organisation_id", "person_id", "iso3", "dossier_id", "element_code"),
    CONSTRAINT "follow_one_thing" CHECK (num_nonnulls("dossier_id", "element_code") <= 1),
    CONSTRAINT "follow_member" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "follow_of_state" ON "follow"("iso3");
CREATE INDEX "follow_of_dossier" ON "follow"("dossier_id") WHERE "dossier_id" IS NOT NULL;

CREATE TABLE "news" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    -- The release or statement that it tells of.
    "of_id" UUID NOT NULL,
    "told" JSONB NOT NULL,
    "because" TEXT[] NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "letter" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "news_pkey" PRIMARY KEY ("organisation_id", "person_id", "id"),
    -- Told once, whoever tells it how often.
    CONSTRAINT "news_once" UNIQUE ("organisation_id", "person_id", "kind", "of_id"),
    CONSTRAINT "news_letter_known" CHECK ("letter" IN ('none', 'waiting', 'sent')),
    CONSTRAINT "news_member" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "news_newest" ON "news"("organisation_id", "person_id", "happened_at" DESC, "id");
CREATE INDEX "news_unread" ON "news"("organisation_id", "person_id") WHERE "read_at" IS NULL;
CREATE INDEX "news_for_letters" ON "news"("organisation_id", "person_id") WHERE "letter" = 'waiting' AND "read_at" IS NULL;

CREATE TABLE "digest_choice" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "every" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    -- The next turn of a daily or weekly letter.
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_choice_pkey" PRIMARY KEY ("organisation_id", "person_id"),
    CONSTRAINT "digest_choice_known" CHECK ("every" IN ('immediate', 'daily', 'weekly', 'off')),
    CONSTRAINT "digest_choice_turn" CHECK (("every" IN ('daily', 'weekly')) = ("due_at" IS NOT NULL)),
    CONSTRAINT "digest_choice_member" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "membership"("organisation_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "digest_choice_due" ON "digest_choice"("due_at");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['follow', 'news', 'digest_choice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format('GRANT SELECT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()) AND person_id = (SELECT app.person()))', t || '_read', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['follow', 'digest_choice'] LOOP
    EXECUTE format('GRANT INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()) AND person_id = (SELECT app.person()))', t || '_add', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['news', 'digest_choice'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation()) AND person_id = (SELECT app.person())) WITH CHECK (organisation_id = (SELECT app.organisation()) AND person_id = (SELECT app.person()))', t || '_change', t);
  END LOOP;
END $$;
GRANT UPDATE ("read_at", "letter") ON "news" TO servanda_app;
GRANT UPDATE ("every", "time_zone", "due_at") ON "digest_choice" TO servanda_app;
-- What is followed no longer leaves no trace: it says what somebody cared for.
GRANT DELETE ON "follow" TO servanda_app;
CREATE POLICY "follow_end" ON "follow" FOR DELETE TO servanda_app USING (organisation_id = (SELECT app.organisation()) AND person_id = (SELECT app.person()));

-- Brings news to those who follow what it is about, each once. `news`: what the public's role has read, as [{ kind, of, at, iso3, dossiers, elements, told }].
-- Of a release that was withdrawn nobody can read any more which elements it judged: who was told of it for an element is told of its withdrawal.
CREATE FUNCTION app.tell_followers(news jsonb, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told integer;
BEGIN
  PERFORM app.outside_only();
  INSERT INTO news (organisation_id, person_id, id, kind, of_id, told, because, happened_at, told_at, letter)
  SELECT f.organisation_id, f.person_id, gen_random_uuid(), n.kind, n.of, n.told,
    array_agg(DISTINCT coalesce(f.element_code, CASE WHEN f.dossier_id IS NULL THEN 'state' ELSE 'dossier' END)), n.at, tell_followers.at,
    CASE WHEN coalesce(d.every, 'off') = 'off' THEN 'none' ELSE 'waiting' END
  FROM jsonb_to_recordset(tell_followers.news) AS n(kind text, of uuid, at timestamptz, iso3 text, dossiers uuid[], elements text[], told jsonb)
  JOIN follow f ON f.since < n.at AND CASE WHEN f.dossier_id IS NOT NULL THEN f.dossier_id = ANY (n.dossiers)
    WHEN f.element_code IS NULL THEN f.iso3 = n.iso3
    ELSE f.iso3 = n.iso3 AND (f.element_code = ANY (n.elements) OR n.kind = 'withdrawal' AND EXISTS (SELECT 1 FROM news x
      WHERE x.organisation_id = f.organisation_id AND x.person_id = f.person_id AND x.of_id = n.of AND f.element_code = ANY (x.because))) END
  JOIN membership m ON m.organisation_id = f.organisation_id AND m.person_id = f.person_id AND m.status = 'active'
  JOIN person p ON p.id = f.person_id AND p.disabled_at IS NULL
  LEFT JOIN digest_choice d ON d.organisation_id = f.organisation_id AND d.person_id = f.person_id
  GROUP BY f.organisation_id, f.person_id, n.kind, n.of, n.told, n.at, d.every
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;

-- Whose turn it is, with the news that wait for a letter; the turn of a daily or weekly letter comes also where nothing waits.
CREATE FUNCTION app.digests_due(at timestamptz, most integer) RETURNS TABLE (organisation uuid, person uuid, every text, zone text, email text, locale text, items jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  RETURN QUERY SELECT d.organisation_id, d.person_id, d.every, d.time_zone, p.email, coalesce(p.locale, o.locale),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind) || w.told ORDER BY w.happened_at DESC, w.id), '[]') FROM (
      SELECT n.* FROM news n WHERE n.organisation_id = d.organisation_id AND n.person_id = d.person_id AND n.letter = 'waiting' AND n.read_at IS NULL
      ORDER BY n.happened_at DESC, n.id LIMIT 500) w)
  FROM digest_choice d
  JOIN membership m ON m.organisation_id = d.organisation_id AND m.person_id = d.person_id AND m.status = 'active'
  JOIN person p ON p.id = d.person_id AND p.disabled_at IS NULL
  JOIN organisation o ON o.id = d.organisation_id
  WHERE d.due_at <= digests_due.at OR d.every = 'immediate' AND EXISTS (SELECT 1 FROM news n
    WHERE n.organisation_id = d.organisation_id AND n.person_id = d.person_id AND n.letter = 'waiting' AND n.read_at IS NULL)
  ORDER BY d.due_at NULLS FIRST, d.person_id LIMIT most;
END $$;

-- Puts the letter into the outbox and marks its news as sent, both or neither. False where another process was quicker, or where one of
-- them was read or stopped meanwhile: it is asked for anew.
CREATE FUNCTION app.send_digest(of_organisation uuid, of_person uuid, ids uuid[], letter jsonb, next timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE chosen digest_choice; n integer;
BEGIN
  PERFORM app.outside_only();
  SELECT * INTO chosen FROM digest_choice d WHERE d.organisation_id = of_organisation AND d.person_id = of_person FOR UPDATE;
  IF NOT FOUND OR chosen.every = 'off' OR (next IS NULL) <> (chosen.every = 'immediate') THEN RETURN false; END IF;
  SELECT count(*) INTO n FROM (SELECT 1 FROM news x WHERE x.organisation_id = of_organisation AND x.person_id = of_person AND x.id = ANY (ids)
    AND x.letter = 'waiting' AND x.read_at IS NULL FOR UPDATE) held;
  IF n <> cardinality(ids) THEN RETURN false; END IF;
  UPDATE news x SET letter = 'sent' WHERE x.organisation_id = of_organisation AND x.person_id = of_person AND x.id = ANY (ids);
  UPDATE digest_choice d SET due_at = next WHERE d.organisation_id = of_organisation AND d.person_id = of_person;
  IF n > 0 THEN PERFORM app.queue_mail(letter); END IF;
  RETURN true;
END $$;

-- The link in a letter: no more of them, and what waits is not sent. Done twice it is done.
CREATE FUNCTION app.stop_digest(of_organisation uuid, of_person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  UPDATE digest_choice d SET every = 'off', due_at = NULL WHERE d.organisation_id = of_organisation AND d.person_id = of_person;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE news x SET letter = 'none' WHERE x.organisation_id = of_organisation AND x.person_id = of_person AND x.letter = 'waiting';
  RETURN true;
END $$;

-- News are forgotten after the time to keep.
CREATE FUNCTION app.sweep_news(at timestamptz, keep interval) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  DELETE FROM news n WHERE n.happened_at < sweep_news.at - keep;
END $$;

-- Whoever leaves an organisation takes along what he or she followed for it.
CREATE FUNCTION app.watching_leaves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM follow f WHERE f.organisation_id = NEW.organisation_id AND f.person_id = NEW.person_id;
  DELETE FROM news n WHERE n.organisation_id = NEW.organisation_id AND n.person_id = NEW.person_id;
  DELETE FROM digest_choice d WHERE d.organisation_id = NEW.organisation_id AND d.person_id = NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_takes_watching_along" AFTER UPDATE OF "status" ON "membership" FOR EACH ROW WHEN (NEW.status = 'left') EXECUTE FUNCTION app.watching_leaves();

-- The address at which a letter can be stopped (RFC 8058). It opens nothing else, and goes with the words of the letter.
ALTER TABLE "outbox" ADD COLUMN "stop_address" text, ADD CONSTRAINT "outbox_stop_address" CHECK ("stop_address" ~ '^https?://[[:graph:]]+$' AND length("stop_address") <= 500);
GRANT INSERT ("stop_address") ON "outbox" TO servanda_app;
CREATE FUNCTION app.outbox_forgets() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.stop_address := NULL; RETURN NEW; END $$;
CREATE TRIGGER "outbox_forgets_when_over" BEFORE UPDATE ON "outbox" FOR EACH ROW WHEN (NEW.state <> 'waiting') EXECUTE FUNCTION app.outbox_forgets();

CREATE OR REPLACE FUNCTION app.queue_mail(letter jsonb, address text DEFAULT NULL) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO outbox (id, to_address, locale, letter, subject, text, html, stop_address)
  SELECT (letter->>'id')::uuid, coalesce(address, letter->>'to'), letter->>'locale', letter->>'letter', letter->>'subject', letter->>'text', letter->>'html', letter->>'stop'
$$;
-- Beside app.take_mail, which says what was taken: the address at which the letter that one holds can be stopped.
CREATE FUNCTION app.mail_stop_address(wanted uuid, holder uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  RETURN (SELECT o.stop_address FROM outbox o WHERE o.id = wanted AND o.lease = holder AND o.state = 'waiting');
END $$;

REVOKE EXECUTE ON FUNCTION app.tell_followers(jsonb, timestamptz), app.digests_due(timestamptz, integer), app.send_digest(uuid, uuid, uuid[], jsonb, timestamptz),
  app.stop_digest(uuid, uuid), app.sweep_news(timestamptz, interval), app.watching_leaves(), app.outbox_forgets(), app.mail_stop_address(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_followers(jsonb, timestamptz), app.digests_due(timestamptz, integer), app.send_digest(uuid, uuid, uuid[], jsonb, timestamptz),
  app.stop_digest(uuid, uuid), app.sweep_news(timestamptz, interval), app.mail_stop_address(uuid, uuid) TO servanda_app;
