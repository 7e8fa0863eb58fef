-- A coalition (decision 0043): organisations that work in one dossier by invitation of its lead. The dossier stays in its organisation's ledger.

-- One row for each organisation that was ever asked in; how it stands, and never who of its people.
CREATE TABLE "coalition_member" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "member_name" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "coalition_member_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "member_id"),
    CONSTRAINT "coalition_member_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "coalition_member_member" FOREIGN KEY ("member_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "coalition_member_not_itself" CHECK ("member_id" <> "organisation_id"),
    CONSTRAINT "coalition_member_standing" CHECK ("standing" IN ('invited', 'joined', 'declined', 'taken_back', 'left', 'removed')),
    CONSTRAINT "coalition_member_joined_answered" CHECK ("standing" NOT IN ('joined', 'declined', 'left', 'removed') OR "answered_at" IS NOT NULL),
    CONSTRAINT "coalition_member_ended" CHECK (("standing" IN ('taken_back', 'left', 'removed')) = ("ended_at" IS NOT NULL))
);
CREATE INDEX "coalition_member_of" ON "coalition_member" ("member_id", "dossier_id");

-- Append-only: who gave something, for whom, as both were called then. It stays when the person, or the organisation, is gone.
CREATE TABLE "coalition_hand" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "member_name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "coalition_hand_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "person_id", "member_id"),
    CONSTRAINT "coalition_hand_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "coalition_hand_person" ON "coalition_hand" ("organisation_id", "person_id");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['coalition_member', 'coalition_hand'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
CREATE TRIGGER "coalition_hand_append_only" BEFORE UPDATE OR DELETE ON "coalition_hand" FOR EACH ROW EXECUTE FUNCTION app.append_only();
CREATE TRIGGER "coalition_hand_no_truncate" BEFORE TRUNCATE ON "coalition_hand" FOR EACH STATEMENT EXECUTE FUNCTION app.append_only();

-- The functions below look at the dossier and at the other organisation, which the scope does not see.
CREATE POLICY "dossier_coalition" ON "dossier" FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.organisation())
  OR EXISTS (SELECT 1 FROM coalition_member c WHERE c.organisation_id = dossier.organisation_id AND c.dossier_id = dossier.id));

-- Whether the scope is a person's who leads an organisation that audits.
CREATE FUNCTION app.leads_audits() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.role() IS NOT DISTINCT FROM 'lead' AND app.person() IS NOT NULL AND app.key() IS NULL
    AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = app.organisation() AND o.kind IN ('ngo', 'nhri') AND o.suspended_at IS NULL)
$$;

-- Asks the organisation of this name in. Answers { member } or { refused }: who is not there and who may not be asked get the same answer.
CREATE FUNCTION app.invite_to_coalition(wanted uuid, named text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation(); asked organisation; held text;
BEGIN
  PERFORM 1 FROM dossier d WHERE d.organisation_id = o AND d.id = wanted AND d.kind = 'independent';
  IF NOT FOUND THEN RETURN '{"refused":"not_found"}'; END IF;
  IF NOT app.leads_audits() THEN RETURN '{"refused":"forbidden"}'; END IF;
  SELECT * INTO asked FROM organisation x WHERE lower(x.name) = lower(btrim(named)) AND x.kind IN ('ngo', 'nhri') AND x.suspended_at IS NULL AND x.id <> o ORDER BY x.created_at LIMIT 1;
  IF asked.id IS NULL THEN RETURN '{"refused":"unknown"}'; END IF;
  SELECT c.standing INTO held FROM coalition_member c WHERE c.organisation_id = o AND c.dossier_id = wanted AND c.member_id = asked.id FOR UPDATE;
  IF held IN ('invited', 'joined') THEN RETURN '{"refused":"already"}'; END IF;
  IF (SELECT count(*) >= 50 FROM coalition_member c WHERE c.organisation_id = o AND c.dossier_id = wanted) AND held IS NULL THEN RETURN '{"refused":"full"}'; END IF;
  INSERT INTO coalition_member AS c (organisation_id, dossier_id, member_id, member_name, standing, invited_by, invited_at)
  VALUES (o, wanted, asked.id, asked.name, 'invited', app.person(), now())
  ON CONFLICT (organisation_id, dossier_id, member_id) DO UPDATE SET standing = 'invited', member_name = excluded.member_name, invited_by = excluded.invited_by,
    invited_at = excluded.invited_at, answered_at = NULL, ended_at = NULL WHERE c.standing NOT IN ('invited', 'joined');
  RETURN jsonb_build_object('member', asked.id);
END $$;

-- The lead of the dossier takes an invitation back or ends a membership. Answers the standing after, or null where there is nothing to end.
CREATE FUNCTION app.end_in_coalition(wanted uuid, member uuid) RETURNS text LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE after text;
BEGIN
  IF NOT app.leads_audits() THEN RETURN NULL; END IF;
  UPDATE coalition_member c SET standing = CASE c.standing WHEN 'joined' THEN 'removed' ELSE 'taken_back' END, ended_at = now()
  WHERE c.organisation_id = app.organisation() AND c.dossier_id = wanted AND c.member_id = member AND c.standing IN ('invited', 'joined') RETURNING c.standing INTO after;
  IF after IS NOT NULL THEN
    PERFORM app.journal_outside(member, NULL, CASE after WHEN 'removed' THEN 'coalition.removed' ELSE 'coalition.taken_back' END, 'coalition', wanted::text, jsonb_build_object('organisation', app.organisation()));
  END IF;
  RETURN after;
END $$;

-- The lead of an organisation that was asked accepts, declines, or leaves later on. The journal of the dossier's organisation tells who, by reference.
-- Answers { standing, host, title }, or null where the step does not follow.
CREATE FUNCTION app.answer_coalition(wanted uuid, answer text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE after coalition_member; mine uuid := app.organisation();
BEGIN
  IF NOT app.leads_audits() THEN RETURN NULL; END IF;
  UPDATE coalition_member c SET standing = CASE answer WHEN 'accept' THEN 'joined' WHEN 'decline' THEN 'declined' ELSE 'left' END,
    answered_at = CASE answer WHEN 'leave' THEN c.answered_at ELSE now() END, ended_at = CASE answer WHEN 'leave' THEN now() END
  WHERE c.member_id = mine AND c.dossier_id = wanted AND c.standing = CASE WHEN answer IN ('accept', 'decline') THEN 'invited' WHEN answer = 'leave' THEN 'joined' END
  RETURNING * INTO after;
  IF after.member_id IS NULL THEN RETURN NULL; END IF;
  PERFORM app.journal_outside(after.organisation_id, app.person(), 'coalition.' || after.standing, 'coalition', wanted::text, jsonb_build_object('dossier', wanted, 'organisation', mine));
  RETURN jsonb_build_object('standing', after.standing, 'host', after.organisation_id);
END $$;

-- Where the organisation in scope was asked in, what waits first.
CREATE FUNCTION app.my_coalitions() RETURNS TABLE (dossier uuid, title text, iso3 text, host jsonb, standing text, invited_at timestamptz, answered_at timestamptz, ended_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.title, d.iso3::text, jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind), c.standing, c.invited_at, c.answered_at, c.ended_at
  FROM coalition_member c JOIN dossier d ON d.organisation_id = c.organisation_id AND d.id = c.dossier_id JOIN organisation o ON o.id = c.organisation_id
  WHERE c.member_id = app.organisation() AND c.standing IN ('invited', 'joined') AND o.suspended_at IS NULL
  ORDER BY c.standing, c.invited_at DESC LIMIT 200
$$;

REVOKE EXECUTE ON FUNCTION app.leads_audits(), app.invite_to_coalition(uuid, text), app.end_in_coalition(uuid, uuid), app.answer_coalition(uuid, text), app.my_coalitions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.invite_to_coalition(uuid, text), app.end_in_coalition(uuid, uuid), app.answer_coalition(uuid, text), app.my_coalitions() TO servanda_app;
