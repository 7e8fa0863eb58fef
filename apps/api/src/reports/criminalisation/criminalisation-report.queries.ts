import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import { CriminalisationReport } from '@servanda/contract';
import { fedElements } from '../../assessments/criminalisation/criminalisation.rules.ts';
import { matrixSql, type StoredCell } from '../../assessments/criminalisation/criminalisation.sql.ts';
import { contentOf, type Fed } from '../../assessments/criminalisation/matrix-content.ts';
import { readAsOf, type Viewed, viewed } from '../../dossiers/as-of.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';

interface Row {
  head: CriminalisationReport['dossier'];
  version: number;
  recorded: StoredCell[];
  elements: Fed[] | null;
}
const reportSql = `SELECT m.version, m.recorded, m.elements,
  json_build_object('id', d.id, 'title', d.title, 'kind', d.kind, 'iso3', d.iso3, 'stateName', n.name, 'organisation', o.name) AS head
FROM (${matrixSql}) m JOIN dossier d ON d.organisation_id = $1::uuid AND d.id = m.dossier JOIN state n ON n.iso3 = d.iso3 JOIN organisation o ON o.id = d.organisation_id`;

@Injectable()
export class CriminalisationReportQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The matrix as it may leave: without what restricted pieces say. */
  report(scope: Scope, dossier: string, asOf: string | undefined): Promise<CriminalisationReport> {
    const at = viewed(this.clock, asOf);
    return this.db.read(scope, (sql) => this.reportIn(sql, scope.organisation, dossier, at, false));
  }

  /** Within a transaction of a person or of background work. Refuses not_found. */
  async reportIn(sql: Sql, organisation: string, dossier: string, at: Viewed, isRestrictedIn: boolean): Promise<CriminalisationReport> {
    const [row] = await readAsOf<Row>(sql, at, reportSql, [organisation, dossier, fedElements]);
    return row ? reportOf(row, at.on, isRestrictedIn) : refuse('not_found');
  }
}

const sourceOf = ({ source }: StoredCell): string => {
  if (!source) return '';
  if (source.kind === 'words') return source.words;
  return (source.kind === 'provision' ? [source.law, source.article] : [source.title, source.pinpoint]).filter(Boolean).join(', ');
};

function reportOf({ head, version, recorded, elements }: Row, on: string, isRestrictedIn: boolean): CriminalisationReport {
  const set = recorded.map((cell) => {
    const { row, column, value, isRestricted } = cell;
    const isWithdrawn = cell.source !== null && cell.source.kind !== 'words' && cell.source.isWithdrawn;
    return { row, column, value, source: isRestricted && !isRestrictedIn ? '' : sourceOf(cell), isWithdrawn, isRestricted };
  });
  const content = {
    ...{ schema: 'urn:servanda:schema:criminalisation-matrix:1' as const, treaty: 'opsc' as const },
    ...{ catalogueVersion: catalogue.version, catalogueSha256: catalogue.sha256, dossier: head, on, version },
    ...contentOf(recorded, elements ?? []),
    set,
    restrictedSourcesLeftOut: isRestrictedIn ? 0 : set.filter(({ isRestricted }) => isRestricted).length,
  };
  return CriminalisationReport.parse({ ...content, sha256: sha256(canonicalJson(content)) });
}
