-- Each word is looked up by the index, whatever the planner believes of a table that has just been filled: as a join it compared all with all.
CREATE OR REPLACE FUNCTION app.search_learn(o uuid, d uuid, tongue text, said text[]) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE dictionary regdictionary := ('app.stem_' || app.search_stemmer(tongue))::regdictionary;
BEGIN
  INSERT INTO search_language VALUES (o, d, split_part(tongue, '-', 1)) ON CONFLICT DO NOTHING;
  INSERT INTO search_word (organisation_id, dossier_id, word, lexeme, near)
  SELECT o, d, n.word, n.lexeme, app.search_near(n.word)
  FROM (SELECT DISTINCT app.search_bare(w.token) AS word, app.search_bare((ts_lexize(dictionary, w.token))[1]) AS lexeme
    FROM (SELECT DISTINCT token FROM unnest(said) AS s CROSS JOIN string_to_table(app.search_plain(left(s, 150000)), ' ') AS token) w
    WHERE char_length(w.token) BETWEEN 2 AND 40 AND w.token !~ '^[0-9]+$|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]' OFFSET 0) n
  WHERE n.lexeme IS NOT NULL AND (SELECT true FROM search_word k WHERE k.organisation_id = o AND k.dossier_id = d AND k.word = n.word AND k.lexeme = n.lexeme LIMIT 1) IS NULL;
END $$;

-- At most so many titles are compared: those of a hundred thousand pieces share their common words.
CREATE OR REPLACE FUNCTION app.search_near_titles(d uuid, said text) RETURNS TABLE (evidence_id uuid, likeness real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH a AS MATERIALIZED (SELECT app.search_near(app.search_bare(app.search_plain(said))) AS near, app.organisation() AS o)
  SELECT n.evidence_id, max(n.likeness) FROM (
    (SELECT s.evidence_id, similarity(a.near, s.near) AS likeness FROM a JOIN search_text s ON s.organisation_id = a.o AND s.dossier_id = d AND s.source = 'piece' AND s.near % a.near LIMIT 200)
    UNION ALL
    (SELECT s.evidence_id, word_similarity(a.near, s.near) FROM a JOIN search_text s ON s.organisation_id = a.o AND s.dossier_id = d AND s.source = 'piece' AND s.near %> a.near LIMIT 200)
  ) n GROUP BY n.evidence_id ORDER BY 2 DESC, 1 LIMIT 5
$$;
