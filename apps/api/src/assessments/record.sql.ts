// Recording in one statement: the judgement, its citations, its submission and the current row, or nothing at all.
import { sameWords } from '../dossiers/passage.sql.ts';
import { isOpenSql } from '../evidence/opening/opening.sql.ts';

/** The words of a passage: as said, or, where nothing is said, as the newest judgement cites this very passage. `w` what is wanted. $1 organisation · $2 dossier · $3 element. */
const words = `coalesce(w.quote, (SELECT o.quote FROM current_assessment n JOIN citation o ON o.organisation_id = n.organisation_id AND o.assessment_id = n.latest_id
    WHERE n.organisation_id = $1 AND n.dossier_id = $2 AND n.element_code = $3 AND (o.evidence_id, o.file_id, o.page, o.start_at, o.end_at) = (w.evidence, w.file, w.page, w.start_at, w.end_at) LIMIT 1)) AS quote`;

/** Whether the words quoted stand where they are said to: `cite` a citation, `ev` its piece. $1 organisation. */
const quoted = (cite: string) =>
  `EXISTS (SELECT 1 FROM evidence_page p WHERE p.organisation_id = $1 AND p.file_id = ${cite}.file AND p.evidence_id = ev.id AND p.number = ${cite}.page
    AND ${sameWords(`substr(p.text, ${cite}.start_at + 1, ${cite}.end_at - ${cite}.start_at)`, `${cite}.quote`)})`;

// A draft never counts, and a submitted judgement does not push out an accepted one.
const standing = ['standing_id', 'standing_number', 'law', 'practice', 'as_of', 'standing_since'];

/**
 * $1 organisation · $2 dossier · $3 element · $4 number the writer saw (0: none) · $5 new id · $6 law · $7 practice
 * · $8 as of · $9 period from · $10 to · $11 reasons · $12 qualifier note · $13 author · $14 role · $15 body · $16 moment
 * · $17 cited evidence, uuid[] · $18 pinpoints, text[] · $19 stances, text[] · $20 submit at once
 * · passages, null where none was marked: $21 files, uuid[] · $22 pages, int[] · $23 from, int[] · $24 to, int[] · $25 quotes, text[]
 * · $26 why it complies against the criminalisation matrix.
 *
 * Answers one row { recorded, cited, before }. `recorded` is 0 where the element is unknown, does not apply or has
 * a newer judgement; `cited` is less than asked where a piece is foreign, unknown or withdrawn, or a passage does not stand where it is said to. Of two writers at
 * the same instant the second fails on assessment_number_once. The cited pieces are held, so that none gets a further revision, or a file, between
 * its number being read and the citation being seen.
 */
export const recordSql = `
WITH pieces AS MATERIALIZED (
  SELECT id, version FROM evidence WHERE organisation_id = $1 AND dossier_id = $2 AND id = ANY ($17::uuid[]) AND withdrawn_at IS NULL ORDER BY id FOR SHARE
), held AS (
  SELECT e.wording, e.wording_sha256, c.latest_number, c.latest_status, c.law, c.practice
  FROM dossier_element de
  JOIN element e ON e.code = de.element_code
  LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
  WHERE de.organisation_id = $1 AND de.dossier_id = $2 AND de.element_code = $3 AND de.applies AND coalesce(c.latest_number, 0) = $4::int
), written AS (
  INSERT INTO assessment (organisation_id, id, dossier_id, element_code, number, law, practice, as_of, period_from, period_to, reasons, qualifier_note,
    wording, wording_sha256, catalogue_version, author_id, author_role, author_body, recorded_at, matrix_reason)
  SELECT $1, $5, $2, $3, $4::int + 1, $6::law_verdict, $7::practice_verdict, $8::date, $9::date, $10::date, $11, $12,
    held.wording, held.wording_sha256, (SELECT version FROM catalogue_version ORDER BY loaded_at DESC, version LIMIT 1), $13, $14::role, $15, $16, $26
  FROM held RETURNING *
), cited AS (
  INSERT INTO citation (organisation_id, dossier_id, assessment_id, ordinal, evidence_id, pinpoint, stance, revision, file_id, page, start_at, end_at, quote)
  SELECT $1, $2, written.id, wanted.ordinal - 1, ev.id, wanted.pinpoint, wanted.stance::stance, ev.version, wanted.file, wanted.page, wanted.start_at, wanted.end_at, wanted.quote
  FROM written CROSS JOIN (SELECT w.evidence, w.pinpoint, w.stance, w.file, w.page, w.start_at, w.end_at, w.ordinal, ${words}
    FROM unnest($17::uuid[], $18::text[], $19::text[], $21::uuid[], $22::int[], $23::int[], $24::int[], $25::text[])
      WITH ORDINALITY AS w(evidence, pinpoint, stance, file, page, start_at, end_at, quote, ordinal)) wanted
  JOIN pieces ev ON ev.id = wanted.evidence
  WHERE wanted.file IS NULL OR ${quoted('wanted')}
  RETURNING 1
), submitted AS (
  INSERT INTO review (organisation_id, assessment_id, ordinal, act, reason, by_id, by_role, at)
  SELECT $1, written.id, 1, 'submit', '', $13, $14::role, $16 FROM written WHERE $20 RETURNING 1
), now_current AS (
  INSERT INTO current_assessment AS c (organisation_id, dossier_id, element_code, latest_id, latest_number, latest_status, latest_author_id, latest_recorded_at,
    status_since, status_reason, standing_id, standing_number, standing_accepted, law, practice, as_of, standing_since)
  SELECT $1, $2, $3, w.id, w.number, (CASE WHEN $20 THEN 'submitted' ELSE 'draft' END)::review_status, w.author_id, w.recorded_at, w.recorded_at, '',
    CASE WHEN $20 THEN w.id END, CASE WHEN $20 THEN w.number END, false, CASE WHEN $20 THEN w.law END, CASE WHEN $20 THEN w.practice END,
    CASE WHEN $20 THEN w.as_of END, CASE WHEN $20 THEN w.recorded_at END
  FROM written w
  ON CONFLICT (organisation_id, dossier_id, element_code) DO UPDATE SET
    latest_id = excluded.latest_id, latest_number = excluded.latest_number, latest_status = excluded.latest_status,
    latest_author_id = excluded.latest_author_id, latest_recorded_at = excluded.latest_recorded_at,
    status_since = excluded.status_since, status_reason = excluded.status_reason,
    ${standing.map((column) => `${column} = CASE WHEN $20 AND NOT c.standing_accepted THEN excluded.${column} ELSE c.${column} END`).join(', ')}
  WHERE c.latest_number = $4::int
  RETURNING 1
)
SELECT (SELECT count(*)::int FROM now_current) AS recorded, (SELECT count(*)::int FROM cited) AS cited,
  (SELECT jsonb_build_object('number', latest_number, 'status', latest_status, 'law', law, 'practice', practice) FROM held) AS before`;

/**
 * Why nothing could be recorded. $1 organisation · $2 dossier · $3 element · $4 cited evidence, uuid[]
 * · the passages: $5 files, uuid[] · $6 pages, int[] · $7 from, int[] · $8 to, int[] · $9 quotes, text[].
 * Answers one row { applies, latest, unknown, misplaced } (places in the list of citations: pieces that cannot be cited, passages that do not
 * stand there), or none where there is no such element.
 */
export const whyNotSql = `
WITH wanted AS (
  SELECT w.*, ev.id IS NULL AS is_unknown, w.file IS NOT NULL AND ev.id IS NOT NULL AND NOT ${quoted('w')} AS is_misplaced
  FROM (SELECT w.evidence, w.file, w.page, w.start_at, w.end_at, w.ordinal, ${words}
    FROM unnest($4::uuid[], $5::uuid[], $6::int[], $7::int[], $8::int[], $9::text[]) WITH ORDINALITY AS w(evidence, file, page, start_at, end_at, quote, ordinal)) w
  LEFT JOIN evidence ev ON ev.organisation_id = $1 AND ev.dossier_id = $2 AND ev.id = w.evidence AND ev.withdrawn_at IS NULL
)
SELECT de.applies, coalesce(c.latest_number, 0) AS latest,
  ARRAY(SELECT (ordinal - 1)::int FROM wanted WHERE is_unknown ORDER BY ordinal) AS unknown,
  ARRAY(SELECT (ordinal - 1)::int FROM wanted WHERE is_misplaced ORDER BY ordinal) AS misplaced
FROM dossier_element de
LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
WHERE de.organisation_id = $1 AND de.dossier_id = $2 AND de.element_code = $3`;

/**
 * Words that are quoted from a restricted piece which is not open to the writer, and that the newest judgement does not quote from there already.
 * $1 organisation · $2 dossier · $3 element · $4 cited evidence, uuid[] · the passages: $5 files, uuid[] · $6 pages, int[] · $7 from, int[] · $8 to, int[]
 * · $9 quotes, text[] · $10 person · $11 session · $12 moment. Rows { place } in the list of citations.
 */
export const closedWordsSql = `
SELECT (w.ordinal - 1)::int AS place
FROM unnest($4::uuid[], $5::uuid[], $6::int[], $7::int[], $8::int[], $9::text[]) WITH ORDINALITY AS w(evidence, file, page, start_at, end_at, quote, ordinal)
JOIN evidence e ON e.organisation_id = $1 AND e.dossier_id = $2 AND e.id = w.evidence
WHERE w.quote IS NOT NULL AND NOT ${isOpenSql({ person: '$10', session: '$11', at: '$12' })}
  AND NOT EXISTS (SELECT 1 FROM current_assessment n JOIN citation o ON o.organisation_id = n.organisation_id AND o.assessment_id = n.latest_id
    WHERE n.organisation_id = $1 AND n.dossier_id = $2 AND n.element_code = $3 AND (o.evidence_id, o.file_id, o.page, o.start_at, o.end_at, o.quote) = (w.evidence, w.file, w.page, w.start_at, w.end_at, w.quote))
ORDER BY w.ordinal`;
