-- Anchors: the head of each chain, signed with a key that the database does not know. Whoever can rewrite a whole chain,
-- its head included, cannot make the anchors that were signed before. Run as servanda_owner.

-- Public halves of the keys that signed; kept, so that old anchors can be checked after a change of keys.
CREATE TABLE "journal_key" (
    "id" TEXT NOT NULL,
    "spki" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journal_key_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "journal_key_is_its_hash" CHECK ("id" = left(encode(sha256("spki"), 'hex'), 32))
);
GRANT SELECT ON "journal_key" TO servanda_app;

-- Each anchor carries the signature of the one before it, so that none can be taken out of the middle.
CREATE TABLE "journal_anchor" (
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at_us" BIGINT NOT NULL,
    "key_id" TEXT NOT NULL,
    "previous" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "journal_anchor_pkey" PRIMARY KEY ("organisation_id", "number"),
    CONSTRAINT "journal_anchor_key" FOREIGN KEY ("key_id") REFERENCES "journal_key" ("id"),
    CONSTRAINT "journal_anchor_sizes" CHECK (octet_length("hash") = 32 AND octet_length("signature") = 64)
);
ALTER TABLE "journal_anchor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "journal_anchor" FORCE ROW LEVEL SECURITY;
CREATE POLICY "journal_anchor_owner" ON "journal_anchor" TO servanda_owner USING (true) WITH CHECK (true);
CREATE POLICY "journal_anchor_read" ON "journal_anchor" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
GRANT SELECT ON "journal_anchor" TO servanda_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['journal_anchor', 'journal_key'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- The public half of the key that signs from now on.
CREATE FUNCTION app.know_journal_key(key text, spki bytea) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO journal_key (id, spki) VALUES (key, spki) ON CONFLICT DO NOTHING
$$;

-- The heads whose last anchor is older than the moment, with what the next anchor needs to be signed.
CREATE FUNCTION app.anchors_due(before_us bigint) RETURNS TABLE (organisation_id uuid, number int, seq bigint, hash bytea, previous bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.organisation_id, coalesce(a.number, 0) + 1, h.seq, h.hash, coalesce(a.signature, '')
  FROM journal_head h LEFT JOIN LATERAL (
    SELECT * FROM journal_anchor a WHERE a.organisation_id = h.organisation_id ORDER BY a.number DESC LIMIT 1
  ) a ON true
  WHERE h.seq > 0 AND coalesce(a.at_us < before_us, true)
  ORDER BY h.organisation_id
$$;

-- Keeps a signed anchor; false where another process was first. It must name an entry of the chain and follow the last anchor.
CREATE FUNCTION app.keep_anchor(organisation uuid, next int, of_seq bigint, of_hash bytea, at bigint, key text, after bytea, signed bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('journal_anchor ' || organisation, 0));
  IF NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.organisation_id = organisation AND e.seq = of_seq AND e.hash = of_hash) THEN RETURN false; END IF;
  IF next <> (SELECT coalesce(max(a.number), 0) + 1 FROM journal_anchor a WHERE a.organisation_id = organisation) THEN RETURN false; END IF;
  IF after <> coalesce((SELECT a.signature FROM journal_anchor a WHERE a.organisation_id = organisation AND a.number = next - 1), '') THEN RETURN false; END IF;
  INSERT INTO journal_anchor (organisation_id, number, seq, hash, at_us, key_id, previous, signature) VALUES (organisation, next, of_seq, of_hash, at, key, after, signed);
  RETURN true;
END $$;

-- Names every broken link of the organisation's chain in scope by a code; no row means whole.
CREATE OR REPLACE FUNCTION app.journal_problems() RETURNS TABLE (seq bigint, problem text) LANGUAGE sql STABLE AS $$
  WITH links AS (
    SELECT e AS entry, e.seq, e.hash, e.prev_hash, e.organisation_id, lag(e.hash) OVER w AS before_hash, lag(e.seq) OVER w AS before_seq
    FROM journal_entry e WHERE e.organisation_id = (SELECT app.organisation()) WINDOW w AS (ORDER BY e.seq)
  ), head AS (SELECT h.seq, h.hash FROM app.journal_head() h)
  SELECT l.seq, 'entry_changed' FROM links l WHERE l.hash IS DISTINCT FROM app.journal_hash(l.entry)
  UNION ALL
  SELECT l.seq, 'link_broken' FROM links l
    WHERE l.prev_hash IS DISTINCT FROM coalesce(l.before_hash, sha256(convert_to(l.organisation_id::text, 'UTF8'))) OR l.seq <> coalesce(l.before_seq, 0) + 1
  UNION ALL
  SELECT coalesce(head.seq, l.seq), 'head_differs'
    FROM head FULL JOIN (SELECT links.seq, links.hash FROM links ORDER BY links.seq DESC LIMIT 1) l ON true
    WHERE (head.seq, head.hash) IS DISTINCT FROM (l.seq, l.hash)
  ORDER BY 1
$$;

-- As before, but the scope is read once for an entry: each reading checks its signature.
CREATE OR REPLACE FUNCTION app.journal_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head journal_head; scope text[];
BEGIN
  INSERT INTO journal_head (organisation_id, seq, hash) VALUES (NEW.organisation_id, 0, sha256(convert_to(NEW.organisation_id::text, 'UTF8'))) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM journal_head WHERE organisation_id = NEW.organisation_id FOR UPDATE; -- serialises one chain; no gaps after a rollback
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.at_us := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  IF NEW.form IS DISTINCT FROM 'outside' THEN
    scope := app.context();
    NEW.person_id := nullif(scope[3], '')::uuid;
    NEW.role := nullif(scope[4], '');
    NEW.session_id := nullif(scope[5], '')::uuid;
    NEW.key_id := nullif(scope[6], '')::uuid;
  END IF;
  NEW.form := 'v2';
  NEW.told_us := NULL;
  IF nullif(current_setting('app.told_at', true), '') IS NOT NULL AND EXISTS (SELECT 1 FROM demonstration) THEN
    NEW.told_us := (extract(epoch FROM current_setting('app.told_at', true)::timestamptz) * 1000000)::bigint;
  END IF;
  NEW.hash := app.journal_hash(NEW);
  UPDATE journal_head SET seq = NEW.seq, hash = NEW.hash WHERE organisation_id = NEW.organisation_id;
  RETURN NEW;
END $$;

REVOKE EXECUTE ON FUNCTION app.know_journal_key(text, bytea), app.anchors_due(bigint), app.keep_anchor(uuid, int, bigint, bytea, bigint, text, bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.know_journal_key(text, bytea), app.anchors_due(bigint), app.keep_anchor(uuid, int, bigint, bytea, bigint, text, bytea, bytea) TO servanda_app;
