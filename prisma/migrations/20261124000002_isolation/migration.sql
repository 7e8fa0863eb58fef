-- Nobody reaches another's ledger: grants, row-level security and the few functions that look over the fence.
-- Run as servanda_owner, which owns the tables; the API connects as servanda_app, which owns nothing.

CREATE SCHEMA "app";
GRANT USAGE ON SCHEMA "public", "app" TO servanda_app;

-- The scope of the request's one transaction, set by set_config(…, true). Unset means: nothing is seen.
CREATE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$;
CREATE FUNCTION app.person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.role', true), '') $$;

-- Reference data: everyone reads, only the owner writes.
GRANT SELECT ON "catalogue_version", "obligation", "element", "state", "reservation", "calendar_override" TO servanda_app;

-- Tenant tables. No DELETE anywhere; append-only tables have no UPDATE either.
GRANT SELECT, INSERT ON "dossier", "dossier_element", "evidence", "evidence_revision", "evidence_file", "assessment", "citation", "review", "current_assessment" TO servanda_app;
GRANT UPDATE ("version", "facts", "title", "period_from", "period_to") ON "dossier" TO servanda_app;
GRANT UPDATE ("applies", "ground", "reason") ON "dossier_element" TO servanda_app;
GRANT UPDATE ON "evidence", "current_assessment" TO servanda_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dossier', 'dossier_element', 'evidence', 'evidence_revision', 'evidence_file', 'assessment', 'citation', 'review', 'current_assessment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_change', t);
  END LOOP;
END $$;

-- People. The API reads its own organisation and the colleagues in it; credentials and sessions only through the functions below.
GRANT SELECT ON "organisation", "membership", "person" TO servanda_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation', 'person', 'credential', 'membership', 'session', 'invitation', 'setup_code', 'journal_head', 'journal_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
CREATE POLICY "organisation_read" ON "organisation" FOR SELECT TO servanda_app USING (id = (SELECT app.organisation()));
CREATE POLICY "membership_read" ON "membership" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "person_read" ON "person" FOR SELECT TO servanda_app
  USING (id IN (SELECT m.person_id FROM "membership" m WHERE m.organisation_id = (SELECT app.organisation())));

-- Sign-in reads one credential by address; nothing else of the table can be had.
CREATE FUNCTION app.credential_of(wanted text) RETURNS TABLE (person_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.person_id, c.password_hash FROM person p JOIN credential c ON c.person_id = p.id
  WHERE p.email = wanted AND p.disabled_at IS NULL
$$;

-- Opens a session for the person's first active membership; returns null where there is none.
CREATE FUNCTION app.open_session(session_id uuid, token bytea, who uuid, at timestamptz, expires timestamptz, agent text) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO session (id, token_sha256, person_id, organisation_id, created_at, last_seen_at, expires_at, user_agent)
  SELECT session_id, token, p.id, m.organisation_id, at, at, expires, left(agent, 300)
  FROM person p JOIN membership m ON m.person_id = p.id AND m.status = 'active'
  WHERE p.id = who AND p.disabled_at IS NULL
  ORDER BY m.created_at, m.organisation_id LIMIT 1
  RETURNING organisation_id
$$;

-- The gate: one statement finds the session, the person, the active membership and the other organisations.
-- Only `active` counts. Last use is written at most once a minute.
CREATE FUNCTION app.session_of(token bytea, at timestamptz, idle interval) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found jsonb; seen timestamptz; session_id uuid;
BEGIN
  SELECT s.id, s.last_seen_at, jsonb_build_object(
    'sessionId', s.id, 'signedInAt', s.created_at, 'expiresAt', s.expires_at,
    'person', jsonb_build_object('id', p.id, 'email', p.email, 'name', p.name, 'locale', p.locale),
    'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'iso3', o.iso3),
    'role', m.role, 'body', m.body,
    'organisations', (SELECT jsonb_agg(jsonb_build_object('id', o2.id, 'name', o2.name, 'kind', o2.kind, 'iso3', o2.iso3, 'role', m2.role) ORDER BY o2.name, o2.id)
       FROM membership m2 JOIN organisation o2 ON o2.id = m2.organisation_id WHERE m2.person_id = p.id AND m2.status = 'active'))
  INTO session_id, seen, found
  FROM session s
  JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
  JOIN membership m ON m.person_id = s.person_id AND m.organisation_id = s.organisation_id AND m.status = 'active'
  JOIN organisation o ON o.id = s.organisation_id
  WHERE s.token_sha256 = token AND s.ended_at IS NULL AND s.expires_at > at AND s.last_seen_at > at - idle;
  IF found IS NOT NULL AND seen < at - interval '1 minute' THEN
    UPDATE session SET last_seen_at = at WHERE id = session_id;
  END IF;
  RETURN found;
END $$;

CREATE FUNCTION app.end_session(token bytea, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE session SET ended_at = at WHERE token_sha256 = token AND ended_at IS NULL
$$;

-- The first operator: the code works once, and only while there is no operator.
CREATE FUNCTION app.set_up_operator(code bytea, organisation_id uuid, person_id uuid, address text, called text, hash text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE setup_code SET used_at = at WHERE code_sha256 = code AND used_at IS NULL;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM organisation WHERE kind = 'operator') THEN RETURN false; END IF;
  INSERT INTO organisation (id, kind, name, created_at) VALUES (organisation_id, 'operator', 'Operator', at);
  INSERT INTO person (id, email, name, created_at) VALUES (person_id, address, called, at);
  INSERT INTO credential (person_id, password_hash, changed_at) VALUES (person_id, hash, at);
  INSERT INTO membership (organisation_id, person_id, role, status, created_at) VALUES (organisation_id, person_id, 'lead', 'active', at);
  RETURN true;
END $$;

-- The journal: one hash chain for each organisation. Who and in what role come from the transaction's scope, never from arguments.
GRANT SELECT ON "journal_entry" TO servanda_app;
GRANT INSERT ("organisation_id", "act", "subject", "subject_id", "data") ON "journal_entry" TO servanda_app;
CREATE POLICY "journal_entry_read" ON "journal_entry" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "journal_entry_add" ON "journal_entry" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));

-- The hash is over a jsonb array's text (length-safe, order fixed) and integer microseconds (independent of time zone and date style).
CREATE FUNCTION app.journal_digest(prev bytea, o uuid, s bigint, t bigint, p uuid, r text, a text, sub text, sid text, d jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT sha256(prev || convert_to(jsonb_build_array('v1', o, s, t, p, r, a, sub, sid, d)::text, 'UTF8')) $$;

CREATE FUNCTION app.journal_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head journal_head;
BEGIN
  INSERT INTO journal_head (organisation_id, seq, hash) VALUES (NEW.organisation_id, 0, sha256(convert_to(NEW.organisation_id::text, 'UTF8'))) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM journal_head WHERE organisation_id = NEW.organisation_id FOR UPDATE; -- serialises one chain; no gaps after a rollback
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.at_us := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  NEW.person_id := app.person();
  NEW.role := app.role();
  NEW.hash := app.journal_digest(NEW.prev_hash, NEW.organisation_id, NEW.seq, NEW.at_us, NEW.person_id, NEW.role, NEW.act, NEW.subject, NEW.subject_id, NEW.data);
  UPDATE journal_head SET seq = NEW.seq, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
  RETURN NEW;
END $$;
CREATE TRIGGER "journal_entry_link" BEFORE INSERT ON "journal_entry" FOR EACH ROW EXECUTE FUNCTION app.journal_link();

-- Append-only for everyone, the owner included.
CREATE FUNCTION app.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['journal_entry', 'assessment', 'citation', 'review', 'evidence_revision', 'evidence_file'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- Names every broken link of the organisation's chain in scope; no row means whole.
CREATE FUNCTION app.journal_problems() RETURNS TABLE (seq bigint, problem text) LANGUAGE sql STABLE AS $$
  WITH links AS (
    SELECT e.*, lag(e.hash) OVER w AS before_hash, lag(e.seq) OVER w AS before_seq FROM journal_entry e WINDOW w AS (ORDER BY e.seq)
  )
  SELECT l.seq, 'the entry does not match its hash' FROM links l
    WHERE l.hash IS DISTINCT FROM app.journal_digest(l.prev_hash, l.organisation_id, l.seq, l.at_us, l.person_id, l.role, l.act, l.subject, l.subject_id, l.data)
  UNION ALL
  SELECT l.seq, 'the link to the entry before is broken' FROM links l
    WHERE l.prev_hash IS DISTINCT FROM coalesce(l.before_hash, sha256(convert_to(l.organisation_id::text, 'UTF8'))) OR l.seq <> coalesce(l.before_seq, 0) + 1
  ORDER BY 1
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO servanda_app;
