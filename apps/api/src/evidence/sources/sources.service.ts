import { Inject, Injectable } from '@nestjs/common';
import { type contract, type May, type OpenedSource, type Received, type Returned, type Source, SourceContent } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { SourceSeal } from '../../platform/source-seal.ts';
import { refuseConstraint } from './sources.constraints.ts';
import { isReadBeside, policy, type SourceRow } from './sources.policy.ts';
import { addSql, eraseSql, eraseUnreadSql, memberSql, pieceSql, readerSql, reviseSql, sealedSql, sourceSql, sourcesSql, unreadSql } from './sources.sql.ts';

type Doors = typeof contract.evidence;
interface Place {
  id: string;
  evidence: string;
}
type One = Place & { source: string };
interface Sealed {
  number: number;
  sealed: Buffer | null;
  by: OpenedSource['by'];
  at: string;
}
const enforce = ({ allowed, because }: May): void => {
  if (!allowed) refuse(because === 'state' ? 'wrong_state' : 'forbidden');
};

/**
 * Who told, behind a piece of evidence (decision 0030). What is known of a source goes to the database sealed and comes out of it by an
 * opening alone; the journal names the source by its id, without the piece or the dossier that it stands behind.
 */
@Injectable()
export class EvidenceSources {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SourceSeal) private readonly seal: SourceSeal,
  ) {}

  list(scope: Scope, { params }: Received<Doors['sources']>): Promise<Returned<Doors['sources']>> {
    return this.db.read(scope, async (sql) => {
      const piece = await this.#piece(sql, scope, params);
      const rows = await sql<{ source: SourceRow }>(sourcesSql, [scope.organisation, params.evidence]);
      return { items: rows.map(({ source }) => shaped(scope, source)), may: { add: policy.add(scope, piece) } };
    });
  }

  add(scope: Scope, { params, body }: Received<Doors['addSource']>): Promise<Source> {
    return this.db.hotWrite(scope, async (sql) => {
      enforce(policy.add(scope, await this.#piece(sql, scope, params)));
      const [source, at] = [newId(), this.clock.now()];
      await sql(addSql, [scope.organisation, source, params.evidence, scope.person, at]);
      await this.#write(sql, scope, { source, number: 1, content: body });
      await journalHot(sql, scope, { act: 'source.added', subject: 'source', subjectId: source });
      return shaped(scope, await this.#one(sql, scope, { ...params, source }));
    });
  }

  /** The only way in which what is known of a source leaves. */
  open(scope: Scope, { params, body }: Received<Doors['openSource']>): Promise<OpenedSource> {
    return this.db.hotWrite(scope, async (sql) => {
      enforce(policy.open(scope, await this.#one(sql, scope, params)));
      const [found] = await sql<Sealed>(sealedSql, [scope.organisation, params.source, body.version]);
      if (!found?.sealed) refuse('not_found');
      const { number: version, by, at } = found;
      const text = this.seal.open({ organisation: scope.organisation, source: params.source, number: version }, found.sealed);
      await journalHot(sql, scope, { act: 'source.opened', subject: 'source', subjectId: params.source, data: { version } });
      return { id: params.source, version, by, at, content: SourceContent.parse(JSON.parse(text)) };
    });
  }

  revise(scope: Scope, { params, body }: Received<Doors['reviseSource']>): Promise<Source> {
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#one(sql, scope, params);
      enforce(policy.revise(scope, before));
      const number = body.version + 1;
      const isNext = before.version === body.version && (await this.#write(sql, scope, { source: params.source, number, content: body.content }));
      if (!isNext) refuse('stale_version', { current: shaped(scope, await this.#one(sql, scope, params)) });
      await journalHot(sql, scope, { act: 'source.revised', subject: 'source', subjectId: params.source, data: { version: number } });
      return shaped(scope, await this.#one(sql, scope, params));
    });
  }

  nameReader(scope: Scope, { params, body }: Received<Doors['nameSourceReader']>): Promise<Source> {
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#one(sql, scope, params);
      enforce(policy.name(scope, before));
      if (before.readers.some(({ person }) => person.id === body.person)) refuseField('person', 'This member reads the source already');
      if (!(await sql(memberSql, [scope.organisation, body.person])).length) refuseField('person', 'Choose an active member of your organisation');
      await sql(readerSql, [scope.organisation, params.source, body.person, 'named', scope.person, this.clock.now()]).catch(refuseConstraint);
      await journalHot(sql, scope, { act: 'source.reader_named', subject: 'source', subjectId: params.source, data: { person: body.person } });
      return shaped(scope, await this.#one(sql, scope, params));
    });
  }

  async unnameReader(scope: Scope, { params }: Received<Doors['unnameSourceReader']>): Promise<null> {
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#one(sql, scope, params);
      const reader = before.readers.find(({ person }) => person.id === params.person) ?? refuse('not_found');
      if (!reader.isWriter && !isReadBeside(before, params.person)) refuse('source_needs_reader');
      enforce(policy.unname(scope, before, reader));
      // The entry comes first: who takes himself or herself back writes nothing of this source any more.
      await journalHot(sql, scope, { act: 'source.reader_unnamed', subject: 'source', subjectId: params.source, data: { person: params.person } });
      await sql(readerSql, [scope.organisation, params.source, params.person, 'unnamed', scope.person, this.clock.now()]).catch(refuseConstraint);
      return null;
    });
  }

  erase(scope: Scope, { params, body }: Received<Doors['eraseSource']>): Promise<Source> {
    return this.db.hotWrite(scope, async (sql) => {
      enforce(policy.erase(scope, await this.#one(sql, scope, params)));
      const [done] = await sql<{ erased: boolean }>(eraseSql, [params.source, body.because, this.clock.now()]);
      if (!done?.erased) refuse('wrong_state');
      await journalHot(sql, scope, { act: 'source.erased', subject: 'source', subjectId: params.source, data: { because: body.because } });
      return shaped(scope, await this.#one(sql, scope, params));
    });
  }

  async unread(scope: Scope): Promise<{ count: number }> {
    const [row] = await this.db.read(scope, (sql) => sql<{ count: number }>(unreadSql));
    return row ?? refuse('internal');
  }

  eraseUnread(scope: Scope): Promise<{ erased: number }> {
    return this.db.hotWrite(scope, async (sql) => {
      const gone = await sql<{ id: string }>(eraseUnreadSql, [this.clock.now()]);
      const data = { because: 'not_needed', sources: gone.map(({ id }) => id) };
      if (gone.length) await journalHot(sql, scope, { act: 'source.erased', subject: 'organisation', subjectId: scope.organisation, data });
      return { erased: gone.length };
    });
  }

  async #piece(sql: Sql, scope: Scope, { id, evidence }: Place): Promise<{ erased: boolean }> {
    const [piece] = await sql<{ erased: boolean }>(pieceSql, [scope.organisation, id, evidence]);
    return piece ?? refuse('not_found');
  }

  async #one(sql: Sql, scope: Scope, { source, ...place }: One): Promise<SourceRow> {
    await this.#piece(sql, scope, place);
    const [row] = await sql<{ source: SourceRow }>(sourceSql, [scope.organisation, place.evidence, source]);
    return row?.source ?? refuse('not_found');
  }

  /** False where another revision has taken the number. */
  async #write(sql: Sql, scope: Scope, { source, number, content }: { source: string; number: number; content: SourceContent }): Promise<boolean> {
    const sealed = this.seal.seal({ organisation: scope.organisation, source, number }, JSON.stringify(content));
    return (await sql(reviseSql, [scope.organisation, source, number, sealed, scope.person, this.clock.now()]).catch(refuseConstraint)).length === 1;
  }
}

function shaped(scope: Scope, row: SourceRow): Source {
  return {
    ...row,
    readers: row.readers.map((reader) => ({ ...reader, may: { unname: policy.unname(scope, row, reader) } })),
    isMineAlone: !isReadBeside(row, scope.person),
    may: { open: policy.open(scope, row), revise: policy.revise(scope, row), name: policy.name(scope, row), erase: policy.erase(scope, row) },
  };
}
