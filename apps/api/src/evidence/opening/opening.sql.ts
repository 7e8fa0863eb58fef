/** $1 organisation · $2 dossier · $3 piece. One row { confidentiality, erased }, or none. */
export const pieceSql = `SELECT e.confidentiality, e.erased_at IS NOT NULL AS erased FROM evidence e WHERE e.organisation_id = $1 AND e.dossier_id = $2 AND e.id = $3`;

/** $1 organisation · $2 id · $3 piece · $4 person · $5 session · $6 moment · $7 until. */
export const addSql = `INSERT INTO evidence_opening (organisation_id, id, evidence_id, person_id, session_id, opened_at, open_until) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/** The parameters that say who reads, in which session and when. */
export interface Reader {
  person: string;
  session: string;
  at: string;
}
/** Whether a piece may be read: it is not restricted, or stands open to this person in this session. `e` evidence; the parameters as named. */
export const isOpenSql = ({ person, session, at }: Reader): string =>
  `(e.confidentiality <> 'restricted' OR EXISTS (SELECT 1 FROM evidence_opening o WHERE o.organisation_id = e.organisation_id AND o.evidence_id = e.id
    AND o.person_id = ${person}::uuid AND o.session_id IS NOT DISTINCT FROM ${session}::uuid AND o.opened_at <= ${at}::timestamptz AND o.open_until > ${at}::timestamptz))`;

/** The same of the piece of a file, as it stands today whatever moment is read; `f` evidence_file. */
export const fileIsOpenSql = (who: Reader): string =>
  `coalesce((SELECT ${isOpenSql(who)} FROM public.evidence e WHERE e.organisation_id = f.organisation_id AND e.id = f.evidence_id), false)`;

/** $1 organisation · $2 piece · $3 person · $4 session · $5 moment. One row { open }. */
export const standsOpenSql = `SELECT ${isOpenSql({ person: '$3', session: '$4', at: '$5' })} AS open FROM evidence e WHERE e.organisation_id = $1 AND e.id = $2`;
