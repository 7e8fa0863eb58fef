import { Inject, Injectable, Logger } from '@nestjs/common';
import type { contract, Evidence, Received } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { copiesOfSql } from './copies/copies.sql.ts';
import { policy } from './evidence.policy.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { everFilesSql } from './kept-files.sql.ts';
import { KeptFiles } from './kept-files.ts';

/** Erasure for reasons of data protection: the content goes from every revision, the event stays. */
@Injectable()
export class EvidenceErasure {
  readonly #log = new Logger('evidence');

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
  ) {}

  /** Redacts a piece, its revisions, the names of its files and the passages cited from it; then removes the files that no other piece needs. */
  async erase(scope: Scope, { params, body }: Received<typeof contract.evidence.erase>): Promise<Evidence> {
    const { erased, files } = await this.db.hotWrite(scope, async (sql) => {
      await sql('SELECT 1 FROM evidence WHERE organisation_id = $1 AND dossier_id = $2 AND id = $3 FOR UPDATE', [
        scope.organisation,
        params.id,
        params.evidence,
      ]);
      const before = (await this.queries.one(sql, scope, params)) ?? refuse('not_found');
      const may = policy.erase(scope, { isWithdrawn: before.withdrawn !== null, isErased: before.erasedAt !== null });
      if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
      if (before.version !== body.version) refuse('stale_version', { current: before });
      const files = await sql<{ sha256: string }>(everFilesSql, [scope.organisation, params.evidence]);
      const copies = await sql<{ sha256: string }>(copiesOfSql, [scope.organisation, params.evidence]);
      await sql('SELECT app.erase_evidence($1, $2, $3)', [params.id, params.evidence, this.clock.now()]);
      const after = (await this.queries.one(sql, scope, params)) ?? refuse('internal');
      const data = { dossier: params.id, version: after.version, elements: before.elements, files: before.files.length, after: { reason: body.reason } };
      await journalHot(sql, scope, { act: 'evidence.erased', subject: 'evidence', subjectId: params.evidence, data });
      return { erased: after, files: [...files, ...copies] };
    });
    // The record is erased; of its bytes go those that no other piece needs. What cannot be removed now is taken by the sweep.
    for (const { sha256 } of files)
      await this.kept.letGo(scope.organisation, sha256).catch((error: Error) => this.#log.error(`an erased file is still stored: ${error.message}`));
    return erased;
  }
}
