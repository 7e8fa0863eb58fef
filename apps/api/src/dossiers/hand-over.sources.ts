import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { aloneSql, eraseSourcesSql, nameReaderSql } from './hand-over.sources.sql.ts';

/** Whoever leaves says first what becomes of the sources that nobody else may read (decision 0030). */
@Injectable()
export class SourcesHandOver {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Refuses source_needs_reader where there are such sources and nothing was chosen for them. */
  async settle(sql: Sql, scope: Scope, chosen: Received<typeof contract.dossiers.leave>['body']['sources'], successor: string | null): Promise<void> {
    const alone = (await sql<{ id: string }>(aloneSql, [scope.organisation, scope.person])).map(({ id }) => id);
    if (!alone.length) return;
    const at = this.clock.now();
    const entry = { subject: 'organisation', subjectId: scope.organisation };
    if (chosen === 'erase') {
      await sql(eraseSourcesSql, [alone, at]);
      await journalHot(sql, scope, { act: 'source.erased', ...entry, data: { because: 'not_needed', sources: alone } });
    } else if (chosen === 'to_successor' && successor) {
      await sql(nameReaderSql, [scope.organisation, alone, successor, scope.person, at]);
      await journalHot(sql, scope, { act: 'source.reader_named', ...entry, data: { person: successor, sources: alone } });
    } else refuse('source_needs_reader');
  }
}
