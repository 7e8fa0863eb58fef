// What a statement is about, read as the public reads it: releases and statements of anyone.
import { Inject, Injectable } from '@nestjs/common';
import type { PublicStatement, Statement } from '@servanda/contract';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { answeredSql, piecesSql, releaseSql, shownSql, statementSql } from './statements.sql.ts';

type Pieces = NonNullable<Statement['evidence']>['pieces'];
interface ReleaseRow {
  publication: string;
  number: number;
  sha256: string;
  iso3: string;
  dossier: string;
  organisation: Statement['organisation'];
  covers: boolean;
  reason: string | null;
  withdrawnAt: string | null;
}

@Injectable()
export class StatementSources {
  constructor(@Inject(PublicDatabase) private readonly db: PublicDatabase) {}

  /** A release that stands and covers the element. Refuses withdrawn; `field` names it where there is none. */
  async release(id: string, element: string, field: string): Promise<ReleaseRow> {
    const release = (await this.#release(id, element)) ?? refuseField(field, 'There is no such release');
    if (!release.covers) refuseField('element', 'This release does not cover the element');
    return release;
  }

  /** What of a release answers: its pieces by `refs`. Refuses withdrawn, and pieces that are not in its list. */
  async evidence(id: string, refs: readonly number[], organisation: string): Promise<NonNullable<Statement['evidence']>> {
    const release = await this.#release(id, '');
    if (release?.organisation.id !== organisation) refuseField('evidence.publication', 'This is no release of your organisation');
    const wanted = [...new Set(refs)];
    const pieces = await this.db.read((sql) => sql<Pieces[number]>(piecesSql, [id, wanted]));
    if (!release || pieces.length !== wanted.length) return refuseField('evidence.refs', 'The release has no such piece');
    return { publication: id, number: release.number, sha256: release.sha256, pieces };
  }

  async statement(id: string): Promise<PublicStatement | null> {
    const [row] = await this.db.read((sql) => sql<{ statement: PublicStatement }>(statementSql, [id]));
    return row?.statement ?? null;
  }

  /** Whether one of these requests has no answer yet. */
  async isOneSilent(requests: readonly string[]): Promise<boolean> {
    if (requests.length === 0) return false;
    return (await this.db.read((sql) => sql(answeredSql, [requests]))).length < requests.length;
  }

  /** Whether an answer to this request has shown evidence. */
  async isShown(request: string): Promise<boolean> {
    return (await this.db.read((sql) => sql(shownSql, [request]))).length > 0;
  }

  async #release(id: string, element: string): Promise<ReleaseRow | null> {
    const [row] = await this.db.read((sql) => sql<ReleaseRow>(releaseSql, [id, element]));
    if (!row) return null;
    const { number, sha256, reason, withdrawnAt } = row;
    if (reason !== null) refuse('withdrawn', { tombstone: { id, number, sha256, reason, withdrawnAt: withdrawnAt ?? '' } });
    return row;
  }
}
