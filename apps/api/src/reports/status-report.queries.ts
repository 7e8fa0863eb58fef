import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import { type StatusReport as Report, StatusReport, type StatusRow } from '@servanda/contract';
import { readAsOf, type Viewed, viewed } from '../dossiers/as-of.ts';
import { coverageOf, type Tallied } from '../gaps/gaps.queries.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { Adherence, Override } from '../treaties/calendar.rules.ts';
import { statusSql } from './status-rows.sql.ts';
import { datesAhead } from './treaty-dates.rules.ts';

interface Read {
  head: Report['dossier'];
  rows: StatusRow[];
  coverage: Tallied[];
  cutOff: string | null;
  restricted: number;
  requests: Report['requests'];
  adherence: Adherence;
  overrides: Override[];
  stateSource: string;
}

@Injectable()
export class StatusReportQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The status report of a dossier: 51 rows and its coverage. The same record on the same day gives the same bytes;
   * `sha256` is over the canonical JSON (RFC 8785 order) of everything else. Refuses not_found.
   */
  report(scope: Scope, dossier: string, asOf: string | undefined, isRestrictedIn = false): Promise<Report> {
    const at = viewed(this.clock, asOf);
    return this.db.read(scope, (sql) => this.reportIn(sql, scope.organisation, dossier, at, isRestrictedIn));
  }

  /** The same within a transaction, also of background work, which has no person. */
  async reportIn(sql: Sql, organisation: string, dossier: string, at: Viewed, isRestrictedIn: boolean): Promise<Report> {
    const [read] = await readAsOf<Read>(sql, at, statusSql, [organisation, dossier, at.on, isRestrictedIn]);
    const coverage = read && coverageOf(read.coverage);
    if (!coverage) refuse('not_found');
    const isRestricted = read.rows.some(({ evidence }) => evidence.some(({ confidentiality }) => confidentiality === 'restricted'));
    const content = {
      schema: 'urn:servanda:schema:status-report:3' as const,
      treaty: 'opsc' as const,
      catalogueVersion: catalogue.version,
      catalogueSha256: catalogue.sha256,
      dossier: read.head,
      dataCutOff: read.cutOff,
      on: at.on,
      classification: isRestricted ? ('restricted' as const) : ('internal' as const),
      restrictedEvidenceLeftOut: isRestrictedIn ? 0 : read.restricted,
      restrictedEvidenceIncluded: isRestrictedIn ? read.restricted : 0,
      coverage,
      rows: read.rows,
      requests: read.requests,
      dates: datesAhead(read.adherence, read.overrides, read.stateSource, at.on),
    };
    return StatusReport.parse({ ...content, sha256: sha256(canonicalJson(content)) });
  }
}
