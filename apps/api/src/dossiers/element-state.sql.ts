// The one source of what is known about each element of a dossier: dossiers, gaps and reports all read this.
import { guestName } from '../people/guest-name.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';
import { passageStands } from './passage.sql.ts';

const met = { law: `c.law = 'compliant'`, practice: `c.practice = 'effective'` };
const isMet = `(coalesce(${met.law}, false) OR coalesce(${met.practice}, false))`;
const supports = 'coalesce(cited.supports, 0)';
const currentSupports = 'coalesce(cited.current_supports, 0)';

/** `claimed` ⊃ `evidenced` ⊃ `verified`; what does not apply proves nothing. */
const proof = (lane: 'law' | 'practice', current: string) => `CASE
    WHEN NOT de.applies OR ${met[lane]} IS NOT TRUE THEN 'none'
    WHEN coalesce(${current}, 0) = 0 THEN 'claimed'
    WHEN c.standing_accepted THEN 'verified' ELSE 'evidenced' END`;

/** Whose word is independent of those whose duty is assessed. */
const independent = `'court', 'national_institution', 'civil_society', 'international_body', 'academic', 'media'`;
const inPractice = `c.practice IS NOT NULL AND c.practice <> 'no_data' AND ${supports} > 0`;
const aged = (when: string) => `CASE WHEN ${when} AND coalesce(cited.out_of_date, 0) > 0 THEN 'older_than_shelf_life' END`;

/** In the contract's order, the most pressing first. */
const gapKinds: [kind: string, when: string][] = [
  ['returned', `c.latest_status = 'returned'`],
  ['shortfall_in_law', `c.law IN ('largely_compliant', 'partially_compliant', 'non_compliant')`],
  ['shortfall_in_practice', `c.practice IN ('substantial', 'limited', 'none')`],
  ['not_assessed', 'c.law IS NULL'],
  ['no_evidence', `c.standing_id IS NOT NULL AND ${isMet} AND ${supports} = 0`],
  ['evidence_out_of_date', `c.standing_id IS NOT NULL AND ${isMet} AND ${supports} > 0 AND ${currentSupports} = 0`],
  [
    'evidence_weak',
    `c.practice = 'effective' AND ${supports} > 0 AND lacking.practice && '{only_law_for_practice,no_independent_originator,part_of_territory}'`,
  ],
  ['evidence_revised', `c.standing_id IS NOT NULL AND (coalesce(cited.revised, 0) > 0 OR coalesce(cited.passages_gone, 0) > 0)`],
  ['law_only', `c.law IS NOT NULL AND (c.practice IS NULL OR c.practice = 'no_data')`],
  ['awaiting_review', `c.latest_status = 'submitted'`],
];

/**
 * CTEs `cited`, `assigned`, `asker` and `element_state`: begin the statement with `WITH ${elementStates('= $2', '$3')} SELECT …`.
 * $1 is always the organisation. `dossierIs` is what follows `dossier_id`: `= $2`, or `IN (SELECT id FROM page)`
 * where an earlier CTE chose them. `on` is the parameter that holds the day (YYYY-MM-DD) on which evidence is
 * held against its dates.
 *
 * `element_state` has one row for each (dossier, element), with ElementState's own names as columns, and beside them
 * "passagesGone" · "dossierId" · "openedAt" (timestamptz) · "standingAccepted" · "currentSupports" · "standingSince", "statusSince" (timestamptz)
 * · "statusReason" · "lastOutOfDateOn" (date on which the last supporting piece went, or goes, out of date)
 * · "bodyId", "ownerId" and "body", "owner" as json. `asker` is the person of the transaction's scope.
 * "recordedAt" is a timestamptz here and text in `elementStateJson`.
 *
 * `cited` is materialised: the planner expects one row of it and would aggregate it anew for each of the 51 (24 ms against 9 ms).
 *
 * A verdict is that of the standing judgement (last accepted, else last submitted; drafts never count). Met: `compliant`
 * in law, `effective` in practice. Citations are the standing judgement's, of pieces not withdrawn; a supporting one is
 * current if its piece is in force and not out of date. A law or agreement alone never evidences practice.
 */
export const elementStates = (dossierIs: string, on: string) => `cited AS MATERIALIZED (
  SELECT ct.assessment_id,
    count(*) FILTER (WHERE ct.stance = 'supports')::int AS supports,
    count(*) FILTER (WHERE ct.stance = 'contradicts')::int AS contradicts,
    count(*) FILTER (WHERE ct.stance = 'supports' AND ev.out_of_date_on <= ${on}::date)::int AS out_of_date,
    count(*) FILTER (WHERE ct.stance = 'supports' AND dates.is_current)::int AS current_supports,
    count(*) FILTER (WHERE ct.stance = 'supports' AND dates.is_current AND ev.kind NOT IN ('law', 'agreement'))::int AS current_practice,
    max(ev.out_of_date_on) FILTER (WHERE ct.stance = 'supports') AS last_out_of_date_on,
    count(*) FILTER (WHERE ct.revision < ev.version)::int AS revised,
    max(ev.changed_at) FILTER (WHERE ct.revision < ev.version OR told.stands IS FALSE) AS revised_at,
    count(*) FILTER (WHERE told.stands IS FALSE)::int AS passages_gone,
    count(*) FILTER (WHERE ct.stance = 'supports' AND ev.kind NOT IN ('law', 'agreement'))::int AS beyond_law,
    count(*) FILTER (WHERE ct.stance = 'supports' AND ev.kind NOT IN ('law', 'agreement') AND ev.covers_whole_territory IS FALSE)::int AS of_a_part,
    count(*) FILTER (WHERE ct.stance = 'supports' AND ev.originator_kind IN (${independent}))::int AS independent
  FROM current_assessment c
  JOIN citation ct ON ct.organisation_id = c.organisation_id AND ct.assessment_id = c.standing_id
  JOIN evidence ev ON ev.organisation_id = ct.organisation_id AND ev.id = ct.evidence_id AND ev.withdrawn_at IS NULL
  CROSS JOIN LATERAL (SELECT (ev.out_of_date_on IS NULL OR ev.out_of_date_on > ${on}::date) AND (ev.in_force_from IS NULL OR ev.in_force_from <= ${on}::date) AS is_current) dates
  CROSS JOIN LATERAL (SELECT ${passageStands} AS stands) told
  WHERE c.organisation_id = $1 AND c.dossier_id ${dossierIs}
  GROUP BY ct.assessment_id
), assigned AS MATERIALIZED (
  SELECT DISTINCT ON (ea.dossier_id, ea.element_code) ea.dossier_id, ea.element_code, ea.body_id, ea.person_id
  FROM element_assignment ea WHERE ea.organisation_id = $1 AND ea.dossier_id ${dossierIs}
  ORDER BY ea.dossier_id, ea.element_code, ea.number DESC
), asker AS MATERIALIZED (
  SELECT m.person_id, m.body_id FROM membership m WHERE m.organisation_id = $1 AND m.person_id = (SELECT app.person())
), element_state AS (
  SELECT de.dossier_id AS "dossierId", e.code, e.obligation_code AS obligation, e.article, e.ordinal, e.citation, e.title, e.section,
    de.applies, de.ground, de.reason AS "groundReason", c.law, c.practice,
    ${proof('law', 'cited.current_supports')} AS "lawProof",
    ${proof('practice', 'cited.current_practice')} AS "practiceProof",
    c.as_of AS "asOf", c.standing_number AS "standingNumber", c.latest_status AS "reviewStatus", c.latest_number AS "latestNumber",
    c.latest_recorded_at AS "recordedAt", CASE WHEN c.latest_id IS NOT NULL THEN coalesce(author.name, ${guestName('c.organisation_id', 'c.latest_author_id')}, 'Former member') END AS author,
    ${supports} AS supports, coalesce(cited.contradicts, 0) AS contradicts, coalesce(cited.out_of_date, 0) AS "outOfDate",
    CASE WHEN de.applies THEN array_remove(ARRAY[${gapKinds.map(([kind, when]) => `CASE WHEN ${when} THEN '${kind}' END`).join(', ')}], NULL) ELSE '{}' END AS gaps,
    d.opened_at AS "openedAt", coalesce(c.standing_accepted, false) AS "standingAccepted", ${currentSupports} AS "currentSupports",
    c.standing_since AS "standingSince", c.status_since AS "statusSince", c.status_reason AS "statusReason", cited.last_out_of_date_on AS "lastOutOfDateOn",
    json_build_object('law', lacking.law, 'practice', lacking.practice) AS lacks, cited.revised_at AS "revisedAt", coalesce(cited.passages_gone, 0) AS "passagesGone",
    assigned.body_id AS "bodyId", assigned.person_id AS "ownerId",
    CASE WHEN owning.id IS NOT NULL THEN json_build_object('id', owning.id, 'name', owning.name, 'shortName', owning.short_name) END AS body,
    CASE WHEN assigned.person_id IS NOT NULL THEN json_build_object('id', assigned.person_id, 'name', coalesce(post.name, 'Former member')) END AS owner,
    coalesce(assigned.person_id = asker.person_id OR (assigned.person_id IS NULL AND assigned.body_id = asker.body_id), false) AS "isMine"
  FROM dossier_element de
  JOIN dossier d ON d.organisation_id = de.organisation_id AND d.id = de.dossier_id
  JOIN element e ON e.code = de.element_code
  LEFT JOIN current_assessment c ON c.organisation_id = de.organisation_id AND c.dossier_id = de.dossier_id AND c.element_code = de.element_code
  LEFT JOIN cited ON cited.assessment_id = c.standing_id
  LEFT JOIN person author ON author.id = c.latest_author_id
  CROSS JOIN LATERAL (SELECT
    array_remove(ARRAY[${aged('c.law IS NOT NULL')}], NULL) AS law,
    array_remove(ARRAY[CASE WHEN ${inPractice} AND cited.beyond_law = 0 THEN 'only_law_for_practice' END, CASE WHEN ${inPractice} AND cited.independent = 0 THEN 'no_independent_originator' END,
      CASE WHEN ${inPractice} AND cited.beyond_law > 0 AND cited.of_a_part = cited.beyond_law THEN 'part_of_territory' END, ${aged(inPractice)}], NULL) AS practice) lacking
  LEFT JOIN assigned ON assigned.dossier_id = de.dossier_id AND assigned.element_code = de.element_code
  LEFT JOIN body owning ON owning.organisation_id = de.organisation_id AND owning.id = assigned.body_id
  LEFT JOIN person post ON post.id = assigned.person_id
  LEFT JOIN asker ON true
  WHERE de.organisation_id = $1 AND de.dossier_id ${dossierIs}
)`;

const plain = [
  ...['code', 'obligation', 'article', 'ordinal', 'citation', 'title', 'section', 'applies', 'ground', 'groundReason', 'law', 'practice'],
  ...['lawProof', 'practiceProof', 'asOf', 'standingNumber', 'reviewStatus', 'latestNumber', 'author', 'supports', 'contradicts', 'outOfDate', 'lacks', 'gaps'],
  ...['body', 'owner', 'isMine'],
];
/** A row of `element_state` under the alias `s` as the contract's ElementState. */
export const elementStateJson = `json_build_object(${plain.map((name) => `'${name}', s."${name}"`).join(', ')}, 'recordedAt', ${moment('s."recordedAt"')})`;

/** The contract's Tally over a group of rows of `element_state` under the alias `s`, in one lane. */
export const tallyJson = (lane: 'law' | 'practice') => `json_build_object(
  'applicable', count(*) FILTER (WHERE s.applies),
  'assessed', count(*) FILTER (WHERE s.applies AND s.${lane} IS NOT NULL),
  'claimed', count(*) FILTER (WHERE s."${lane}Proof" <> 'none'),
  'evidenced', count(*) FILTER (WHERE s."${lane}Proof" IN ('evidenced', 'verified')),
  'verified', count(*) FILTER (WHERE s."${lane}Proof" = 'verified'))`;
/** The contract's Lanes over a group of rows under the alias `s`. */
export const lanesJson = `json_build_object('law', ${tallyJson('law')}, 'practice', ${tallyJson('practice')})`;
