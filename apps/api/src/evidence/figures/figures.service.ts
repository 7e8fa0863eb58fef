import { Inject, Injectable } from '@nestjs/common';
import type { contract, EvidenceKind, Figures, Received } from '@servanda/contract';
import { mayAsOf, readAsOf, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from '../evidence.policy.ts';
import { faultsOf } from './figures.rules.ts';
import { figuresSql, holdSql, recordSql } from './figures.sql.ts';

type Doors = typeof contract.evidence;
type Row = Omit<Figures, 'may'> & { kind: EvidenceKind; isWithdrawn: boolean };
type Place = Received<Doors['figures']>['params'];

/** Figures of a piece of statistics: one table that is recorded as a whole; every revision is kept. */
@Injectable()
export class EvidenceFigures {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The table that stands, or stood; version 0 and no row where nobody recorded one. */
  async read(scope: Scope, { params, query }: Received<Doors['figures']>): Promise<Figures> {
    const at = viewed(this.clock, query.asOf);
    return shaped(scope, await this.db.read(scope, (sql) => one(sql, scope, params, at)), at);
  }

  /** Records a table in the place of the one seen. Refuses figures that cannot be true together, naming row and field. */
  record(scope: Scope, { params, body: { version, rows } }: Received<Doors['recordFigures']>): Promise<Figures> {
    const now = viewed(this.clock, undefined);
    return this.db.hotWrite(scope, async (sql) => {
      await sql(holdSql, [scope.organisation, params.id, params.evidence]);
      const before = await one(sql, scope, params, now);
      const may = mayRecord(scope, before);
      if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
      if (before.version !== version) refuse('stale_version', { current: shaped(scope, before, now) });
      const faults = faultsOf(rows);
      if (faults.length > 0)
        refuse('invalid_input', { fields: faults.slice(0, 50).map(({ row, field, message }) => ({ path: `rows.${row}.${field}`, code: 'custom', message })) });
      await sql(recordSql, [scope.organisation, params.evidence, version + 1, params.id, JSON.stringify(rows), scope.person, this.clock.now()]);
      const data = { dossier: params.id, version: version + 1, before: { rows: before.rows.length }, after: { rows: rows.length } };
      await journalHot(sql, scope, { act: 'evidence.figures_recorded', subject: 'evidence', subjectId: params.evidence, data });
      return shaped(scope, await one(sql, scope, params, now), now);
    });
  }
}

async function one(sql: Sql, { organisation }: Scope, { id, evidence }: Place, at: Viewed): Promise<Row> {
  const [row] = await readAsOf<Row>(sql, at, figuresSql, [organisation, id, evidence]);
  return row ?? refuse('not_found');
}
const mayRecord = (scope: Scope, { kind, isWithdrawn }: Row) => policy.revise(scope, { isWithdrawn: isWithdrawn || kind !== 'statistics', isErased: false });
const shaped = (scope: Scope, row: Row, at: Viewed): Figures => ({
  ...{ version: row.version, rows: row.rows, recordedAt: row.recordedAt, recordedBy: row.recordedBy },
  may: { record: mayAsOf(at, mayRecord(scope, row)) },
});
