// What waits for a second person, and whether one is asked for.
import { personName } from '../people/person-name.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';

const waiting = `NOT EXISTS (SELECT 1 FROM publication_proposal_end e WHERE e.organisation_id = r.organisation_id AND e.proposal_id = r.id)`;
const shown = `r.id, r.choice, r.preview_sha256 AS "previewSha256", r.proposed_by AS "proposedById", ${personName('r.proposed_by')} AS "proposedBy", ${moment('r.proposed_at')} AS "proposedAt", r.proposed_role AS "proposedRole"`;

/** $1 organisation · $2 dossier. Rows of KeptProposal that wait, the oldest first. */
export const waitingSql = `SELECT ${shown} FROM publication_proposal r WHERE r.organisation_id = $1 AND r.dossier_id = $2 AND ${waiting} ORDER BY r.proposed_at, r.id LIMIT 100`;
/** $1 organisation · $2 dossier · $3 proposal. One row of KeptProposal with { waits }, or none. */
export const proposalSql = `SELECT ${shown}, ${waiting} AS waits FROM publication_proposal r WHERE r.organisation_id = $1 AND r.dossier_id = $2 AND r.id = $3`;
/** $1 organisation · $2 id · $3 dossier · $4 choice · $5 sha256 of the preview · $6 by · $7 role · $8 now. */
export const proposeSql = `INSERT INTO publication_proposal (organisation_id, id, dossier_id, choice, preview_sha256, proposed_by, proposed_role, proposed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7::role, $8)`;
/** $1 organisation · $2 proposal · $3 outcome · $4 by · $5 now. */
export const endSql = 'INSERT INTO publication_proposal_end (organisation_id, proposal_id, outcome, by, at) VALUES ($1, $2, $3, $4, $5)';

/** $1 organisation. One row of KeptRule; number 0 where it was never set. What stands above the newest row that asks for it are wishes to end it. */
export const ruleSql = `WITH rule AS (SELECT number, second_person, by, at FROM publication_rule WHERE organisation_id = $1),
  asked AS (SELECT max(number) AS number FROM rule WHERE second_person),
  ending AS (SELECT r.number, r.by, r.at FROM rule r JOIN asked a ON r.number > a.number ORDER BY r.number LIMIT 1)
SELECT coalesce((SELECT max(number) FROM rule), 0) AS number, (SELECT number FROM asked) IS NOT NULL AS "wasAsked",
  (SELECT json_build_object('by', e.by, 'byName', ${personName('e.by')}, 'at', ${moment('e.at')}) FROM ending e) AS ending,
  EXISTS (SELECT 1 FROM rule r JOIN ending e ON r.number > e.number AND r.by <> e.by) AS "isAgreed"`;
/** $1 organisation · $2 person. One row { hasOther }: whether somebody else could confirm. */
export const otherSql = `SELECT EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = $1 AND m.person_id <> $2 AND m.status = 'active' AND m.role IN ('lead', 'reviewer')) AS "hasOther"`;
/** $1 organisation · $2 number · $3 second person · $4 by · $5 now. One row, none where somebody else was quicker. */
export const reviseRuleSql =
  'INSERT INTO publication_rule (organisation_id, number, second_person, by, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING number';
