// A page of an element's judgements as the contract shapes them, newest first.

import { passageStands } from '../dossiers/passage.sql.ts';
import { isOpenSql } from '../evidence/opening/opening.sql.ts';
import { guestName, guestNameAlone } from '../people/guest-name.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';

/** What is cited from a piece that is restricted today is part of what it holds, also where the past is read. `ct` citation. */
const isOpen = `(SELECT ${isOpenSql({ person: '$8', session: '$9', at: '$10' })} FROM public.evidence e WHERE e.organisation_id = ct.organisation_id AND e.id = ct.evidence_id)`;

/**
 * A JSON array. $1 organisation · $2 dossier · $3 today · $4 element · $5 number to begin with (null: the newest)
 * · $6 how many of those to leave out · $7 how many to give · $8 person · $9 session · $10 moment.
 * Numbers run 1, 2, 3 … without gaps, so that a page is a range of the unique index on them.
 */
export const judgementsSql = `
SELECT coalesce(json_agg(json_build_object(
  'id', a.id, 'number', a.number, 'element', a.element_code, 'isLatest', a.number = c.latest_number, 'isStanding', a.id IS NOT DISTINCT FROM c.standing_id,
  'status', coalesce((SELECT CASE r.act WHEN 'submit' THEN 'submitted' WHEN 'accept' THEN 'accepted' ELSE 'returned' END
    FROM review r WHERE r.organisation_id = a.organisation_id AND r.assessment_id = a.id ORDER BY r.ordinal DESC LIMIT 1), 'draft'),
  'law', a.law, 'practice', a.practice, 'asOf', a.as_of, 'periodFrom', a.period_from, 'periodTo', a.period_to,
  'reasons', a.reasons, 'qualifierNote', a.qualifier_note, 'matrixReason', a.matrix_reason,
  'wording', a.wording, 'wordingSha256', a.wording_sha256, 'catalogueVersion', a.catalogue_version,
  'author', json_build_object('id', a.author_id, 'name', coalesce((SELECT p.name FROM person p WHERE p.id = a.author_id), ${guestNameAlone('a.organisation_id', 'a.author_id')}, 'Former member'),
    'role', a.author_role, 'body', a.author_body),
  'recordedAt', ${moment('a.recorded_at')},
  'citations', coalesce((SELECT json_agg(json_build_object('evidence', ev.id, 'title', ev.title, 'kind', ev.kind, 'citation', ev.citation, 'pinpoint', ct.pinpoint,
      'stance', ct.stance, 'isOutOfDate', coalesce(ev.out_of_date_on <= $3::date, false), 'isWithdrawn', ev.withdrawn_at IS NOT NULL,
      'revision', ct.revision, 'newestRevision', ev.version, 'passage', CASE WHEN ct.file_id IS NOT NULL THEN json_build_object('file', ct.file_id, 'page', ct.page, 'from', ct.start_at, 'to', ct.end_at, 'quote', CASE WHEN ${isOpen} THEN ct.quote END,
        'hasPages', coalesce((SELECT et.has_pages FROM evidence_text et WHERE et.organisation_id = ct.organisation_id AND et.file_id = ct.file_id), false), 'stands', ${passageStands}) END) ORDER BY ct.ordinal)
    FROM citation ct JOIN evidence ev ON ev.organisation_id = ct.organisation_id AND ev.id = ct.evidence_id
    WHERE ct.organisation_id = a.organisation_id AND ct.assessment_id = a.id), '[]'),
  'reviews', coalesce((SELECT json_agg(json_build_object('act', r.act, 'by', coalesce(p.name, ${guestName('r.organisation_id', 'r.by_id')}, 'Former member'), 'role', r.by_role,
      'at', ${moment('r.at')}, 'reason', r.reason) ORDER BY r.ordinal)
    FROM review r LEFT JOIN person p ON p.id = r.by_id WHERE r.organisation_id = a.organisation_id AND r.assessment_id = a.id), '[]')
) ORDER BY a.number DESC), '[]')
FROM current_assessment c
CROSS JOIN LATERAL (
  SELECT * FROM assessment a
  WHERE a.organisation_id = c.organisation_id AND a.dossier_id = c.dossier_id AND a.element_code = c.element_code
    AND a.number <= coalesce($5::int, c.latest_number) - $6::int
  ORDER BY a.number DESC LIMIT $7::int
) a
WHERE c.organisation_id = $1 AND c.dossier_id = $2 AND c.element_code = $4`;
