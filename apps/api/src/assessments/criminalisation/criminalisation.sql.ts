// The criminalisation matrix in single statements; every cell as its last filling says.
import type { RecordedCell } from '@servanda/contract';
import { personName } from '../../people/person-name.sql.ts';
import { moment } from '../../platform/db/moment.sql.ts';

/** The last word on each cell, emptied ones too. $1 organisation · $2 dossier. */
export const heldCells = `held AS (
  SELECT DISTINCT ON (c.row_code, c.column_code) c.* FROM criminalisation_cell c WHERE c.organisation_id = $1::uuid AND c.dossier_id = $2::uuid
  ORDER BY c.row_code, c.column_code, c.version DESC
)`;

/** `h` held. What it was read from, as it is called today. */
const source = `CASE
    WHEN h.provision_id IS NOT NULL THEN json_build_object('kind', 'provision', 'provision', h.provision_id, 'article', s.article, 'law', l.title, 'isWithdrawn', p.withdrawn_at IS NOT NULL OR l.withdrawn_at IS NOT NULL)
    WHEN h.evidence_id IS NOT NULL THEN json_build_object('kind', 'evidence', 'evidence', h.evidence_id, 'title', e.title, 'pinpoint', h.pinpoint, 'isWithdrawn', e.withdrawn_at IS NOT NULL)
    WHEN h.words <> '' THEN json_build_object('kind', 'words', 'words', h.words) END`;

/** `isRestricted`: what it was read from is. */
export type StoredCell = RecordedCell & { isRestricted: boolean };

/** The whole matrix; `recorded` holds StoredCell. $1 organisation · $2 dossier · $3 elements, text[]. One row { dossier, version, recorded, elements }, or none. */
export const matrixSql = `WITH ${heldCells}
SELECT d.id AS dossier, coalesce((SELECT max(h.version) FROM held h), 0) AS version,
  coalesce((SELECT json_agg(json_build_object('row', h.row_code, 'column', h.column_code, 'value', h.value, 'source', ${source}, 'isRestricted', coalesce(l.confidentiality, e.confidentiality) IS NOT DISTINCT FROM 'restricted', 'version', h.version,
      'recordedBy', ${personName('h.recorded_by')}, 'recordedAt', ${moment('h.recorded_at')}) ORDER BY h.row_code, h.column_code)
    FROM held h
    LEFT JOIN national_provision p ON p.organisation_id = h.organisation_id AND p.id = h.provision_id
    LEFT JOIN evidence l ON l.organisation_id = p.organisation_id AND l.id = p.evidence_id
    LEFT JOIN LATERAL (SELECT r.article FROM national_provision_revision r WHERE r.organisation_id = p.organisation_id AND r.provision_id = p.id ORDER BY r.number DESC LIMIT 1) s ON true
    LEFT JOIN evidence e ON e.organisation_id = h.organisation_id AND e.id = h.evidence_id
    WHERE h.value IS NOT NULL), '[]') AS recorded,
  (SELECT json_agg(json_build_object('code', el.code, 'citation', el.citation, 'title', el.title, 'obligation', el.obligation_code, 'applies', de.applies, 'law', c.law,
      'matrixReason', coalesce(a.matrix_reason, '')) ORDER BY el.article, el.ordinal)
    FROM dossier_element de JOIN element el ON el.code = de.element_code
    LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
    LEFT JOIN assessment a ON a.organisation_id = c.organisation_id AND a.id = c.standing_id
    WHERE de.organisation_id = d.organisation_id AND de.dossier_id = d.id AND de.element_code = ANY ($3::text[])) AS elements
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** What is said in some columns. $1 organisation · $2 dossier · $3 columns, text[]. Rows { row, column, value }. */
export const saidSql = `WITH ${heldCells}
SELECT h.row_code AS "row", h.column_code AS "column", h.value FROM held h WHERE h.column_code = ANY ($3::text[]) AND h.value IS NOT NULL`;

/** Cells that were set since. $1 organisation · $2 dossier · $3 version seen. Rows { row, column }. */
export const sinceSql = `WITH ${heldCells} SELECT h.row_code AS "row", h.column_code AS "column" FROM held h WHERE h.version > $3::int`;

const cells = `jsonb_to_recordset($3::jsonb) AS w("at" int, "row" text, "column" text, "value" text, provision uuid, evidence uuid, pinpoint text, words text)`;

/** Which cells name what is not in the dossier or was withdrawn. $1 organisation · $2 dossier · $3 cells. Rows { at }. */
export const unknownSourcesSql = `SELECT w.at FROM ${cells}
WHERE (w.provision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM national_provision p WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid AND p.id = w.provision AND p.withdrawn_at IS NULL))
  OR (w.evidence IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = w.evidence AND e.withdrawn_at IS NULL))
ORDER BY w.at`;

/** $1 organisation · $2 dossier · $3 cells · $4 version · $5 by · $6 now. */
export const fillSql = `INSERT INTO criminalisation_cell (organisation_id, dossier_id, row_code, column_code, version, value, provision_id, evidence_id, pinpoint, words, recorded_by, recorded_at)
SELECT $1, $2, w.row, w.column, $4, w.value::criminalisation_value, w.provision, w.evidence, w.pinpoint, w.words, $5, $6 FROM ${cells}`;
