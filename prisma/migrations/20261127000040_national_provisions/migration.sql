-- The transposition table (decision 0021): provisions of national laws, which elements of the treaty each serves, and every wording it had.
-- A national provision hangs on one law, a piece of evidence. What it says stands in append-only revisions; an amendment opens a new wording.
CREATE TYPE "provision_change" AS ENUM ('added', 'corrected', 'amended', 'withdrawn');

-- Penalties as a list of { unit, minimum, maximum, currency, toLife, note }; true where each could be a penalty at all.
CREATE FUNCTION app.penalties_hold(penalties jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_typeof(penalties) = 'array' AND coalesce((SELECT bool_and(
      coalesce(p->>'unit' IN ('days', 'months', 'years', 'life', 'fine', 'day_fines', 'other'), false)
      AND coalesce((p->>'minimum')::numeric >= 0, true) AND coalesce((p->>'maximum')::numeric >= 0, true)
      AND coalesce((p->>'minimum')::numeric <= (p->>'maximum')::numeric, true)
      AND ((p->>'unit' = 'fine') = (p->>'currency' IS NOT NULL))
      AND (NOT coalesce((p->>'toLife')::boolean, false) OR (p->>'unit' IN ('days', 'months', 'years') AND p->>'maximum' IS NULL)))
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof(penalties) = 'array' THEN penalties ELSE '[]' END) p), true)
$$;
REVOKE EXECUTE ON FUNCTION app.penalties_hold FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.penalties_hold TO servanda_app;

-- The provision itself: where it hangs and which revision stands.
CREATE TABLE "national_provision" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "national_provision_pkey" PRIMARY KEY ("organisation_id", "id")
);
ALTER TABLE "national_provision" ADD CONSTRAINT "national_provision_law" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "national_provision" ADD CONSTRAINT "national_provision_withdrawn_whole" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
CREATE INDEX "national_provision_dossier" ON "national_provision" ("organisation_id", "dossier_id", "evidence_id");

-- Append-only: what each revision says. `wording` counts the texts that the law had: a correction keeps it, an amendment raises it.
CREATE TABLE "national_provision_revision" (
    "organisation_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "change" "provision_change" NOT NULL,
    "wording" INTEGER NOT NULL,
    "article" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "in_force_from" DATE,
    "in_force_to" DATE,
    "penalties" JSONB NOT NULL DEFAULT '[]',
    "text" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "national_provision_revision_pkey" PRIMARY KEY ("organisation_id", "provision_id", "number")
);
ALTER TABLE "national_provision_revision" ADD CONSTRAINT "national_provision_revision_of" FOREIGN KEY ("organisation_id", "provision_id") REFERENCES "national_provision"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "national_provision_revision" ADD CONSTRAINT "national_provision_in_order" CHECK ("in_force_from" <= "in_force_to");
ALTER TABLE "national_provision_revision" ADD CONSTRAINT "national_provision_penalties_hold" CHECK (app.penalties_hold("penalties"));
ALTER TABLE "national_provision_revision" ADD CONSTRAINT "national_provision_amended_from" CHECK ("change" <> 'amended' OR "in_force_from" IS NOT NULL);
ALTER TABLE "national_provision_revision" ADD CONSTRAINT "national_provision_withdrawn_with_reason" CHECK (("change" = 'withdrawn') = ("reason" IS NOT NULL));

-- Append-only: which elements a revision serves.
CREATE TABLE "national_provision_element" (
    "organisation_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "element_code" TEXT NOT NULL,

    CONSTRAINT "national_provision_element_pkey" PRIMARY KEY ("organisation_id", "provision_id", "number", "element_code")
);
ALTER TABLE "national_provision_element" ADD CONSTRAINT "national_provision_element_revision" FOREIGN KEY ("organisation_id", "provision_id", "number") REFERENCES "national_provision_revision"("organisation_id", "provision_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "national_provision_element" ADD CONSTRAINT "national_provision_element_code" FOREIGN KEY ("element_code") REFERENCES "element"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['national_provision', 'national_provision_revision', 'national_provision_element'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO servanda_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_app USING (organisation_id = (SELECT app.organisation()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO servanda_app WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_add', t);
    -- The owner erases for reasons of data protection, and when an organisation leaves.
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()))', t || '_erase', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO servanda_owner USING (organisation_id = (SELECT app.erasing()))', t || '_leave', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['national_provision_revision', 'national_provision_element'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.append_only()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.append_only()', t || '_no_truncate', t);
  END LOOP;
END $$;
GRANT UPDATE ("version", "changed_at", "withdrawn_at", "withdrawn_reason") ON "national_provision" TO servanda_app;
CREATE POLICY "national_provision_change" ON "national_provision" FOR UPDATE TO servanda_app USING (organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()));

-- A law that is erased takes the words of its provisions along, in every revision; that they were there stays. Runs within app.erase_evidence, as the owner.
CREATE FUNCTION app.erase_national_provisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.erasing', NEW.organisation_id::text, true);
  UPDATE national_provision_revision r SET article = '[erased]', title = '', text = '', penalties = '[]', reason = CASE WHEN r.reason IS NULL THEN NULL ELSE '[erased]' END
  FROM national_provision p WHERE p.organisation_id = NEW.organisation_id AND p.evidence_id = NEW.id AND r.organisation_id = p.organisation_id AND r.provision_id = p.id;
  UPDATE national_provision p SET withdrawn_reason = '[erased]' WHERE p.organisation_id = NEW.organisation_id AND p.evidence_id = NEW.id AND p.withdrawn_at IS NOT NULL;
  PERFORM set_config('app.erasing', '', true);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.erase_national_provisions FROM PUBLIC;
CREATE TRIGGER "evidence_erases_provisions" AFTER UPDATE OF "erased_at" ON "evidence" FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION app.erase_national_provisions();
