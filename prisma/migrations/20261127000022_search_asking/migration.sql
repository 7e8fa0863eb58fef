-- Asking the index. These functions run as the owner, so that PostgreSQL may use the full-text indexes; the organisation is that of the signed scope.

-- As they stand in the full text of the dossier: a word as asked, in the stems of the dossier's languages, as somebody wrote it with other accents,
-- and, in writing that joins its small words to the next, the words that hold it.
CREATE FUNCTION app.search_lexemes(d uuid, token text, is_prefix boolean) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH me AS (SELECT app.organisation() AS o, app.search_bare(token) AS bare,
    CASE WHEN token ~ '^[\u0590-\u06ff]{3,}' THEN regexp_replace(token, '^(وال|فال|بال|كال|لل|ال)(?=...)', '') END AS core)
  SELECT array_agg(lexeme) FROM (
    SELECT me.bare AS lexeme FROM me
    UNION SELECT app.search_bare((ts_lexize(('app.stem_' || app.search_stemmer(l.language))::regdictionary, token))[1]) FROM me JOIN search_language l ON l.organisation_id = me.o AND l.dossier_id = d
    UNION (SELECT w.lexeme FROM me JOIN search_word w ON w.organisation_id = me.o AND w.dossier_id = d AND w.word = me.bare LIMIT 50)
    UNION (SELECT w.lexeme FROM me JOIN search_word w ON is_prefix AND w.organisation_id = me.o AND w.dossier_id = d AND w.word >= me.bare AND w.word < me.bare || E'\uffff'
      WHERE NOT starts_with(w.lexeme, me.bare) LIMIT 300)
    UNION (SELECT w.lexeme FROM me JOIN search_word w ON me.core IS NOT NULL AND w.organisation_id = me.o AND w.dossier_id = d
      AND w.near LIKE '%' || app.search_near(me.core) || '%' AND w.word LIKE '%' || me.core || '%' ORDER BY char_length(w.word), w.word LIMIT 200)
  ) AS found WHERE lexeme IS NOT NULL
$$;
CREATE FUNCTION app.search_quoted(lexeme text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' $$;

-- What is asked, as a full-text query. terms: [{ "words": ["sale", "of", "children"], "prefix": false }]; several words in one term stand next to each other.
-- parts: its words but for rows of signs, each with what it may find; unknown: the dossier has nothing of it.
CREATE FUNCTION app.search_query(d uuid, terms jsonb) RETURNS TABLE (query tsquery, parts jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation(); term jsonb; place bigint; token text; row_of text[]; asked text := ''; loose text := ''; these text[]; is_prefix boolean; is_small boolean; plain text; n int; pieces text[];
BEGIN
  parts := '[]';
  IF o IS NULL THEN RETURN; END IF;
  FOR term, place IN SELECT t.value, t.ordinality - 1 FROM jsonb_array_elements(terms) WITH ORDINALITY AS t LOOP
    row_of := '{}'; is_small := false;
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
        CONTINUE;
      END IF;
      is_prefix := i = n AND (term->>'prefix')::boolean;
      these := app.search_lexemes(d, token, is_prefix);
      parts := parts || jsonb_build_object('term', place, 'token', token, 'lexemes', to_jsonb(these), 'isPrefix', is_prefix, 'isUnknown',
        NOT is_prefix AND char_length(token) > 2 AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.lexeme = ANY (these)));
      row_of := row_of || ('(' || (SELECT string_agg(app.search_quoted(l), ' | ') FROM unnest(these) AS l) || CASE WHEN is_prefix THEN ' | ' || app.search_quoted(app.search_bare(token)) || ':*' ELSE '' END || ')');
      is_small := n = 1 AND NOT is_prefix AND EXISTS (SELECT 1 FROM search_language l WHERE l.organisation_id = o AND l.dossier_id = d AND app.search_stemmer(l.language) NOT IN ('simple')
        AND ts_lexize((app.search_stemmer(l.language) || '_stem')::regdictionary, token) = '{}');
    END LOOP;
    IF cardinality(row_of) = 0 THEN CONTINUE; END IF;
    -- Small words (the, of, les) are asked for within a phrase, or where nothing else is.
    IF is_small THEN loose := loose || ' & (' || array_to_string(row_of, ' <-> ') || ')'; ELSE asked := asked || ' & (' || array_to_string(row_of, ' <-> ') || ')'; END IF;
  END LOOP;
  asked := coalesce(nullif(asked, ''), loose);
  IF asked = '' THEN RETURN; END IF;
  query := substr(asked, 4)::tsquery;
  RETURN NEXT;
END $$;

-- What answers; at most `bound` pages and `bound` others are ranked. Null: a filter that is not set. The text inside a restricted piece answers where it is among those opened.
CREATE FUNCTION app.search_matches(d uuid, asked tsquery, bound integer, kinds text[], originators text[], confidentialities text[], languages text[], on_or_after date, on_or_before date, element text, opened uuid[])
RETURNS TABLE (source search_source, source_id uuid, number integer, evidence_id uuid, element_code text, score real) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE o uuid := app.organisation(); filtered boolean := num_nonnulls(kinds, originators, confidentialities, languages, on_or_after, on_or_before) > 0;
BEGIN
  IF o IS NULL OR asked IS NULL THEN RETURN; END IF;
  RETURN QUERY
  WITH cited AS MATERIALIZED (
    SELECT DISTINCT c.evidence_id FROM current_assessment a JOIN citation c ON c.organisation_id = a.organisation_id AND c.assessment_id IN (a.latest_id, a.standing_id)
    WHERE element IS NOT NULL AND a.organisation_id = o AND a.dossier_id = d AND a.element_code = element
  ), others AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn FROM search_text s LEFT JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
    WHERE s.dossier_id = d AND s.organisation_id = o AND s.source <> 'page' AND s.words @@ asked
      AND (s.evidence_id IS NULL OR e.erased_at IS NULL)
      AND (NOT filtered OR (s.evidence_id IS NOT NULL AND (kinds IS NULL OR e.kind::text = ANY (kinds)) AND (originators IS NULL OR e.originator_kind::text = ANY (originators))
        AND (confidentialities IS NULL OR e.confidentiality::text = ANY (confidentialities)) AND (languages IS NULL OR split_part(e.language, '-', 1) = ANY (languages))
        AND (on_or_after IS NULL OR e.dated_on >= on_or_after) AND (on_or_before IS NULL OR e.dated_on <= on_or_before)))
      AND (element IS NULL OR s.element_code = element OR (s.element_code IS NULL AND s.evidence_id IN (SELECT c.evidence_id FROM cited c)))
      AND (s.element_code IS NULL OR EXISTS (SELECT 1 FROM current_assessment a WHERE a.organisation_id = o AND a.dossier_id = d AND a.element_code = s.element_code AND s.source_id IN (a.latest_id, a.standing_id)))
    LIMIT bound
  ), pages AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn FROM search_text s JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
    WHERE s.dossier_id = d AND s.organisation_id = o AND s.source = 'page' AND s.words @@ asked AND e.erased_at IS NULL AND (e.confidentiality <> 'restricted' OR e.id = ANY (opened))
      AND (kinds IS NULL OR e.kind::text = ANY (kinds)) AND (originators IS NULL OR e.originator_kind::text = ANY (originators))
      AND (confidentialities IS NULL OR e.confidentiality::text = ANY (confidentialities)) AND (languages IS NULL OR split_part(e.language, '-', 1) = ANY (languages))
      AND (on_or_after IS NULL OR e.dated_on >= on_or_after) AND (on_or_before IS NULL OR e.dated_on <= on_or_before)
      AND (element IS NULL OR s.evidence_id IN (SELECT c.evidence_id FROM cited c))
    LIMIT bound
  )
  SELECT m.source, m.source_id, m.number, m.evidence_id, m.element_code, (ts_rank(m.words, asked, 1) * CASE m.source WHEN 'piece' THEN 3 WHEN 'page' THEN 1.5 ELSE 1 END * CASE WHEN m.is_withdrawn THEN 0.3 ELSE 1 END)::real
  FROM (SELECT * FROM others UNION ALL SELECT * FROM pages) m;
END $$;

-- How what was found is written, so that it can be marked.
CREATE FUNCTION app.search_written(d uuid, found text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT s.word), '{}') FROM (SELECT w.word FROM search_word w WHERE w.organisation_id = app.organisation() AND w.dossier_id = d AND w.lexeme = ANY (found) LIMIT 1000) s
$$;
-- The nearest word that occurs, or null; the nearest titles.
CREATE FUNCTION app.search_near_word(d uuid, token text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.word FROM (SELECT w.word, w.lexeme, similarity(w.near, app.search_near(app.search_bare(token))) AS likeness, abs(char_length(w.word) - char_length(token)) AS longer FROM search_word w
    WHERE w.organisation_id = app.organisation() AND w.dossier_id = d AND w.near % app.search_near(app.search_bare(token)) ORDER BY likeness DESC, longer, w.word LIMIT 5) n
  WHERE EXISTS (SELECT 1 FROM search_text s WHERE s.dossier_id = d AND s.source <> 'page' AND s.words @@ app.search_quoted(n.lexeme)::tsquery)
    OR EXISTS (SELECT 1 FROM search_text s WHERE s.dossier_id = d AND s.source = 'page' AND s.words @@ app.search_quoted(n.lexeme)::tsquery)
  ORDER BY n.likeness DESC, n.longer, n.word LIMIT 1
$$;
CREATE FUNCTION app.search_near_titles(d uuid, said text) RETURNS TABLE (evidence_id uuid, likeness real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.evidence_id, greatest(similarity(a.near, s.near), word_similarity(a.near, s.near)) FROM (SELECT app.search_near(app.search_bare(app.search_plain(said))) AS near) a
  JOIN search_text s ON s.organisation_id = app.organisation() AND s.dossier_id = d AND s.source = 'piece' AND (s.near % a.near OR s.near %> a.near) ORDER BY 2 DESC, 1 LIMIT 5
$$;

REVOKE EXECUTE ON FUNCTION app.search_stemmer, app.search_plain, app.search_spread, app.search_vector, app.search_bare, app.search_near, app.search_learn, app.search_forget, app.search_forget_words, app.search_said, app.search_piece_said,
  app.search_pages_said, app.search_pages_gone, app.search_file_gone, app.search_citation_said, app.search_reasons_said, app.search_lexemes, app.search_quoted, app.search_query, app.search_matches,
  app.search_written, app.search_near_word, app.search_near_titles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_query, app.search_matches, app.search_written, app.search_near_word, app.search_near_titles TO servanda_app;

-- What was there before today. The owner sees it for this once.
DO $$
DECLARE t text; r record;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_page', 'evidence_file_removal', 'citation', 'assessment'] LOOP EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t); END LOOP;
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, words, near)
  SELECT e.organisation_id, 'piece', e.id, 0, e.dossier_id, e.id, setweight(app.search_vector(e.language, e.title), 'A') || setweight(app.search_vector(e.language, e.citation || ' / ' || e.originator), 'B')
    || setweight(app.search_vector(e.language, e.summary), 'C'), app.search_near(app.search_bare(app.search_plain(e.title))) FROM evidence e WHERE e.erased_at IS NULL;
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, words)
  SELECT p.organisation_id, 'page', p.file_id, p.number, p.dossier_id, p.evidence_id, app.search_vector(e.language, p.text) FROM evidence_page p JOIN evidence e ON e.organisation_id = p.organisation_id AND e.id = p.evidence_id
  WHERE e.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = p.organisation_id AND x.file_id = p.file_id);
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, element_code, words)
  SELECT c.organisation_id, 'citation', c.assessment_id, c.ordinal, c.dossier_id, c.evidence_id, a.element_code, setweight(app.search_vector(e.language, c.pinpoint || ' / ' || coalesce(c.quote, '')), 'B')
  FROM citation c JOIN assessment a ON a.organisation_id = c.organisation_id AND a.id = c.assessment_id JOIN evidence e ON e.organisation_id = c.organisation_id AND e.id = c.evidence_id
  WHERE e.erased_at IS NULL AND btrim(c.pinpoint || coalesce(c.quote, '')) <> '';
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, element_code, words)
  SELECT a.organisation_id, 'reasons', a.id, 0, a.dossier_id, a.element_code, setweight(app.search_vector(coalesce(o.locale, 'en'), a.reasons || ' / ' || a.qualifier_note), 'C')
  FROM assessment a JOIN organisation o ON o.id = a.organisation_id WHERE btrim(a.reasons || a.qualifier_note) <> '';
  FOR r IN SELECT said.o, said.d, said.language, array_agg(said.text) AS texts FROM (
      SELECT e.organisation_id AS o, e.dossier_id AS d, e.language, concat_ws(' / ', e.title, e.citation, e.originator, e.summary) AS text FROM evidence e WHERE e.erased_at IS NULL
      UNION ALL SELECT p.organisation_id, p.dossier_id, e.language, p.text FROM evidence_page p JOIN evidence e ON e.organisation_id = p.organisation_id AND e.id = p.evidence_id WHERE e.erased_at IS NULL AND e.confidentiality <> 'restricted'
      UNION ALL SELECT c.organisation_id, c.dossier_id, e.language, concat_ws(' / ', c.pinpoint, c.quote) FROM citation c JOIN evidence e ON e.organisation_id = c.organisation_id AND e.id = c.evidence_id WHERE e.erased_at IS NULL
      UNION ALL SELECT a.organisation_id, a.dossier_id, coalesce(g.locale, 'en'), concat_ws(' / ', a.reasons, a.qualifier_note) FROM assessment a JOIN organisation g ON g.id = a.organisation_id
    ) said GROUP BY said.o, said.d, said.language LOOP
    PERFORM app.search_learn(r.o, r.d, r.language, r.texts);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_page', 'evidence_file_removal', 'citation', 'assessment'] LOOP EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t); END LOOP;
END $$;
