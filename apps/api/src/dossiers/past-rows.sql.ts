// A dossier as it stood: the rows of a past moment, derived from what is append-only, under the names of the tables.
import { derivedSql } from './derived-current.sql.ts';

const said = (name: string, type: string) => `(r.content->>'${name}')::${type}`;

/**
 * CTEs that stand in for the tables of one dossier ($1 organisation, $2 dossier) as they were at the moment bound to `at`.
 * Within the statement they shadow the tables, so that every query reads the past with not a word changed.
 * Names of people and bodies and the catalogue's titles are those of today.
 */
const pastRows = (at: string) => `dossier_then AS MATERIALIZED (
  SELECT r.* FROM public.dossier_revision r WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid AND r.recorded_at <= ${at}::timestamptz ORDER BY r.version DESC LIMIT 1
), dossier AS (
  SELECT d.organisation_id, d.id, r.version, d.kind, d.iso3, d.treaty, r.title, d.catalogue_version, r.period_from, r.period_to, r.facts, r.shelf_life, d.opened_by, d.opened_at
  FROM dossier_then r JOIN public.dossier d ON d.organisation_id = r.organisation_id AND d.id = r.dossier_id
), dossier_element AS (
  SELECT r.organisation_id, r.dossier_id, x.element AS element_code, x.applies, x.ground::ground AS ground, x.reason
  FROM dossier_then r CROSS JOIN LATERAL jsonb_to_recordset(r.elements) AS x(element text, applies boolean, ground text, reason text)
), evidence AS (
  SELECT e.organisation_id, e.id, e.dossier_id, r.number AS version, ${said('kind', 'evidence_kind')} AS kind, r.content->>'title' AS title, r.content->>'citation' AS citation,
    r.content->>'originator' AS originator, r.content->>'language' AS language, ${said('datedOn', 'date')} AS dated_on, ${said('inForceFrom', 'date')} AS in_force_from,
    ${said('inForceTo', 'date')} AS in_force_to, ${said('periodFrom', 'date')} AS period_from, ${said('periodTo', 'date')} AS period_to,
    ${said('confidentiality', 'confidentiality')} AS confidentiality, r.content->>'link' AS link, r.content->>'summary' AS summary,
    ${said('originatorKind', 'originator_kind')} AS originator_kind, coalesce(r.content->>'collector', '') AS collector, ${said('method', 'evidence_method')} AS method,
    coalesce(r.content->>'territory', '') AS territory, ${said('coversWholeTerritory', 'boolean')} AS covers_whole_territory, coalesce(r.content->>'population', '') AS population,
    ${said('translationOf', 'uuid')} AS translation_of, ${said('reviewBy', 'date')} AS review_by, e.erased_at,
    app.out_of_date_on(r.content->>'kind', ${said('datedOn', 'date')}, ${said('inForceTo', 'date')}, ${said('periodTo', 'date')}, ${said('reviewBy', 'date')}, d.shelf_life) AS out_of_date_on, e.added_by, e.added_at,
    greatest(r.recorded_at, (SELECT max(f.stored_at) FROM public.evidence_file f WHERE f.organisation_id = e.organisation_id AND f.evidence_id = e.id AND f.stored_at <= ${at}::timestamptz)) AS changed_at,
    CASE WHEN r.content ? 'withdrawn' THEN r.recorded_at END AS withdrawn_at, r.content->'withdrawn'->>'reason' AS withdrawn_reason
  FROM public.evidence e CROSS JOIN dossier_then d
  JOIN LATERAL (SELECT * FROM public.evidence_revision r WHERE r.organisation_id = e.organisation_id AND r.evidence_id = e.id AND r.recorded_at <= ${at}::timestamptz
    ORDER BY r.number DESC LIMIT 1) r ON true
  WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid
), evidence_file AS (
  SELECT f.* FROM public.evidence_file f WHERE f.organisation_id = $1::uuid AND f.stored_at <= ${at}::timestamptz
), evidence_file_removal AS (
  SELECT x.* FROM public.evidence_file_removal x WHERE x.organisation_id = $1::uuid AND x.removed_at <= ${at}::timestamptz
), national_provision_revision AS (
  SELECT r.* FROM public.national_provision_revision r WHERE r.organisation_id = $1::uuid AND r.recorded_at <= ${at}::timestamptz
), national_provision AS (
  SELECT p.organisation_id, p.id, p.dossier_id, p.evidence_id, r.number AS version, p.added_by, p.added_at, r.recorded_at AS changed_at,
    CASE WHEN r.change = 'withdrawn' THEN r.recorded_at END AS withdrawn_at, r.reason AS withdrawn_reason
  FROM public.national_provision p JOIN LATERAL (SELECT * FROM public.national_provision_revision r WHERE r.organisation_id = p.organisation_id AND r.provision_id = p.id
    AND r.recorded_at <= ${at}::timestamptz ORDER BY r.number DESC LIMIT 1) r ON true
  WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid
), evidence_figures AS (
  SELECT f.* FROM public.evidence_figures f WHERE f.organisation_id = $1::uuid AND f.dossier_id = $2::uuid AND f.recorded_at <= ${at}::timestamptz
), criminalisation_cell AS (
  SELECT c.* FROM public.criminalisation_cell c WHERE c.organisation_id = $1::uuid AND c.dossier_id = $2::uuid AND c.recorded_at <= ${at}::timestamptz
), assessment AS (
  SELECT a.* FROM public.assessment a WHERE a.organisation_id = $1::uuid AND a.dossier_id = $2::uuid AND a.recorded_at <= ${at}::timestamptz
), review AS (
  SELECT r.* FROM public.review r JOIN public.assessment a ON a.organisation_id = r.organisation_id AND a.id = r.assessment_id
  WHERE r.organisation_id = $1::uuid AND a.dossier_id = $2::uuid AND r.at <= ${at}::timestamptz
), element_assignment AS (
  SELECT ea.* FROM public.element_assignment ea WHERE ea.organisation_id = $1::uuid AND ea.dossier_id = $2::uuid AND ea.assigned_at <= ${at}::timestamptz
), evidence_request AS (
  SELECT q.* FROM public.evidence_request q WHERE q.organisation_id = $1::uuid AND q.dossier_id = $2::uuid AND q.asked_at <= ${at}::timestamptz
), evidence_request_step AS (
  SELECT q.* FROM public.evidence_request_step q WHERE q.organisation_id = $1::uuid AND q.dossier_id = $2::uuid AND q.at <= ${at}::timestamptz
), current_assessment AS (${derivedSql})`;

/** A statement of a dossier (`$1` organisation, `$2` dossier) over the rows as they were at the moment bound to `at`, such as `$4`. */
export const asItStood = (statement: string, at: string): string => {
  const text = statement.trimStart();
  return text.startsWith('WITH ') ? `WITH ${pastRows(at)}, ${text.slice('WITH '.length)}` : `WITH ${pastRows(at)} ${text}`;
};
