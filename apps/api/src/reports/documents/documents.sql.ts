import { isOpenSql } from '../../evidence/opening/opening.sql.ts';

/** $1 organisation · $2 dossier · $3 person · $4 session · $5 moment. One row { closed }: whether a restricted piece of the dossier does not stand open to the asker. */
export const closedSql = `SELECT EXISTS (SELECT 1 FROM evidence e WHERE e.organisation_id = $1 AND e.dossier_id = $2 AND e.confidentiality = 'restricted'
  AND e.withdrawn_at IS NULL AND (EXISTS (SELECT 1 FROM citation c WHERE c.organisation_id = e.organisation_id AND c.evidence_id = e.id)
    OR EXISTS (SELECT 1 FROM evidence_figures f WHERE f.organisation_id = e.organisation_id AND f.evidence_id = e.id))
  AND NOT ${isOpenSql({ person: '$3', session: '$4', at: '$5' })}) AS closed`;
