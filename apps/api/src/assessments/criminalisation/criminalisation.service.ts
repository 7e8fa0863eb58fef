import { Inject, Injectable } from '@nestjs/common';
import type { Criminalisation, contract, FillCell, Received } from '@servanda/contract';
import { viewed } from '../../dossiers/as-of.ts';
import { holdDossier } from '../../dossiers/hold.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { policy } from '../assessments.policy.ts';
import { CriminalisationQueries } from './criminalisation.queries.ts';
import { changed } from './criminalisation.rules.ts';
import { fillSql, sinceSql, unknownSourcesSql } from './criminalisation.sql.ts';

type Doors = typeof contract.assessments;
type Cells = Received<Doors['fillCriminalisation']>['body']['cells'];
/** As many refused cells as are named one by one. */
const mostNamed = 50;

/** A cell as the statements take it. */
const columnsOf = ({ row, column, value, source }: FillCell, at: number) => ({
  ...{ at, row, column, value },
  provision: source?.kind === 'provision' ? source.provision : null,
  evidence: source?.kind === 'evidence' ? source.evidence : null,
  pinpoint: source?.kind === 'evidence' ? source.pinpoint : '',
  words: source?.kind === 'words' ? source.words : '',
});

@Injectable()
export class CriminalisationService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CriminalisationQueries) private readonly queries: CriminalisationQueries,
  ) {}

  /**
   * Sets cells, all or none. Refuses stale_version, naming the cells, where another writer set one of them since the version seen; others' cells
   * beside them are no obstacle. Refuses evidence_unknown, naming the cells, where a source is not in the dossier. What says the same already is not recorded anew.
   */
  fill(scope: Scope, { params, body }: Received<Doors['fillCriminalisation']>): Promise<Criminalisation> {
    const may = policy.record(scope, { applies: true });
    if (!may.allowed) refuse('forbidden');
    const now = viewed(this.clock, undefined);
    return this.db.hotWrite(scope, async (sql) => {
      await holdDossier(sql, scope, params.id);
      const before = await this.queries.within(sql, scope, params.id, now);
      await refuseOvertaken(sql, scope, before, body);
      const wanted = changed(body.cells, before.recorded);
      if (wanted.length === 0) return before;
      const cells = JSON.stringify(wanted.map(({ cell, at }) => columnsOf(cell, at)));
      await refuseUnknown(sql, scope, params.id, cells, body.cells);
      const version = before.version + 1;
      await sql(fillSql, [scope.organisation, params.id, cells, version, scope.person, this.clock.now()]);
      const data = { dossier: params.id, before: { version: before.version }, after: { version, cells: wanted.length } };
      await journalHot(sql, scope, { act: 'criminalisation.filled', subject: 'dossier', subjectId: params.id, data });
      return this.queries.within(sql, scope, params.id, now);
    });
  }
}

const named = (cells: Cells, places: readonly number[], code: string, message: (cell: string) => string) =>
  places.slice(0, mostNamed).flatMap((at) => {
    const cell = cells[at];
    return cell ? [{ path: `cells.${at}`, code, message: message(`${cell.row} ${cell.column}`) }] : [];
  });

async function refuseOvertaken(sql: Sql, scope: Scope, current: Criminalisation, { version, cells }: { version: number; cells: Cells }): Promise<void> {
  if (version === current.version) return;
  const since = await sql<{ row: string; column: string }>(sinceSql, [scope.organisation, current.dossier, version]);
  const overtaken = new Set(since.map(({ row, column }) => `${row} ${column}`));
  const places = cells.flatMap(({ row, column }, at) => (overtaken.has(`${row} ${column}`) ? [at] : []));
  // A version that is still to come was never seen.
  if (places.length === 0 && version < current.version) return;
  refuse('stale_version', { current, fields: named(cells, places, 'stale_version', (cell) => `${cell} was set by somebody else meanwhile`) });
}

async function refuseUnknown(sql: Sql, scope: Scope, dossier: string, sent: string, cells: Cells): Promise<void> {
  const places = (await sql<{ at: number }>(unknownSourcesSql, [scope.organisation, dossier, sent])).map(({ at }) => at);
  if (places.length === 0) return;
  refuse('evidence_unknown', {
    fields: named(cells, places, 'evidence_unknown', (cell) => `${cell}: name what is in this dossier and has not been withdrawn`),
  });
}
