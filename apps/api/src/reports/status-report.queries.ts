import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import { type StatusReport as Report, StatusReport, type StatusRow } from '@servanda/contract';
import { readAsOf, viewed } from '../dossiers/as-of.ts';
import { coverageOf, type Tallied } from '../gaps/gaps.queries.ts';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { statusSql } from './status-rows.sql.ts';

interface Read {
  head: Report['dossier'];
  rows: StatusRow[];
  coverage: Tallied[];
  cutOff: string | null;
  restricted: number;
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
  async report(scope: Scope, dossier: string, asOf: string | undefined): Promise<Report> {
    const at = viewed(this.clock, asOf);
    const [read] = await this.db.read(scope, (sql) => readAsOf<Read>(sql, at, statusSql, [scope.organisation, dossier, at.on]));
    const coverage = read && coverageOf(read.coverage);
    if (!coverage) refuse('not_found');
    const content = {
      schema: 'urn:servanda:schema:status-report:1' as const,
      treaty: 'opsc' as const,
      catalogueVersion: catalogue.version,
      catalogueSha256: catalogue.sha256,
      dossier: read.head,
      dataCutOff: read.cutOff,
      on: at.on,
      restrictedEvidenceLeftOut: read.restricted,
      coverage,
      rows: read.rows,
    };
    return StatusReport.parse({ ...content, sha256: sha256(canonicalJson(content)) });
  }
}
