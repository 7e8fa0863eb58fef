// Bringing in a list, always for all its rows at once.

/** What a piece says, as the contract writes it; `e` evidence. */
const content = `jsonb_build_object('kind', e.kind, 'title', e.title, 'citation', e.citation, 'originator', e.originator, 'originatorKind', e.originator_kind,
  'collector', e.collector, 'method', e.method, 'territory', e.territory, 'coversWholeTerritory', e.covers_whole_territory, 'population', e.population,
  'translationOf', e.translation_of, 'reviewBy', e.review_by, 'language', e.language, 'datedOn', e.dated_on, 'inForceFrom', e.in_force_from, 'inForceTo', e.in_force_to,
  'periodFrom', e.period_from, 'periodTo', e.period_to, 'confidentiality', e.confidentiality, 'link', e.link, 'summary', e.summary)`;

/**
 * $1 organisation · $2 dossier · $3 references. Rows { reference, id, version, isWithdrawn, isErased, hasProvisions, content }: the pieces they name, by the reference
 * of a list (of an erased one only its hash is known) or by their own id.
 */
export const knownSql = (lock: '' | 'FOR UPDATE OF e') => `
SELECT k.reference, e.id, e.version, e.withdrawn_at IS NOT NULL AS "isWithdrawn", e.erased_at IS NOT NULL AS "isErased",
  EXISTS (SELECT 1 FROM national_provision p WHERE p.organisation_id = e.organisation_id AND p.evidence_id = e.id AND p.withdrawn_at IS NULL) AS "hasProvisions", ${content} AS content
FROM unnest($3::text[]) AS k(reference)
CROSS JOIN LATERAL (
  SELECT coalesce(
    (SELECT r.evidence_id FROM evidence_reference r WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid AND r.reference = k.reference),
    (SELECT r.evidence_id FROM evidence_reference r WHERE r.organisation_id = $1::uuid AND r.dossier_id = $2::uuid
      AND r.reference = 'erased ' || encode(sha256(convert_to(k.reference, 'UTF8')), 'hex')),
    CASE WHEN k.reference ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN k.reference::uuid END) AS id) named
JOIN evidence e ON e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = named.id
ORDER BY e.id ${lock}`;

const said = `"kind" evidence_kind, "title" text, "citation" text, "originator" text, "originatorKind" originator_kind, "collector" text, "method" evidence_method, "territory" text,
  "coversWholeTerritory" boolean, "population" text, "translationOf" uuid, "reviewBy" date, "language" text, "datedOn" date, "inForceFrom" date, "inForceTo" date,
  "periodFrom" date, "periodTo" date, "confidentiality" confidentiality, "link" text, "summary" text`;
const columns = `kind, title, citation, originator, originator_kind, collector, method, territory, covers_whole_territory, population, translation_of, review_by, language,
  dated_on, in_force_from, in_force_to, period_from, period_to, confidentiality, link, summary`;
const values = `c."kind", c."title", c."citation", c."originator", c."originatorKind", c."collector", c."method", c."territory", c."coversWholeTerritory", c."population",
  c."translationOf", c."reviewBy", c."language", c."datedOn", c."inForceFrom", c."inForceTo", c."periodFrom", c."periodTo", c."confidentiality", c."link", c."summary"`;
const given = `jsonb_to_recordset($3::jsonb) AS x(id uuid, version int, reference text, content jsonb)`;

/** $1 organisation · $2 dossier · $3 [{ id, version, reference, content }] · $4 person · $5 now. The new pieces are those of version 1. */
export const addPiecesSql = `
INSERT INTO evidence (organisation_id, id, dossier_id, version, ${columns}, added_by, added_at, changed_at)
SELECT $1::uuid, x.id, $2::uuid, 1, ${values}, $4::uuid, $5::timestamptz, $5::timestamptz
FROM ${given} CROSS JOIN LATERAL jsonb_to_record(x.content) AS c(${said}) WHERE x.version = 1`;

/** The same parameters. A row { id } for each piece that still stood at the version before. */
export const revisePiecesSql = `
UPDATE evidence e SET version = x.version, changed_at = $5::timestamptz, (${columns}) = ROW(${values})
FROM ${given} CROSS JOIN LATERAL jsonb_to_record(x.content) AS c(${said})
WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = x.id AND x.version > 1 AND e.version = x.version - 1 AND $4::uuid IS NOT NULL
RETURNING e.id`;

/** The same parameters. */
export const addRevisionsSql = `
INSERT INTO evidence_revision (organisation_id, evidence_id, number, content, recorded_by, recorded_at)
SELECT $1::uuid, x.id, x.version, x.content, $4::uuid, $5::timestamptz FROM ${given} WHERE $2::uuid IS NOT NULL`;

/** The same parameters. A piece that was named by its own id keeps that as its name. */
export const nameSql = `
INSERT INTO evidence_reference (organisation_id, dossier_id, reference, evidence_id, given_at)
SELECT $1::uuid, $2::uuid, x.reference, x.id, $5::timestamptz FROM ${given} WHERE x.version = 1 AND $4::uuid IS NOT NULL`;

/** $1 organisation · $2 dossier · $3 most. Rows { reference, content }: what stands and may leave, as a list. */
export const librarySql = `
SELECT coalesce(r.reference, e.id::text) AS reference, ${content} AS content
FROM evidence e LEFT JOIN evidence_reference r ON r.organisation_id = e.organisation_id AND r.evidence_id = e.id
WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.withdrawn_at IS NULL AND e.erased_at IS NULL AND e.confidentiality <> 'restricted'
ORDER BY e.added_at, e.id LIMIT $3::int`;
