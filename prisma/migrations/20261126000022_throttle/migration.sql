-- Tries are counted here, so that two processes share them (decision 0010). Keys are hashes: no address of a person or a network is kept.

CREATE TABLE "throttle" (
  "key" BYTEA NOT NULL,
  -- When the bucket will be empty again: each try pushes it on by one step, and there is room for `burst` steps.
  "empty_at" TIMESTAMPTZ NOT NULL,
  -- Tries in a row without a success.
  "failures" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "throttle_empty_at" ON "throttle" ("empty_at");

-- A browser in which a person has signed in before; it has a bucket of its own, which nobody else can fill.
CREATE TABLE "known_device" (
  "token_sha256" BYTEA NOT NULL,
  "person_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "last_used_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "known_device_pkey" PRIMARY KEY ("person_id", "token_sha256"),
  CONSTRAINT "known_device_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "known_device_token_is_a_hash" CHECK (octet_length("token_sha256") = 32)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['throttle', 'known_device'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;

CREATE FUNCTION app.throttle_key(kind text, whose text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT sha256(convert_to(kind || ':' || whose, 'UTF8')) $$;

-- Takes one try out of a bucket of `burst` that wins one back every `step`. Returns the seconds to wait; 0: taken.
CREATE FUNCTION app.take_try(bucket bytea, burst integer, step interval) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moment timestamptz := clock_timestamp(); until timestamptz; room interval := burst * step;
BEGIN
  INSERT INTO throttle AS t (key, empty_at, failures) VALUES (bucket, moment + step, 1)
  ON CONFLICT (key) DO UPDATE SET empty_at = greatest(t.empty_at, moment) + step, failures = t.failures + 1
    WHERE greatest(t.empty_at, moment) + step <= moment + room;
  IF FOUND THEN
    IF get_byte(bucket, 0) < 3 AND random() < 0.1 THEN
      DELETE FROM throttle WHERE key IN (SELECT x.key FROM throttle x WHERE x.empty_at < moment - interval '30 days' LIMIT 100 FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN 0;
  END IF;
  -- A clock that went back must not keep anybody out for longer than the full bucket.
  UPDATE throttle SET empty_at = moment + room WHERE key = bucket AND empty_at > moment + room;
  SELECT empty_at INTO until FROM throttle WHERE key = bucket;
  RETURN greatest(1, ceil(extract(epoch FROM until + step - room - moment))::integer);
END $$;

-- Puts one try back: it was no failure.
CREATE FUNCTION app.give_back(bucket bytea, step interval) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE throttle SET empty_at = empty_at - step, failures = 0 WHERE key = bucket
$$;

-- IPv4 addresses stand alone; whoever has IPv6 has a whole /64, and often a /48.
CREATE FUNCTION app.network_of(peer inet, bits integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE family(peer) WHEN 4 THEN host(peer) ELSE network(set_masklen(peer, bits))::text END $$;

CREATE FUNCTION app.device_is_known(address text, device bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT device IS NOT NULL AND EXISTS (SELECT 1 FROM known_device d JOIN person p ON p.id = d.person_id WHERE d.token_sha256 = device AND p.email = address)
$$;

-- One try of somebody in a browser that is not known: of the network, of this account from this network, of this account from anywhere.
-- Where a narrower bucket is empty the wider ones get theirs back: who hammers on one account does not use up the network of others.
CREATE FUNCTION app.take_stranger(address text, peer inet) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  near bytea := app.throttle_key('network', app.network_of(peer, 64));
  wide bytea := app.throttle_key('network', app.network_of(peer, 48));
  pair bytea := app.throttle_key('pair', address || ' ' || app.network_of(peer, 64));
  account bytea := app.throttle_key('account', address);
  wait integer := app.take_try(near, 20, interval '45 seconds');
BEGIN
  IF wait > 0 THEN RETURN wait; END IF;
  IF family(peer) = 6 THEN wait := app.take_try(wide, 60, interval '15 seconds'); END IF;
  IF wait = 0 THEN
    wait := app.take_try(pair, 5, interval '3 minutes');
    IF wait = 0 THEN
      wait := CASE WHEN (SELECT t.failures >= 100 FROM throttle t WHERE t.key = account) THEN 3600 ELSE app.take_try(account, 30, interval '30 seconds') END;
      IF wait = 0 THEN RETURN 0; END IF;
      PERFORM app.give_back(pair, interval '3 minutes');
    END IF;
    IF family(peer) = 6 THEN PERFORM app.give_back(wide, interval '15 seconds'); END IF;
  END IF;
  PERFORM app.give_back(near, interval '45 seconds');
  RETURN wait;
END $$;

-- The first half of a sign-in with a password: one try is taken, and the credential is answered where there is one.
-- The buckets go by the address that was typed, whether or not it has an account. wait > 0: no try is left, nothing is answered.
CREATE FUNCTION app.begin_sign_in(address text, device bytea, peer inet) RETURNS TABLE (wait integer, person_id uuid, password_hash text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own bytea;
BEGIN
  IF app.device_is_known(address, device) THEN
    own := app.throttle_key('device', encode(device, 'hex') || address);
    wait := app.take_try(own, 10, interval '90 seconds');
    -- A device that only ever fails is not that person's any more.
    IF (SELECT t.failures >= 50 FROM throttle t WHERE t.key = own) THEN
      DELETE FROM known_device d USING person p WHERE p.id = d.person_id AND p.email = address AND d.token_sha256 = device;
    END IF;
  ELSE
    wait := app.take_stranger(address, peer);
  END IF;
  IF wait = 0 THEN
    SELECT c.person_id, c.password_hash INTO begin_sign_in.person_id, begin_sign_in.password_hash
    FROM person p JOIN credential c ON c.person_id = p.id WHERE p.email = address AND p.disabled_at IS NULL;
  END IF;
  RETURN NEXT;
END $$;

-- The password was right: the try was none.
CREATE FUNCTION app.sign_in_was_right(address text, device bytea, peer inet) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.device_is_known(address, device) THEN
    PERFORM app.give_back(app.throttle_key('device', encode(device, 'hex') || address), interval '90 seconds');
  ELSE
    PERFORM app.give_back(app.throttle_key('network', app.network_of(peer, 64)), interval '45 seconds');
    IF family(peer) = 6 THEN PERFORM app.give_back(app.throttle_key('network', app.network_of(peer, 48)), interval '15 seconds'); END IF;
    PERFORM app.give_back(app.throttle_key('pair', address || ' ' || app.network_of(peer, 64)), interval '3 minutes');
    PERFORM app.give_back(app.throttle_key('account', address), interval '30 seconds');
  END IF;
  UPDATE throttle SET failures = 0 WHERE key = app.throttle_key('account', address) AND failures > 0;
END $$;

-- The password was wrong: known only where the address has an account.
CREATE FUNCTION app.sign_in_was_wrong(address text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who uuid;
BEGIN
  SELECT p.id INTO who FROM person p WHERE p.email = address;
  IF who IS NOT NULL THEN PERFORM app.account_act(who, NULL, 'session.failed'); END IF;
END $$;

-- Remembers the browser of a person who has signed in; the twenty last used are kept. True where it is a new one beside others.
CREATE FUNCTION app.remember_device(device bytea, who uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before integer;
BEGIN
  UPDATE known_device SET last_used_at = clock_timestamp() WHERE person_id = who AND token_sha256 = device;
  IF FOUND THEN RETURN false; END IF;
  SELECT count(*) INTO before FROM known_device WHERE person_id = who;
  INSERT INTO known_device (token_sha256, person_id, created_at, last_used_at) VALUES (device, who, clock_timestamp(), clock_timestamp())
    ON CONFLICT (person_id, token_sha256) DO NOTHING;
  DELETE FROM known_device d WHERE d.person_id = who AND d.token_sha256 <> device AND d.token_sha256 NOT IN (
    SELECT k.token_sha256 FROM known_device k WHERE k.person_id = who AND k.last_used_at > clock_timestamp() - interval '180 days' ORDER BY k.last_used_at DESC LIMIT 20);
  RETURN before > 0;
END $$;

-- One try of a bucket that a door names for itself; the kinds above are not within its reach.
CREATE FUNCTION app.try_at_door(door text, whose text, burst integer, step interval) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT app.take_try(app.throttle_key('door', door || ' ' || whose), burst, step) $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
-- A credential is had no more without a try being counted.
REVOKE EXECUTE ON FUNCTION app.credential_of(text) FROM servanda_app;
REVOKE EXECUTE ON FUNCTION app.take_try(bytea, integer, interval), app.give_back(bytea, interval), app.take_stranger(text, inet), app.device_is_known(text, bytea) FROM servanda_app;
GRANT EXECUTE ON FUNCTION app.network_of(inet, integer), app.begin_sign_in(text, bytea, inet), app.sign_in_was_right(text, bytea, inet), app.sign_in_was_wrong(text),
  app.remember_device(bytea, uuid), app.try_at_door(text, text, integer, interval) TO servanda_app;
