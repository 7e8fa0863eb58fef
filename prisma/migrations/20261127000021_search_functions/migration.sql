-- The words of a text as search compares them (decision 0020): the same for a text and for what is asked.

-- Lower case, one form of each letter, Arabic letters without their variants and marks, signs as spaces. `platform/text/plain-words.ts` does the same for a mark on the screen.
CREATE FUNCTION app.search_plain(said text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT regexp_replace(CASE WHEN n.form ~ '[\u00ad\u0300-\u036f\u0610-\u06ff\u200b-\u202e\u2060-\u2069\ufeff]'
      THEN translate(regexp_replace(n.form, '[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), 'أإآٱىیېةکؤئ', 'اااايييهكوي') ELSE n.form END,
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02b0-\u02ff\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u0609-\u060d\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0970\u104a-\u104f\u17d4-\u17da\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ue000-\uf8ff\ufd3e\ufd3f\ufdfc-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\U0001f000-\U0001ffff]+', ' ', 'g')
  FROM (SELECT lower(normalize(said, NFKC)) AS form) n
$$;
-- Writing without spaces between words becomes pairs of neighbours, and the last sign alone: 权利法 → 权利 利法 法. A row of pairs finds exactly what stands inside.
CREATE FUNCTION app.search_spread(plain text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN plain !~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]' THEN plain ELSE
    (SELECT string_agg(CASE WHEN m.part[1] IS NULL THEN m.part[2] ELSE (SELECT string_agg(substr(m.part[1], i, 2), ' ' ORDER BY i) FROM generate_series(1, char_length(m.part[1])) AS i) END, ' ' ORDER BY m.place)
     FROM regexp_matches(plain, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)|([^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)', 'g') WITH ORDINALITY AS m (part, place)) END
$$;
-- Without accents; signs that this could bring in (apostrophes) are spaces before.
CREATE FUNCTION app.search_bare(plain text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$ SELECT unaccent('unaccent', plain) $$;
-- Accents go after the stem: a stemmer needs them (legislación → legisl), who asks may leave them out.
CREATE FUNCTION app.search_vector(language text, said text) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE words tsvector := to_tsvector(('app.search_' || app.search_stemmer(language))::regconfig, app.search_spread(app.search_plain(left(said, 150000))));
BEGIN
  RETURN CASE WHEN words::text ~ '[\u0080-\u1fff]' THEN app.search_bare(words::text)::tsvector ELSE words END;
END $$;
-- Cyrillic, Arabic, Hebrew and Greek in Latin letters, one for one.
CREATE FUNCTION app.search_near(bare text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(bare, 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگאבגדהוזחטיכךלמםנןסעפףצץקרשתαβγδεζηθικλμνξοπρσςτυφχψω', 'abvgdeejziiklmnoprstufhcqwwyyyeuaabttjhxddrzswsdtzegfqklmnhuiypcjgabgdhuzxtikklmmnnseppccqrwtabgdezitiklmnxoprsstufhyo')
$$;

-- Keeps the words of texts as they are written. `said` holds whole texts.
CREATE FUNCTION app.search_learn(o uuid, d uuid, tongue text, said text[]) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE dictionary regdictionary := ('app.stem_' || app.search_stemmer(tongue))::regdictionary;
BEGIN
  INSERT INTO search_language VALUES (o, d, split_part(tongue, '-', 1)) ON CONFLICT DO NOTHING;
  INSERT INTO search_word (organisation_id, dossier_id, word, lexeme, near)
  SELECT o, d, n.word, n.lexeme, app.search_near(n.word)
  FROM (SELECT DISTINCT app.search_bare(w.token) AS word, app.search_bare((ts_lexize(dictionary, w.token))[1]) AS lexeme
    FROM (SELECT DISTINCT token FROM unnest(said) AS s CROSS JOIN string_to_table(app.search_plain(left(s, 150000)), ' ') AS token) w
    WHERE char_length(w.token) BETWEEN 2 AND 40 AND w.token !~ '^[0-9]+$|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]') n
  WHERE n.lexeme IS NOT NULL AND NOT EXISTS (SELECT 1 FROM search_word k WHERE k.organisation_id = o AND k.dossier_id = d AND k.word = n.word AND k.lexeme = n.lexeme);
END $$;

-- What is found of a piece, a page, a citation, a judgement's reasons.
CREATE FUNCTION app.search_piece_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  -- The words inside a restricted piece are suggested to nobody.
  IF NEW.confidentiality <> 'restricted' AND (OLD.confidentiality = 'restricted' OR OLD.language <> NEW.language) THEN
    PERFORM app.search_learn(NEW.organisation_id, NEW.dossier_id, NEW.language, ARRAY(SELECT p.text FROM evidence_page p WHERE p.organisation_id = NEW.organisation_id AND p.evidence_id = NEW.id));
  ELSIF NEW.confidentiality = 'restricted' AND OLD.confidentiality <> 'restricted' THEN
    PERFORM app.search_forget_words(NEW.organisation_id, NEW.dossier_id, ARRAY(SELECT p.text FROM evidence_page p WHERE p.organisation_id = NEW.organisation_id AND p.evidence_id = NEW.id));
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION app.search_pages_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE f record;
BEGIN
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, words)
  SELECT p.organisation_id, 'page', p.file_id, p.number, p.dossier_id, p.evidence_id, app.search_vector(e.language, p.text)
  FROM added p JOIN evidence e ON e.organisation_id = p.organisation_id AND e.id = p.evidence_id
  WHERE NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = p.organisation_id AND x.file_id = p.file_id)
  ON CONFLICT (organisation_id, source, source_id, number) DO UPDATE SET words = excluded.words;
  FOR f IN SELECT p.organisation_id AS o, p.dossier_id AS d, e.language, array_agg(p.text) AS said FROM added p JOIN evidence e ON e.organisation_id = p.organisation_id AND e.id = p.evidence_id
    WHERE e.confidentiality <> 'restricted' GROUP BY 1, 2, 3 LOOP
    PERFORM app.search_learn(f.o, f.d, f.language, f.said);
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION app.search_pages_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM search_text s USING gone g WHERE s.organisation_id = g.organisation_id AND s.source = 'page' AND s.source_id = g.file_id AND s.number = g.number;
  RETURN NULL;
END $$;
CREATE FUNCTION app.search_file_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM search_text s WHERE s.organisation_id = NEW.organisation_id AND s.source = 'page' AND s.source_id = NEW.file_id;
  RETURN NULL;
END $$;
CREATE FUNCTION app.search_citation_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tongue text; said text := btrim(NEW.pinpoint || ' / ' || coalesce(NEW.quote, ''));
BEGIN
  SELECT e.language INTO tongue FROM evidence e WHERE e.organisation_id = NEW.organisation_id AND e.id = NEW.evidence_id AND e.erased_at IS NULL;
  IF tongue IS NULL OR said = '/' THEN
    DELETE FROM search_text s WHERE s.organisation_id = NEW.organisation_id AND s.source = 'citation' AND s.source_id = NEW.assessment_id AND s.number = NEW.ordinal;
    RETURN NULL;
  END IF;
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, evidence_id, element_code, words)
  SELECT NEW.organisation_id, 'citation', NEW.assessment_id, NEW.ordinal, NEW.dossier_id, NEW.evidence_id, a.element_code, setweight(app.search_vector(tongue, said), 'B')
  FROM assessment a WHERE a.organisation_id = NEW.organisation_id AND a.id = NEW.assessment_id
  ON CONFLICT (organisation_id, source, source_id, number) DO UPDATE SET words = excluded.words;
  PERFORM app.search_learn(NEW.organisation_id, NEW.dossier_id, tongue, ARRAY[said]);
  RETURN NULL;
END $$;
-- Reasons are written in the language of the organisation.
CREATE FUNCTION app.search_reasons_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tongue text := coalesce((SELECT o.locale FROM organisation o WHERE o.id = NEW.organisation_id), 'en');
BEGIN
  IF btrim(NEW.reasons || NEW.qualifier_note) = '' THEN RETURN NULL; END IF;
  INSERT INTO search_text (organisation_id, source, source_id, number, dossier_id, element_code, words)
  VALUES (NEW.organisation_id, 'reasons', NEW.id, 0, NEW.dossier_id, NEW.element_code, setweight(app.search_vector(tongue, NEW.reasons || ' / ' || NEW.qualifier_note), 'C'));
  PERFORM app.search_learn(NEW.organisation_id, NEW.dossier_id, tongue, ARRAY[NEW.reasons, NEW.qualifier_note]);
  RETURN NULL;
END $$;

-- The text behind a row of the index.
CREATE FUNCTION app.search_said(o uuid, s search_source, of uuid, n integer) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE s WHEN 'piece' THEN (SELECT concat_ws(' / ', e.title, e.citation, e.originator, e.summary) FROM evidence e WHERE e.organisation_id = o AND e.id = of)
    WHEN 'page' THEN (SELECT p.text FROM evidence_page p WHERE p.organisation_id = o AND p.file_id = of AND p.number = n)
    WHEN 'citation' THEN (SELECT concat_ws(' / ', c.pinpoint, c.quote) FROM citation c WHERE c.organisation_id = o AND c.assessment_id = of AND c.ordinal = n)
    ELSE (SELECT concat_ws(' / ', a.reasons, a.qualifier_note) FROM assessment a WHERE a.organisation_id = o AND a.id = of) END
$$;

-- Words that no other open text of the dossier is seen to hold go. One counts as held where one of at most 200 texts with its stem has it; else it goes: at worst a suggestion is lost.
CREATE FUNCTION app.search_forget_words(o uuid, d uuid, said text[]) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  DELETE FROM search_word w USING (SELECT DISTINCT app.search_bare(token) AS word FROM unnest(said) AS s CROSS JOIN string_to_table(app.search_plain(left(s, 150000)), ' ') AS token WHERE char_length(token) BETWEEN 2 AND 40) t
  WHERE w.organisation_id = o AND w.dossier_id = d AND w.word = t.word AND NOT EXISTS (
    SELECT 1 FROM (
      (SELECT s.source, s.source_id, s.number FROM search_text s WHERE s.dossier_id = d AND s.organisation_id = o AND s.source <> 'page' AND s.words @@ ('''' || w.lexeme || '''')::tsquery LIMIT 100)
      UNION ALL
      (SELECT s.source, s.source_id, s.number FROM search_text s JOIN evidence e ON e.organisation_id = s.organisation_id AND e.id = s.evidence_id
        WHERE s.dossier_id = d AND s.organisation_id = o AND s.source = 'page' AND s.words @@ ('''' || w.lexeme || '''')::tsquery AND e.confidentiality <> 'restricted' LIMIT 100)) s
    WHERE position(w.word IN app.search_bare(app.search_plain(app.search_said(o, s.source, s.source_id, s.number)))) > 0)
$$;
-- Erasure: what the piece said goes from the index, and its words with it.
CREATE FUNCTION app.search_forget(gone evidence) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE said text[];
BEGIN
  said := ARRAY[gone.title, gone.citation, gone.originator, gone.summary]
    || ARRAY(SELECT p.text FROM evidence_page p WHERE p.organisation_id = gone.organisation_id AND p.evidence_id = gone.id)
    || ARRAY(SELECT c.pinpoint || ' / ' || coalesce(c.quote, '') FROM citation c WHERE c.organisation_id = gone.organisation_id AND c.evidence_id = gone.id)
    || ARRAY(SELECT r.content->>k FROM evidence_revision r CROSS JOIN unnest(ARRAY['title', 'citation', 'originator', 'summary']) AS k WHERE r.organisation_id = gone.organisation_id AND r.evidence_id = gone.id AND r.content->>k <> '');
  DELETE FROM search_text s WHERE s.organisation_id = gone.organisation_id AND s.evidence_id = gone.id;
  PERFORM app.search_forget_words(gone.organisation_id, gone.dossier_id, said);
END $$;
CREATE TRIGGER "search_piece" AFTER INSERT OR UPDATE OF title, citation, originator, summary, language, confidentiality, erased_at ON "evidence" FOR EACH ROW EXECUTE FUNCTION app.search_piece_said();
CREATE TRIGGER "search_pages" AFTER INSERT ON "evidence_page" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.search_pages_said();
CREATE TRIGGER "search_pages_gone" AFTER DELETE ON "evidence_page" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION app.search_pages_gone();
CREATE TRIGGER "search_file_gone" AFTER INSERT ON "evidence_file_removal" FOR EACH ROW EXECUTE FUNCTION app.search_file_gone();
CREATE TRIGGER "search_citation" AFTER INSERT OR UPDATE OF pinpoint, quote ON "citation" FOR EACH ROW EXECUTE FUNCTION app.search_citation_said();
CREATE TRIGGER "search_reasons" AFTER INSERT ON "assessment" FOR EACH ROW EXECUTE FUNCTION app.search_reasons_said();
