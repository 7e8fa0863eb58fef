// The register in one statement; names are looked up at reading, for the chain holds references only.
import { guestName } from '../guest-name.sql.ts';

const moment = (us: string) => `to_char(to_timestamp(${us} / 1000000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const midnight = (day: string) => `(extract(epoch FROM ${day}) * 1000000)::bigint`;
/** When the act was, as it is told; as the index journal_entry_by_moment has it. */
const momentOf = 'CASE WHEN e.told_us IS NULL THEN e.at_us ELSE e.told_us END';
const uuid = (text: string) => `CASE WHEN ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (${text})::uuid END`;

/**
 * $1 organisation · $2 before seq · $3 acts · $4 person · $5 subject · $6 subject's id · $7 dossier · $8 element · $9 from day · $10 to day
 * · $11 words as an ILIKE pattern for the facts · $12 the same for names · $13 rows; null where a filter is not set.
 * Answers one row { items, names }; the caller asks for one row more than the page, to know whether there is a next.
 */
export const journalSql = `
WITH page AS (
  SELECT e.* FROM journal_entry e
  WHERE e.organisation_id = $1::uuid
    AND ($2::bigint IS NULL OR e.seq < $2)
    AND ($3::text[] IS NULL OR e.act = ANY ($3))
    AND ($4::uuid IS NULL OR e.person_id = $4)
    AND ($5::text IS NULL OR e.subject = $5)
    AND ($6::text IS NULL OR e.subject_id = $6)
    AND ($7::text IS NULL OR e.dossier = $7)
    AND ($8::text IS NULL OR e.data ->> 'element' = $8 OR e.data @> jsonb_build_object('after', jsonb_build_array(jsonb_build_object('element', $8))))
    AND ($9::date IS NULL OR ${momentOf} >= ${midnight('$9::date')})
    AND ($10::date IS NULL OR ${momentOf} < ${midnight('($10::date + 1)')})
    AND ($11::text IS NULL OR e.data::text ILIKE $11 OR e.person_id IN (SELECT p.id FROM person p WHERE p.name ILIKE $12))
  ORDER BY e.seq DESC LIMIT $13::int
), mentioned AS (
  SELECT DISTINCT found[1]::uuid AS id FROM page, regexp_matches(page.data::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') found
  UNION SELECT key_id FROM page WHERE key_id IS NOT NULL
), entries AS (
  SELECT page.seq, jsonb_build_object(
    'seq', page.seq, 'at', ${moment('page.at_us')}, 'toldAt', ${moment('page.told_us')},
    'person', CASE WHEN page.person_id IS NOT NULL THEN jsonb_build_object('id', page.person_id, 'name', coalesce(p.name, ${guestName('page.organisation_id', 'page.person_id')})) END,
    'role', page.role, 'session', page.session_id, 'key', page.key_id, 'act', page.act, 'subject', page.subject, 'subjectId', page.subject_id,
    'title', CASE page.subject
      WHEN 'dossier' THEN d.title
      WHEN 'evidence' THEN (SELECT ev.title FROM evidence ev WHERE ev.organisation_id = page.organisation_id AND ev.id = ${uuid('page.subject_id')})
      WHEN 'body' THEN (SELECT b.name FROM body b WHERE b.organisation_id = page.organisation_id AND b.id = ${uuid('page.subject_id')})
      WHEN 'key' THEN (SELECT k.name FROM api_key k WHERE k.organisation_id = page.organisation_id AND k.id = ${uuid('page.subject_id')})
      WHEN 'person' THEN (SELECT s.name FROM person s WHERE s.id = ${uuid('page.subject_id')})
    END,
    'dossier', CASE WHEN page.dossier IS NOT NULL THEN jsonb_build_object('id', page.dossier, 'title', d.title) END,
    'element', page.data ->> 'element', 'data', page.data, 'hash', encode(page.hash, 'hex')) AS entry
  FROM page
  LEFT JOIN person p ON p.id = page.person_id
  LEFT JOIN dossier d ON d.organisation_id = page.organisation_id AND d.id = ${uuid('page.dossier')}
)
SELECT coalesce((SELECT jsonb_agg(entry ORDER BY seq DESC) FROM entries), '[]') AS items,
  coalesce((SELECT jsonb_object_agg(known.id, known.name) FROM (
    SELECT p.id, p.name FROM person p JOIN mentioned m ON m.id = p.id
    UNION SELECT h.member_id, h.member_name FROM coalition_hand h JOIN mentioned m ON m.id = h.member_id WHERE h.organisation_id = $1::uuid
    UNION SELECT c.member_id, c.member_name FROM coalition_member c JOIN mentioned m ON m.id = c.member_id WHERE c.organisation_id = $1::uuid
    UNION SELECT b.id, b.name FROM body b JOIN mentioned m ON m.id = b.id WHERE b.organisation_id = $1::uuid
    UNION SELECT k.id, k.name FROM api_key k JOIN mentioned m ON m.id = k.id WHERE k.organisation_id = $1::uuid) known), '{}') AS names`;

/** $1 organisation · $2 after seq · $3 up to seq · $4 rows. What is hashed, word for word, with the name of who acted as of today. */
export const exportSql = `
SELECT e.seq::float8 AS seq, app.journal_sealed(e) AS sealed, encode(e.prev_hash, 'hex') AS prev, encode(e.hash, 'hex') AS hash, p.name
FROM journal_entry e LEFT JOIN person p ON p.id = e.person_id
WHERE e.organisation_id = $1::uuid AND e.seq > $2::bigint AND e.seq <= $3::bigint ORDER BY e.seq LIMIT $4::int`;

/** The broken links of the chain in scope, the first hundred. */
export const problemsSql = 'SELECT seq::float8 AS seq, problem FROM app.journal_problems() LIMIT 100';

/** $1 organisation: what it is called. */
export const organisationSql = 'SELECT id, name FROM organisation WHERE id = $1::uuid';
