// What the pages of the public read: one statement for each page, in the public's own role.
import { Inject, Injectable } from '@nestjs/common';
import type { Obligation } from '@servanda/catalogue';
import { type PublicRelease, type PublicStatement, Release, type State } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import { calendarOf } from '../../treaties/calendar.rules.ts';
import type { StateRow } from '../../treaties/states.sql.ts';
import type { DossierOn, DossierOnObligation } from './dossier-on.ts';
import type { DossierOnMatrix } from './matrix.page.ts';
import { listSql, matricesSql, obligationSql, releaseSql, sitemapSql, stampSql, stateSql } from './portal.sql.ts';
import type { SaidOn } from './said-parts.ts';

/** A State as its page shows it. */
export type OnRecord = Omit<StateRow, 'overrides'> & Pick<State, 'calendar'>;
export interface Listed extends Pick<StateRow, 'iso3' | 'name' | 'status' | 'type' | 'depositedOn' | 'isInvented'> {
  entryIntoForceOn: string | null;
  initialReportDueOn: string | null;
  /** Dossiers with a release that stands. */
  published: number;
}
export interface StateMatter {
  state: OnRecord;
  releases: PublicRelease[];
  dossiers: DossierOn[];
  /** What organisations said to each other, in short. */
  said: SaidOn[];
  /** Today: requests are counted in days. */
  on: string;
}
export interface ObligationMatter {
  state: OnRecord;
  dossiers: DossierOnObligation[];
  /** What organisations said to each other on its elements. */
  statements: PublicStatement[];
  /** Today: requests are counted in days. */
  on: string;
}
export interface ReleaseMatterOf {
  head: PublicRelease;
  stateName: string;
  /** Null once it is withdrawn. */
  release: Release | null;
  /** The releases of the same dossier, the newest first, this one among them. */
  siblings: PublicRelease[];
}

@Injectable()
export class PortalQueries {
  constructor(
    @Inject(PublicDatabase) private readonly db: PublicDatabase,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Changes whenever a release is added or withdrawn, and with the day, by which dates are told. */
  async stamp(): Promise<string> {
    const [row] = await this.#rows<{ stamp: string }>(stampSql);
    return `${row?.stamp} ${this.clock.today()}`;
  }

  async list(): Promise<Listed[]> {
    const rows = await this.#rows<StateRow & { published: number }>(listSql);
    return rows.map(({ overrides, ...row }) => {
      const { entryIntoForce, initialReport } = calendarOf(row, overrides, this.clock.today());
      return { ...row, entryIntoForceOn: entryIntoForce.on, initialReportDueOn: initialReport.on };
    });
  }

  async state(iso3: string): Promise<StateMatter | null> {
    const [row] = await this.#rows<Omit<StateMatter, 'state' | 'on'> & { state: StateRow }>(stateSql, [iso3]);
    return row ? { ...row, state: this.#onRecord(row.state), on: this.clock.today() } : null;
  }

  async obligation(iso3: string, { code, elements }: Obligation): Promise<ObligationMatter | null> {
    const values = [iso3, code, elements.map((element) => element.code)];
    const [row] = await this.#rows<Omit<ObligationMatter, 'state' | 'on'> & { state: StateRow }>(obligationSql, values);
    return row ? { ...row, state: this.#onRecord(row.state), on: this.clock.today() } : null;
  }

  async matrices(iso3: string): Promise<{ state: OnRecord; dossiers: DossierOnMatrix[] } | null> {
    const [row] = await this.#rows<{ state: StateRow; dossiers: DossierOnMatrix[] }>(matricesSql, [iso3]);
    return row ? { ...row, state: this.#onRecord(row.state) } : null;
  }

  async release(id: string): Promise<ReleaseMatterOf | null> {
    const [row] = await this.#rows<{ release: PublicRelease; stateName: string; content: string | null; siblings: PublicRelease[] }>(releaseSql, [id]);
    if (!row) return null;
    const { release: head, content, ...rest } = row;
    return { head, release: content === null ? null : Release.parse(JSON.parse(content)), ...rest };
  }

  sitemap(): Promise<{ id: string; iso3: string; publishedOn: string }[]> {
    return this.#rows(sitemapSql);
  }

  #onRecord({ overrides, ...row }: StateRow): OnRecord {
    return { ...row, calendar: calendarOf(row, overrides, this.clock.today()) };
  }

  #rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.db.read((sql) => sql<Row>(text, values));
  }
}
