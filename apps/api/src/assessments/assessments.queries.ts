import { Inject, Injectable } from '@nestjs/common';
import type { Assessment, contract, ElementState, Received, Returned, ReviewAct } from '@servanda/contract';
import { mayAsOf, readAsOf, type Viewed, viewed } from '../dossiers/as-of.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { policy } from './assessments.policy.ts';
import { changedSince } from './assessments.rules.ts';
import { historySql } from './history.sql.ts';
import { judgementsSql } from './judgements.sql.ts';

type Doors = typeof contract.assessments;
type Row = Omit<Assessment, 'changed' | 'may'> & { isLatest: boolean };
/** Where a judgement stands: dossier and element. */
export interface Place {
  id: string;
  code: string;
}

@Injectable()
export class AssessmentsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The element's state and a page of its judgements, newest first. One statement. */
  async history(scope: Scope, { params, query }: Received<Doors['history']>): Promise<Returned<Doors['history']>> {
    // One more than the page, so that the last one can say what it changed.
    const at = viewed(this.clock, query.asOf);
    const [row] = await this.db.read(scope, (sql) =>
      readAsOf<{ state: ElementState; items: Row[] }>(sql, at, historySql, [
        scope.organisation,
        params.id,
        at.on,
        params.code,
        null,
        query.offset,
        query.limit + 1,
        ...this.#asker(scope),
      ]),
    );
    if (!row) refuse('not_found');
    return {
      state: row.state,
      items: shaped(scope, row.items, at).slice(0, query.limit),
      total: row.state.latestNumber ?? 0,
      may: { record: mayAsOf(at, policy.record(scope, row.state)) },
    };
  }

  /** One judgement within a transaction, or null; `number` null asks for the newest. */
  async one(sql: Sql, scope: Scope, place: Place, number: number | null): Promise<Assessment | null> {
    const [row] = await sql<{ items: Row[] }>(`SELECT (${judgementsSql}) AS items`, [
      scope.organisation,
      place.id,
      this.clock.today(),
      place.code,
      number,
      0,
      2,
      ...this.#asker(scope),
    ]);
    return shaped(scope, row?.items ?? [], viewed(this.clock, undefined))[0] ?? null;
  }

  /** To whom restricted pieces stand open. */
  #asker(scope: Scope) {
    return [scope.person, scope.session, this.clock.now()];
  }
}

/** Adds to each judgement what it changed against the next older one, and what the asker may do with it. */
const shaped = (scope: Scope, rows: Row[], at: Viewed): Assessment[] =>
  rows.map(({ isLatest, ...row }, i) => {
    const judged = { authorId: row.author.id, status: row.status, isLatest };
    const mayReview = (act: ReviewAct) => mayAsOf(at, policy.review(act, scope, judged));
    const may = { submit: mayReview('submit'), accept: mayReview('accept'), return: mayReview('return') };
    return { ...row, changed: changedSince(rows[i + 1], row), may };
  });
