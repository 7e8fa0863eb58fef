-- Search within its time over a hundred thousand pieces, and what is cited from a restricted piece kept as its text is (decision 0036).

-- Which words stand next to each other: of each pair one of 262,144 short names. An index of words knows no places, so that a phrase of common
-- words had to be looked for page by page; a pair is in the index like a word. Two pairs may share a name: what is found is held against the phrase itself.
CREATE FUNCTION app.search_pair(one text, next text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT to_hex(hashtext(one || ' ' || next) & 262143) $$;
CREATE FUNCTION app.search_pairs(words tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_to_tsvector(array_agg(DISTINCT app.search_pair(n.lexeme, n.next))), '')
  FROM (SELECT u.lexeme, p.at, lead(u.lexeme) OVER w AS next, lead(p.at) OVER w AS next_at FROM unnest(words) AS u CROSS JOIN unnest(u.positions) AS p (at) WINDOW w AS (ORDER BY p.at)) n
  WHERE n.next_at = n.at + 1
$$;
SET LOCAL maintenance_work_mem = '256MB';
DROP INDEX "search_text_pages";
CREATE INDEX "search_text_pages" ON "search_text" USING gin ("dossier_id", "words", app.search_pairs("words")) WITH (gin_pending_list_limit = 512) WHERE "source" = 'page';
DROP INDEX "search_text_others";
CREATE INDEX "search_text_others" ON "search_text" USING gin ("dossier_id", "words", app.search_pairs("words")) WITH (gin_pending_list_limit = 512) WHERE "source" <> 'page';
-- ANALYZE would make the pairs of thirty thousand pages, and learn nothing of them.
ALTER INDEX "search_text_pages" ALTER COLUMN 3 SET STATISTICS 0;
ALTER INDEX "search_text_others" ALTER COLUMN 3 SET STATISTICS 0;
-- Near titles are found by their words now.
DROP INDEX "search_text_near";
-- What a filter asks of a piece, without the piece.
CREATE INDEX "evidence_search" ON "evidence" ("organisation_id", "dossier_id", "kind", "originator_kind", "confidentiality", "dated_on", "language") INCLUDE ("id");

-- The question: as it is asked; with phrases as words only, as the index of words answers it; its pairs, or null where it has none.
DROP FUNCTION app.search_query(uuid, jsonb);
CREATE FUNCTION app.search_query(d uuid, terms jsonb) RETURNS TABLE (query tsquery, loose tsquery, pairs tsquery, parts jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation(); term jsonb; place bigint; token text; row_of text[]; asked text := ''; small text := ''; these text[]; former text[]; is_prefix boolean; is_small boolean; plain text; n int; pieces text[];
  beside text := ''; of_term text;
BEGIN
  parts := '[]';
  IF o IS NULL THEN RETURN; END IF;
  FOR term, place IN SELECT t.value, t.ordinality - 1 FROM jsonb_array_elements(terms) WITH ORDINALITY AS t LOOP
    row_of := '{}'; is_small := false; former := NULL; of_term := '';
    plain := btrim(app.search_spread(app.search_plain((SELECT string_agg(w, ' ') FROM jsonb_array_elements_text(term->'words') AS w))));
    pieces := string_to_array(regexp_replace(plain, '\s+', ' ', 'g'), ' ');
    n := coalesce(cardinality(pieces), 0);
    FOR i IN 1..n LOOP
      token := pieces[i];
      IF token = '' THEN CONTINUE; END IF;
      IF token ~ '^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]' THEN
        -- The last sign of a row only says that a row ends here: the text may go on.
        IF char_length(token) = 1 AND i > 1 AND char_length(pieces[i - 1]) = 2 AND right(pieces[i - 1], 1) = token THEN CONTINUE; END IF;
        row_of := row_of || (app.search_quoted(token) || CASE WHEN char_length(token) = 1 THEN ':*' ELSE '' END);
        these := CASE WHEN char_length(token) > 1 THEN ARRAY[token] END;
      ELSE
        is_prefix := i = n AND (term->>'prefix')::boolean;
        these := app.search_lexemes(d, token, is_prefix);
        parts := parts || jsonb_build_object('term', place, 'token', token, 'lexemes', to_jsonb(these), 'isPrefix', is_prefix, 'isUnknown',
          NOT is_prefix AND char_length(token) > 2 AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.lexeme = ANY (these)));
        row_of := row_of || ('(' || (SELECT string_agg(app.search_quoted(l), ' | ') FROM unnest(these) AS l) || CASE WHEN is_prefix THEN ' | ' || app.search_quoted(app.search_bare(token)) || ':*' ELSE '' END || ')');
        is_small := n = 1 AND NOT is_prefix AND EXISTS (SELECT 1 FROM search_language l WHERE l.organisation_id = o AND l.dossier_id = d AND app.search_stemmer(l.language) NOT IN ('simple')
          AND ts_lexize((app.search_stemmer(l.language) || '_stem')::regdictionary, token) = '{}');
        IF is_prefix THEN these := NULL; END IF;
      END IF;
      -- Words with very many forms (within Arabic ones) have too many pairs to ask for: there the words alone narrow.
      IF cardinality(former) * cardinality(these) <= 100 THEN
        of_term := of_term || ' & (' || (SELECT string_agg(DISTINCT app.search_quoted(app.search_pair(a, b)), ' | ') FROM unnest(former) AS a CROSS JOIN unnest(these) AS b) || ')';
      END IF;
      former := these;
    END LOOP;
    IF cardinality(row_of) = 0 THEN CONTINUE; END IF;
    beside := beside || of_term;
    -- Small words (the, of, les) are asked for within a phrase, or where nothing else is.
    IF is_small THEN small := small || ' & (' || array_to_string(row_of, ' <-> ') || ')'; ELSE asked := asked || ' & (' || array_to_string(row_of, ' <-> ') || ')'; END IF;
  END LOOP;
  asked := substr(coalesce(nullif(asked, ''), small), 4);
  IF asked = '' THEN RETURN; END IF;
  query := asked::tsquery;
  -- Parsed, the arrow stands between operands alone: within a quoted word it would be signs, and signs are spaces.
  loose := replace(asked, ' <-> ', ' & ')::tsquery;
  pairs := nullif(substr(beside, 4), '')::tsquery;
  RETURN NEXT;
END $$;

-- What answers; at most `bound` pages and `bound` others are ranked. Null: a filter that is not set. What a restricted piece holds inside, and what is
-- cited from it, answers where it is among those opened.
DROP FUNCTION app.search_matches(uuid, tsquery, integer, text[], text[], text[], text[], date, date, text, uuid[]);
CREATE FUNCTION app.search_matches(d uuid, asked tsquery, loose tsquery, pairs tsquery, bound integer, kinds text[], originators text[], confidentialities text[], languages text[], on_or_after date, on_or_before date, element text, opened uuid[])
RETURNS TABLE (source search_source, source_id uuid, number integer, evidence_id uuid, element_code text, score real) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off AS $$
DECLARE
  o uuid := app.organisation();
  filtered boolean := num_nonnulls(kinds, originators, confidentialities, languages, on_or_after, on_or_before) > 0;
  -- Those that fit where they are few: then the index of pieces narrows too.
  few uuid[];
  found text; fits text;
BEGIN
  IF o IS NULL OR asked IS NULL THEN RETURN; END IF;
  fits := concat_ws(' AND ', 'e.organisation_id = $1 AND e.dossier_id = $2', CASE WHEN kinds IS NOT NULL THEN 'e.kind = ANY ($7::evidence_kind[])' END, CASE WHEN originators IS NOT NULL THEN 'e.originator_kind = ANY ($8::originator_kind[])' END,
    CASE WHEN confidentialities IS NOT NULL THEN 'e.confidentiality = ANY ($9::confidentiality[])' END, CASE WHEN languages IS NOT NULL THEN 'split_part(e.language, ''-'', 1) = ANY ($10)' END,
    CASE WHEN on_or_after IS NOT NULL THEN 'e.dated_on >= $11' END, CASE WHEN on_or_before IS NOT NULL THEN 'e.dated_on <= $12' END,
    CASE WHEN element IS NOT NULL THEN 'e.id IN (SELECT c.evidence_id FROM current_assessment a JOIN citation c ON c.organisation_id = a.organisation_id AND c.assessment_id IN (a.latest_id, a.standing_id)
      WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = $13)' END);
  IF filtered OR element IS NOT NULL THEN
    EXECUTE 'SELECT array_agg(id) FROM (SELECT e.id FROM evidence e WHERE ' || fits || ' LIMIT 2001) n'
      INTO few USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element;
    few := coalesce(few, '{}');
    fits := CASE WHEN cardinality(few) <= 2000 THEN 's.evidence_id = ANY ($15)' ELSE 's.evidence_id IN (SELECT e.id FROM evidence e WHERE ' || fits || ')' END;
  ELSE fits := 'true';
  END IF;
  -- As a function it is asked of what the index found only; as an operator the index would have each of its rows held against it.
  found := 's.organisation_id = $1 AND s.dossier_id = $2 AND s.words @@ $4' || CASE WHEN pairs IS NOT NULL THEN ' AND app.search_pairs(s.words) @@ $5' ELSE '' END || CASE WHEN asked::text <> loose::text THEN ' AND ts_match_vq(s.words, $3)' ELSE '' END;
  RETURN QUERY EXECUTE '
  WITH others AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn FROM search_text s LEFT JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
    WHERE ' || found || ' AND s.source <> ''page'' AND (s.evidence_id IS NULL OR e.erased_at IS NULL)
      AND (s.source <> ''citation'' OR e.confidentiality <> ''restricted'' OR e.id = ANY ($14))
      AND ' || CASE WHEN element IS NOT NULL THEN '(s.element_code = $13' || CASE WHEN filtered THEN ' AND ' || fits ELSE '' END || ' OR (s.element_code IS NULL AND ' || fits || '))' ELSE fits END || '
      AND (s.element_code IS NULL OR EXISTS (SELECT 1 FROM current_assessment a WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = s.element_code AND s.source_id IN (a.latest_id, a.standing_id)))
    LIMIT $6
  ), pages AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn FROM search_text s JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
    WHERE ' || found || ' AND s.source = ''page'' AND e.erased_at IS NULL AND (e.confidentiality <> ''restricted'' OR e.id = ANY ($14)) AND ' || fits || '
    LIMIT $6
  )
  SELECT m.source, m.source_id, m.number, m.evidence_id, m.element_code, (ts_rank(m.words, $3, 1) * CASE m.source WHEN ''piece'' THEN 3 WHEN ''page'' THEN 1.5 ELSE 1 END * CASE WHEN m.is_withdrawn THEN 0.3 ELSE 1 END)::real
  FROM (SELECT * FROM others UNION ALL SELECT * FROM pages) m'
    USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element, opened, few;
END $$;

-- Titles that hold the words asked, or words near those that do not occur: all of them, else one. At most so many are compared.
CREATE OR REPLACE FUNCTION app.search_near_titles(d uuid, said text) RETURNS TABLE (evidence_id uuid, likeness real) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation(); token text; these text[]; words text[] := '{}'; plain text := btrim(app.search_plain(said)); whole text; query tsquery;
BEGIN
  IF o IS NULL THEN RETURN; END IF;
  whole := app.search_near(app.search_bare(plain));
  FOR token IN SELECT t.token FROM string_to_table(app.search_spread(plain), ' ') WITH ORDINALITY AS t (token, place) WHERE char_length(t.token) > 1 ORDER BY t.place LIMIT 6 LOOP
    these := app.search_lexemes(d, token, false);
    IF NOT EXISTS (SELECT 1 FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.lexeme = ANY (these)) THEN
      these := these || ARRAY(SELECT w.lexeme FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.near % app.search_near(app.search_bare(token))
        ORDER BY similarity(w.near, app.search_near(app.search_bare(token))) DESC, w.word LIMIT 5);
    END IF;
    words := words || ('(' || (SELECT string_agg(DISTINCT app.search_quoted(l) || ':A', ' | ') FROM unnest(these) AS l) || ')');
  END LOOP;
  FOR query IN SELECT q.query FROM (VALUES (1, array_to_string(words, ' & ')), (2, array_to_string(words, ' | '))) AS q (place, query) WHERE q.query <> '' ORDER BY q.place LOOP
    RETURN QUERY SELECT n.evidence_id, greatest(similarity(whole, n.near), word_similarity(whole, n.near)) AS likeness FROM (
        SELECT s.evidence_id, s.near FROM search_text s WHERE s.organisation_id = o AND s.dossier_id = d AND s.source <> 'page' AND s.source = 'piece' AND s.words @@ query LIMIT 200) n
      ORDER BY 2 DESC, 1 LIMIT 5;
    IF FOUND THEN RETURN; END IF;
  END LOOP;
END $$;

-- What is cited from a restricted piece is suggested to nobody, as its text is not.
CREATE FUNCTION app.search_inside(o uuid, of uuid) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT p.text FROM evidence_page p WHERE p.organisation_id = o AND p.evidence_id = of) || ARRAY(SELECT c.pinpoint || ' / ' || coalesce(c.quote, '') FROM citation c WHERE c.organisation_id = o AND c.evidence_id = of)
$$;
CREATE OR REPLACE FUNCTION app.search_citation_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tongue text; is_restricted boolean; said text := btrim(NEW.pinpoint || ' / ' || coalesce(NEW.quote, ''));
BEGIN
  SELECT e.language, e.confidentiality = 'restricted' INTO tongue, is_restricted FROM evidence e WHERE e.organisation_id = NEW.organisation_id AND e.id = NEW.evidence_id AND e.erased_at IS NULL;
  IF tongue IS NULL OR said = '/' THEN
    DELETE FROM search_text s WHERE s.organisation_id = NEW.organisation_id AND s.source = 'citation' AND s.source_id = NEW.assessment_id AND s.number = NEW.ordinal;
    RETURN NULL;
  END IF;
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, element_code, words)
  SELECT NEW.organisation_id, 'citation', NEW.assessment_id, NEW.ordinal, NEW.dossier_id, NEW.evidence_id, a.element_code, setweight(app.search_vector(tongue, said), 'B')
  FROM assessment a WHERE a.organisation_id = NEW.organisation_id AND a.id = NEW.assessment_id
  ON CONFLICT (organisation_id, source, source_id, number) DO UPDATE SET words = excluded.words;
  IF NOT is_restricted THEN PERFORM app.search_learn(NEW.organisation_id, NEW.dossier_id, tongue, ARRAY[said]); END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION app.search_piece_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.erased_at IS NOT NULL THEN
    IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL THEN PERFORM app.search_forget(OLD); END IF;
    RETURN NULL;
  END IF;
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, words, near)
  VALUES (NEW.organisation_id, 'piece', NEW.id, 0, NEW.dossier_id, NEW.id, setweight(app.search_vector(NEW.language, NEW.title), 'A')
    || setweight(app.search_vector(NEW.language, NEW.citation || ' / ' || NEW.originator), 'B') || setweight(app.search_vector(NEW.language, NEW.summary), 'C'), app.search_near(app.search_bare(app.search_plain(NEW.title))))
  ON CONFLICT (organisation_id, source, source_id, number) DO UPDATE SET words = excluded.words, near = excluded.near;
  PERFORM app.search_learn(NEW.organisation_id, NEW.dossier_id, NEW.language, ARRAY[NEW.title, NEW.citation, NEW.originator, NEW.summary]);
  IF TG_OP = 'INSERT' THEN RETURN NULL; END IF;
  IF OLD.language <> NEW.language THEN
    UPDATE search_text s SET words = app.search_vector(NEW.language, p.text) FROM evidence_page p
      WHERE s.organisation_id = NEW.organisation_id AND s.source = 'page' AND s.evidence_id = NEW.id AND p.organisation_id = s.organisation_id AND p.file_id = s.source_id AND p.number = s.number;
  END IF;
  -- The words inside a restricted piece, and those cited from it, are suggested to nobody.
  IF NEW.confidentiality <> 'restricted' AND (OLD.confidentiality = 'restricted' OR OLD.language <> NEW.language) THEN
    PERFORM app.search_learn(NEW.organisation_id, NEW.dossier_id, NEW.language, app.search_inside(NEW.organisation_id, NEW.id));
  ELSIF NEW.confidentiality = 'restricted' AND OLD.confidentiality <> 'restricted' THEN
    PERFORM app.search_forget_words(NEW.organisation_id, NEW.dossier_id, app.search_inside(NEW.organisation_id, NEW.id));
  END IF;
  RETURN NULL;
END $$;
-- As before; what is cited from a restricted piece counts as closed.
CREATE OR REPLACE FUNCTION app.search_forget_words(o uuid, d uuid, said text[]) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM search_word w USING (SELECT DISTINCT app.search_bare(token) AS word FROM unnest(said) AS s CROSS JOIN string_to_table(app.search_plain(left(s, 150000)), ' ') AS token WHERE char_length(token) BETWEEN 2 AND 40) t
  WHERE w.organisation_id = o AND w.dossier_id = d AND w.word = t.word AND NOT EXISTS (
    SELECT 1 FROM (
      (SELECT s.source, s.source_id, s.number FROM search_text s LEFT JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
        WHERE s.dossier_id = d AND s.organisation_id = o AND s.source <> 'page' AND s.words @@ ('''' || w.lexeme || '''')::tsquery AND (s.source <> 'citation' OR e.confidentiality <> 'restricted') LIMIT 100)
      UNION ALL
      (SELECT s.source, s.source_id, s.number FROM search_text s JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
        WHERE s.dossier_id = d AND s.organisation_id = o AND s.source = 'page' AND s.words @@ ('''' || w.lexeme || '''')::tsquery AND e.confidentiality <> 'restricted' LIMIT 100)) s
    WHERE position(w.word IN app.search_bare(app.search_plain(app.search_said(o, s.source, s.source_id, s.number)))) > 0)
$$;

REVOKE EXECUTE ON FUNCTION app.search_pair, app.search_pairs, app.search_inside, app.search_query, app.search_matches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_query, app.search_matches TO servanda_app;

-- Words learnt from what was cited before today. The owner sees it for this once.
DO $$
DECLARE t text; r record;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_page', 'citation', 'assessment'] LOOP EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t); END LOOP;
  FOR r IN SELECT c.organisation_id AS o, c.dossier_id AS d, array_agg(c.pinpoint || ' / ' || coalesce(c.quote, '')) AS said FROM citation c
      JOIN evidence e ON e.organisation_id = c.organisation_id AND e.id = c.evidence_id WHERE e.confidentiality = 'restricted' GROUP BY 1, 2 LOOP
    PERFORM app.search_forget_words(r.o, r.d, r.said);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_page', 'citation', 'assessment'] LOOP EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t); END LOOP;
END $$;
