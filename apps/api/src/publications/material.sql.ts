// What a release is made of: the judgements that count, with what is public of their evidence. Internal and restricted pieces are only counted.
import { elementStates } from '../dossiers/element-state.sql.ts';
import { guestOrganisation } from '../people/guest-name.sql.ts';
import { matrixMaterial } from './matrix-material.sql.ts';

const isPublic = `ev.confidentiality = 'public' AND ev.erased_at IS NULL`;
const cites = `FROM citation ct JOIN evidence ev ON ev.organisation_id = ct.organisation_id AND ev.id = ct.evidence_id AND ev.withdrawn_at IS NULL`;
/** Files of the piece `ev` as it stands, and their copies. */
const files = `FROM evidence_file f LEFT JOIN evidence_copy k ON k.organisation_id = f.organisation_id AND k.file_id = f.id AND k.state = 'made'
  WHERE f.organisation_id = ev.organisation_id AND f.evidence_id = ev.id
  AND NOT EXISTS (SELECT 1 FROM evidence_file_removal r WHERE r.organisation_id = f.organisation_id AND r.file_id = f.id)`;
const columns = {
  ...{ kind: 'kind', title: 'title', citation: 'citation', originator: 'originator', originatorKind: 'originator_kind', method: 'method' },
  ...{ territory: 'territory', population: 'population', language: 'language', datedOn: 'dated_on', inForceFrom: 'in_force_from' },
  ...{ inForceTo: 'in_force_to', periodFrom: 'period_from', periodTo: 'period_to', url: 'link', summary: 'summary' },
};

/** $1 organisation · $2 dossier · $3 day · $4 articles, int[]. One row of Material, or none where there is no such dossier. */
export const materialSql = `WITH ${elementStates('= $2', '$3')}, chosen AS (
  SELECT s.*, c.standing_id, a.reasons, a.qualifier_note, a.matrix_reason, a.period_from, a.period_to, a.recorded_at, ${guestOrganisation('a')} AS contributed_by
  FROM element_state s
  LEFT JOIN current_assessment c ON c.organisation_id = $1 AND c.dossier_id = s."dossierId" AND c.element_code = s.code
  LEFT JOIN assessment a ON a.organisation_id = $1 AND a.id = c.standing_id
  WHERE s.article = ANY ($4::int[])
), pieces AS (
  SELECT DISTINCT ev.id, ev.confidentiality, ${isPublic} AS is_public ${cites} JOIN chosen x ON x.standing_id = ct.assessment_id WHERE ct.organisation_id = $1
)
SELECT d.iso3 AS state, st.name AS "stateName", jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS organisation,
  jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'periodFrom', d.period_from, 'periodTo', d.period_to) AS dossier,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'obligation', x.obligation, 'article', x.article, 'citation', x.citation, 'title', x.title,
      'applies', x.applies, 'ground', x.ground, 'groundReason', x."groundReason", 'law', x.law, 'practice', x.practice, 'lawProof', x."lawProof", 'practiceProof', x."practiceProof",
      'isAccepted', CASE WHEN x.standing_id IS NOT NULL THEN x."standingAccepted" END, 'asOf', x."asOf", 'periodFrom', x.period_from, 'periodTo', x.period_to,
      'assessedOn', (x.recorded_at AT TIME ZONE 'UTC')::date, 'reasons', coalesce(x.reasons, ''), 'qualifierNote', coalesce(x.qualifier_note, ''), 'matrixReason', coalesce(x.matrix_reason, ''), 'contributedBy', x.contributed_by,
      'cited', (SELECT count(*)::int ${cites} WHERE ct.organisation_id = $1 AND ct.assessment_id = x.standing_id),
      'citations', (SELECT coalesce(jsonb_agg(jsonb_build_object('piece', ct.evidence_id, 'pinpoint', ct.pinpoint, 'stance', ct.stance, 'quote', ct.quote, 'page', ct.page) ORDER BY ct.ordinal), '[]')
        ${cites} WHERE ct.organisation_id = $1 AND ct.assessment_id = x.standing_id AND ${isPublic})) ORDER BY x.ordinal), '[]') FROM chosen x) AS elements,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('piece', ev.id, ${Object.entries(columns)
    .map(([name, column]) => `'${name}', ev.${column}`)
    .join(', ')},
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', k.size_bytes, 'sha256', k.sha256) ORDER BY f.stored_at, f.id), '[]') ${files} AND k.sha256 IS NOT NULL)) ORDER BY ev.added_at, ev.id), '[]')
    FROM pieces p JOIN evidence ev ON ev.organisation_id = $1 AND ev.id = p.id WHERE p.is_public) AS evidence,
  (SELECT coalesce(sum((SELECT count(*) ${files} AND k.sha256 IS NULL)), 0)::int FROM pieces p JOIN evidence ev ON ev.organisation_id = $1 AND ev.id = p.id WHERE p.is_public) AS "filesWithoutCopy",
  ${matrixMaterial} AS matrix,
  (SELECT count(*)::int FROM pieces p WHERE p.confidentiality = 'internal') AS "internalPieces",
  (SELECT count(*)::int FROM pieces p WHERE p.confidentiality = 'restricted') AS "restrictedPieces"
FROM dossier d JOIN state st ON st.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id
WHERE d.organisation_id = $1 AND d.id = $2`;
