// Sources within an archive: in none unless asked for twice, and then those of which the asker is a reader (decision 0030).
import { SourceContent } from '@servanda/contract';
import { moment } from '../../platform/db/moment.sql.ts';
import type { Scope } from '../../platform/db/scope.ts';
import type { SourceSeal } from '../../platform/source-seal.ts';

export interface SealedRevision {
  source: string;
  evidence: string;
  number: number;
  sealed: Buffer;
  at: string;
}
/** Rows of SealedRevision: every revision that was not erased, of the sources that row-level security gives to this person. */
export const revisionsSql = `SELECT s.id AS source, s.evidence_id AS evidence, r.number, r.sealed, ${moment('r.at')} AS at
  FROM source s JOIN source_revision r ON r.organisation_id = s.organisation_id AND r.source_id = s.id WHERE r.sealed IS NOT NULL ORDER BY s.id, r.number`;

/** One line of JSON for each revision, opened. It is made in memory: opened sources never lie on a disk of ours. */
export const openedLines = (scope: Scope, seal: SourceSeal, rows: readonly SealedRevision[]): Buffer => {
  const lines = rows.map(({ source, evidence, number, sealed, at }) => {
    const content = SourceContent.parse(JSON.parse(seal.open({ organisation: scope.organisation, source, number }, sealed)));
    return `${JSON.stringify({ source, evidence, revision: number, at, ...content })}\n`;
  });
  return Buffer.from(lines.join(''));
};
