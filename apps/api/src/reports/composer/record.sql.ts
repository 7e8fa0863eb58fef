// What the record holds of each element, as a report may tell it: what was accepted, and nothing that is only submitted or drafted.

/**
 * $1 organisation · $2 dossier. One row { head, elements }, or none where there is no such dossier. Restricted and withdrawn pieces are left out.
 */
export const recordSql = `WITH accepted AS (
  SELECT a.* FROM current_assessment c JOIN assessment a ON a.organisation_id = c.organisation_id AND a.id = c.standing_id
  WHERE c.organisation_id = $1::uuid AND c.dossier_id = $2::uuid AND c.standing_accepted
), pieces AS (
  SELECT a.id AS assessment_id, jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'citation', e.citation, 'pinpoint', ct.pinpoint) ORDER BY ct.ordinal) AS evidence
  FROM accepted a JOIN citation ct ON ct.organisation_id = a.organisation_id AND ct.assessment_id = a.id
  JOIN evidence e ON e.organisation_id = ct.organisation_id AND e.id = ct.evidence_id AND e.confidentiality <> 'restricted' AND e.withdrawn_at IS NULL
  GROUP BY a.id
)
SELECT jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'iso3', d.iso3, 'stateName', s.name, 'organisation', o.name) AS head,
  (SELECT jsonb_agg(jsonb_build_object('code', x.element_code, 'applies', x.applies, 'ground', x.ground, 'groundReason', x.reason,
      'accepted', CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('law', a.law, 'practice', a.practice, 'asOf', a.as_of, 'periodFrom', a.period_from, 'periodTo', a.period_to,
        'reasons', a.reasons, 'qualifierNote', a.qualifier_note) END,
      'evidence', coalesce(p.evidence, '[]')) ORDER BY x.element_code)
    FROM dossier_element x
    LEFT JOIN accepted a ON a.element_code = x.element_code
    LEFT JOIN pieces p ON p.assessment_id = a.id
    WHERE x.organisation_id = d.organisation_id AND x.dossier_id = d.id) AS elements
FROM dossier d JOIN state s ON s.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id
WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
