import { Inject, Injectable } from '@nestjs/common';
import type { Criminalisation, contract, Received } from '@servanda/contract';
import { mayAsOf, readAsOf, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { policy } from '../assessments.policy.ts';
import { type Against, against, fedElements, mandatedFor, type Said } from './criminalisation.rules.ts';
import { matrixSql, type StoredCell, saidSql } from './criminalisation.sql.ts';
import { contentOf, type Fed } from './matrix-content.ts';

type Doors = typeof contract.assessments;
interface Row extends Pick<Criminalisation, 'dossier' | 'version'> {
  recorded: StoredCell[];
  elements: Fed[] | null;
}

@Injectable()
export class CriminalisationQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The matrix as it stands, or stood. One statement; what is inherited is a rule. */
  async matrix(scope: Scope, { params, query }: Received<Doors['criminalisation']>): Promise<Criminalisation> {
    const at = viewed(this.clock, query.asOf);
    return this.db.read(scope, (sql) => this.within(sql, scope, params.id, at));
  }

  /** The same within a transaction. */
  async within(sql: Sql, scope: Scope, dossier: string, at: Viewed): Promise<Criminalisation> {
    const [row] = await readAsOf<Row>(sql, at, matrixSql, [scope.organisation, dossier, fedElements]);
    return row ? shaped(scope, row, at) : refuse('not_found');
  }

  /** What speaks against calling an element compliant in law; a statement is spent only where a mandated column bears on it. */
  async against(sql: Sql, scope: Scope, dossier: string, element: string): Promise<Against[]> {
    const columns = mandatedFor(element);
    return columns.length === 0 ? [] : against(element, await sql<Said>(saidSql, [scope.organisation, dossier, columns]));
  }
}

const shaped = (scope: Scope, { dossier, version, recorded, elements }: Row, at: Viewed): Criminalisation => ({
  ...{ dossier, version, ...contentOf(recorded, elements ?? []) },
  recorded: recorded.map(({ isRestricted: _, ...cell }) => cell),
  may: { fill: mayAsOf(at, policy.record(scope, { applies: true })) },
});
