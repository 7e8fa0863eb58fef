// A person's news. Row-level security shows them to that person alone.
import { moment } from '../../platform/db/moment.sql.ts';

const mine = 'n.organisation_id = $1 AND n.person_id = $2';
const count = (where: string) => `(SELECT count(*)::int FROM news n WHERE ${mine} AND ${where})`;

/** $1 organisation · $2 person · $3 unread alone · $4 limit · $5 offset. One row { items, total, unread }. */
export const newsSql = `SELECT (SELECT coalesce(jsonb_agg(t.item ORDER BY t.happened_at DESC, t.id), '[]') FROM (SELECT n.happened_at, n.id,
    n.told || jsonb_build_object('id', n.id, 'kind', n.kind, 'at', ${moment('n.happened_at')}, 'isRead', n.read_at IS NOT NULL, 'because', n.because) AS item
    FROM news n WHERE ${mine} AND (NOT $3::boolean OR n.read_at IS NULL) ORDER BY n.happened_at DESC, n.id LIMIT $4::int OFFSET $5::int) t) AS items,
  ${count('(NOT $3::boolean OR n.read_at IS NULL)')} AS total, ${count('n.read_at IS NULL')} AS unread`;
/** $1 organisation · $2 person. One row { unread }. */
export const unreadSql = `SELECT ${count('n.read_at IS NULL')} AS unread`;
/** $1 organisation · $2 person · $3 news, or null for all · $4 now, or null: unread. */
export const markSql = `UPDATE news n SET read_at = $4::timestamptz WHERE ${mine} AND ($3::uuid[] IS NULL OR n.id = ANY ($3)) AND (n.read_at IS NULL) <> ($4::timestamptz IS NULL)`;

/** $1 news as JSON · $2 now. One row { told }: how many people were told something new. */
export const tellSql = 'SELECT app.tell_followers($1, $2) AS told';
/** $1 now · $2 for how long they are kept. */
export const sweepSql = 'SELECT app.sweep_news($1, $2)';
