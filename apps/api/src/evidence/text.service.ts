import { Inject, Injectable, Logger } from '@nestjs/common';
import { type contract, documentTypes, type FileText, type Received, type Returned } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { refuse } from '../platform/http/refusal.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { journalHot } from '../platform/journal/journal.ts';
import { readText, type TextResult } from '../platform/text/read-text.ts';
import { EvidenceQueries } from './evidence.queries.ts';
import { lookInto } from './identity/file-identity.rules.ts';
import { FileIdentity } from './identity/file-identity.service.ts';
import { batchesOf, tookTooLong } from './text.batches.ts';
import { dropPagesSql, endReadingSql, heldSql, keepPagesSql, textSql, unlookedSql, waitAgainSql, waitingSql, waitSql } from './text.sql.ts';

type Doors = typeof contract.evidence;
interface Reading {
  organisation: string;
  file: string;
}
export const textQueue = 'evidence.text';
/** A text that has waited for so long without a job is queued anew. */
const forgotten = 10 * 60_000;
const kindOf = (mediaType: string) => Object.entries(documentTypes).find(([, type]) => type === mediaType)?.[0] ?? '';

/** The text inside files: read after the upload by a job, kept in parts, shown and searched. */
@Injectable()
export class EvidenceText {
  readonly #log = new Logger('text');

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
    @Inject(FileIdentity) private readonly identity: FileIdentity,
  ) {}

  /** Marks a file as waiting and queues its reading, in the transaction that records it; a guest's, who reaches no queue, is for `begin`. */
  async wait(sql: Sql, scope: Scope, place: { id: string; evidence: string; file: string }): Promise<void> {
    await sql(waitSql, [scope.organisation, place.file, place.id, place.evidence, this.clock.now()]);
    if (!scope.guest) await this.jobs.queue(sql, textQueue, { organisation: scope.organisation, file: place.file } satisfies Reading);
  }

  /** Queues the reading of a file that is recorded. Where this comes to nothing, the next start finds the file waiting. */
  begin(organisation: string, file: string): Promise<void> {
    return this.jobs.queueAll(textQueue, [{ organisation, file } satisfies Reading]);
  }

  /** A stretch of the text of a file, and how far its reading has come. Refuses purpose_required where a restricted piece is not open to the asker. */
  async text(scope: Scope, { params, query }: Received<Doors['text']>): Promise<Returned<Doors['text']>> {
    const row = await this.#stretch(scope, params, query);
    if (!row.open) refuse('purpose_required');
    return row;
  }

  async #stretch(scope: Scope, { id, evidence, file }: Received<Doors['text']>['params'], { from, limit }: { from: number; limit: number }) {
    const values = [scope.organisation, id, evidence, file, from, limit, scope.person, scope.session, this.clock.now()];
    const [row] = await this.db.read(scope, (sql) => sql<Returned<Doors['text']> & { open: boolean }>(textSql, values));
    return row ?? refuse('not_found');
  }

  /** Reads a file again whose reading failed or found nothing. */
  async readAgain(scope: Scope, { params }: Received<Doors['readText']>): Promise<Returned<Doors['readText']>> {
    const piece = await this.queries.get(scope, { params, query: {}, body: undefined });
    const { addFile: may } = piece.may;
    if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
    await this.db.hotWrite(scope, async (sql) => {
      const [waiting] = await sql(waitAgainSql, [scope.organisation, params.file, this.clock.now()]);
      if (!waiting) refuse('wrong_state');
      await this.jobs.queue(sql, textQueue, { organisation: scope.organisation, file: params.file } satisfies Reading);
      await journalHot(sql, scope, {
        act: 'evidence.text_asked_again',
        subject: 'evidence',
        subjectId: params.evidence,
        data: { dossier: params.id, file: params.file },
      });
    });
    return this.#stretch(scope, params, { from: 1, limit: 1 });
  }

  /** Begins to do the jobs; called by the serving or the working process only. */
  async serve(): Promise<void> {
    await this.jobs.serve<Reading>(textQueue, (reading) => this.read(reading));
    const before = new Date(this.clock.now().getTime() - forgotten);
    await this.jobs.queueAll(textQueue, await this.db.unscoped<Reading>(waitingSql, [before, 1000]));
    // Nobody waits for these: what is uploaded meanwhile is read before them.
    await this.jobs.queueAll(textQueue, await this.db.unscoped<Reading>(unlookedSql, [10_000]), -1);
  }

  /** Reads one file and keeps its text. What the file does is its own fault and is kept as the reason; what we do is tried again. */
  async read({ organisation, file }: Reading): Promise<void> {
    const [held] = await this.db.work(organisation, (sql) =>
      sql<{ sha256: string; mediaType: string; state: string; erased: boolean }>(heldSql, [organisation, file]),
    );
    if (held?.state === 'done') return this.identity.check(organisation, file);
    if (!held || held.erased || held.state !== 'waiting') return;
    const borrowed = await this.store.borrow(organisation, held.sha256);
    const result: TextResult = borrowed
      ? await readText(borrowed.path, kindOf(held.mediaType)).finally(borrowed.giveBack)
      : { unreadable: 'damaged', detail: 'the file is not in the store' };
    if ('unreadable' in result) this.#log.warn(`the text of a file could not be read (${result.unreadable}): ${result.detail.slice(0, 200)}`);
    try {
      await this.#keep({ organisation, file }, result);
    } catch (error) {
      if (!tookTooLong(error)) throw error;
      // Another try would take as long: said to people, who may ask for one when less is going on.
      this.#log.warn('the text of a file could not be kept in the time that a statement has');
      await this.#end({ organisation, file }, 'failed', 'too_slow');
    }
  }

  async #keep(reading: Reading, result: TextResult): Promise<void> {
    if ('unreadable' in result) return this.#end(reading, 'failed', result.unreadable);
    const { parts, hasPages, isWhole, pagesInAll } = result.text;
    const characters = parts.reduce((sum, part) => sum + part.length, 0);
    if (!parts.some((part) => part.trim())) return this.#end(reading, 'no_text', null, { pages: parts.length, characters: 0, hasPages, isWhole, pagesInAll });
    let place = 0;
    const starts = parts.map((part) => {
      const at = place;
      place += part.length;
      return at;
    });
    const identity = await lookInto(parts.map((text, i) => ({ number: i + 1, text })));
    return this.db.work(reading.organisation, async (sql) => {
      const [held] = await sql<{ state: string; erased: boolean }>(heldSql, [reading.organisation, reading.file]);
      if (!held || held.erased || held.state !== 'waiting') return;
      await sql(dropPagesSql, [reading.organisation, reading.file]);
      for (const { from, to } of batchesOf(parts)) {
        const numbers = parts.slice(from, to).map((_, i) => from + i + 1);
        await sql(keepPagesSql, [reading.organisation, reading.file, numbers, starts.slice(from, to), parts.slice(from, to)]);
      }
      const found = [parts.length, characters, hasPages, isWhole, pagesInAll];
      await sql(endReadingSql, [reading.organisation, reading.file, 'done', null, ...found, this.clock.now(), JSON.stringify(identity.found), identity.count]);
    });
  }

  async #end(
    { organisation, file }: Reading,
    state: 'failed' | 'no_text',
    reason: string | null,
    found: Pick<FileText, 'pages' | 'characters' | 'hasPages' | 'isWhole' | 'pagesInAll'> = {
      pages: 0,
      characters: 0,
      hasPages: false,
      isWhole: true,
      pagesInAll: null,
    },
  ) {
    const { pages, characters, hasPages, isWhole, pagesInAll } = found;
    await this.db.work(organisation, (sql) =>
      sql(endReadingSql, [organisation, file, state, reason, pages, characters, hasPages, isWhole, pagesInAll, this.clock.now(), null, null]),
    );
  }
}
