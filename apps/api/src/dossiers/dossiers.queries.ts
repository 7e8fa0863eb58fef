import { Inject, Injectable } from '@nestjs/common';
import { catalogue } from '@servanda/catalogue';
import type { contract, Dossier, ElementState, ObligationState, Received, Returned } from '@servanda/contract';
import { policy } from '../people/people.policy.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { calendarOf } from '../treaties/calendar.rules.ts';
import { checklistSql, dossierSql, type DossierRow, listSql } from './dossiers.sql.ts';
import { rollUp } from './roll-up.rules.ts';

type Doors = typeof contract.dossiers;

@Injectable()
export class DossiersQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The organisation's dossiers with their coverage in all, by State and title. One statement. */
  list(scope: Scope, query: Received<Doors['list']>['query']): Promise<Returned<Doors['list']>> {
    return this.db.read(scope, async (sql) => {
      const like = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null;
      const [row] = await sql<Returned<Doors['list']>>(listSql, [query.iso3 ?? null, this.clock.today(), like, query.limit, query.offset]);
      return { items: row?.items ?? [], total: row?.total ?? 0 };
    });
  }

  get(scope: Scope, id: string): Promise<Dossier> {
    return this.db.read(scope, (sql) => this.one(sql, scope, id));
  }

  /** One dossier within a transaction that is open already; refuses not_found. */
  async one(sql: Sql, scope: Scope, id: string): Promise<Dossier> {
    const [row] = await sql<DossierRow>(dossierSql, [id]);
    if (!row) refuse('not_found');
    const { state, overrides, ...dossier } = row;
    const calendar = calendarOf(state, overrides, this.clock.today());
    return {
      ...dossier,
      deadlines: [
        { kind: 'entry-into-force', on: calendar.entryIntoForce.on, rule: calendar.entryIntoForce.rule, ...sourced(calendar.entryIntoForce.override) },
        { kind: 'initial-report', on: calendar.initialReport.on, rule: calendar.initialReport.rule, ...sourced(calendar.initialReport.override) },
        { kind: 'next-report', on: calendar.next.on, rule: calendar.next.rule, ...sourced(calendar.next.override) },
      ],
      may: {
        reviseFacts: policy.reviseFacts(scope),
        recordAssessment: policy.recordAssessment(scope),
        addEvidence: policy.addEvidence(scope),
        review: policy.review(scope),
        export: policy.export(scope),
      },
    };
  }

  /** The checklist: 37 obligations with the state of their elements. One statement; the roll-up is a rule. */
  obligations(scope: Scope, id: string): Promise<Returned<Doors['obligations']>> {
    return this.db.read(scope, async (sql) => {
      const rows = await sql<{ state: ElementState }>(checklistSql, [id, this.clock.today()]);
      if (!rows.length) refuse('not_found');
      const byObligation = new Map<string, ElementState[]>();
      for (const { state } of rows) byObligation.set(state.obligation, [...(byObligation.get(state.obligation) ?? []), state]);
      const items = catalogue.obligations.map(
        ({ code, article, ordinal, citation, title, section }): ObligationState =>
          rollUp({ code, article, ordinal, citation, title, section }, byObligation.get(code) ?? []),
      );
      return { dossier: id, items, total: items.length };
    });
  }
}

const sourced = (override: { source: string } | null) => ({ source: override?.source ?? null, isOverride: override !== null });
