import { Inject, Injectable } from '@nestjs/common';
import type { contract, Dossier, DossierSummary, ElementState, Received, Returned } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { Adherence, Override } from '../treaties/calendar.rules.ts';
import { mayAsOf, readAsOf, type Viewed, viewed } from './as-of.ts';
import { deadlinesOf } from './deadlines.rules.ts';
import { policy } from './dossiers.policy.ts';
import { checklistSql, dossierListSql, dossierSql } from './dossiers.sql.ts';
import { rollUp } from './roll-up.rules.ts';

type Doors = typeof contract.dossiers;
type Row = Omit<Dossier, 'deadlines' | 'may'> & { adherence: Adherence; overrides: Override[]; stateSource: string };

@Injectable()
export class DossiersQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One dossier within a transaction, or null where it is unknown or foreign. One statement. */
  async one(sql: Sql, scope: Scope, id: string, at: Viewed = viewed(this.clock, undefined)): Promise<Dossier | null> {
    const [row] = await readAsOf<{ found: Row }>(sql, at, dossierSql, [scope.organisation, id]);
    if (!row) return null;
    const { adherence, overrides, stateSource, ...dossier } = row.found;
    return { ...dossier, deadlines: deadlinesOf(adherence, overrides, stateSource, at.on), may: policy.inDossier(scope, (may) => mayAsOf(at, may)) };
  }

  /** Facts, deadlines, applicability; refuses not_found. */
  async get(scope: Scope, { params, query }: Received<Doors['get']>): Promise<Dossier> {
    const at = viewed(this.clock, query.asOf);
    return (await this.db.read(scope, (sql) => this.one(sql, scope, params.id, at))) ?? refuse('not_found');
  }

  /** A page of my organisation's dossiers, by title, with coverage. One statement. */
  async list(scope: Scope, { query }: Received<Doors['list']>): Promise<Returned<Doors['list']>> {
    const wanted = [scope.organisation, this.clock.today(), query.iso3 ?? null, query.q?.trim() || null, query.limit, query.offset];
    const [row] = await this.db.read(scope, (sql) => sql<{ items: DossierSummary[]; total: number }>(dossierListSql, wanted));
    return row ?? { items: [], total: 0 };
  }

  /** The checklist: every obligation with the state of its elements; refuses not_found. One statement. */
  async obligations(scope: Scope, { params: { id }, query }: Received<Doors['obligations']>): Promise<Returned<Doors['obligations']>> {
    const at = viewed(this.clock, query.asOf);
    const [row] = await this.db.read(scope, (sql) => readAsOf<{ elements: ElementState[] | null }>(sql, at, checklistSql, [scope.organisation, id, at.on]));
    if (!row?.elements) refuse('not_found');
    const items = rollUp(row.elements);
    return { dossier: id, items, total: items.length };
  }
}
