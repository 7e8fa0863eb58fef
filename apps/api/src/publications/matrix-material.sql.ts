// The cells of the criminalisation matrix for a release: each as its last filling says, with the words of its source and whether that is public.
import { heldCells } from '../assessments/criminalisation/criminalisation.sql.ts';

const isPublic = (piece: string) => `${piece}.confidentiality = 'public' AND ${piece}.erased_at IS NULL AND ${piece}.withdrawn_at IS NULL`;

/** $1 organisation · $2 dossier. An expression: a JSON array of MaterialCell. */
export const matrixMaterial = `(WITH ${heldCells}
  SELECT coalesce(jsonb_agg(jsonb_build_object('row', h.row_code, 'column', h.column_code, 'value', h.value,
      'source', CASE WHEN h.provision_id IS NOT NULL THEN concat_ws(', ', l.title, s.article) WHEN h.evidence_id IS NOT NULL THEN concat_ws(', ', e.title, nullif(h.pinpoint, '')) ELSE h.words END,
      'isPublic', CASE WHEN h.provision_id IS NOT NULL THEN np.withdrawn_at IS NULL AND ${isPublic('l')} WHEN h.evidence_id IS NOT NULL THEN ${isPublic('e')} ELSE true END)
    ORDER BY h.row_code, h.column_code), '[]')
  FROM held h
  LEFT JOIN national_provision np ON np.organisation_id = h.organisation_id AND np.id = h.provision_id
  LEFT JOIN evidence l ON l.organisation_id = np.organisation_id AND l.id = np.evidence_id
  LEFT JOIN LATERAL (SELECT r.article FROM national_provision_revision r WHERE r.organisation_id = np.organisation_id AND r.provision_id = np.id ORDER BY r.number DESC LIMIT 1) s ON true
  LEFT JOIN evidence e ON e.organisation_id = h.organisation_id AND e.id = h.evidence_id
  WHERE h.value IS NOT NULL)`;
