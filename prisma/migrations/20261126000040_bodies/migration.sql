-- The ministries and bodies of an organisation, to whom members and elements belong. What was a text of the membership becomes a row.
CREATE TABLE "body" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "body_pkey" PRIMARY KEY ("organisation_id", "id")
);
ALTER TABLE "body" ADD CONSTRAINT "body_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "body" ADD CONSTRAINT "body_has_a_name" CHECK (btrim("name") <> '');
ALTER TABLE "body" ADD CONSTRAINT "body_email_lower" CHECK ("email" = lower("email"));
CREATE UNIQUE INDEX "body_name_once" ON "body" ("organisation_id", "name");

ALTER TABLE "body" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "body" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "body" TO servanda_app;
GRANT UPDATE ("version", "name", "short_name", "email", "archived_at") ON "body" TO servanda_app;
CREATE POLICY "body_read" ON "body" FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()));
CREATE POLICY "body_add" ON "body" FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "body_change" ON "body" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));
CREATE POLICY "body_owner" ON "body" TO servanda_owner USING (true) WITH CHECK (true);

-- The body of that name, made where there is none; null for no name.
CREATE FUNCTION app.body_named(of_organisation uuid, called text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid;
BEGIN
  IF coalesce(btrim(called), '') = '' THEN RETURN NULL; END IF;
  SELECT id INTO found FROM body WHERE organisation_id = of_organisation AND name = btrim(called);
  IF found IS NULL THEN
    INSERT INTO body (organisation_id, id, name) VALUES (of_organisation, gen_random_uuid(), btrim(called)) ON CONFLICT (organisation_id, name) DO NOTHING RETURNING id INTO found;
    IF found IS NULL THEN SELECT id INTO found FROM body WHERE organisation_id = of_organisation AND name = btrim(called); END IF;
  END IF;
  RETURN found;
END $$;

-- The membership points to the body; its text is the body's name, kept in step, so that the gate needs no further table.
ALTER TABLE "membership" ADD COLUMN "body_id" UUID;
ALTER TABLE "membership" ADD CONSTRAINT "membership_body" FOREIGN KEY ("organisation_id", "body_id") REFERENCES "body"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "membership_body_idx" ON "membership" ("organisation_id", "body_id");
UPDATE "membership" SET "body_id" = app.body_named(organisation_id, body), "body" = nullif(btrim(body), '') WHERE "body" IS NOT NULL;

CREATE FUNCTION app.membership_body() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body_id IS NOT DISTINCT FROM OLD.body_id AND NEW.body IS DISTINCT FROM OLD.body
     OR TG_OP = 'INSERT' AND NEW.body_id IS NULL THEN
    NEW.body_id := app.body_named(NEW.organisation_id, NEW.body);
  END IF;
  NEW.body := (SELECT b.name FROM body b WHERE b.organisation_id = NEW.organisation_id AND b.id = NEW.body_id);
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_body" BEFORE INSERT OR UPDATE OF "body", "body_id" ON "membership" FOR EACH ROW EXECUTE FUNCTION app.membership_body();

CREATE FUNCTION app.body_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE membership SET body = NEW.name WHERE organisation_id = NEW.organisation_id AND body_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "body_renamed" AFTER UPDATE OF "name" ON "body" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION app.body_renamed();

REVOKE EXECUTE ON FUNCTION app.body_named(uuid, text), app.membership_body(), app.body_renamed() FROM PUBLIC;
