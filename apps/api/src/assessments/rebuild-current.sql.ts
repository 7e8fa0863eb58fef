// The proof that the stored current rows are those that follow from the log, and their rebuilding.
import { derivedSql } from '../dossiers/derived-current.sql.ts';

/** Rows that differ between the table and the log, for the organisation $1: { dossier, element }. No row: both are equal. */
export const differencesSql = `
SELECT dossier_id AS dossier, element_code AS element
FROM (SELECT * FROM current_assessment WHERE organisation_id = $1) stored
FULL JOIN (${derivedSql}) derived USING (organisation_id, dossier_id, element_code)
WHERE to_jsonb(stored) IS DISTINCT FROM to_jsonb(derived)
ORDER BY 1, 2`;

const columns = [
  ...['organisation_id', 'dossier_id', 'element_code', 'latest_id', 'latest_number', 'latest_status', 'latest_author_id', 'latest_recorded_at', 'status_since'],
  ...['status_reason', 'standing_id', 'standing_number', 'standing_accepted', 'law', 'practice', 'as_of', 'standing_since'],
];

/** Writes the rows of the organisation $1 anew from the log. */
export const rebuildSql = `
INSERT INTO current_assessment (${columns.join(', ')})
SELECT ${columns.join(', ')} FROM (${derivedSql}) derived
ON CONFLICT (organisation_id, dossier_id, element_code) DO UPDATE SET ${columns
  .slice(3)
  .map((c) => `${c} = excluded.${c}`)
  .join(', ')}`;
