import type { BodyName, ContestFact, Gap, Lack, Lane, LawVerdict, NextStep, PracticeVerdict, ReviewStatus } from '@servanda/contract';
import { type GapKind, type GapQuery, GapKind as Kinds } from '@servanda/contract';
import type * as z from 'zod';
import { elementStates, lanesJson } from '../dossiers/element-state.sql.ts';
import { requestStandings } from '../dossiers/request-standing.sql.ts';
import { moment } from '../platform/db/moment.sql.ts';
import { kinds } from './gaps.rules.ts';

/** Coverage in one pass over `element_state`. Rows { article, section, lanes }: one for each article, one for each section, and one with neither for all. */
export const coverageRows = `SELECT s.article, s.section, ${lanesJson} AS lanes
FROM element_state s GROUP BY GROUPING SETS ((), (s.article), (s.section)) ORDER BY s.article, s.section`;

/** $1 organisation · $2 dossier · $3 day. Where there is no such dossier only the row for all, with nothing in it. */
export const coverageSql = `WITH ${elementStates('= $2', '$3')} ${coverageRows}`;

/** One gap as read; the sentence is added by rule. */
export interface GapRow {
  kind: GapKind;
  lane: Lane | null;
  next: NextStep;
  element: string;
  obligation: string;
  article: number;
  ordinal: number;
  section: string;
  citation: string;
  title: string;
  law: LawVerdict | null;
  practice: PracticeVerdict | null;
  asOf: string | null;
  reason: string | null;
  evidence: number;
  reviewStatus: ReviewStatus | null;
  outOfDateSince: string | null;
  since: string | null;
  lacks: Lack[];
  passagesGone: number;
  contest: ContestFact | null;
  requests: Gap['requests'];
  body: BodyName | null;
  owner: { id: string; name: string } | null;
  isMine: boolean;
}

const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
const kindRows = Kinds.options.map((kind, priority) => `('${kind}', ${priority}, ${text(kinds[kind].lane)}, '${kinds[kind].next}')`).join(', ');

/** One row for each (element, kind, lane); contested points, which no tenant's table knows, come as $14. Since when: the review's step, the evidence's last day, or the judgement that counts. */
const gapRows = `gap AS (
  SELECT k.kind, k.priority, k.next, CASE WHEN k.kind = 'not_assessed' AND s."standingNumber" IS NULL THEN NULL ELSE k.lane END AS lane,
    s.code AS element, s.obligation, s.article, s.ordinal, s.section, s.citation, s.title, s.law, s.practice, s."asOf", s."reviewStatus",
    s."bodyId", s."ownerId", s.body, s.owner, s."isMine",
    CASE WHEN k.kind = 'returned' THEN s."statusReason" END AS reason, s.supports AS evidence, dates.since AS "outOfDateSince",
    CASE WHEN k.kind IN ('returned', 'awaiting_review') THEN s."statusSince"
      WHEN k.kind = 'evidence_revised' THEN s."revisedAt"
      WHEN k.kind = 'evidence_out_of_date' THEN greatest(s."standingSince", dates.since::timestamp AT TIME ZONE 'UTC')
      ELSE coalesce(s."standingSince", s."openedAt") END AS since, s.lacks->'practice' AS lacks, s."passagesGone", NULL::jsonb AS contest
  FROM element_state s JOIN (VALUES ${kindRows}) AS k(kind, priority, lane, next) ON k.kind = ANY (s.gaps)
  CROSS JOIN LATERAL (SELECT CASE WHEN k.kind = 'evidence_out_of_date' AND s."lastOutOfDateOn" <= $3::date THEN s."lastOutOfDateOn" END AS since) dates
  UNION ALL SELECT 'contested', ${Kinds.options.indexOf('contested')}, '${kinds.contested.next}', x.lane, s.code, s.obligation, s.article, s.ordinal, s.section, s.citation, s.title, s.law, s.practice, s."asOf",
    s."reviewStatus", s."bodyId", s."ownerId", s.body, s.owner, s."isMine", NULL, s.supports, NULL::date, x.since, s.lacks->'practice', s."passagesGone", x.contest
  FROM element_state s JOIN jsonb_to_recordset($14::jsonb) AS x(element text, lane text, since timestamptz, contest jsonb) ON x.element = s.code
)`;

type Query = z.output<typeof GapQuery>;
const keys: Record<Query['sort'], string> = {
  priority: 'priority',
  element: 'ordinal',
  kind: 'kind COLLATE "C"',
  since: 'since',
  section: "array_position('{I,II,III,IV,V,VI,VII,VIII}', section)",
};

/**
 * The gap list. $1 organisation · $2 dossier · $3 day · $4 kinds, text[] · $5 lane · $6 articles, int[] · $7 sections, text[] · $8 next steps, text[]
 * (each null: all) · $9 limit · $10 offset
 * · $11 bodies, text[] · $12 owners, text[] (`none`: nobody) · $13 mine (each null: all) · $14 contested points, json of ContestedPoint[]. One row { items, total, byKind }, none where there is no such dossier.
 * `byKind` counts under every filter but that of kind. Order: the chosen key, then pressure, then the treaty's order.
 */
export const gapsSql = ({ sort, direction }: Pick<Query, 'sort' | 'direction'>): string => `WITH ${elementStates('= $2', '$3')}, ${gapRows}, filtered AS (
  SELECT * FROM gap WHERE ($5::text IS NULL OR lane = $5) AND ($6::int[] IS NULL OR article = ANY ($6)) AND ($7::text[] IS NULL OR section = ANY ($7))
    AND ($8::text[] IS NULL OR next = ANY ($8)) AND ($11::text[] IS NULL OR coalesce("bodyId"::text, 'none') = ANY ($11))
    AND ($12::text[] IS NULL OR coalesce("ownerId"::text, 'none') = ANY ($12)) AND ($13::boolean IS NULL OR "isMine" = $13)
), page AS (
  SELECT *, row_number() OVER (ORDER BY ${keys[sort]} ${direction === 'desc' ? 'DESC' : 'ASC'} NULLS LAST, priority, ordinal, lane) AS place
  FROM filtered WHERE $4::text[] IS NULL OR kind = ANY ($4) ORDER BY place LIMIT $9 OFFSET $10
), asked AS (
  SELECT a.element_code, count(*)::int AS unfinished, count(*) FILTER (WHERE a.overdue)::int AS overdue, count(*) FILTER (WHERE a.mine)::int AS mine
  FROM (${requestStandings('= $2', '$3')}) a WHERE a.unfinished GROUP BY a.element_code
)
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'lane', lane, 'next', next, 'element', element, 'obligation', obligation, 'article', article,
    'ordinal', ordinal, 'section', section, 'citation', citation, 'title', title, 'law', law, 'practice', practice, 'asOf', "asOf", 'reason', reason, 'evidence', evidence,
    'reviewStatus', "reviewStatus", 'outOfDateSince', "outOfDateSince", 'body', body, 'owner', owner, 'isMine', "isMine", 'lacks', lacks, 'passagesGone', "passagesGone", 'contest', contest, 'since', ${moment('since')},
    'requests', jsonb_build_object('unfinished', coalesce(asked.unfinished, 0), 'overdue', coalesce(asked.overdue, 0), 'mine', coalesce(asked.mine, 0))) ORDER BY place), '[]')
    FROM page LEFT JOIN asked ON asked.element_code = page.element) AS items,
  (SELECT count(*)::int FROM filtered WHERE $4::text[] IS NULL OR kind = ANY ($4)) AS total,
  (SELECT coalesce(jsonb_object_agg(kind, n), '{}') FROM (SELECT kind, count(*)::int AS n FROM filtered GROUP BY kind) counted) AS "byKind"
FROM dossier d WHERE d.organisation_id = $1 AND d.id = $2`;
