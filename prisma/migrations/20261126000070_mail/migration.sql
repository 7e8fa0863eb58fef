-- The outbox: letters are written in the transaction of the act that causes them, and delivered afterwards.
-- They hold one-time links, so the API's role adds rows and reads none; delivery takes them one by one through the functions below.

CREATE TABLE "outbox" (
  "id" uuid NOT NULL,
  "to_address" text NOT NULL,
  "locale" text NOT NULL,
  "letter" text NOT NULL,
  "subject" text,
  "text" text,
  "html" text,
  "state" text NOT NULL DEFAULT 'waiting',
  "queued_at" timestamptz(3) NOT NULL DEFAULT now(),
  "next_try_at" timestamptz(3) NOT NULL DEFAULT now(),
  "attempts" integer NOT NULL DEFAULT 0,
  "lease" uuid,
  "leased_until" timestamptz(3),
  "last_error" text,
  "ended_at" timestamptz(3),
  CONSTRAINT "outbox_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outbox_state_known" CHECK (state IN ('waiting', 'sent', 'dead')),
  CONSTRAINT "outbox_locale_known" CHECK (locale IN ('en', 'fr', 'ar')),
  CONSTRAINT "outbox_one_address" CHECK (to_address ~ '^[^\s,;<>"[:cntrl:]@]+@[^\s,;<>"[:cntrl:]@]+$' AND length(to_address) <= 320),
  CONSTRAINT "outbox_subject_one_line" CHECK (subject !~ '[[:cntrl:]]' AND length(subject) <= 300),
  -- A letter that waits has its words; one that is over has none left.
  CONSTRAINT "outbox_erased_when_over" CHECK ((state = 'waiting') = (subject IS NOT NULL AND text IS NOT NULL AND html IS NOT NULL)
    AND (state = 'waiting') = (ended_at IS NULL) AND (state = 'waiting' OR (subject IS NULL AND text IS NULL AND html IS NULL)))
);
CREATE INDEX "outbox_due" ON "outbox" ("next_try_at") WHERE state = 'waiting';
CREATE INDEX "outbox_over" ON "outbox" ("ended_at") WHERE state <> 'waiting';

CREATE TABLE "instance" (
  "id" integer NOT NULL DEFAULT 1,
  "shows_outbox" boolean NOT NULL DEFAULT false,
  CONSTRAINT "instance_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "instance_one" CHECK (id = 1)
);
INSERT INTO "instance" DEFAULT VALUES;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outbox', 'instance'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;

GRANT INSERT ("id", "to_address", "locale", "letter", "subject", "text", "html") ON "outbox" TO servanda_app;
CREATE POLICY "outbox_add" ON "outbox" FOR INSERT TO servanda_app WITH CHECK (state = 'waiting' AND attempts = 0 AND lease IS NULL);

-- For definer functions that write a letter with what causes it (a reset, say), so that the caller does not learn whether there was an account.
-- `letter` is what composeMail() makes; `address`, where given, takes the place of its address.
CREATE FUNCTION app.queue_mail(letter jsonb, address text DEFAULT NULL) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO outbox (id, to_address, locale, letter, subject, text, html)
  SELECT (letter->>'id')::uuid, coalesce(address, letter->>'to'), letter->>'locale', letter->>'letter', letter->>'subject', letter->>'text', letter->>'html'
$$;

-- Takes the next letter that is due, for the length of the lease. Two processes never hold the same one; a dead process lets go when its lease ends.
CREATE FUNCTION app.take_mail(holder uuid, at timestamptz, hold interval)
RETURNS TABLE (id uuid, to_address text, locale text, letter text, subject text, text text, html text, attempts integer, queued_at timestamptz)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE outbox o SET lease = holder, leased_until = at + hold, attempts = o.attempts + 1
  WHERE o.id = (
    SELECT w.id FROM outbox w
    WHERE w.state = 'waiting' AND w.next_try_at <= at AND (w.leased_until IS NULL OR w.leased_until <= at)
    ORDER BY w.next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING o.id, o.to_address, o.locale, o.letter, o.subject, o.text, o.html, o.attempts, o.queued_at
$$;

-- The server has taken it over: its words are erased in the same statement. Only the holder can say so.
CREATE FUNCTION app.mail_sent(wanted uuid, holder uuid, at timestamptz) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH done AS (
    UPDATE outbox SET state = 'sent', ended_at = at, subject = NULL, text = NULL, html = NULL, lease = NULL, leased_until = NULL, last_error = NULL
    WHERE id = wanted AND lease = holder AND state = 'waiting' RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM done)
$$;

-- It could not be sent: again at `next`, or never (null), and then its words go too.
CREATE FUNCTION app.mail_failed(wanted uuid, holder uuid, at timestamptz, error text, next timestamptz) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH done AS (
    UPDATE outbox SET lease = NULL, leased_until = NULL, last_error = left(error, 100), next_try_at = coalesce(next, next_try_at),
      state = CASE WHEN next IS NULL THEN 'dead' ELSE 'waiting' END,
      ended_at = CASE WHEN next IS NULL THEN at END,
      subject = CASE WHEN next IS NULL THEN NULL ELSE subject END,
      text = CASE WHEN next IS NULL THEN NULL ELSE text END,
      html = CASE WHEN next IS NULL THEN NULL ELSE html END
    WHERE id = wanted AND lease = holder AND state = 'waiting' RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM done)
$$;

-- Addresses are personal data: what is over is forgotten after the time to keep; what nobody took in that time is dead and erased.
CREATE FUNCTION app.sweep_mail(at timestamptz, keep interval, give_up interval) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM outbox WHERE state <> 'waiting' AND ended_at < at - keep;
  UPDATE outbox SET state = 'dead', ended_at = at, subject = NULL, text = NULL, html = NULL, lease = NULL, leased_until = NULL, last_error = coalesce(last_error, 'not taken')
  WHERE state = 'waiting' AND queued_at < at - give_up AND (leased_until IS NULL OR leased_until <= at)
$$;

-- For the operator: counts and states, never an address or a word.
CREATE FUNCTION app.mail_state(at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'waiting', count(*) FILTER (WHERE state = 'waiting' AND attempts = 0),
    'retrying', count(*) FILTER (WHERE state = 'waiting' AND attempts > 0),
    'sentInADay', count(*) FILTER (WHERE state = 'sent' AND ended_at > at - interval '1 day'),
    'deadInAWeek', count(*) FILTER (WHERE state = 'dead' AND ended_at > at - interval '7 days'),
    'oldestWaiting', min(queued_at) FILTER (WHERE state = 'waiting'),
    'lastSent', max(ended_at) FILTER (WHERE state = 'sent'),
    'errors', (SELECT coalesce(jsonb_object_agg(e.last_error, e.n), '{}') FROM (
      SELECT x.last_error, count(*) AS n FROM outbox x WHERE x.last_error IS NOT NULL AND (x.state = 'waiting' OR x.ended_at > at - interval '7 days') GROUP BY 1) e))
  FROM outbox
$$;

-- The outbox page of a local instance. The owner's own mark decides, not the API: elsewhere it shows nothing.
CREATE FUNCTION app.shown_outbox() RETURNS TABLE (id uuid, to_address text, locale text, letter text, subject text, text text, html text, queued_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.to_address, o.locale, o.letter, o.subject, o.text, o.html, o.queued_at FROM outbox o
  WHERE o.state = 'waiting' AND (SELECT i.shows_outbox FROM instance i) ORDER BY o.queued_at DESC, o.id DESC LIMIT 100
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.queue_mail, app.take_mail, app.mail_sent, app.mail_failed, app.sweep_mail, app.mail_state, app.shown_outbox TO servanda_app;
