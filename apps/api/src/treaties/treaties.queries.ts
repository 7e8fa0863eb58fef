import { Inject, Injectable } from '@nestjs/common';
import { catalogue, treatySource } from '@servanda/catalogue';
import type { contract, Returned, State, StateSummary } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import { refuse } from '../platform/http/refusal.ts';
import { calendarOf } from './calendar.rules.ts';
import { type StateRow, statesSql } from './states.sql.ts';

type Doors = typeof contract.treaties;
const { treaty: facts, version, sha256, shall, obligations } = catalogue;
const treaty: Returned<Doors['treaty']> = {
  ...facts,
  catalogueVersion: version,
  catalogueSha256: sha256,
  counts: { shall: shall.length, obligations: obligations.length, elements: obligations.flatMap((o) => o.elements).length },
};
const provisions: Returned<Doors['provisions']> = { catalogueVersion: version, items: catalogue.provisions };

@Injectable()
export class TreatiesQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The same objects every time: they are shaped and hashed once. */
  treaty = () => treaty;
  provisions = () => provisions;
  source = () => treatySource;

  /** Every State with its dates, invented ones of the demonstration world last. One statement. */
  async states(): Promise<Returned<Doors['states']>> {
    const rows = await this.db.unscoped<StateRow>(`${statesSql} ORDER BY s.is_invented, s.name, s.iso3`);
    const items = rows.map((row): StateSummary => this.#summary(row));
    return { items, total: items.length };
  }

  /** One State with its calendar and reservations on record, asked of the API's own connections unless said; refuses not_found. */
  async state(iso3: string, ask: Sql = (text, values) => this.db.unscoped(text, values)): Promise<State> {
    const [row] = await ask<StateRow>(`${statesSql} WHERE s.iso3 = $1`, [iso3]);
    if (!row) refuse('not_found');
    const { overrides, ...state } = row;
    return { ...state, ...this.#summary(row), calendar: calendarOf(row, overrides, this.clock.today()) };
  }

  #summary(row: StateRow): StateSummary {
    const { entryIntoForce, initialReport } = calendarOf(row, row.overrides, this.clock.today());
    // A printed entry into force may be a month or a year only; the summary shows whole days.
    const entry = entryIntoForce.on && /^\d{4}-\d{2}-\d{2}$/.test(entryIntoForce.on) ? entryIntoForce.on : entryIntoForce.computedOn;
    return { ...row, entryIntoForceOn: entry, initialReportDueOn: initialReport.on };
  }
}
