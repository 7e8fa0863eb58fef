-- Search in a dossier (decision 0020): what is found, as words; and the words that occur, as they are written.
-- Both are derived by triggers from the rows they speak of, and go with them. The runtime role has no right to either: it asks functions
-- that take the organisation from the signed scope. Under row-level security PostgreSQL may not use a full-text index, for its operators
-- are not leakproof; within those functions it may.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TYPE "search_source" AS ENUM ('piece', 'page', 'citation', 'reasons');
CREATE TABLE "search_text" (
    "organisation_id" UUID NOT NULL,
    "source" "search_source" NOT NULL,
    -- The piece, the file of the page, or the judgement.
    "source_id" UUID NOT NULL,
    -- The number of the page or the place of the citation; else 0.
    "number" INTEGER NOT NULL,
    "dossier_id" UUID NOT NULL,
    "evidence_id" UUID,
    "element_code" TEXT,
    "words" TSVECTOR NOT NULL,
    -- The title of a piece, for near misses.
    "near" TEXT,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("organisation_id", "source", "source_id", "number"),
    CONSTRAINT "search_text_evidence" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "search_text_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "search_text_of_what" CHECK (("source" = 'reasons') = ("evidence_id" IS NULL) AND ("source" IN ('citation', 'reasons')) = ("element_code" IS NOT NULL))
);
-- A short list of what came last, so that reading stays quick while texts come in.
CREATE INDEX "search_text_pages" ON "search_text" USING gin ("dossier_id", "words") WITH (gin_pending_list_limit = 512) WHERE "source" = 'page';
CREATE INDEX "search_text_others" ON "search_text" USING gin ("dossier_id", "words") WITH (gin_pending_list_limit = 512) WHERE "source" <> 'page';
CREATE INDEX "search_text_near" ON "search_text" USING gin ("dossier_id", "near" gin_trgm_ops) WITH (gin_pending_list_limit = 512) WHERE "source" = 'piece';
CREATE INDEX "search_text_evidence" ON "search_text" ("organisation_id", "evidence_id");

-- A word as it is written somewhere in the dossier, without accents, and as it stands in the full text. The same row may come twice: nobody waits for another.
CREATE TABLE "search_word" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dossier_id" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "lexeme" TEXT COLLATE "C" NOT NULL,
    -- The word in Latin letters, roughly: trigrams of other letters are not taken under every locale.
    "near" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("organisation_id", "id"),
    CONSTRAINT "search_word_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "search_word_written" ON "search_word" ("organisation_id", "dossier_id", "word", "lexeme");
CREATE INDEX "search_word_lexeme" ON "search_word" ("organisation_id", "dossier_id", "lexeme", "word");
CREATE INDEX "search_word_near" ON "search_word" USING gin ("dossier_id", "near" gin_trgm_ops) WITH (gin_pending_list_limit = 512);

-- The languages that texts of the dossier have.
CREATE TABLE "search_language" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "search_language_pkey" PRIMARY KEY ("organisation_id", "dossier_id", "language"),
    CONSTRAINT "search_language_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['search_text', 'search_word', 'search_language'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO servanda_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;

-- Stemmers that keep every word: what is no word worth looking for in one language is one in the next, and a phrase may hold it.
-- Arabic, Persian, Hebrew and the like have none: their words are found within words (decision 0020).
CREATE FUNCTION app.search_stemmer(language text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce((SELECT s.name FROM (VALUES ('ca', 'catalan'), ('da', 'danish'), ('de', 'german'), ('el', 'greek'), ('en', 'english'), ('es', 'spanish'), ('eu', 'basque'), ('fi', 'finnish'),
    ('fr', 'french'), ('ga', 'irish'), ('hi', 'hindi'), ('hu', 'hungarian'), ('hy', 'armenian'), ('id', 'indonesian'), ('it', 'italian'), ('lt', 'lithuanian'), ('nb', 'norwegian'), ('ne', 'nepali'),
    ('nl', 'dutch'), ('nn', 'norwegian'), ('no', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish')) AS s (code, name)
    WHERE s.code = split_part(language, '-', 1)), 'simple')
$$;
DO $$
DECLARE l text;
BEGIN
  FOREACH l IN ARRAY ARRAY['simple', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian',
    'nepali', 'norwegian', 'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish'] LOOP
    IF l = 'simple' THEN CREATE TEXT SEARCH DICTIONARY app.stem_simple (TEMPLATE = simple);
    ELSE EXECUTE format('CREATE TEXT SEARCH DICTIONARY app.%I (TEMPLATE = snowball, Language = %L)', 'stem_' || l, l);
    END IF;
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION app.%I (PARSER = default)', 'search_' || l);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION app.%I ADD MAPPING FOR asciiword, word, numword, hword, asciihword, numhword, hword_part, hword_asciipart, hword_numpart WITH app.%I', 'search_' || l, 'stem_' || l);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION app.%I ADD MAPPING FOR int, uint, float, sfloat, version WITH app.stem_simple', 'search_' || l);
  END LOOP;
END $$;

-- What the functions of search read beside the evidence, within the organisation of the scope.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment', 'current_assessment', 'evidence_file_removal'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO servanda_owner USING (organisation_id = (SELECT app.organisation()))', t || '_search', t);
  END LOOP;
END $$;
