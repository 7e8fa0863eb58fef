import { Inject, Injectable } from '@nestjs/common';
import type { StatisticalAnnex } from '@servanda/contract';
import { readAsOf, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { annexSql } from '../../evidence/figures/figures.sql.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { type AnnexRead, statisticalAnnex } from './annex.ts';

@Injectable()
export class StatisticsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The statistical annex of a dossier; the same record on the same day gives the same bytes. Refuses not_found. */
  annex(scope: Scope, dossier: string, asOf: string | undefined): Promise<StatisticalAnnex> {
    const at = viewed(this.clock, asOf);
    return this.db.read(scope, (sql) => this.annexIn(sql, scope.organisation, dossier, at, false));
  }

  /** The same within a transaction, also of background work, which has no person. */
  async annexIn(sql: Sql, organisation: string, dossier: string, at: Viewed, isRestrictedIn: boolean): Promise<StatisticalAnnex> {
    const [read] = await readAsOf<AnnexRead>(sql, at, annexSql, [organisation, dossier, isRestrictedIn]);
    return read ? statisticalAnnex(read, at.on, isRestrictedIn) : refuse('not_found');
  }
}
