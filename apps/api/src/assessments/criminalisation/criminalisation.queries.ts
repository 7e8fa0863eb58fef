import { Inject, Injectable } from '@nestjs/common';
import { criminalisationActs, criminalisationColumns, criminalisationGroups, groupCodeOf } from '@servanda/catalogue';
import type { Criminalisation, contract, Received } from '@servanda/contract';
import { mayAsOf, readAsOf, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { policy } from '../assessments.policy.ts';
import { type Against, against, fedElements, mandatedFor, resolver, type Said } from './criminalisation.rules.ts';
import { matrixSql, saidSql } from './criminalisation.sql.ts';

type Doors = typeof contract.assessments;
type Fed = Omit<Criminalisation['elements'][number], 'against'>;
interface Row extends Pick<Criminalisation, 'dossier' | 'version' | 'recorded'> {
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

function shaped(scope: Scope, { dossier, version, recorded, elements }: Row, at: Viewed): Criminalisation {
  const held = resolver(recorded);
  return {
    ...{ dossier, version, recorded, groups: criminalisationGroups },
    columns: criminalisationColumns.map(({ code, title, asks, citation, force, note, feeds }) => ({ code, title, asks, citation, force, note, feeds })),
    acts: criminalisationActs.map((act) => ({
      ...{ code: act.code, group: groupCodeOf(act), element: act.element, citation: act.citation, act: act.act, object: act.object },
      cells: criminalisationColumns.map(({ code }) => held(act, code)),
    })),
    elements: (elements ?? []).map((element) => ({ ...element, against: against(element.code, recorded) })),
    may: { fill: mayAsOf(at, policy.record(scope, { applies: true })) },
  };
}
