import { Inject, Injectable } from '@nestjs/common';
import { catalogue } from '@servanda/catalogue';
import type { Coverage, contract, Gap, GapKind, Received, Returned } from '@servanda/contract';
import { readAsOf, viewed } from '../dossiers/as-of.ts';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { Contested } from './contested.ts';
import { whyOf } from './gaps.rules.ts';
import { coverageSql, type GapRow, gapsSql } from './gaps.sql.ts';

type Doors = typeof contract.gaps;
/** One row of coverageRows. */
export type Tallied = { article: number | null; section: string | null; lanes: Coverage['overall'] };
const none: Record<GapKind, number> = {
  ...{ returned: 0, shortfall_in_law: 0, shortfall_in_practice: 0, not_assessed: 0 },
  ...{ no_evidence: 0, evidence_out_of_date: 0, evidence_weak: 0, evidence_revised: 0, contested: 0, law_only: 0, awaiting_review: 0 },
};

@Injectable()
export class GapsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Contested) private readonly contested: Contested,
  ) {}

  /** Three numbers for each lane, never one: claimed ⊃ evidenced ⊃ verified. One statement. */
  async coverage(scope: Scope, { params: { id: dossier }, query }: Received<Doors['coverage']>): Promise<Coverage> {
    const at = viewed(this.clock, query.asOf);
    const rows = await this.db.read(scope, (sql) => readAsOf<Tallied>(sql, at, coverageSql, [scope.organisation, dossier, at.on]));
    return { dossier, on: at.on, ...(coverageOf(rows) ?? refuse('not_found')) };
  }

  /** The gap list, computed and never stored. One statement, with the contested points beside it, which the public's role reads in another; the sentence is a rule. */
  async list(scope: Scope, dossier: string, query: Received<Doors['list']>['query']): Promise<Returned<Doors['list']>> {
    const filters = [query.kind ?? null, query.lane ?? null, query.article ?? null, query.section ?? null, query.next ?? null, query.limit, query.offset];
    const given = [query.body ?? null, query.owner ?? null, query.mine ?? null];
    const at = viewed(this.clock, query.asOf);
    const points = await this.contested.points(scope, dossier, at.moment);
    const [row] = await this.db.read(scope, (sql) =>
      readAsOf<{ items: GapRow[]; total: number; byKind: Partial<Record<GapKind, number>> }>(sql, at, gapsSql(query), [
        ...[scope.organisation, dossier, at.on],
        ...filters,
        ...given,
        JSON.stringify(points),
      ]),
    );
    if (!row) refuse('not_found');
    return { items: row.items.map(gapOf), total: row.total, byKind: { ...none, ...row.byKind } };
  }
}

/** Coverage from its rows, articles and sections in their order; null where there was no dossier. */
export function coverageOf(rows: Tallied[]): Pick<Coverage, 'overall' | 'byArticle' | 'bySection'> | null {
  const byArticle = rows.flatMap(({ article, lanes }) => (article === null ? [] : [{ article, ...lanes }]));
  const overall = rows.find((row) => row.article === null && row.section === null)?.lanes;
  if (!overall || !byArticle.length) return null;
  const bySection = catalogue.sections.flatMap(({ code }) => rows.filter((row) => row.section === code).map(({ lanes }) => ({ section: code, ...lanes })));
  return { overall, byArticle, bySection };
}

const gapOf = ({ law, practice, asOf, reason, evidence, reviewStatus, outOfDateSince, lacks, passagesGone, contest, ...gap }: GapRow): Gap => ({
  ...gap,
  why: whyOf({ kind: gap.kind, lane: gap.lane, law, practice, asOf, reason, reviewStatus, outOfDateSince, lacks, passagesGone, contest }),
  facts: { law, practice, reason, evidence, lacks, passagesGone, contest },
});
