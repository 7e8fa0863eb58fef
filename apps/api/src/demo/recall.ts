import type { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import type { Act } from './timeline.ts';
import { type Ledger, ledgers } from './world/ledgers.ts';
import type { Post } from './world/shapes.ts';

/** What of a ledger is in the database. */
export interface Kept {
  /** Empty where the dossier is not opened yet. */
  dossier: string;
  /** Ids of the pieces, by title. */
  pieces: Map<string, string>;
  /** Elements on which somebody recorded a judgement. */
  judged: string[];
  /** Acts in the journal: each act leaves one entry. */
  done: number;
}
export type Memory = Map<Ledger, Kept>;

const keptSql = `
SELECT d.id AS dossier,
  (SELECT coalesce(jsonb_object_agg(ev.title, ev.id), '{}') FROM evidence ev WHERE ev.organisation_id = d.organisation_id AND ev.dossier_id = d.id) AS pieces,
  ARRAY(SELECT c.element_code FROM current_assessment c WHERE c.organisation_id = d.organisation_id AND c.dossier_id = d.id) AS judged,
  (SELECT count(*)::int FROM journal_entry j WHERE j.organisation_id = d.organisation_id AND (j.subject_id = d.id::text OR j.data->>'dossier' = d.id::text)) AS done
FROM dossier d WHERE d.organisation_id = $1 AND d.iso3 = $2 AND d.title = $3`;

/** What an earlier start left of each ledger, read in the scope of the person who opens it. */
export async function recall(db: Database, scopeOf: (post: Post) => Scope): Promise<Memory> {
  const memory: Memory = new Map();
  for (const ledger of ledgers) {
    const scope = scopeOf(ledger.by);
    const { iso3, title } = ledger.dossier;
    const [row] = await db.read(scope, (sql) =>
      sql<{ dossier: string; pieces: Record<string, string>; judged: string[]; done: number }>(keptSql, [scope.organisation, iso3, title]),
    );
    memory.set(ledger, row ? { ...row, pieces: new Map(Object.entries(row.pieces)) } : { dossier: '', pieces: new Map(), judged: [], done: 0 });
  }
  return memory;
}

/** The acts still to be done: none once the world's last judgement stands, else those that no journal holds yet. */
export function remaining(acts: Act[], memory: Memory): Act[] {
  const last = acts.at(-1);
  if (last?.does === 'record' && memory.get(last.ledger)?.judged.includes(last.element)) return [];
  const passed = new Map<Ledger, number>();
  return acts.filter(({ ledger }) => {
    const place = passed.get(ledger) ?? 0;
    passed.set(ledger, place + 1);
    return place >= (memory.get(ledger)?.done ?? 0);
  });
}
