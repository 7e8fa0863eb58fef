import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { journalAlone } from '../../platform/journal/journal.ts';
import { exportSql, organisationSql } from './journal.sql.ts';
import { VerificationQueries } from './verification.queries.ts';

interface Row {
  seq: number;
  sealed: string;
  prev: string;
  hash: string;
  name: string | null;
}
const rowsAtOnce = 1000;
const line = (value: object) => `${JSON.stringify(value)}\n`;

/** One entry as a line: what was hashed word for word, the same in readable fields, and the name of today, which is no part of the chain. */
export function entryLine({ seq, sealed, prev, hash, name }: Row): object {
  const told: unknown[] = JSON.parse(sealed);
  const [form, , , atUs, ...rest] = told;
  const [toldUs, person, role, session, key, act, subject, subjectId, data] = form === 'v1' ? [null, rest[0], rest[1], null, null, ...rest.slice(2)] : rest;
  const at = new Date(Number(atUs) / 1000).toISOString();
  return { kind: 'entry', seq, at, person, name, role, session, key, act, subject, subjectId, data, ...(toldUs ? { toldUs } : {}), prev, hash, sealed };
}

/** The journal as a file: head, every entry, every anchor with its key, and a last line that tells a whole file from a cut one. */
@Injectable()
export class JournalExport {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(VerificationQueries) private readonly verification: VerificationQueries,
  ) {}

  /** Notes the export, which is thereby the last entry of the file, and answers the file line by line. */
  async open(scope: Scope): Promise<{ name: string; stream: Readable }> {
    await journalAlone(this.db, scope, { act: 'journal.exported', subject: 'journal', subjectId: scope.organisation });
    const { head, anchors, keys } = await this.verification.anchors(scope);
    const [organisation] = await this.db.read(scope, (sql) => sql<{ id: string; name: string }>(organisationSql, [scope.organisation]));
    const first = {
      kind: 'servanda journal 1',
      organisation,
      exportedAt: this.clock.now().toISOString(),
      head,
      keys,
    };
    const last = [...anchors.map((anchor) => ({ kind: 'anchor', ...anchor })), { kind: 'end', entries: head?.seq ?? 0, anchors: anchors.length }];
    const name = `servanda-journal-${this.clock.today()}.ndjson`;
    return { name, stream: Readable.from(this.#lines(scope, first, head?.seq ?? 0, last)) };
  }

  /** A short transaction for each thousand entries, so that a slow reader holds none open. */
  async *#lines(scope: Scope, first: object, upTo: number, last: object[]): AsyncGenerator<string> {
    yield line(first);
    for (let after = 0; after < upTo; ) {
      const rows = await this.db.read(scope, (sql) => sql<Row>(exportSql, [scope.organisation, after, upTo, rowsAtOnce]));
      const newest = rows.at(-1);
      if (!newest) break;
      after = newest.seq;
      yield rows.map((row) => line(entryLine(row))).join('');
    }
    yield last.map(line).join('');
  }
}
