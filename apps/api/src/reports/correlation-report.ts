import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import { type Correlation, CorrelationReport } from '@servanda/contract';

/** The correlation table as it leaves the house: with its version, what was left out, and its hash over the canonical JSON of all else. */
export function correlationReport({ table, restricted }: { table: Correlation; restricted: number }): CorrelationReport {
  const content = {
    ...{ schema: 'urn:servanda:schema:correlation-table:1' as const, treaty: 'opsc' as const },
    ...{ catalogueVersion: catalogue.version, catalogueSha256: catalogue.sha256, restrictedProvisionsLeftOut: restricted, ...table },
  };
  return CorrelationReport.parse({ ...content, sha256: sha256(canonicalJson(content)) });
}
