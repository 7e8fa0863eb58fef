// Many drafts in one statement: the judgements, the citations they take over, and the current rows, or nothing at all.

/**
 * $1 organisation · $2 dossier · $3 [{ id, code, number, law, practice, asOf, periodFrom, periodTo, reasons, qualifierNote }] · $4 author · $5 role · $6 body · $7 moment.
 *
 * One row { recorded }: how many drafts were written; fewer than asked where an element is unknown, does not apply or has a newer judgement.
 * A draft takes over the citations of the judgement before it, at the revisions that were cited there, but for pieces withdrawn since.
 */
export const draftsSql = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, code text, number int, law law_verdict, practice practice_verdict, "asOf" date, "periodFrom" date,
    "periodTo" date, reasons text, "qualifierNote" text)
), held AS (
  SELECT g.*, e.wording, e.wording_sha256, c.latest_id
  FROM given g
  JOIN dossier_element de ON de.organisation_id = $1::uuid AND de.dossier_id = $2::uuid AND de.element_code = g.code AND de.applies
  JOIN element e ON e.code = de.element_code
  LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
  WHERE coalesce(c.latest_number, 0) = g.number - 1
), written AS (
  INSERT INTO assessment (organisation_id, id, dossier_id, element_code, number, law, practice, as_of, period_from, period_to, reasons, qualifier_note,
    wording, wording_sha256, catalogue_version, author_id, author_role, author_body, recorded_at)
  SELECT $1::uuid, h.id, $2::uuid, h.code, h.number, h.law, h.practice, h."asOf", h."periodFrom", h."periodTo", h.reasons, h."qualifierNote",
    h.wording, h.wording_sha256, (SELECT version FROM catalogue_version ORDER BY loaded_at DESC, version LIMIT 1), $4::uuid, $5::role, $6, $7::timestamptz
  FROM held h RETURNING *
), cited AS (
  INSERT INTO citation (organisation_id, dossier_id, assessment_id, ordinal, evidence_id, pinpoint, stance, revision, file_id, page, start_at, end_at, quote)
  SELECT $1::uuid, $2::uuid, h.id, row_number() OVER (PARTITION BY h.id ORDER BY ct.ordinal) - 1, ct.evidence_id, ct.pinpoint, ct.stance, ct.revision,
    ct.file_id, ct.page, ct.start_at, ct.end_at, ct.quote
  FROM held h
  JOIN citation ct ON ct.organisation_id = $1::uuid AND ct.assessment_id = h.latest_id
  JOIN evidence ev ON ev.organisation_id = ct.organisation_id AND ev.id = ct.evidence_id AND ev.withdrawn_at IS NULL
  RETURNING 1
), now_current AS (
  INSERT INTO current_assessment AS c (organisation_id, dossier_id, element_code, latest_id, latest_number, latest_status, latest_author_id, latest_recorded_at,
    status_since, status_reason, standing_accepted)
  SELECT $1::uuid, $2::uuid, w.element_code, w.id, w.number, 'draft'::review_status, w.author_id, w.recorded_at, w.recorded_at, '', false
  FROM written w
  ON CONFLICT (organisation_id, dossier_id, element_code) DO UPDATE SET
    latest_id = excluded.latest_id, latest_number = excluded.latest_number, latest_status = excluded.latest_status,
    latest_author_id = excluded.latest_author_id, latest_recorded_at = excluded.latest_recorded_at,
    status_since = excluded.status_since, status_reason = excluded.status_reason
  WHERE c.latest_number = excluded.latest_number - 1
  RETURNING 1
)
SELECT count(*)::int AS recorded FROM now_current`;
