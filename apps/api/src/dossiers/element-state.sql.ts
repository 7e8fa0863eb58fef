/**
 * The one source of truth for where an element of a dossier stands: coverage, checklist, gap list and reports
 * all read these rows. Set-based, over current rows only; the log is never touched.
 *
 * Parameters: $1 dossier (uuid) · $2 the day against which dates of evidence are held (date). The organisation is
 * that of the scope; row-level security leaves nothing else.
 *
 * Definitions (DESIGN ground rules 2–4): the standing judgement is the last accepted one, else the last submitted one;
 * drafts never count. Met is `compliant` in law and `effective` in practice. Evidenced needs a supporting piece that is
 * in force and not out of date; in practice it must be more than the text of a law or agreement.
 */
export const elementStates = `
cited AS (
  SELECT c.element_code,
    count(*) FILTER (WHERE ci.stance = 'supports')::int AS supports,
    count(*) FILTER (WHERE ci.stance = 'contradicts')::int AS contradicts,
    count(*) FILTER (WHERE ci.stance = 'supports' AND ev.out_of_date_on <= $2::date)::int AS out_of_date,
    count(*) FILTER (WHERE ci.stance = 'supports' AND (ev.out_of_date_on IS NULL OR ev.out_of_date_on > $2::date)
      AND (ev.in_force_from IS NULL OR ev.in_force_from <= $2::date))::int AS in_date,
    count(*) FILTER (WHERE ci.stance = 'supports' AND (ev.out_of_date_on IS NULL OR ev.out_of_date_on > $2::date)
      AND (ev.in_force_from IS NULL OR ev.in_force_from <= $2::date) AND ev.kind NOT IN ('law', 'agreement'))::int AS in_date_beyond_law,
    max(ev.out_of_date_on) FILTER (WHERE ci.stance = 'supports' AND ev.out_of_date_on <= $2::date) AS out_of_date_since
  FROM current_assessment c
  JOIN citation ci ON ci.organisation_id = c.organisation_id AND ci.assessment_id = c.standing_id
  JOIN evidence ev ON ev.organisation_id = ci.organisation_id AND ev.id = ci.evidence_id AND ev.withdrawn_at IS NULL
  WHERE c.organisation_id = (SELECT app.organisation()) AND c.dossier_id = $1
  GROUP BY c.element_code
), stood AS (
  SELECT de.element_code AS code, e.obligation_code AS obligation, e.article, e.ordinal, e.citation, e.title, e.section, e.wording_sha256,
    de.applies, de.ground, de.reason AS ground_reason, d.opened_at,
    CASE WHEN de.applies THEN c.law END AS law, CASE WHEN de.applies THEN c.practice END AS practice,
    c.as_of, c.standing_id, c.standing_number, coalesce(c.standing_accepted, false) AS accepted, c.standing_since,
    c.latest_id, c.latest_number, c.latest_status, c.latest_recorded_at, c.latest_author_id, c.status_since, c.status_reason,
    coalesce(ci.supports, 0) AS supports, coalesce(ci.contradicts, 0) AS contradicts, coalesce(ci.out_of_date, 0) AS out_of_date,
    coalesce(ci.in_date, 0) AS in_date, coalesce(ci.in_date_beyond_law, 0) AS in_date_beyond_law, ci.out_of_date_since
  FROM dossier_element de
  JOIN element e ON e.code = de.element_code
  JOIN dossier d ON d.organisation_id = de.organisation_id AND d.id = de.dossier_id
  LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
  LEFT JOIN cited ci ON ci.element_code = de.element_code
  WHERE de.organisation_id = (SELECT app.organisation()) AND de.dossier_id = $1
), element_state AS (
  SELECT s.*,
    CASE WHEN s.law IS DISTINCT FROM 'compliant' THEN 'none' WHEN s.in_date = 0 THEN 'claimed' WHEN s.accepted THEN 'verified' ELSE 'evidenced' END AS law_proof,
    CASE WHEN s.practice IS DISTINCT FROM 'effective' THEN 'none' WHEN s.in_date_beyond_law = 0 THEN 'claimed' WHEN s.accepted THEN 'verified' ELSE 'evidenced' END AS practice_proof,
    CASE WHEN NOT s.applies THEN '{}'::text[] ELSE array_remove(ARRAY[
      CASE WHEN s.latest_status = 'returned' THEN 'returned' END,
      CASE WHEN s.law IN ('largely_compliant', 'partially_compliant', 'non_compliant') THEN 'shortfall_in_law' END,
      CASE WHEN s.practice IN ('substantial', 'limited', 'none') THEN 'shortfall_in_practice' END,
      CASE WHEN s.standing_id IS NULL OR s.law IS NULL THEN 'not_assessed' END,
      CASE WHEN (s.law = 'compliant' OR s.practice = 'effective') AND s.supports = 0 THEN 'no_evidence' END,
      CASE WHEN (s.law = 'compliant' OR s.practice = 'effective') AND s.supports > 0 AND s.in_date = 0 THEN 'evidence_out_of_date' END,
      CASE WHEN s.law IS NOT NULL AND (s.practice IS NULL OR s.practice = 'no_data') THEN 'law_only' END,
      CASE WHEN s.latest_status = 'submitted' THEN 'awaiting_review' END], NULL) END AS gaps
  FROM stood s
)`;

/** One `element_state` row as the contract's ElementState; join person as `author` for the author's name. */
export const elementStateJson = `jsonb_build_object(
  'code', s.code, 'obligation', s.obligation, 'article', s.article, 'ordinal', s.ordinal, 'citation', s.citation, 'title', s.title, 'section', s.section,
  'applies', s.applies, 'ground', s.ground, 'groundReason', s.ground_reason, 'law', s.law, 'practice', s.practice, 'lawProof', s.law_proof, 'practiceProof', s.practice_proof,
  'asOf', s.as_of, 'standingNumber', s.standing_number, 'reviewStatus', s.latest_status, 'latestNumber', s.latest_number,
  'recordedAt', to_char(s.latest_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'author', author.name, 'supports', s.supports, 'contradicts', s.contradicts, 'outOfDate', s.out_of_date, 'gaps', to_jsonb(s.gaps))`;

/** The columns of a Tally over `element_state s`, for one lane. */
export const tallyJson = (lane: 'law' | 'practice'): string => {
  const met = lane === 'law' ? 'compliant' : 'effective';
  const count = (when: string) => `count(*) FILTER (WHERE s.applies AND ${when})`;
  return `jsonb_build_object('applicable', ${count('true')}, 'assessed', ${count(`s.${lane} IS NOT NULL`)}, 'claimed', ${count(`s.${lane} = '${met}'`)},
  'evidenced', ${count(`s.${lane}_proof IN ('evidenced', 'verified')`)}, 'verified', ${count(`s.${lane}_proof = 'verified'`)})`;
};
/** Both lanes of the contract's Lanes. */
export const lanesJson = `'law', ${tallyJson('law')}, 'practice', ${tallyJson('practice')}`;
