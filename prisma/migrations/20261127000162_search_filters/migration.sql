-- A filter that many pieces fit is asked of each piece found; one that few fit, and the language, whose words another language does not have, of all
-- pieces first: else every page with a common word would be looked at in vain.
CREATE OR REPLACE FUNCTION app.search_matches(d uuid, asked tsquery, loose tsquery, pairs tsquery, bound integer, kinds text[], originators text[], confidentialities text[], languages text[], on_or_after date, on_or_before date, element text, opened uuid[])
RETURNS TABLE (source search_source, source_id uuid, number integer, evidence_id uuid, element_code text, score real) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  o uuid := app.organisation();
  filtered boolean := num_nonnulls(kinds, originators, confidentialities, languages, on_or_after, on_or_before) > 0;
  -- Those that fit where they are few: then the index of pieces narrows too.
  few uuid[];
  found text; fits text; many text := ''; is_common boolean;
BEGIN
  IF o IS NULL OR asked IS NULL THEN RETURN; END IF;
  fits := concat_ws(' AND ', 'f.organisation_id = $1 AND f.dossier_id = $2', CASE WHEN kinds IS NOT NULL THEN 'f.kind = ANY ($7::evidence_kind[])' END, CASE WHEN originators IS NOT NULL THEN 'f.originator_kind = ANY ($8::originator_kind[])' END,
    CASE WHEN confidentialities IS NOT NULL THEN 'f.confidentiality = ANY ($9::confidentiality[])' END, CASE WHEN languages IS NOT NULL THEN 'split_part(f.language, ''-'', 1) = ANY ($10)' END,
    CASE WHEN on_or_after IS NOT NULL THEN 'f.dated_on >= $11' END, CASE WHEN on_or_before IS NOT NULL THEN 'f.dated_on <= $12' END,
    CASE WHEN element IS NOT NULL THEN 'f.id IN (SELECT c.evidence_id FROM current_assessment a JOIN citation c ON c.organisation_id = a.organisation_id AND c.assessment_id IN (a.latest_id, a.standing_id)
      WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = $13)' END);
  found := '(s.organisation_id = $1) IS TRUE AND s.dossier_id = $2 AND s.words @@ $4' || CASE WHEN pairs IS NOT NULL THEN ' AND app.search_pairs(s.words) @@ $5' ELSE '' END
    -- As a function it is asked of what the index found only; as an operator the index would have each of its rows held against it.
    || CASE WHEN asked::text <> loose::text THEN ' AND ts_match_vq(s.words, $3)' ELSE '' END;
  IF filtered OR element IS NOT NULL THEN
    EXECUTE 'SELECT array_agg(id) FROM (SELECT f.id FROM evidence f WHERE ' || fits || ' LIMIT 2001) n'
      INTO few USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element;
    few := coalesce(few, '{}');
    IF cardinality(few) <= 2000 THEN
      fits := 's.evidence_id = ANY ($15)';
      -- Judgements' own words answer an element too; they belong to no piece.
      IF element IS NULL THEN found := replace(found, '(s.organisation_id = $1) IS TRUE', 's.organisation_id = $1 AND s.evidence_id = ANY ($15)'); END IF;
    ELSE
      -- How common it is among four hundred: this decides the way, and not what is found.
      EXECUTE 'SELECT avg((' || fits || ')::int) > 0.06 FROM (SELECT * FROM evidence n WHERE n.organisation_id = $1 AND n.dossier_id = $2 ORDER BY n.id LIMIT 400) f'
        INTO is_common USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element;
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
    WHERE (s.evidence_id IS NULL OR e.erased_at IS NULL) AND (s.source <> ''citation'' OR e.confidentiality <> ''restricted'' OR e.id = ANY ($14))
      AND ' || CASE WHEN element IS NOT NULL THEN '(s.element_code = $13' || CASE WHEN filtered THEN ' AND ' || fits ELSE '' END || ' OR (s.element_code IS NULL AND ' || fits || '))' ELSE fits END || '
      AND (s.element_code IS NULL OR EXISTS (SELECT 1 FROM current_assessment a WHERE a.organisation_id = $1 AND a.dossier_id = $2 AND a.element_code = s.element_code AND s.source_id IN (a.latest_id, a.standing_id)))
    LIMIT $6
  ), pages AS (
    SELECT s.source, s.source_id, s.number, s.evidence_id, s.element_code, s.words, e.withdrawn_at IS NOT NULL AS is_withdrawn
    FROM (SELECT * FROM search_text s WHERE ' || found || ' AND s.source = ''page'' OFFSET 0) s JOIN evidence e ON e.organisation_id = $1 AND e.id = s.evidence_id
    WHERE e.erased_at IS NULL AND (e.confidentiality <> ''restricted'' OR e.id = ANY ($14)) AND ' || fits || '
    LIMIT $6
  )
  SELECT m.source, m.source_id, m.number, m.evidence_id, m.element_code, (ts_rank(m.words, $3, 1) * CASE m.source WHEN ''piece'' THEN 3 WHEN ''page'' THEN 1.5 ELSE 1 END * CASE WHEN m.is_withdrawn THEN 0.3 ELSE 1 END)::real
  FROM (SELECT * FROM others UNION ALL SELECT * FROM pages) m'
    USING o, d, asked, loose, pairs, bound, kinds, originators, confidentialities, languages, on_or_after, on_or_before, element, opened, few;
END $$;

-- Titles too are found by the index of words: the planner hopes for two hundred at the beginning of the table.
ALTER FUNCTION app.search_near_titles(uuid, text) SET enable_seqscan = off;
-- So is whether a word near the one asked occurs, and whether another text holds a word that goes: of a rare word every row would be looked at.
ALTER FUNCTION app.search_near_word(uuid, text) SET enable_seqscan = off;
ALTER FUNCTION app.search_forget_words(uuid, uuid, text[]) SET enable_seqscan = off;
