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

/** $1 organisation. One row { number, secondPerson }, none where it was never set. */
export const ruleSql = 'SELECT number, second_person AS "secondPerson" FROM publication_rule WHERE organisation_id = $1 ORDER BY number DESC LIMIT 1';
/** $1 organisation · $2 number · $3 second person · $4 by · $5 now. One row, none where somebody else was quicker. */
export const reviseRuleSql =
  'INSERT INTO publication_rule (organisation_id, number, second_person, by, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING number';
