import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { documentTypes, type EvidenceFile } from '@servanda/contract';
import { type Cleaned, isPlainKind } from '../../platform/cleaning/clean.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import type { Received } from '../../platform/files/blobs.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { inThread } from '../../platform/files/threads.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { KeptFiles } from '../kept-files.ts';
import { endSql, heldSql, waitingSql, waitSql } from './copies.sql.ts';

interface Copying {
  organisation: string;
  file: string;
}
export const copyQueue = 'evidence.copy';
/** A copy that has waited for so long without a job is queued anew. */
const forgotten = 10 * 60_000;
const kindOf = (mediaType: string) => Object.entries(documentTypes).find(([, type]) => type === mediaType)?.[0] ?? '';

/** The record of a file as it stands for its copy. Refuses copy_waiting and copy_impossible. */
export function asCopy(file: EvidenceFile): EvidenceFile {
  const { copy } = file;
  if (copy?.state === 'waiting' || !copy) refuse('copy_waiting', { retryAfter: 2 });
  if (copy.reason === 'erased') refuse('not_found');
  if (copy.sha256 === null || copy.sizeBytes === null) refuse('copy_impossible');
  return { ...file, sha256: copy.sha256, sizeBytes: copy.sizeBytes };
}

/** What others download: a copy without what the file tells beside its content, made by a job after the upload (decision 0022). */
@Injectable()
export class EvidenceCopies {
  readonly #log = new Logger('copies');

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  /** Marks a file as waiting for its copy, in the transaction that records it; a guest's is for `begin`. Plain text holds nothing beside itself and needs none. */
  async wait(sql: Sql, scope: Scope, file: string, mediaType: string): Promise<void> {
    const isPlain = isPlainKind(kindOf(mediaType));
    await sql(waitSql, [scope.organisation, file, this.clock.now(), isPlain]);
    if (!isPlain && !scope.guest) await this.jobs.queue(sql, copyQueue, { organisation: scope.organisation, file } satisfies Copying);
  }

  /** Queues the copy of a file that is recorded; without one to make, the job ends at once. */
  begin(organisation: string, file: string): Promise<void> {
    return this.jobs.queueAll(copyQueue, [{ organisation, file } satisfies Copying]);
  }

  /** Begins to do the jobs; called by the serving or the working process only. */
  async serve(): Promise<void> {
    await this.jobs.serve<Copying>(copyQueue, (copying) => this.make(copying));
    const before = new Date(this.clock.now().getTime() - forgotten);
    await this.jobs.queueAll(copyQueue, await this.db.unscoped<Copying>(waitingSql, [before, 1000]));
  }

  /** Makes one copy. What the file does is its own fault and is kept as the reason; what we do is tried again. */
  async make({ organisation, file }: Copying): Promise<void> {
    const [held] = await this.db.work(organisation, (sql) => sql<{ sha256: string; mediaType: string }>(heldSql, [organisation, file]));
    if (!held) return;
    const lent = await this.store.borrow(organisation, held.sha256);
    if (!lent) return this.#end(organisation, file, { cannot: 'damaged', found: [] }, null);
    const { path } = lent;
    const place = await this.store.workplace();
    try {
      const out = join(place, randomUUID());
      const cleaned = await inThread<Cleaned>('clean', { path, out, kind: kindOf(held.mediaType) });
      if (cleaned === 'beyond limits') return await this.#end(organisation, file, { cannot: 'too_slow', found: [] }, null);
      if ('cannot' in cleaned) this.#log.warn(`no copy of a file could be made without its metadata (${cleaned.cannot})`);
      const source = 'isChanged' in cleaned && !cleaned.isChanged ? path : out;
      const copy = 'cannot' in cleaned ? null : await this.store.receive(createReadStream(source), Number.MAX_SAFE_INTEGER);
      await this.#end(organisation, file, cleaned, copy);
    } finally {
      await this.store.discard(place);
      await lent.giveBack();
    }
  }

  /** The copy comes first and its record second, as with the file itself. */
  async #end(organisation: string, file: string, cleaned: Cleaned, copy: Received | null): Promise<void> {
    const arrival = copy && (await this.kept.keep(organisation, copy));
    const cannot = 'cannot' in cleaned ? cleaned.cannot : null;
    const isKept = await this.db.work(organisation, async (sql) => {
      const [held] = await sql(heldSql, [organisation, file]);
      if (!held) return false;
      if (arrival) await this.kept.arrived(sql, arrival);
      const facts = [cannot ? 'impossible' : 'made', cannot, JSON.stringify(cleaned.found), copy?.sha256 ?? null, copy?.size ?? null];
      await sql(endSql, [organisation, file, ...facts, this.clock.now()]);
      return true;
    });
    // The piece was erased meanwhile.
    if (!isKept && arrival) await this.kept.giveUp(arrival);
  }
}
