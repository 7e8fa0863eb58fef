import { Inject, Injectable } from '@nestjs/common';
import type { contract, Evidence, EvidenceFile, Received, Returned } from '@servanda/contract';
import { mayAsOf, readAsOf, type Viewed, viewed } from '../dossiers/as-of.ts';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import { policy } from './evidence.policy.ts';
import { fileSql, listSql, oneSql, revisionsSql } from './evidence.sql.ts';
import { standsOpenSql } from './opening/opening.sql.ts';

type Doors = typeof contract.evidence;
type Row = Omit<Evidence, 'may'> & { isGuests: boolean };
/** Where a piece stands: its dossier and its own id. */
export interface Place {
  id: string;
  evidence: string;
}

/** What was typed as an ILIKE pattern: `%`, `_` and `\` are letters like any other. */
export const pattern = (typed: string | undefined) => {
  const words = typed?.normalize('NFC').trim();
  return words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
};

@Injectable()
export class EvidenceQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A page of the library. One statement. */
  async list(scope: Scope, { params, query }: Received<Doors['list']>): Promise<Returned<Doors['list']>> {
    const filters = [pattern(query.q), query.kind ?? null, query.confidentiality ?? null, query.language ?? null, query.element ?? null, query.state ?? null];
    const at = viewed(this.clock, query.asOf);
    const [row] = await this.db.read(scope, (sql) =>
      readAsOf<{ items: Row[]; total: number }>(sql, at, listSql(query.sort, query.direction), [
        ...[scope.organisation, params.id, at.on],
        ...filters,
        ...[query.limit, query.offset, ...this.#reader(scope)],
      ]),
    );
    if (!row) refuse('not_found');
    return { items: row.items.map((piece) => shaped(scope, piece, at)), total: row.total };
  }

  async get(scope: Scope, { params, query }: Received<Doors['get']>): Promise<Evidence> {
    const at = viewed(this.clock, query.asOf);
    return (await this.db.read(scope, (sql) => this.one(sql, scope, params, at))) ?? refuse('not_found');
  }

  /** One piece within a transaction, or null. */
  async one(sql: Sql, scope: Scope, place: Place, at: Viewed = viewed(this.clock, undefined)): Promise<Evidence | null> {
    const [row] = await readAsOf<{ piece: Row }>(sql, at, oneSql, [scope.organisation, place.id, at.on, place.evidence, ...this.#reader(scope)]);
    return row ? shaped(scope, row.piece, at) : null;
  }

  /** Every revision of a piece, newest first; what it said, and the files that belonged to it. */
  async revisions(scope: Scope, { params, query }: Received<Doors['revisions']>): Promise<Returned<Doors['revisions']>> {
    const at = viewed(this.clock, query.asOf);
    const values = [scope.organisation, params.id, params.evidence, ...this.#reader(scope)];
    const [row] = await this.db.read(scope, (sql) => readAsOf<{ items: Returned<Doors['revisions']>['items'] | null }>(sql, at, revisionsSql, values));
    if (!row?.items) refuse('not_found');
    return { items: row.items.map((revision) => ({ ...revision, files: toldTo(scope, revision.files) })), total: row.items.length };
  }

  /** The record of a stored document; those of a withdrawn piece stay readable. Refuses purpose_required where a restricted piece is not open to the asker. */
  async file(scope: Scope, place: Place & { file: string }): Promise<{ file: EvidenceFile; isRestricted: boolean }> {
    return this.db.read(scope, async (sql) => {
      const piece = await this.one(sql, scope, place);
      const [row] = piece ? await this.fileOf(sql, scope, place.evidence, place.file) : [];
      if (!piece || !row) refuse('not_found');
      const [stands] = await sql<{ open: boolean }>(standsOpenSql, [scope.organisation, place.evidence, ...this.#reader(scope)]);
      if (!stands?.open) refuse('purpose_required');
      return { file: row.file, isRestricted: piece.confidentiality === 'restricted' };
    });
  }

  async fileOf(sql: Sql, scope: Scope, evidence: string, file: string): Promise<{ file: EvidenceFile }[]> {
    const rows = await sql<{ file: EvidenceFile }>(fileSql, [scope.organisation, evidence, file, ...this.#reader(scope)]);
    return rows.flatMap((row) => toldTo(scope, [row.file]).map((told) => ({ file: told })));
  }

  /** To whom a restricted piece may stand open: this person, in this session, now. */
  #reader(scope: Scope): [string, string | null, Date] {
    return [scope.person, scope.session, this.clock.now()];
  }
}

/** Files as the asker may see them: what stands in their metadata is for those who may have the originals, the others learn the kinds and how often. */
const toldTo = (scope: Scope, files: EvidenceFile[]): EvidenceFile[] =>
  policy.original(scope).allowed
    ? files
    : files.map((file) => ({ ...file, copy: file.copy && { ...file.copy, found: file.copy.found.map((one) => ({ ...one, values: null })) } }));

const shaped = (scope: Scope, { isGuests, ...row }: Row, at: Viewed): Evidence => {
  const piece = { isWithdrawn: row.withdrawn !== null, isErased: row.erasedAt !== null, isGuests };
  const may = (act: 'revise' | 'withdraw' | 'addFile' | 'erase') => mayAsOf(at, policy[act](scope, piece));
  return {
    ...row,
    files: toldTo(scope, row.files),
    may: { revise: may('revise'), withdraw: may('withdraw'), addFile: may('addFile'), erase: may('erase'), original: policy.original(scope) },
  };
};
