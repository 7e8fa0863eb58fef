// Which release counts (decision 0041): of each dossier, for each element, the newest that stands and covers it. It is decided here and nowhere else.
// Read in the public's own role, from packed positions (decision 0046), whose keys are the elements that a release covers.

/** A release `p` stands as long as it is not withdrawn. */
export const stands = 'NOT EXISTS (SELECT 1 FROM publication_withdrawal w WHERE w.organisation_id = p.organisation_id AND w.publication_id = p.id)';
const withPositions = 'publication p JOIN publication_positions q ON q.organisation_id = p.organisation_id AND q.publication_id = p.id';

/** `standing`: the releases that stand, with their place in their dossier, the newest first, and how many stand there. `where` is on `p`. */
export const standing = (where: string) => `standing AS MATERIALIZED (
  SELECT p.*, q.positions, row_number() OVER (PARTITION BY p.organisation_id, p.dossier_id ORDER BY p.number DESC) AS place,
    count(*) OVER (PARTITION BY p.organisation_id, p.dossier_id) AS of_dossier
  FROM ${withPositions} WHERE ${where} AND ${stands})`;

/** `newest`: each dossier by its newest release that stands; those of the State itself first, unless `first` says otherwise. */
export const newest = (most: number | null, first = 's.dossier_kind, s.published_at DESC, s.id') =>
  `newest AS MATERIALIZED (SELECT * FROM standing s WHERE s.place = 1${most === null ? '' : ` ORDER BY ${first} LIMIT ${most}`})`;

const said = 's.organisation_id, s.dossier_id, s.id, s.number, s.published_at, s.sha256, e.key AS code, e.value AS position';
/**
 * `counting`: of each dossier in the rows `of` a row for each element that it covers, with the release that counts for it and what that says.
 * `only`: a text[] of elements. Where one release stands alone there is nothing to choose between.
 */
export const counting = (of: string, only: string | null = null) => {
  const from = `FROM ${of} d JOIN standing s ON s.organisation_id = d.organisation_id AND s.dossier_id = d.dossier_id CROSS JOIN jsonb_each(s.positions) e
    WHERE ${only === null ? 'true' : `e.key = ANY (${only})`}`;
  return `counting AS MATERIALIZED (
  SELECT ${said} ${from} AND s.of_dossier = 1
  UNION ALL SELECT * FROM (SELECT DISTINCT ON (s.organisation_id, s.dossier_id, e.key COLLATE "C") ${said} ${from} AND s.of_dossier > 1
    ORDER BY s.organisation_id, s.dossier_id, e.key COLLATE "C", s.number DESC) several)`;
};

/** `counting` for one element alone: each dossier by the release that counts for it; where none covers it, by its newest, and `position` is null. `where` is on `p`. */
export const countingFor = (element: string, where: string) => `counting AS MATERIALIZED (
  SELECT DISTINCT ON (s.organisation_id, s.dossier_id) s.* FROM (SELECT p.*, q.positions->${element} AS position FROM ${withPositions} WHERE ${where} AND ${stands} OFFSET 0) s
  ORDER BY s.organisation_id, s.dossier_id, (s.position IS NULL), s.number DESC)`;
