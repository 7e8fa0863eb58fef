// A search in one statement: the question in the words of the dossier, what answers, a page of it with its text, and what is near where nothing answers.
import { isOpenSql } from './opening/opening.sql.ts';

/** $1 organisation · $2 dossier · $3 terms · $4 most that is ranked of a kind · $5–$8 kinds, originators, confidentialities, languages · $9, $10 days · $11 element · $12 limit · $13 offset · $14 person · $15 session · $16 moment · $17 names of originators. */
export const searchSql = `
WITH asked AS MATERIALIZED (SELECT query, loose, pairs, parts FROM app.search_query($2::uuid, $3::jsonb)),
matches AS MATERIALIZED (
  SELECT m.*, coalesce(m.evidence_id::text, m.element_code) AS of
  FROM asked CROSS JOIN LATERAL app.search_matches($2::uuid, asked.query, asked.loose, asked.pairs, $4::int, $5::text[], $6::text[], $7::text[], $8::text[], $9::date, $10::date, $11::text,
    ARRAY(SELECT o.evidence_id FROM evidence_opening o WHERE o.organisation_id = $1::uuid AND o.person_id = $14::uuid AND o.session_id IS NOT DISTINCT FROM $15::uuid AND o.opened_at <= $16::timestamptz AND o.open_until > $16::timestamptz), $17::text[]) m
), groups AS (
  SELECT m.of, m.evidence_id, row_number() OVER (ORDER BY max(m.score) DESC, m.of) AS place, count(*)::int AS hits, bool_or(m.source = 'piece') AS has_piece FROM matches m GROUP BY m.of, m.evidence_id
), page AS MATERIALIZED (
  SELECT * FROM groups WHERE place > $13::int ORDER BY place LIMIT $12::int
), best AS (
  SELECT b.* FROM (SELECT m.*, page.place, row_number() OVER (PARTITION BY m.of ORDER BY m.source = 'piece' DESC, m.score DESC, m.source, m.source_id, m.number) AS n FROM page JOIN matches m ON m.of = page.of) b WHERE b.n <= 4
), hits AS (
  -- Looked up one by one: what a function answers looks like many rows, and whole tables would be joined to it.
  SELECT b.of, jsonb_agg(jsonb_build_object('source', b.source, 'element', b.element_code, 'page', CASE WHEN b.source = 'page' THEN b.number END,
      'hasPages', coalesce((SELECT t.has_pages FROM evidence_text t WHERE b.source = 'page' AND t.organisation_id = $1::uuid AND t.file_id = b.source_id), false),
      'file', (SELECT jsonb_build_object('id', f.id, 'name', f.name) FROM evidence_file f WHERE b.source = 'page' AND f.organisation_id = $1::uuid AND f.id = b.source_id),
      'text', CASE b.source
        WHEN 'page' THEN (SELECT p.text FROM evidence_page p WHERE p.organisation_id = $1::uuid AND p.file_id = b.source_id AND p.number = b.number)
        WHEN 'citation' THEN (SELECT concat_ws(' — ', nullif(c.pinpoint, ''), c.quote) FROM citation c WHERE c.organisation_id = $1::uuid AND c.assessment_id = b.source_id AND c.ordinal = b.number)
        WHEN 'reasons' THEN (SELECT concat_ws(' — ', a.reasons, nullif(a.qualifier_note, '')) FROM assessment a WHERE a.organisation_id = $1::uuid AND a.id = b.source_id) END) ORDER BY b.n) AS items
  FROM best b
  GROUP BY b.of
)
SELECT (SELECT count(*)::int FROM groups) AS total,
  (SELECT count(*) FILTER (WHERE source = 'page') >= $4::int OR count(*) FILTER (WHERE source <> 'page') >= $4::int FROM matches) AS "isMore",
  (SELECT coalesce(jsonb_agg(part || jsonb_build_object('written', app.search_written($2::uuid, ARRAY(SELECT jsonb_array_elements_text(part->'lexemes'))))), '[]')
    FROM asked CROSS JOIN LATERAL jsonb_array_elements(asked.parts) AS part) AS parts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('element', CASE WHEN e.id IS NULL THEN page.of END, 'hitCount', page.hits, 'hits', hits.items,
      'evidence', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'originator', e.originator, 'originatorKind', e.originator_kind, 'language', e.language,
        'datedOn', e.dated_on, 'confidentiality', e.confidentiality, 'isOpen', ${isOpenSql({ person: '$14', session: '$15', at: '$16' })}, 'isWithdrawn', e.withdrawn_at IS NOT NULL, 'citation', e.citation, 'summary', e.summary) END) ORDER BY page.place), '[]')
    FROM page JOIN hits ON hits.of = page.of LEFT JOIN evidence e ON e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = page.evidence_id) AS items,
  CASE WHEN NOT EXISTS (SELECT 1 FROM matches) THEN jsonb_build_object(
    'words', (SELECT coalesce(jsonb_agg(jsonb_build_object('word', part->>'token', 'near', app.search_near_word($2::uuid, part->>'token'))), '[]')
      FROM asked CROSS JOIN LATERAL jsonb_array_elements(asked.parts) AS part WHERE (part->>'isUnknown')::boolean),
    'pieces', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title) ORDER BY n.likeness DESC, e.id), '[]')
      FROM app.search_near_titles($2::uuid, (SELECT string_agg(word, ' ') FROM jsonb_array_elements($3::jsonb) AS term CROSS JOIN LATERAL jsonb_array_elements_text(term->'words') AS word)) n
      JOIN evidence e ON e.organisation_id = $1::uuid AND e.id = n.evidence_id AND e.erased_at IS NULL
      -- What is left out by a filter is not wanted by another title.
      WHERE num_nonnulls($5::text[], $6::text[], $7::text[], $8::text[], $9::date, $10::date, $11::text, $17::text[]) = 0)) END AS near
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 words as an ILIKE pattern · $4 limit · $5 offset. One row { items, total }, or none where there is no such dossier: who made the pieces, most pieces first. */
export const originatorsSql = `
WITH named AS MATERIALIZED (
  SELECT e.originator AS name, count(*)::int AS pieces FROM evidence e
  WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.originator <> '' AND ($3::text IS NULL OR e.originator ILIKE $3) GROUP BY e.originator
)
SELECT (SELECT count(*)::int FROM named) AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'pieces', n.pieces) ORDER BY n.pieces DESC, lower(n.name), n.name), '[]')
    FROM (SELECT * FROM named ORDER BY pieces DESC, lower(name), name LIMIT $4::int OFFSET $5::int) n) AS items
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
