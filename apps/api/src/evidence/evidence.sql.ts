// The library of a dossier in one statement, files and citing elements included.

import { guestName, isGuestsSql } from '../people/guest-name.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';
import { copyJson } from './copies/copies.sql.ts';
import type { Reader } from './opening/opening.sql.ts';
import { textJson } from './text.sql.ts';

/** One stored document; `f` evidence_file, `s` the person who stored it. */
const file = (
  who: Reader,
) => `jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes, 'sha256', f.sha256, 'revision', f.revision, 'text', ${textJson}, 'copy', ${copyJson(who)},
  'storedAt', ${moment('f.stored_at')}, 'storedBy', coalesce(s.name, ${guestName('f.organisation_id', 'f.stored_by')}, ''))`;

/** Which elements cite what: by the newest or the standing judgement. $1 organisation · $2 dossier. */
const citedSql = `
  SELECT DISTINCT ci.evidence_id, c.element_code
  FROM current_assessment c
  JOIN citation ci ON ci.organisation_id = c.organisation_id AND ci.assessment_id = ANY (ARRAY[c.latest_id, c.standing_id])
  WHERE c.organisation_id = $1::uuid AND c.dossier_id = $2::uuid`;

/** One piece as the contract promises, but for what the asker may do with it; `e` evidence. $3 today. */
const piece = (who: Reader) => `jsonb_build_object(
    'id', e.id, 'version', e.version, 'kind', e.kind, 'title', e.title, 'citation', e.citation, 'originator', e.originator,
    'originatorKind', e.originator_kind, 'collector', e.collector, 'method', e.method, 'territory', e.territory, 'coversWholeTerritory', e.covers_whole_territory,
    'population', e.population, 'translationOf', e.translation_of, 'reviewBy', e.review_by, 'erasedAt', ${moment('e.erased_at')}, 'language', e.language,
    'datedOn', e.dated_on, 'inForceFrom', e.in_force_from, 'inForceTo', e.in_force_to, 'periodFrom', e.period_from, 'periodTo', e.period_to,
    'confidentiality', e.confidentiality, 'link', e.link, 'summary', e.summary, 'outOfDateOn', e.out_of_date_on,
    'isOutOfDate', coalesce(e.out_of_date_on <= $3::date, false),
    'withdrawn', CASE WHEN e.withdrawn_at IS NOT NULL THEN jsonb_build_object('at', ${moment('e.withdrawn_at')}, 'reason', e.withdrawn_reason) END,
    'addedBy', coalesce((SELECT p.name FROM person p WHERE p.id = e.added_by), ${guestName('e.organisation_id', 'e.added_by')}, ''), 'addedAt', ${moment('e.added_at')}, 'changedAt', ${moment('e.changed_at')},
    'isGuests', ${isGuestsSql('e')},
    'reference', (SELECT k.reference FROM evidence_reference k WHERE k.organisation_id = e.organisation_id AND k.evidence_id = e.id AND e.erased_at IS NULL),
    'files', coalesce((SELECT jsonb_agg(${file(who)} ORDER BY f.stored_at, f.id) FROM evidence_file f LEFT JOIN person s ON s.id = f.stored_by
      WHERE f.organisation_id = e.organisation_id AND f.evidence_id = e.id AND NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = f.organisation_id AND x.file_id = f.id)), '[]'),
    'elements', coalesce((SELECT jsonb_agg(cited.element_code ORDER BY el.ordinal) FROM cited JOIN element el ON el.code = cited.element_code
      WHERE cited.evidence_id = e.id), '[]'))`;

/** $1 organisation · $2 dossier · $3 today · $4 piece · $5 person · $6 session · $7 now. Answers one row { piece }, or none. */
export const oneSql = `
WITH cited AS (${citedSql})
SELECT ${piece({ person: '$5', session: '$6', at: '$7' })} AS piece FROM evidence e WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $4::uuid`;

/** $1 organisation · $2 piece · $3 file · $4 person · $5 session · $6 now. Answers one row { file }, or none. */
export const fileSql = `
SELECT ${file({ person: '$4', session: '$5', at: '$6' })} AS file FROM evidence_file f LEFT JOIN person s ON s.id = f.stored_by
WHERE f.organisation_id = $1::uuid AND f.evidence_id = $2::uuid AND f.id = $3::uuid`;

/** $1 organisation · $2 dossier · $3 piece · $4 person · $5 session · $6 now. One row { items }: revisions, newest first; null where there is no such piece. */
export const revisionsSql = `
SELECT jsonb_agg(jsonb_build_object('number', r.number, 'content', r.content, 'withdrawn', r.content->'withdrawn'->'reason', 'isErased', r.content ? 'erased',
    'recordedAt', ${moment('r.recorded_at')}, 'recordedBy', coalesce((SELECT p.name FROM person p WHERE p.id = r.recorded_by), ${guestName('r.organisation_id', 'r.recorded_by')}, ''),
    'files', coalesce((SELECT jsonb_agg(${file({ person: '$4', session: '$5', at: '$6' })} ORDER BY f.stored_at, f.id) FROM evidence_file f LEFT JOIN person s ON s.id = f.stored_by
      LEFT JOIN evidence_file_removal x ON x.organisation_id = f.organisation_id AND x.file_id = f.id
      WHERE f.organisation_id = r.organisation_id AND f.evidence_id = r.evidence_id AND f.revision <= r.number AND (x.revision IS NULL OR x.revision > r.number)), '[]')) ORDER BY r.number DESC) AS items
FROM evidence e JOIN public.evidence_revision r ON r.organisation_id = e.organisation_id AND r.evidence_id = e.id AND r.number <= e.version
WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid AND e.id = $3::uuid`;

const orders = {
  title: (way: string) => `lower(e.title) ${way}, e.id`,
  datedOn: (way: string) => `e.dated_on ${way} NULLS LAST, e.id`,
  addedAt: (way: string) => `e.added_at ${way}, e.id ${way}`,
  kind: (way: string) => `e.kind ${way}, lower(e.title), e.id`,
};
export type Sort = keyof typeof orders;

/**
 * $1 organisation · $2 dossier · $3 today · $4 words as an ILIKE pattern · $5 kinds · $6 confidentialities · $7 languages
 * · $8 citing element · $9 state · $10 limit · $11 offset · $12 person · $13 session · $14 now; null where a filter is not set.
 * Answers one row { items, total }, or none where there is no such dossier.
 */
export const listSql = (sort: Sort, direction: 'asc' | 'desc') => `
WITH cited AS (${citedSql}), matching AS (
  SELECT e.organisation_id, e.id, row_number() OVER (ORDER BY ${orders[sort](direction)}) AS place
  FROM evidence e
  WHERE e.organisation_id = $1::uuid AND e.dossier_id = $2::uuid
    AND ($4::text IS NULL OR e.title ILIKE $4 OR e.citation ILIKE $4 OR e.originator ILIKE $4)
    AND ($5::text[] IS NULL OR e.kind::text = ANY ($5))
    AND ($6::text[] IS NULL OR e.confidentiality::text = ANY ($6))
    AND ($7::text[] IS NULL OR e.language = ANY ($7) OR split_part(e.language, '-', 1) = ANY ($7))
    AND ($8::text IS NULL OR EXISTS (SELECT 1 FROM cited WHERE cited.evidence_id = e.id AND cited.element_code = $8))
    AND CASE $9::text
      WHEN 'in_date' THEN e.withdrawn_at IS NULL AND coalesce(e.out_of_date_on > $3::date, true)
      WHEN 'out_of_date' THEN e.withdrawn_at IS NULL AND e.out_of_date_on <= $3::date
      WHEN 'withdrawn' THEN e.withdrawn_at IS NOT NULL
      WHEN 'identity_undecided' THEN e.withdrawn_at IS NULL AND e.confidentiality <> 'restricted' AND EXISTS (SELECT 1 FROM evidence_text t WHERE t.organisation_id = e.organisation_id
        AND t.dossier_id = e.dossier_id AND t.evidence_id = e.id AND t.identity_count > 0 AND t.identity_decided_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = t.organisation_id AND x.file_id = t.file_id))
      WHEN 'uncited' THEN e.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM cited WHERE cited.evidence_id = e.id)
      ELSE true END
), page AS (
  SELECT * FROM matching ORDER BY place LIMIT $10::int OFFSET $11::int
)
SELECT (SELECT count(*)::int FROM matching) AS total,
  coalesce((SELECT jsonb_agg(${piece({ person: '$12', session: '$13', at: '$14' })} ORDER BY page.place) FROM page JOIN evidence e ON e.organisation_id = page.organisation_id AND e.id = page.id), '[]') AS items
FROM dossier d WHERE d.organisation_id = $1::uuid AND d.id = $2::uuid`;
