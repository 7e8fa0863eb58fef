// A search in one statement: the question in the words of the dossier, what answers, a page of it with its text, and what is near where nothing answers.
import { isOpenSql } from './opening/opening.sql.ts';

/** $1 organisation · $2 dossier · $3 terms · $4 most that is ranked of a kind · $5–$8 kinds, originators, confidentialities, languages · $9, $10 days · $11 element · $12 limit · $13 offset · $14 person · $15 session · $16 moment. */
export const searchSql = `
WITH asked AS MATERIALIZED (SELECT query, parts FROM app.search_query($2::uuid, $3::jsonb)),
matches AS MATERIALIZED (
  SELECT m.*, coalesce(m.evidence_id::text, m.element_code) AS of
  FROM asked CROSS JOIN LATERAL app.search_matches($2::uuid, asked.query, $4::int, $5::text[], $6::text[], $7::text[], $8::text[], $9::date, $10::date, $11::text,
    ARRAY(SELECT e.id FROM evidence e WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.confidentiality = 'restricted' AND ${isOpenSql({ person: '$14', session: '$15', at: '$16' })})) m
), groups AS (
  SELECT m.of, row_number() OVER (ORDER BY max(m.score) DESC, m.of) AS place, count(*)::int AS hits, bool_or(m.source = 'piece') AS has_piece FROM matches m GROUP BY m.of
), page AS MATERIALIZED (
  SELECT * FROM groups WHERE place > $13::int ORDER BY place LIMIT $12::int
), best AS (
  SELECT b.* FROM (SELECT m.*, page.place, row_number() OVER (PARTITION BY m.of ORDER BY m.source = 'piece' DESC, m.score DESC, m.source, m.source_id, m.number) AS n FROM page JOIN matches m ON m.of = page.of) b WHERE b.n <= 4
), hits AS (
  SELECT b.of, jsonb_agg(jsonb_build_object('source', b.source, 'element', b.element_code, 'page', CASE WHEN b.source = 'page' THEN b.number END, 'hasPages', coalesce(t.has_pages, false),
      'file', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'name', f.name) END,
      'text', CASE b.source WHEN 'page' THEN p.text WHEN 'citation' THEN concat_ws(' — ', nullif(c.pinpoint, ''), c.quote) WHEN 'reasons' THEN concat_ws(' — ', a.reasons, nullif(a.qualifier_note, '')) END) ORDER BY b.n) AS items
  FROM best b
  LEFT JOIN evidence_page p ON b.source = 'page' AND p.organisation_id = $1::uuid AND p.file_id = b.source_id AND p.number = b.number
  LEFT JOIN citation c ON b.source = 'citation' AND c.organisation_id = $1::uuid AND c.assessment_id = b.source_id AND c.ordinal = b.number
  LEFT JOIN assessment a ON b.source = 'reasons' AND a.organisation_id = $1::uuid AND a.id = b.source_id
  LEFT JOIN evidence_file f ON b.source = 'page' AND f.organisation_id = $1::uuid AND f.id = b.source_id
  LEFT JOIN evidence_text t ON t.organisation_id = f.organisation_id AND t.file_id = f.id
  GROUP BY b.of
)
SELECT (SELECT count(*)::int FROM groups) AS total,
  (SELECT count(*) FILTER (WHERE source = 'page') >= $4::int OR count(*) FILTER (WHERE source <> 'page') >= $4::int FROM matches) AS "isMore",
  (SELECT coalesce(jsonb_agg(part || jsonb_build_object('written', app.search_written($2::uuid, ARRAY(SELECT jsonb_array_elements_text(part->'lexemes'))))), '[]')
    FROM asked CROSS JOIN LATERAL jsonb_array_elements(asked.parts) AS part) AS parts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('element', CASE WHEN e.id IS NULL THEN page.of END, 'hitCount', page.hits, 'hits', hits.items,
      'evidence', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'originator', e.originator, 'originatorKind', e.originator_kind, 'language', e.language,
        'datedOn', e.dated_on, 'confidentiality', e.confidentiality, 'isOpen', ${isOpenSql({ person: '$14', session: '$15', at: '$16' })}, 'isWithdrawn', e.withdrawn_at IS NOT NULL, 'citation', e.citation, 'summary', e.summary) END) ORDER BY page.place), '[]')
    FROM page JOIN hits ON hits.of = page.of LEFT JOIN evidence e ON e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id::text = page.of) AS items,
  CASE WHEN NOT EXISTS (SELECT 1 FROM matches) THEN jsonb_build_object(
    'words', (SELECT coalesce(jsonb_agg(jsonb_build_object('word', part->>'token', 'near', app.search_near_word($2::uuid, part->>'token'))), '[]')
      FROM asked CROSS JOIN LATERAL jsonb_array_elements(asked.parts) AS part WHERE (part->>'isUnknown')::boolean),
    'pieces', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title) ORDER BY n.likeness DESC, e.id), '[]')
      FROM app.search_near_titles($2::uuid, (SELECT string_agg(word, ' ') FROM jsonb_array_elements($3::jsonb) AS term CROSS JOIN LATERAL jsonb_array_elements_text(term->'words') AS word)) n
      JOIN evidence e ON e.organisation_id = $1::uuid AND e.id = n.evidence_id AND e.erased_at IS NULL)) END AS near
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
