import { moment } from '../../platform/db/moment.sql.ts';

/** The content of a judgement as text, by the names of the workbook's fields; `a` an assessment. */
const content = (a: string) => `jsonb_build_object('law', coalesce(${a}.law::text, ''), 'practice', coalesce(${a}.practice::text, ''),
  'asOf', coalesce(${a}.as_of::text, ''), 'periodFrom', coalesce(${a}.period_from::text, ''), 'periodTo', coalesce(${a}.period_to::text, ''),
  'reasons', ${a}.reasons, 'qualifierNote', ${a}.qualifier_note)`;

/**
 * $1 organisation · $2 dossier · $3 [{ code, base }]. Rows { code, citation, title, wording, applies, latest, now, bases, evidence }: every element of the dossier
 * with its newest judgement and the one that a row was written upon. `evidence`: titles of the pieces cited that may leave.
 */
export const knownSql = `
SELECT e.code, e.citation, e.title, e.wording, de.applies,
  CASE WHEN n.id IS NOT NULL THEN json_build_object('number', n.number, 'status', c.latest_status, 'author', coalesce(p.name, 'Former member'),
    'recordedAt', ${moment('n.recorded_at')}) END AS latest,
  CASE WHEN n.id IS NOT NULL THEN ${content('n')} END AS now,
  coalesce((SELECT jsonb_agg(jsonb_build_object('number', b.number, 'content', ${content('b')}))
    FROM jsonb_to_recordset($3::jsonb) AS w(code text, base int)
    JOIN assessment b ON b.organisation_id = de.organisation_id AND b.dossier_id = de.dossier_id AND b.element_code = w.code AND b.number = w.base
    WHERE w.code = de.element_code), '[]') AS bases,
  coalesce((SELECT jsonb_agg(ev.title || CASE WHEN ct.pinpoint <> '' THEN ', ' || ct.pinpoint ELSE '' END ORDER BY ct.ordinal)
    FROM citation ct JOIN evidence ev ON ev.organisation_id = ct.organisation_id AND ev.id = ct.evidence_id
    WHERE ct.organisation_id = n.organisation_id AND ct.assessment_id = n.id AND ev.withdrawn_at IS NULL AND ev.confidentiality <> 'restricted'), '[]') AS evidence
FROM dossier_element de
JOIN element e ON e.code = de.element_code
LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
LEFT JOIN assessment n ON n.organisation_id = c.organisation_id AND n.id = c.latest_id
LEFT JOIN person p ON p.id = n.author_id
WHERE de.organisation_id = $1::uuid AND de.dossier_id = $2::uuid
ORDER BY e.ordinal`;

/** $1 organisation · $2 dossier. One row { title, organisation, stateName, iso3, openedAt }, or none. */
export const headSql = `SELECT d.title, o.name AS organisation, n.name AS "stateName", d.iso3
FROM dossier d JOIN organisation o ON o.id = d.organisation_id JOIN state n ON n.iso3 = d.iso3
WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
