import { Inject, Injectable } from '@nestjs/common';
import type { Correlation, contract, NationalProvision, Received, Returned } from '@servanda/contract';
import { mayAsOf, readAsOf, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { policy } from '../evidence.policy.ts';
import { pattern } from '../evidence.queries.ts';
import { correlationSql, listSql, oneSql, revisionsSql } from './national-provisions.sql.ts';

type Doors = typeof contract.evidence;
type Row = Omit<NationalProvision, 'may'>;
type Read = { head: Correlation['dossier']; items: Correlation['items']; restricted: number };
/** Where a provision stands: its dossier and its own id. */
export interface Place {
  id: string;
  provision: string;
}

@Injectable()
export class NationalProvisionsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A page of the provisions, in the order of their laws and articles. One statement. */
  async list(scope: Scope, { params, query }: Received<Doors['nationalProvisions']>): Promise<Returned<Doors['nationalProvisions']>> {
    const at = viewed(this.clock, query.asOf);
    const filters = [pattern(query.q), query.element ?? null, query.article ?? null, query.law ?? null, query.force ?? null, query.state === 'withdrawn'];
    const [row] = await this.db.read(scope, (sql) =>
      readAsOf<{ items: Row[]; total: number }>(sql, at, listSql, [
        ...[scope.organisation, params.id, query.on ?? at.on],
        ...filters,
        ...[query.limit, query.offset],
      ]),
    );
    if (!row) refuse('not_found');
    return { items: row.items.map((one) => shaped(scope, one, at)), total: row.total };
  }

  /** One provision within a transaction, in the wording of the day viewed, or null. */
  async one(sql: Sql, scope: Scope, place: Place): Promise<NationalProvision | null> {
    const at = viewed(this.clock, undefined);
    const [row] = await sql<{ provision: Row }>(oneSql, [scope.organisation, place.id, at.on, place.provision]);
    return row ? shaped(scope, row.provision, at) : null;
  }

  async revisions(scope: Scope, { params, query }: Received<Doors['nationalProvisionRevisions']>): Promise<Returned<Doors['nationalProvisionRevisions']>> {
    const at = viewed(this.clock, query.asOf);
    const values = [scope.organisation, params.id, params.provision];
    const [row] = await this.db.read(scope, (sql) =>
      readAsOf<{ law: string; items: Returned<Doors['nationalProvisionRevisions']>['items'] | null }>(sql, at, revisionsSql, values),
    );
    if (!row?.items) refuse('not_found');
    return { law: row.law, items: row.items, total: row.items.length };
  }

  async correlation(scope: Scope, { params, query }: Received<Doors['correlation']>): Promise<Correlation> {
    return (await this.table(scope, params.id, query, false)).table;
  }

  /** The correlation table; `isLeaving`: as it may leave the organisation, without provisions of restricted laws, which are counted. */
  async table(
    scope: Scope,
    dossier: string,
    query: Received<Doors['correlation']>['query'],
    isLeaving: boolean,
  ): Promise<{ table: Correlation; restricted: number }> {
    const at = viewed(this.clock, query.asOf);
    return this.db.read(scope, (sql) => this.tableIn(sql, scope.organisation, dossier, at, { ...query, on: query.on ?? at.on }, isLeaving));
  }

  /** The same within a transaction, also of background work, which has no person. */
  async tableIn(
    sql: Sql,
    organisation: string,
    dossier: string,
    at: Viewed,
    query: { on: string; from: number; to: number },
    isLeaving: boolean,
  ): Promise<{ table: Correlation; restricted: number }> {
    const { on } = query;
    const [read] = await readAsOf<Read>(sql, at, correlationSql, [organisation, dossier, on, query.from, query.to, isLeaving]);
    if (!read) refuse('not_found');
    const items = read.items ?? [];
    const applying = items.filter(({ applies }) => applies);
    const served = applying.filter(({ provisions }) => provisions.length > 0).length;
    const provisions = new Set(items.flatMap((item) => item.provisions.map(({ id }) => id))).size;
    const counts = { elements: applying.length, served, holes: applying.length - served, provisions };
    return { table: { dossier: read.head, on, articles: { from: query.from, to: query.to }, items, counts }, restricted: read.restricted };
  }
}

const shaped = (scope: Scope, row: Row, at: Viewed): NationalProvision => {
  const state = { isWithdrawn: row.withdrawn !== null || row.law.isWithdrawn, isErased: false };
  return { ...row, may: { revise: mayAsOf(at, policy.revise(scope, state)), withdraw: mayAsOf(at, policy.withdraw(scope, state)) } };
};
