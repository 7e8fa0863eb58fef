// The transposition table in single statements. Every wording of a provision is the last revision of its text; an amendment ends the one before.
import { moment } from '../../platform/db/moment.sql.ts';

/** An article's place among others as people count: "s. 9" before "s. 10". */
const inOrder = (
  article: string,
) => `(SELECT string_agg(CASE WHEN m.part[1] ~ '^[0-9]' THEN lpad(m.part[1], greatest(length(m.part[1]), 8), '0') ELSE lower(m.part[1]) END, '' ORDER BY m.place)
    FROM regexp_matches(${article}, '[0-9]+|[^0-9]+', 'g') WITH ORDINALITY AS m(part, place))`;

/**
 * CTEs over the provisions of a dossier: $1 organisation · $2 dossier · $3 day. `wording`: each text with its last day, which is also the
 * law's; `shown`: of each provision the wording of the day, else the one before it, else the first.
 */
const wordings = `last_said AS (
  SELECT DISTINCT ON (r.provision_id, r.wording) r.*
  FROM national_provision p JOIN national_provision_revision r ON r.organisation_id = p.organisation_id AND r.provision_id = p.id
  WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid AND r.change <> 'withdrawn'
  ORDER BY r.provision_id, r.wording, r.number DESC
), wording AS (
  SELECT s.*, lead(s.in_force_from) OVER one AS amended_from, count(*) OVER (PARTITION BY s.provision_id)::int AS wordings,
    least(s.in_force_to, lead(s.in_force_from) OVER one - 1) AS holds_to
  FROM last_said s WINDOW one AS (PARTITION BY s.provision_id ORDER BY s.wording)
), shown AS (
  SELECT DISTINCT ON (w.provision_id) w.provision_id AS id, w.number, w.wording, w.wordings, w.article, w.title, w.penalties, w.text, w.amended_from,
    coalesce(w.in_force_from, e.in_force_from) AS in_force_from, least(w.holds_to, e.in_force_to) AS in_force_to,
    CASE WHEN coalesce(w.in_force_from, e.in_force_from) > $3::date THEN 'not_yet' WHEN least(w.holds_to, e.in_force_to) < $3::date THEN 'ended' ELSE 'in_force' END AS force,
    p.version, p.added_by, p.added_at, p.changed_at, p.withdrawn_at, p.withdrawn_reason,
    e.id AS law_id, e.title AS law_title, e.citation AS law_citation, e.language AS law_language, e.confidentiality = 'restricted' AS is_restricted, e.withdrawn_at IS NOT NULL AS law_is_withdrawn,
    ${inOrder('w.article')} AS place
  FROM wording w JOIN national_provision p ON p.organisation_id = $1::uuid AND p.id = w.provision_id
  JOIN evidence e ON e.organisation_id = p.organisation_id AND e.id = p.evidence_id
  WHERE w.wording = 1 OR w.in_force_from <= $3::date
  ORDER BY w.provision_id, w.wording DESC
)`;
const order = (s: string) => `lower(${s}.law_title), ${s}.law_id, ${s}.place, ${s}.id`;

/** What both the list and the table say of a provision; `s` shown. */
const said = `'id', s.id, 'version', s.version, 'article', s.article, 'title', s.title, 'inForceFrom', s.in_force_from, 'inForceTo', s.in_force_to, 'penalties', s.penalties, 'text', s.text,
    'force', s.force, 'wording', s.wording, 'wordings', s.wordings, 'amendedFrom', s.amended_from,
    'law', jsonb_build_object('id', s.law_id, 'title', s.law_title, 'citation', s.law_citation, 'language', s.law_language, 'isRestricted', s.is_restricted, 'isWithdrawn', s.law_is_withdrawn)`;
const elementsOf = (
  s: string,
) => `coalesce((SELECT jsonb_agg(ne.element_code ORDER BY el.ordinal) FROM national_provision_element ne JOIN element el ON el.code = ne.element_code
      WHERE ne.organisation_id = $1::uuid AND ne.provision_id = ${s}.id AND ne.number = ${s}.number), '[]')`;
const provision = `jsonb_build_object(${said}, 'elements', ${elementsOf('s')},
    'withdrawn', CASE WHEN s.withdrawn_at IS NOT NULL THEN jsonb_build_object('at', ${moment('s.withdrawn_at')}, 'reason', s.withdrawn_reason) END,
    'addedBy', coalesce((SELECT n.name FROM person n WHERE n.id = s.added_by), ''), 'addedAt', ${moment('s.added_at')}, 'changedAt', ${moment('s.changed_at')})`;

/** $1 organisation · $2 dossier · $3 day · $4 provision. One row { provision }, or none. */
export const oneSql = `WITH ${wordings} SELECT ${provision} AS provision FROM shown s WHERE s.id = $4::uuid`;

/**
 * $1 organisation · $2 dossier · $3 day · $4 words as an ILIKE pattern · $5 element · $6 article of the treaty · $7 law · $8 force
 * · $9 withdrawn · $10 limit · $11 offset; null where a filter is not set. One row { items, total }, none where there is no such dossier.
 */
export const listSql = `WITH ${wordings}, matching AS (
  SELECT s.*, row_number() OVER (ORDER BY ${order('s')}) AS row FROM shown s
  WHERE ($4::text IS NULL OR s.article ILIKE $4 OR s.title ILIKE $4 OR s.text ILIKE $4 OR s.law_title ILIKE $4)
    AND (($5::text IS NULL AND $6::int IS NULL) OR EXISTS (SELECT 1 FROM national_provision_element ne JOIN element el ON el.code = ne.element_code
      WHERE ne.organisation_id = $1::uuid AND ne.provision_id = s.id AND ne.number = s.number AND ($5::text IS NULL OR ne.element_code = $5) AND ($6::int IS NULL OR el.article = $6)))
    AND ($7::uuid IS NULL OR s.law_id = $7)
    AND ($8::text IS NULL OR s.force = $8)
    AND (s.withdrawn_at IS NOT NULL OR s.law_is_withdrawn) = $9::boolean
), page AS (SELECT * FROM matching ORDER BY row LIMIT $10::int OFFSET $11::int)
SELECT (SELECT count(*)::int FROM matching) AS total, coalesce((SELECT jsonb_agg(${provision} ORDER BY s.row) FROM page s), '[]') AS items
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;

/** $1 organisation · $2 dossier · $3 provision. One row { law, items }: revisions, newest first; null where there is no such provision. */
export const revisionsSql = `
SELECT jsonb_agg(jsonb_build_object('number', s.number, 'change', s.change, 'wording', s.wording, 'article', s.article, 'title', s.title, 'inForceFrom', s.in_force_from,
    'inForceTo', s.in_force_to, 'penalties', s.penalties, 'text', s.text, 'reason', s.reason, 'recordedAt', ${moment('s.recorded_at')},
    'recordedBy', coalesce((SELECT n.name FROM person n WHERE n.id = s.recorded_by), ''), 'elements', ${elementsOf('s')}) ORDER BY s.number DESC) AS items, max(s.evidence_id::text) AS law
FROM (SELECT r.*, r.provision_id AS id, p.evidence_id FROM national_provision p JOIN national_provision_revision r ON r.organisation_id = p.organisation_id AND r.provision_id = p.id
  WHERE p.organisation_id = $1::uuid AND p.dossier_id = $2::uuid AND p.id = $3::uuid) s`;

/** $1 organisation · $2 law. Rows { provision, wording, article, inForceFrom, inForceTo }: every wording of the law's provisions that stand. */
export const ofLawSql = `
SELECT DISTINCT ON (r.provision_id, r.wording) r.provision_id AS provision, r.wording, r.article, r.in_force_from::text AS "inForceFrom", r.in_force_to::text AS "inForceTo"
FROM national_provision p JOIN national_provision_revision r ON r.organisation_id = p.organisation_id AND r.provision_id = p.id
WHERE p.organisation_id = $1::uuid AND p.evidence_id = $2::uuid AND p.withdrawn_at IS NULL AND r.change <> 'withdrawn'
ORDER BY r.provision_id, r.wording, r.number DESC`;

/** $1 organisation · $2 dossier · $3 law. One row { kind, isWithdrawn } held until the end of the transaction, or none. */
export const lawSql = `SELECT e.kind, e.withdrawn_at IS NOT NULL AS "isWithdrawn" FROM evidence e
WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $3::uuid FOR UPDATE`;

/** $1 organisation · $2 dossier · $3 codes. Rows { code } that the dossier does not know. */
export const unknownElementsSql = `SELECT u.code FROM unnest($3::text[]) AS u(code)
WHERE NOT EXISTS (SELECT 1 FROM dossier_element de WHERE de.organisation_id = $1::uuid AND de.dossier_id = $2::uuid AND de.element_code = u.code)`;

/**
 * The correlation table. $1 organisation · $2 dossier · $3 day · $4 first and $5 last article · $6 whether provisions of restricted laws are left out.
 * One row { head, items, restricted }, none where there is no such dossier.
 */
export const correlationSql = `WITH ${wordings}, serving AS (
  SELECT s.*, ne.element_code FROM shown s JOIN national_provision_element ne ON ne.organisation_id = $1::uuid AND ne.provision_id = s.id AND ne.number = s.number
  WHERE s.withdrawn_at IS NULL AND NOT s.law_is_withdrawn
), served AS (
  SELECT s.element_code, jsonb_agg(jsonb_build_object(${said}) ORDER BY ${order('s')}) FILTER (WHERE s.force = 'in_force') AS provisions,
    count(*) FILTER (WHERE s.force <> 'in_force')::int AS rest
  FROM serving s WHERE NOT ($6::boolean AND s.is_restricted) GROUP BY s.element_code
)
SELECT json_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'iso3', d.iso3, 'stateName', n.name, 'organisation', o.name) AS head,
  (SELECT jsonb_agg(jsonb_build_object('element', el.code, 'obligation', el.obligation_code, 'article', el.article, 'citation', el.citation, 'title', el.title, 'wording', el.wording,
      'applies', de.applies, 'ground', de.ground, 'provisions', coalesce(v.provisions, '[]'), 'notInForce', coalesce(v.rest, 0)) ORDER BY el.ordinal)
    FROM dossier_element de JOIN element el ON el.code = de.element_code LEFT JOIN served v ON v.element_code = el.code
    WHERE de.organisation_id = $1::uuid AND de.dossier_id = $2::uuid AND el.article BETWEEN $4::int AND $5::int) AS items,
  (SELECT count(DISTINCT s.id)::int FROM serving s JOIN element el ON el.code = s.element_code
    WHERE $6::boolean AND s.is_restricted AND s.force = 'in_force' AND el.article BETWEEN $4::int AND $5::int) AS restricted
FROM dossier d JOIN state n ON n.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id
WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
