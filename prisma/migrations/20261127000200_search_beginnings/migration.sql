-- Search as one types (decision 0036): the last word finds beginnings; two swapped letters; the forms of an Arabic word; a filter by the originator itself.

-- Who made the pieces of a dossier, without the pieces.
CREATE INDEX "evidence_originator" ON "evidence" ("organisation_id", "dossier_id", "originator") INCLUDE ("id");

-- The word with each two neighbouring letters swapped: traffciking → trafficking. Trigrams lose sight of a short word by one swap.
CREATE FUNCTION app.search_swapped(bare text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT DISTINCT overlay(bare placing reverse(substr(bare, i, 2)) from i for 2) FROM generate_series(1, char_length(bare) - 1) AS i)
$$;

-- The other numbers and genders of an Arabic word, as search_plain writes them (ا for أ إ آ, ه for ة, ي for ى and ئ): {words, what may be written onto their ends}.
-- Suffixes that make a number are for the word itself; the plural that is another word (أطفال of طفل) takes those that say whose.
CREATE FUNCTION app.search_arabic(core text) RETURNS TABLE (form text, ends text[]) LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT text[] := ARRAY['', 'ها', 'هم', 'هن', 'هما', 'نا', 'كم', 'ا', 'ه'];
  every CONSTANT text[] := own || ARRAY['ات', 'ين', 'ون', 'ان', 'يه', 'تها', 'تهم', 'اتها', 'اتهم', 'ي', 'يين', 'يات'];
  bases text[]; base text; bound text; pattern text[];
  -- Broken plurals by their pattern, each way: how many letters, what it looks like, what it may be one of.
  patterns CONSTANT text[][] := ARRAY[
    ['2', '^(.)(.)$', '\1\2و\2'],
    ['3', '^(.)(.)(.)$', 'ا\1\2ا\3'], ['3', '^(.)(.)(.)$', '\1\2و\3'], ['3', '^(.)(.)ي$', '\1\2ايا'], ['3', '^(.)ا(.)$', '\1\2اه'],
    ['4', '^(.)(.)و(.)$', '\1\2\3'], ['4', '^(.)(.)و\2$', '\1\2'], ['4', '^(.)(.)و(.)$', '\1ا\2\3'], ['4', '^(.)ا(.)(.)$', '\1\2و\3'], ['4', '^(.)(.)ا(.)$', '\1ا\2\3'], ['4', '^(.)ا(.)(.)$', '\1\2ا\3'], ['4', '^(.)ا(.)(.)$', '\1\2\3ه'], ['4', '^(.)(.)(.)ه$', '\1ا\2\3'], ['4', '^(.)([^ا])([^اوي])(.)$', '\1\2ا\3\4'], ['4', '^(.)(.)ي(.)$', '\1\2اي\3'], ['4', '^(.)(.)ي(.)$', '\1\2\3اء'], ['4', '^(.)(.)ا(.)$', 'ا\1\2\3ه'], ['4', '^(.)ا(.)(.)$', '\1وا\2\3'], ['4', '^(.)(.)اه$', '\1ا\2ي'], ['4', '^(.)ا(.)ي$', '\1\2اه'],
    ['5', '^ا(.)(.)ا(.)$', '\1\2\3'], ['5', '^(.)(.)ا(.)(.)$', '\1\2\3\4'], ['5', '^(.)(.)اي(.)$', '\1\2ي\3'], ['5', '^(.)(.)(.)اء$', '\1\2ي\3'], ['5', '^ا(.)(.)(.)ه$', '\1\2ا\3'], ['5', '^(.)وا(.)(.)$', '\1ا\2\3'], ['5', '^(.)ا(.)و(.)$', '\1وا\2ي\3'], ['5', '^(.)([^ا])(.)[ويا](.)$', '\1\2ا\3ي\4'], ['5', '^(.)(.)ايا$', '\1\2ي'],
    ['6', '^(.)وا(.)ي(.)$', '\1ا\2و\3'], ['6', '^(.)(.)ا(.)ي(.)$', '\1\2\3و\4'], ['6', '^(.)(.)ا(.)ي(.)$', '\1\2\3ي\4'], ['6', '^(.)(.)ا(.)ي(.)$', '\1\2\3ا\4']];
  -- What no pattern tells.
  others CONSTANT text[][] := ARRAY[['امراه', 'نساء'], ['ماده', 'مواد'], ['فتاه', 'فتيات'], ['دليل', 'ادله'], ['اب', 'اباء'], ['ام', 'امهات'], ['اخ', 'اخوه'], ['ابن', 'ابناء'], ['قاصر', 'قصر'], ['محام', 'محامون'], ['قاض', 'قضاه'], ['ولي', 'اولياء'], ['طبيب', 'اطباء'], ['سنه', 'سنوات'], ['حد', 'حدود']];
BEGIN
  bases := ARRAY[core];
  -- One letter that is written onto the word (و ف ب ل ك), and what says its number, person or owner.
  IF core ~ '^[وفبلك]....' THEN bases := bases || substr(core, 2); END IF;
  bases := bases || ARRAY(SELECT DISTINCT left(b, -char_length(e)) FROM unnest(bases) AS b CROSS JOIN unnest(ARRAY['ه', 'ات', 'ين', 'ون', 'ان', 'يه', 'ها', 'هم', 'هن', 'نا', 'كم', 'اتهم', 'اتها', 'تهم', 'تها']) AS e
    WHERE right(b, char_length(e)) = e AND char_length(b) - char_length(e) > 1);
  FOREACH base IN ARRAY bases LOOP
    form := base; ends := CASE WHEN char_length(base) > 2 THEN every ELSE own END;
    RETURN NEXT;
    FOR i IN 1..array_length(patterns, 1) LOOP
      CONTINUE WHEN patterns[i][1]::int <> char_length(base);
      bound := regexp_replace(base, patterns[i][2], patterns[i][3]);
      -- حكوم of حكم would be the government with an ه.
      IF bound <> base THEN form := bound; ends := CASE WHEN patterns[i][3] = '\1\2و\3' THEN array_remove(own, 'ه') ELSE own END; RETURN NEXT; END IF;
    END LOOP;
    FOR i IN 1..array_length(others, 1) LOOP
      IF base = others[i][1] THEN form := others[i][2]; ends := own; RETURN NEXT; END IF;
      IF base = others[i][2] THEN form := others[i][1]; ends := own || ARRAY['تها', 'تهم']; RETURN NEXT; END IF;
    END LOOP;
  END LOOP;
END $$;

-- As they stand in the full text of the dossier: a word as asked, in the stems of the dossier's languages, as somebody wrote it with other accents,
-- and, in writing that joins its small words to the next, the words that hold it and the other numbers of the word.
CREATE OR REPLACE FUNCTION app.search_lexemes(d uuid, token text, is_prefix boolean) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH me AS (SELECT app.organisation() AS o, app.search_bare(token) AS bare,
    CASE WHEN token ~ '^[\u0590-\u06ff]{3,}' THEN regexp_replace(token, '^(وال|فال|بال|كال|لل|ال)(?=...)', '') END AS core,
    CASE WHEN token ~ '^[\u0621-\u064a]{2,20}$' THEN regexp_replace(token, '^(وال|فال|بال|كال|ولل|لل|ال)(?=..)', '') END AS arabic)
  SELECT array_agg(lexeme) FROM (
    SELECT me.bare AS lexeme FROM me
    UNION SELECT app.search_bare((ts_lexize(('app.stem_' || app.search_stemmer(l.language))::regdictionary, token))[1]) FROM me JOIN search_language l ON l.organisation_id = me.o AND l.dossier_id = d
    UNION (SELECT w.lexeme FROM me JOIN search_word w ON w.organisation_id = me.o AND w.dossier_id = d AND w.word = me.bare LIMIT 50)
    UNION (SELECT w.lexeme FROM me JOIN search_word w ON is_prefix AND w.organisation_id = me.o AND w.dossier_id = d AND w.word >= me.bare AND w.word < me.bare || E'\uffff'
      WHERE NOT starts_with(w.lexeme, me.bare) LIMIT 300)
    UNION (SELECT w.lexeme FROM me JOIN search_word w ON me.core IS NOT NULL AND w.organisation_id = me.o AND w.dossier_id = d
      AND w.near LIKE '%' || app.search_near(me.core) || '%' AND w.word LIKE '%' || me.core || '%' ORDER BY char_length(w.word), w.word LIMIT 200)
    -- Each form with each small word before it is looked up as a beginning; what follows it decides.
    UNION (SELECT w.lexeme FROM me CROSS JOIN LATERAL (
        SELECT DISTINCT begin || a.form AS word, a.ends FROM app.search_arabic(me.arabic) AS a
        CROSS JOIN unnest(ARRAY['', 'ال', 'و', 'وال', 'ب', 'بال', 'ل', 'لل', 'ف', 'فال', 'ك', 'كال', 'ول', 'ولل', 'وب', 'وبال']) AS begin) may
      CROSS JOIN LATERAL (SELECT n.lexeme FROM search_word n WHERE n.organisation_id = me.o AND n.dossier_id = d AND n.word >= may.word AND n.word < may.word || E'\uffff'
        AND substr(n.word, char_length(may.word) + 1) = ANY (may.ends) LIMIT 20) w LIMIT 200)
  ) AS found WHERE lexeme IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION app.search_query(d uuid, terms jsonb) RETURNS TABLE (query tsquery, loose tsquery, pairs tsquery, parts jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE o uuid := app.organisation(); term jsonb; place bigint; token text; row_of text[]; asked text := ''; small text := ''; these text[]; former text[]; is_prefix boolean; is_begun boolean; is_small boolean; plain text; n int; pieces text[];
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
        is_small := n = 1 AND NOT is_prefix AND EXISTS (SELECT 1 FROM search_language l WHERE l.organisation_id = o AND l.dossier_id = d AND app.search_stemmer(l.language) NOT IN ('simple')
          AND ts_lexize((app.search_stemmer(l.language) || '_stem')::regdictionary, token) = '{}');
        -- The word that is still being typed, of three letters or more: it is found whole, and as a beginning. Arabic and Hebrew ones are found within words anyway.
        is_begun := n = 1 AND NOT is_prefix AND NOT is_small AND coalesce((term->>'begun')::boolean, false) AND char_length(token) > 2 AND token !~ '[\u0590-\u06ff]';
        these := app.search_lexemes(d, token, is_prefix OR is_begun);
        parts := parts || jsonb_build_object('term', place, 'token', token, 'lexemes', to_jsonb(these), 'isPrefix', is_prefix OR is_begun, 'isUnknown',
          NOT is_prefix AND char_length(token) > 2 AND NOT EXISTS (SELECT 1 FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.lexeme = ANY (these))
          AND NOT (is_begun AND EXISTS (SELECT 1 FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.word >= app.search_bare(token) AND w.word < app.search_bare(token) || E'\uffff')));
        row_of := row_of || ('(' || (SELECT string_agg(app.search_quoted(l), ' | ') FROM unnest(these) AS l) || CASE WHEN is_prefix OR is_begun THEN ' | ' || app.search_quoted(app.search_bare(token)) || ':*' ELSE '' END || ')');
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

-- The nearest word that occurs, or null: first the one whose letters were swapped.
CREATE OR REPLACE FUNCTION app.search_near_word(d uuid, token text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
  SELECT n.word FROM (
    (SELECT w.word, w.lexeme, 1::real AS likeness, 0 AS longer FROM search_word w
      WHERE w.organisation_id = app.organisation() AND w.dossier_id = d AND w.word = ANY (app.search_swapped(app.search_bare(token))) LIMIT 5)
    UNION ALL
    (SELECT w.word, w.lexeme, similarity(w.near, app.search_near(app.search_bare(token))) AS likeness, abs(char_length(w.word) - char_length(token)) AS longer FROM search_word w
      WHERE w.organisation_id = app.organisation() AND w.dossier_id = d AND w.near % app.search_near(app.search_bare(token)) ORDER BY likeness DESC, longer, w.word LIMIT 5)) n
  WHERE EXISTS (SELECT 1 FROM search_text s WHERE s.dossier_id = d AND s.source <> 'page' AND s.words @@ app.search_quoted(n.lexeme)::tsquery)
    OR EXISTS (SELECT 1 FROM search_text s WHERE s.dossier_id = d AND s.source = 'page' AND s.words @@ app.search_quoted(n.lexeme)::tsquery)
  ORDER BY n.likeness DESC, n.longer, n.word LIMIT 1
$$;
CREATE OR REPLACE FUNCTION app.search_near_titles(d uuid, said text) RETURNS TABLE (evidence_id uuid, likeness real) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE o uuid := app.organisation(); token text; these text[]; words text[] := '{}'; plain text := btrim(app.search_plain(said)); whole text; query tsquery;
BEGIN
  IF o IS NULL THEN RETURN; END IF;
  whole := app.search_near(app.search_bare(plain));
  FOR token IN SELECT t.token FROM string_to_table(app.search_spread(plain), ' ') WITH ORDINALITY AS t (token, place) WHERE char_length(t.token) > 1 ORDER BY t.place LIMIT 6 LOOP
    these := app.search_lexemes(d, token, false);
    IF NOT EXISTS (SELECT 1 FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.lexeme = ANY (these)) THEN
      these := these || ARRAY(SELECT w.lexeme FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.word = ANY (app.search_swapped(app.search_bare(token)))) || ARRAY(SELECT w.lexeme FROM search_word w WHERE w.organisation_id = o AND w.dossier_id = d AND w.near % app.search_near(app.search_bare(token))
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

-- As before, with the originators themselves.
DROP FUNCTION app.search_matches(uuid, tsquery, tsquery, tsquery, integer, text[], text[], text[], text[], date, date, text, uuid[]);
CREATE FUNCTION app.search_matches(d uuid, asked tsquery, loose tsquery, pairs tsquery, bound integer, kinds text[], originators text[], confidentialities text[], languages text[], on_or_after date, on_or_before date, element text, opened uuid[], names text[])
RETURNS TABLE (source search_source, source_id uuid, number integer, evidence_id uuid, element_code text, score real) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  o uuid := app.organisation();
  filtered boolean := num_nonnulls(kinds, originators, confidentialities, languages, on_or_after, on_or_before, names) > 0;
  -- Those that fit where they are few: then the index of pieces narrows too.
  few uuid[];
  found text; fits text; many text := ''; is_common boolean;
BEGIN
  IF o IS NULL OR asked IS NULL THEN RETURN; END IF;
  fits := concat_ws(' AND ', 'f.organisation_id = $1 AND f.dossier_id = $2', CASE WHEN kinds IS NOT NULL THEN 'f.kind = ANY ($7::evidence_kind[])' END, CASE WHEN originators IS NOT NULL THEN 'f.originator_kind = ANY ($8::originator_kind[])' END,
    CASE WHEN confidentialities IS NOT NULL THEN 'f.confidentiality = ANY ($9::confidentiality[])' END, CASE WHEN languages IS NOT NULL THEN 'split_part(f.language, ''-'', 1) = ANY ($10)' END,
    CASE WHEN names IS NOT NULL THEN 'f.originator = ANY ($14)' END,
    CASE WHEN on_or_after IS NOT NULL THEN 'f.dated_on >= $11' END, CASE WHEN on_or_before IS NOT NULL THEN 'f.dated_on <= $12' END,
    CASE WHEN element IS NOT NULL THEN 'f.id IN (SELECT c.evidence_id FROM current_assessment a JOIN citation c ON c.organisation_id = a.organisation_id AND c.assessment_id IN (a.latest_id, a.standing_id)
      WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = $13)' END);
  found := '(s.organisation_id = $1) IS TRUE AND s.dossier_id = $2 AND s.words @@ $4' || CASE WHEN pairs IS NOT NULL THEN ' AND app.search_pairs(s.words) @@ $5' ELSE '' END
    -- As a function it is asked of what the index found only; as an operator the index would have each of its rows held against it.
    || CASE WHEN asked::text <> loose::text THEN ' AND ts_match_vq(s.words, $3)' ELSE '' END;
  IF filtered OR element IS NOT NULL THEN
    EXECUTE 'SELECT array_agg(id) FROM (SELECT f.id FROM evidence f WHERE ' || fits || ' LIMIT 2001) n'
      INTO few USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element, names;
    few := coalesce(few, '{}');
    IF cardinality(few) <= 2000 THEN
      fits := 's.evidence_id = ANY ($16)';
      -- Judgements' own words answer an element too; they belong to no piece.
      IF element IS NULL THEN found := replace(found, '(s.organisation_id = $1) IS TRUE', 's.organisation_id = $1 AND s.evidence_id = ANY ($16)'); END IF;
    ELSE
      -- How common it is among four hundred: this decides the way, and not what is found.
      EXECUTE 'SELECT avg((' || fits || ')::int) > 0.06 FROM (SELECT * FROM evidence n WHERE n.organisation_id = $1 AND n.dossier_id = $2 ORDER BY n.id LIMIT 400) f'
        INTO is_common USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element, names;
      IF is_common AND languages IS NULL AND element IS NULL THEN fits := replace(fits, 'f.', 'e.');
      ELSE
        many := 'fit AS MATERIALIZED (SELECT f.id FROM evidence f WHERE ' || fits || '), ';
        fits := 's.evidence_id IN (SELECT fit.id FROM fit)';
      END IF;
    END IF;
  ELSE fits := 'true';
  END IF;
  RETURN QUERY EXECUTE '
  WITH ' || many || 'others AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn
    FROM (SELECT * FROM search_text s WHERE ' || found || ' AND s.source <> ''page'' OFFSET 0) s LEFT JOIN evidence e ON e.organisation_id = $1 AND e.id = s.evidence_id
    WHERE (s.evidence_id IS NULL OR e.erased_at IS NULL) AND (s.source <> ''citation'' OR e.confidentiality <> ''restricted'' OR e.id = ANY ($15))
      AND ' || CASE WHEN element IS NOT NULL THEN '(s.element_code = $13' || CASE WHEN filtered THEN ' AND ' || fits ELSE '' END || ' OR (s.element_code IS NULL AND ' || fits || '))' ELSE fits END || '
      AND (s.element_code IS NULL OR EXISTS (SELECT 1 FROM current_assessment a WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = s.element_code AND s.source_id IN (a.latest_id, a.standing_id)))
    LIMIT $6
  ), pages AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn
    FROM (SELECT * FROM search_text s WHERE ' || found || ' AND s.source = ''page'' OFFSET 0) s JOIN evidence e ON e.organisation_id = $1 AND e.id = s.evidence_id
    WHERE e.erased_at IS NULL AND (e.confidentiality <> ''restricted'' OR e.id = ANY ($15)) AND ' || fits || '
    LIMIT $6
  )
  SELECT m.source, m.source_id, m.number, m.evidence_id, m.element_code, (ts_rank(m.words, $3, 1) * CASE WHEN ts_match_vq(m.words, $17) THEN 2 ELSE 1 END * CASE m.source WHEN ''piece'' THEN 3 WHEN ''page'' THEN 1.5 ELSE 1 END * CASE WHEN m.is_withdrawn THEN 0.3 ELSE 1 END)::real
  FROM (SELECT * FROM others UNION ALL SELECT * FROM pages) m'
    USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element, names, opened, few,
      -- Whole words come before words that only begin so.
      replace(asked::text, ':*', '')::tsquery;
END $$;

REVOKE EXECUTE ON FUNCTION app.search_swapped, app.search_arabic, app.search_matches FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_matches TO servanda_app;
